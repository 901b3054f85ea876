// Asks for a reason, who gives it and for which party; where one was given, for the other party's answer, or for another reason.
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { isSigned } from "../../../core/domain/justification";
import { autrePartie, nommePartie } from "../../../core/domain/parties";
import type { Justification } from "../../../core/verification";
import { useInSight } from "../../in-sight";
import { PartyField } from "../../party-field";
import type { EntryToday } from "./justify";
import { workTexts } from "./texts";
import type { Signer, Signers } from "./work-store";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& p": { margin: 0 },
  },
  narrow: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface JustifyFormProps {
  readonly justification: Justification | null;
  /** A reason given for other figures: its words are the start of the next one. */
  readonly former: Justification | null;
  /** Who signed last, in each of the two parts. */
  readonly signed: Signers;
  readonly localParty: string;
  readonly isBusy: boolean;
  readonly onSubmit: (entry: EntryToday) => void;
  readonly onCancel: () => void;
}

type Kind = EntryToday["kind"];

/** Neither party can excuse its own breach. */
function nameProblem(kind: Kind, by: string, justification: Justification | null): string | null {
  if (by === "") return workTexts.authorMissing;
  const isOwn = kind === "answer" && by.toLowerCase() === justification?.by?.trim().toLowerCase();
  return isOwn ? workTexts.authorSame : null;
}

function partyProblem(
  kind: Kind,
  { party }: Signer,
  justification: Justification | null,
  localParty: string,
): string | null {
  if (party === null) return workTexts.partyMissing;
  if (kind === "reason" || party !== justification?.party) return null;
  return workTexts.partySame(nommePartie(autrePartie(party), localParty));
}

export function JustifyForm(props: JustifyFormProps) {
  const { justification, former, signed, localParty, isBusy, onSubmit, onCancel } = props;
  const styles = useStyles();
  const [wantsAnswer, setAnswer] = useState(
    justification !== null && justification.decision === null && isSigned(justification),
  );
  // A reason that was withdrawn since waits for no answer.
  const isAnswer = wantsAnswer && justification !== null;
  const kind: Kind = isAnswer ? "answer" : "reason";
  const [text, setText] = useState(justification?.text ?? former?.text ?? "");
  const [signers, setSigners] = useState(signed);
  const signer = signers[kind];
  const sign = (changes: Partial<Signer>) => setSigners({ ...signers, [kind]: { ...signer, ...changes } });
  const [isAsked, setAsked] = useState(false);
  const reason = useRef<HTMLTextAreaElement>(null);
  const author = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLSelectElement>(null);
  useEffect(() => (isAnswer ? author.current : reason.current)?.focus(), [isAnswer]);
  const form = useInSight<HTMLFormElement>(isAnswer);

  const by = signer.by.trim();
  const authorProblem = nameProblem(kind, by, justification);
  const sideProblem = partyProblem(kind, signer, justification, localParty);

  function submit(decision: "accepted" | "refused"): void {
    setAsked(true);
    const { party } = signer;
    if (!isAnswer && text.trim() === "") return reason.current?.focus();
    if (authorProblem !== null) return author.current?.focus();
    if (sideProblem !== null || party === null) return side.current?.focus();
    const given = { by, party, localParty };
    onSubmit(isAnswer ? { kind: "answer", decision, ...given } : { kind: "reason", text: text.trim(), ...given });
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit("accepted");
      }}
    >
      {isAnswer ? (
        <p>{workTexts.answerWho}</p>
      ) : (
        <Field
          label={workTexts.reasonLabel}
          {...(isAsked && text.trim() === "" && { validationMessage: workTexts.reasonMissing })}
        >
          <Textarea
            textarea={{ ref: reason }}
            className={styles.narrow}
            resize="vertical"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      )}
      <Field
        label={isAnswer ? workTexts.answeredBy : workTexts.givenBy}
        {...(isAsked && authorProblem !== null && { validationMessage: authorProblem })}
      >
        <Input
          input={{ ref: author, autoComplete: "name" }}
          className={styles.narrow}
          value={signer.by}
          onChange={(_, { value }) => sign({ by: value })}
        />
      </Field>
      <PartyField
        label={workTexts.partyLabel}
        unset={workTexts.partyUnset}
        party={signer.party}
        localParty={localParty}
        problem={isAsked ? sideProblem : null}
        select={side}
        onChange={(party) => sign({ party })}
      />
      <p>{workTexts.writtenWhere}</p>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
          {isAnswer ? workTexts.accept : workTexts.save}
        </Button>
        {isAnswer && (
          <>
            <Button size="small" disabledFocusable={isBusy} onClick={() => submit("refused")}>
              {workTexts.refuse}
            </Button>
            <Button size="small" onClick={() => setAnswer(false)}>
              {workTexts.editReason}
            </Button>
          </>
        )}
        <Button size="small" onClick={onCancel}>
          {workTexts.cancel}
        </Button>
      </div>
    </form>
  );
}
