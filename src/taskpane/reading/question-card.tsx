// One question in focus: what is asked and where, on what it rests, what the answer changes, and the answer.
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { briefRole } from "../../core/domain/brief-role";
import type { TableauDeLecture } from "../../core/domain/lecture";
import { A_IGNORER, type Answer } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { isDeclared } from "../who/who";
import { WhoForm } from "../who/who-form";
import { giveAnswers } from "./answer";
import { AnswerList } from "./answer-list";
import { chosenAnswer, nameOf, placeOf, type Answered, type Choice } from "./ask";
import { ColumnBoxes } from "./column-boxes";
import { Consequence } from "./consequence";
import { Evidence } from "./evidence";
import { evidenceOf, lacksOf, saidBefore } from "./grounds";
import { whyApart, yesTo, type Group } from "./groups";
import { Miniature } from "./miniature";
import { QuestionActions } from "./question-actions";
import { readingsOf } from "./readings";
import { readingStore } from "./reading-store";
import { QuestionPlace } from "./question-place";
import { readingTexts } from "./texts";
import { useEffectOf } from "./use-effect-of";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: "8px",
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outline: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  same: { margin: 0, color: tokens.colorNeutralForeground3 },
  paragraph: { margin: 0, overflowWrap: "anywhere" },
});

interface QuestionCardProps {
  readonly session: Session;
  readonly verification: Verification;
  readonly group: Group;
  /** What is read of the tables; null while it is not known. */
  readonly tables: readonly TableauDeLecture[] | null;
  readonly position: string;
  /** The answer that is being changed; null for a question that was never answered. */
  readonly given: Answer | null;
  readonly isBusy: boolean;
  /** Null where no other question could come first. */
  readonly onLater: (() => void) | null;
  readonly onOneByOne: () => void;
  /** Leaves the answer as it was. */
  readonly onKeep: (() => void) | null;
  /** Takes the answer that is being changed back; null where none is. */
  readonly onTakeBack: (() => void) | null;
}

/** On a button: "État, dépensé 2024"; what names an action, or a table, says it in full. */
function wordsOf(localParty: string, answer: Answer): string {
  if (answer.role === A_IGNORER && answer.of === undefined) return A_IGNORER;
  return answer.party || answer.nature ? briefRole(localParty, answer) : answer.label;
}

const choiceOf = (answer: Answer | null): Choice | null => answer && { what: nameOf(answer), which: answer.label };

export function QuestionCard(props: QuestionCardProps) {
  const { session, verification, group, tables, position, given, isBusy, onLater, onOneByOne, onKeep, onTakeBack } =
    props;
  const styles = useStyles();
  const id = useId();
  const [first] = group;
  const supposed = onKeep === null ? first.supposed : null;
  const [isListed, setListed] = useState(supposed === null);
  const [choice, setChoice] = useState(choiceOf(given));
  const [ticked, setTicked] = useState<readonly string[]>(
    group.filter((one) => whyApart(group, one) === null).map(cleReponse),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isSigning, setSigning] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The question as a whole, so that Enter answers nothing; never from the cells of Excel.
    if (document.hasFocus()) title.current?.focus();
  }, [isListed]);

  const { range } = first;
  useEffect(() => {
    // The sheet goes along once the agent has asked to see the cells, never before.
    if (range && readingStore(session).getState().isFollowed) void session.selectCell(placeOf(range));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each question is a card of its own
  }, []);

  const asked = group.filter((question) => ticked.includes(cleReponse(question)));
  const answered = asked.flatMap((question): readonly Answered[] => {
    const answer = isListed ? choice && chosenAnswer(question, choice) : yesTo(group, question);
    return answer ? [{ question, answer }] : [];
  });
  const effect = useEffectOf(session, verification, answered);
  const [answer] = answered;
  const isAsBefore = given !== null && answer?.answer === given;
  const consequence = isAsBefore ? (
    <p className={styles.same}>{readingTexts.asBefore}</p>
  ) : (
    <Consequence answered={answered} effect={effect} isYes={!isListed} />
  );

  function why(): string | null {
    if (asked.length === 0) return readingTexts.tickFirst;
    if (isListed && choice === null) return readingTexts.chooseFirst;
    const isYear = first.answers.some(({ year }) => year !== undefined);
    return answered.length < asked.length ? readingTexts.whichFirst(isYear) : null;
  }

  function fieldThatLacks(): HTMLElement | null {
    const lacking = asked.length === 0 ? "[type=checkbox]" : choice === null ? "[type=radio]" : "select";
    return title.current?.closest("section")?.querySelector<HTMLElement>(lacking) ?? title.current;
  }

  function submit(): void {
    const lacks = why();
    setProblem(lacks);
    if (lacks !== null) return fieldThatLacks()?.focus();
    if (!isDeclared(session.getState().qui)) return setSigning(true);
    void giveAnswers(session, answered);
  }

  const back = onKeep ?? (supposed === null ? null : () => setListed(false));
  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === "Escape" && isListed && back) back();
  }

  const isAlike = group.length > 1;
  /** What speaks for the supposition was read before it was refused: the answers need the room. */
  const isAfterNo = isListed && supposed !== null;
  const before = isAfterNo ? null : saidBefore(group);
  const { localParty } = verification.contract;
  return (
    <section className={styles.card} aria-labelledby={id} onKeyDown={onKeyDown}>
      <QuestionPlace session={session} group={group} position={position} />
      <h3 id={id} ref={title} tabIndex={-1} className={styles.title}>
        {isAlike
          ? readingTexts.alikeQuestion(group, isListed ? null : supposed)
          : isListed && (first.supposed ?? onKeep)
            ? readingTexts.openQuestion(first)
            : readingTexts.question(first)}
      </h3>
      {isAlike ? (
        <ColumnBoxes localParty={localParty} group={group} ticked={ticked} onTick={setTicked} />
      ) : (
        first.sample && (
          <Miniature sample={first.sample} readings={isListed ? null : readingsOf(tables, first)} isShort={isAfterNo} />
        )
      )}
      {before !== null && <p className={styles.paragraph}>{readingTexts.saidBefore(before)}</p>}
      {!isAfterNo && (
        <Evidence evidence={evidenceOf(group)} lacks={lacksOf(group)} isEnough={(first.supposed ?? given) !== null} />
      )}
      {isListed ? (
        <AnswerList question={first} labelledBy={id} choice={choice} problem={problem} onChoose={setChoice}>
          {consequence}
        </AnswerList>
      ) : (
        <>
          {consequence}
          {problem !== null && <p role="alert">{problem}</p>}
        </>
      )}
      {isSigning ? (
        <WhoForm
          session={session}
          localParty={localParty}
          onDeclared={() => {
            setSigning(false);
            void giveAnswers(session, answered);
          }}
          onBack={() => setSigning(false)}
        />
      ) : (
        <QuestionActions
          words={
            isListed
              ? readingTexts.keep(answer ? wordsOf(localParty, answer.answer) : null)
              : isAlike
                ? readingTexts.yesAll(asked.length)
                : readingTexts.yes
          }
          isBusy={isBusy}
          onAnswer={submit}
          onNo={isListed || isAlike ? null : () => setListed(true)}
          onOneByOne={isAlike ? onOneByOne : null}
          onBack={isListed ? back : null}
          onTakeBack={onTakeBack}
          onLater={isAfterNo ? null : onLater}
        />
      )}
    </section>
  );
}
