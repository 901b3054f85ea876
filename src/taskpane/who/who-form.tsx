// Asks who works here and for which party, once; kept on this machine from then on.
import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { isPartie, type Partie } from "../../core/domain/parties";
import { useInSight } from "../in-sight";
import type { Session } from "../session-store";
import { whoTexts } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "& p": { margin: 0 } },
  title: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  radio: { "& .fui-Radio__label": { minWidth: 0 } },
  does: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  narrow: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const PARTIES: readonly Partie[] = ["collectivite", "etat"];

interface WhoFormProps {
  readonly session: Session;
  readonly localParty: string;
  /** Where what is signed is no reason and no answer. */
  readonly why?: string;
  readonly onDeclared: () => void;
  readonly onBack: () => void;
}

export function WhoForm({ session, localParty, why = whoTexts.why, onDeclared, onBack }: WhoFormProps) {
  const styles = useStyles();
  const known = session.getState().qui;
  const [name, setName] = useState(known.name);
  const [capacity, setCapacity] = useState(known.capacity);
  const [party, setParty] = useState(known.party);
  const [isAsked, setAsked] = useState(false);
  const author = useRef<HTMLInputElement>(null);
  const form = useInSight<HTMLFormElement>();
  const hasName = name.trim() !== "";
  useEffect(() => author.current?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!hasName) return author.current?.focus();
        if (party === null) return form.current?.querySelector<HTMLElement>("[type=radio]")?.focus();
        session.declare({ name: name.trim(), capacity: capacity.trim(), party });
        onDeclared();
      }}
    >
      <h4 className={styles.title}>{whoTexts.title}</h4>
      <p>{why}</p>
      <Field
        label={whoTexts.name}
        hint={whoTexts.nameHint}
        {...(isAsked && !hasName && { validationMessage: whoTexts.nameMissing })}
      >
        <Input
          input={{ ref: author, autoComplete: "name", maxLength: 120 }}
          className={styles.narrow}
          value={name}
          onChange={(_, { value }) => setName(value)}
        />
      </Field>
      <Field label={whoTexts.capacity} hint={whoTexts.capacityHint}>
        <Input
          input={{ autoComplete: "organization-title", maxLength: 120 }}
          className={styles.narrow}
          value={capacity}
          onChange={(_, { value }) => setCapacity(value)}
        />
      </Field>
      <Field label={whoTexts.party} {...(isAsked && party === null && { validationMessage: whoTexts.partyMissing })}>
        <RadioGroup value={party ?? ""} onChange={(_, { value }) => setParty(isPartie(value) ? value : null)}>
          {PARTIES.map((each) => (
            <Radio
              key={each}
              className={styles.radio}
              value={each}
              label={
                <>
                  {whoTexts.partyName(each, localParty)}
                  <span className={styles.does}>{whoTexts.partyDoes[each]}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <p className={styles.small}>{whoTexts.kept}</p>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {whoTexts.go}
        </Button>
        <Button onClick={onBack}>{whoTexts.back}</Button>
      </div>
    </form>
  );
}
