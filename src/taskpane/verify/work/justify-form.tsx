// Asks for a reason, for why one is accepted or refused, or for a comment; first, once, for who says it.
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { autrePartie, nommePartie } from "../../../core/domain/parties";
import type { Justification } from "../../../core/verification";
import { useInSight } from "../../in-sight";
import type { Session } from "../../session-store";
import { isDeclared, mayAnswer } from "../../who/who";
import { WhoForm } from "../../who/who-form";
import { draftsOf, withDraft } from "./drafts";
import type { EntryToday } from "./justify";
import { workTexts } from "./texts";
import type { Said } from "./work-store";

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
  readonly session: Session;
  /** Under which the words begun are kept. */
  readonly draft: string;
  readonly kind: Said;
  readonly justification: Justification | null;
  /** A reason given for other figures: its words are the start of the next one. */
  readonly former: Justification | null;
  readonly localParty: string;
  readonly isBusy: boolean;
  readonly onSubmit: (entry: EntryToday) => void;
  readonly onCancel: () => void;
}

export function JustifyForm(props: JustifyFormProps) {
  const { session, draft, kind, justification, former, localParty, isBusy, onSubmit, onCancel } = props;
  const styles = useStyles();
  const { qui } = useSyncExternalStore(session.subscribe, session.getState);
  const drafts = draftsOf(session);
  const begun = useSyncExternalStore(drafts.subscribe, drafts.getState)[draft];
  const start = kind === "reason" ? (justification?.text ?? former?.text ?? "") : "";
  const text = begun ?? start;
  const setText = (typed: string) => drafts.set(withDraft(drafts.getState(), draft, typed === start ? null : typed));
  const [problem, setProblem] = useState<string | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const isKnown = isDeclared(qui);
  useEffect(() => words.current?.focus(), [isKnown]);
  const form = useInSight<HTMLFormElement>(isKnown);
  const { party } = qui;
  if (!isKnown || party === null) {
    return (
      <div className={styles.form}>
        <WhoForm session={session} localParty={localParty} onDeclared={() => {}} onBack={onCancel} />
      </div>
    );
  }
  // A reason that was withdrawn since waits for no answer.
  const isAnswer = kind === "answer" && justification !== null;
  const isOwn = isAnswer && !mayAnswer(qui, justification);
  const said = { text: text.trim(), by: qui.name, party, localParty };

  function submit(decision: "accepted" | "refused"): void {
    const lacks = said.text === "" && !(isAnswer && decision === "accepted");
    setProblem(lacks ? workTexts.wordsMissing[isAnswer ? "answer" : kind] : null);
    if (lacks) return words.current?.focus();
    onSubmit(
      isAnswer ? { kind: "answer", decision, ...said } : { kind: kind === "comment" ? kind : "reason", ...said },
    );
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOwn) submit(isAnswer ? "refused" : "accepted");
      }}
    >
      {isOwn ? (
        <p>
          {party === justification.party
            ? workTexts.partySame(nommePartie(autrePartie(party), localParty))
            : workTexts.authorSame}
        </p>
      ) : (
        <Field
          label={workTexts.wordsLabel[isAnswer ? "answer" : kind]}
          {...(problem !== null && { validationMessage: problem })}
        >
          <Textarea
            textarea={{ ref: words }}
            className={styles.narrow}
            resize="vertical"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      )}
      {!isOwn && (
        <p>
          {workTexts.writtenWhere(qui.name)} {begun !== undefined && workTexts.draftKept}
        </p>
      )}
      <div className={styles.actions}>
        {!isOwn && isAnswer && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => submit("accepted")}>
            {workTexts.accept}
          </Button>
        )}
        {!isOwn && (
          <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
            {isAnswer ? workTexts.refuse : workTexts.save}
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {workTexts.cancel}
        </Button>
      </div>
    </form>
  );
}
