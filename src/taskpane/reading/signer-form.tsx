// Asks once who answers and for which party, as it is asked of who gives a reason; kept on this machine from then on.
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useInSight } from "../in-sight";
import { PartyField } from "../party-field";
import type { Session } from "../session-store";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, "& p": { margin: 0 } },
  title: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  narrow: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface SignerFormProps {
  readonly session: Session;
  readonly localParty: string;
  /** Where what is signed is no answer about the workbook. */
  readonly words?: Readonly<Record<"who" | "whoWhy" | "save", string>>;
  readonly onSigned: () => void;
  readonly onBack: () => void;
}

export function SignerForm({ session, localParty, words = readingTexts, onSigned, onBack }: SignerFormProps) {
  const styles = useStyles();
  const known = session.getState();
  const [name, setName] = useState(known.name);
  const [party, setParty] = useState(known.party);
  const [isAsked, setAsked] = useState(false);
  const author = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLSelectElement>(null);
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
        if (party === null) return side.current?.focus();
        session.setName(name);
        session.setParty(party);
        onSigned();
      }}
    >
      <h4 className={styles.title}>{words.who}</h4>
      <p>{words.whoWhy}</p>
      <Field label={readingTexts.name} {...(isAsked && !hasName && { validationMessage: readingTexts.nameMissing })}>
        <Input
          input={{ ref: author, autoComplete: "name", maxLength: 120 }}
          className={styles.narrow}
          value={name}
          onChange={(_, { value }) => setName(value)}
        />
      </Field>
      <PartyField
        label={readingTexts.party}
        unset={readingTexts.partyUnset}
        party={party}
        localParty={localParty}
        problem={isAsked && party === null ? readingTexts.partyMissing : null}
        select={side}
        onChange={setParty}
      />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {words.save}
        </Button>
        <Button onClick={onBack}>{readingTexts.back}</Button>
      </div>
    </form>
  );
}
