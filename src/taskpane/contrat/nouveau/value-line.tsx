// A value of the contract as it was read, and what corrects it.
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { ValeurARelire } from "../../../core/drafting/relecture/articles";
import type { Session } from "../../session-store";
import { correct } from "./act";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { useOpened } from "./use-opened";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  value: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "pre-line" },
});

interface ValueLineProps {
  readonly session: Session;
  readonly value: ValeurARelire;
}

export function ValueLine({ session, value }: ValueLineProps) {
  const styles = useStyles();
  const common = useNouveauStyles();
  const { isOpen, opener, open, close } = useOpened();
  return isOpen ? (
    <CorrectForm session={session} value={value} onClose={close} />
  ) : (
    <div ref={opener} className={styles.line}>
      <div className={styles.words}>
        <p className={common.small}>{value.nom}</p>
        <p className={styles.value}>{value.valeur}</p>
      </div>
      <Button size="small" appearance="subtle" aria-label={nouveauTexts.correctNamed(value.nom)} onClick={open}>
        {nouveauTexts.correct}
      </Button>
    </div>
  );
}

interface CorrectFormProps extends ValueLineProps {
  readonly onClose: () => void;
}

function CorrectForm({ session, value, onClose }: CorrectFormProps) {
  const common = useNouveauStyles();
  const [typed, setTyped] = useState(value.valeur);
  const [where, setWhere] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isLong = value.valeur.length > 60 || value.valeur.includes("\n");
  const field = (): HTMLElement | null => form.current?.querySelector("input, textarea") ?? null;
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);
  return (
    <form
      ref={form}
      className={common.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const refused = correct(session, { cle: value.cle, valeur: typed, ecrit: where });
        setProblem(refused);
        if (refused === null) onClose();
        else field()?.focus();
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <p className={common.small}>{value.nom}</p>
      <Field label={nouveauTexts.newValue} {...(problem !== null && { validationMessage: problem })}>
        {isLong ? (
          <Textarea className={common.narrow} value={typed} onChange={(_, { value: text }) => setTyped(text)} />
        ) : (
          <Input className={common.narrow} value={typed} onChange={(_, { value: text }) => setTyped(text)} />
        )}
      </Field>
      <Field label={nouveauTexts.where}>
        <Input className={common.narrow} value={where} onChange={(_, { value: text }) => setWhere(text)} />
      </Field>
      <p className={common.small}>{nouveauTexts.wasRead(value)}</p>
      <div className={common.actions}>
        <Button size="small" type="submit" appearance="primary">
          {nouveauTexts.saveValue}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {nouveauTexts.keepRead}
        </Button>
      </div>
    </form>
  );
}
