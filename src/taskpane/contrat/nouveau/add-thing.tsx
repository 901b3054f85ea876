// What the contract states and the reading did not find: chosen, written, signed like any other value.
import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { AJOUTABLES, lireChamp } from "../../../core/drafting/relecture/ajout";
import type { Session } from "../../session-store";
import { add } from "./act";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { useOpened } from "./use-opened";

export function AddThing({ session }: { readonly session: Session }) {
  const { isOpen, opener, open, close } = useOpened();
  return isOpen ? (
    <AddForm session={session} onClose={close} />
  ) : (
    <div ref={opener}>
      <Button onClick={open}>{nouveauTexts.add}</Button>
    </div>
  );
}

function AddForm({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const common = useNouveauStyles();
  const [section, setSection] = useState(AJOUTABLES[0]?.section);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [ecrit, setEcrit] = useState("");
  const [wrong, setWrong] = useState<{ readonly champ: string | null; readonly message: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select")?.focus(), []);
  const kind = AJOUTABLES.find((each) => each.section === section);
  if (!kind) return null;
  return (
    <form
      ref={form}
      className={common.part}
      aria-label={nouveauTexts.addTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        for (const each of kind.champs) {
          const lue = lireChamp(each, typed[each.champ]);
          if (lue === null || !("attendu" in lue)) continue;
          setWrong({ champ: each.champ, message: lue.attendu });
          form.current?.querySelector<HTMLElement>(`[name="${each.champ}"]`)?.focus();
          return;
        }
        const refused = add(session, { section: kind.section, champs: typed, ecrit });
        if (refused === null) onClose();
        else setWrong({ champ: null, message: refused });
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <Field label={nouveauTexts.addKind}>
        <Select
          className={common.narrow}
          value={kind.section}
          onChange={(_, { value }) => {
            setSection(AJOUTABLES.find((each) => each.section === value)?.section);
            setTyped({});
            setWrong(null);
          }}
        >
          {AJOUTABLES.map(({ section: value, nom }) => (
            <option key={value} value={value}>
              {nom}
            </option>
          ))}
        </Select>
      </Field>
      {kind.champs.map(({ champ, nom, required, ligne: { genre, mots } }) => {
        const own = {
          className: common.narrow,
          name: champ,
          value: typed[champ] ?? "",
          onChange: (_: unknown, { value: text }: { readonly value: string }) => setTyped({ ...typed, [champ]: text }),
        };
        return (
          <Field
            key={`${kind.section} ${champ}`}
            label={required ? nom : nouveauTexts.optional(nom)}
            {...(genre === "lignes" && { hint: nouveauTexts.onePerLine })}
            {...(wrong?.champ === champ && { validationMessage: wrong.message })}
          >
            {mots ? (
              <Select {...own}>
                <option value="" />
                {Object.values(mots).map((mot) => (
                  <option key={mot}>{mot}</option>
                ))}
              </Select>
            ) : genre === "lignes" ? (
              <Textarea {...own} />
            ) : (
              <Input {...own} />
            )}
          </Field>
        );
      })}
      <Field label={nouveauTexts.where}>
        <Input className={common.narrow} value={ecrit} onChange={(_, { value }) => setEcrit(value)} />
      </Field>
      {wrong?.champ === null && <p role="alert">{wrong.message}</p>}
      <div className={common.actions}>
        <Button size="small" type="submit" appearance="primary">
          {nouveauTexts.addIt}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {nouveauTexts.cancel}
        </Button>
      </div>
    </form>
  );
}
