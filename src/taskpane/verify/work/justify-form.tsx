// Asks for a reason and who gives it; where one was given, for the other party's answer, or for another reason.
import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Justification } from "../../../core/verification";
import { useInSight } from "../../in-sight";
import type { EntryToday } from "./justify";
import { workTexts } from "./texts";

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
  readonly signed: { readonly reason: string; readonly answer: string };
  readonly isBusy: boolean;
  readonly onSubmit: (entry: EntryToday) => void;
  readonly onCancel: () => void;
}

export function JustifyForm({ justification, former, signed, isBusy, onSubmit, onCancel }: JustifyFormProps) {
  const styles = useStyles();
  const [wantsAnswer, setAnswer] = useState(justification !== null && justification.decision === null);
  // A reason that was withdrawn since waits for no answer.
  const isAnswer = wantsAnswer && justification !== null;
  const [text, setText] = useState(justification?.text ?? former?.text ?? "");
  const [names, setNames] = useState(signed);
  const by = isAnswer ? names.answer : names.reason;
  const setBy = (name: string) => setNames({ ...names, [isAnswer ? "answer" : "reason"]: name });
  const [isAsked, setAsked] = useState(false);
  const reason = useRef<HTMLTextAreaElement>(null);
  const author = useRef<HTMLInputElement>(null);
  useEffect(() => (isAnswer ? author.current : reason.current)?.focus(), [isAnswer]);
  const form = useInSight<HTMLFormElement>(isAnswer);

  function submit(entry: EntryToday): void {
    setAsked(true);
    if (entry.kind === "reason" && entry.text === "") return reason.current?.focus();
    if (entry.by === "" || isOwnReason(entry)) return author.current?.focus();
    onSubmit(entry);
  }
  /** Neither party can excuse its own breach. */
  const isOwnReason = (entry: Pick<EntryToday, "kind" | "by">): boolean =>
    entry.kind === "answer" && entry.by.toLowerCase() === justification?.by?.trim().toLowerCase();

  const name = by.trim();
  const authorProblem =
    name === ""
      ? workTexts.authorMissing
      : isOwnReason({ kind: isAnswer ? "answer" : "reason", by: name })
        ? workTexts.authorSame
        : null;
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(
          isAnswer
            ? { kind: "answer", decision: "accepted", by: name }
            : { kind: "reason", text: text.trim(), by: name },
        );
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
          value={by}
          onChange={(_, { value }) => setBy(value)}
        />
      </Field>
      <p>{workTexts.writtenWhere}</p>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
          {isAnswer ? workTexts.accept : workTexts.save}
        </Button>
        {isAnswer && (
          <>
            <Button
              size="small"
              disabledFocusable={isBusy}
              onClick={() => submit({ kind: "answer", decision: "refused", by: name })}
            >
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
