// One question in focus: what is asked and where, on what it rests, what the answer changes, and the answer.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Answer } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { isDeclared } from "../who/who";
import { WhoForm } from "../who/who-form";
import { giveAnswers } from "./answer";
import { AnswerList } from "./answer-list";
import { chosenAnswer, evidenceOf, nameOf, placeOf, type Answered, type Choice, type Group } from "./ask";
import { ColumnBoxes } from "./column-boxes";
import { Consequence } from "./consequence";
import { Evidence } from "./evidence";
import { Miniature } from "./miniature";
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
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: "3px",
    // Under a long list they stay in sight; in a low pane, or where the text is twice as large, the list needs the room.
    "@media (min-height: 480px) and (min-width: 241px)": {
      position: "sticky",
      bottom: 0,
      zIndex: 1,
      padding: "4px 0",
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  same: { margin: 0, color: tokens.colorNeutralForeground3 },
  short: { minWidth: "auto", paddingLeft: "7px", paddingRight: "7px" },
});

interface QuestionCardProps {
  readonly session: Session;
  readonly verification: Verification;
  readonly group: Group;
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

const choiceOf = (answer: Answer | null): Choice | null => answer && { what: nameOf(answer), which: answer.label };

export function QuestionCard(props: QuestionCardProps) {
  const { session, verification, group, position, given, isBusy, onLater, onOneByOne, onKeep, onTakeBack } = props;
  const styles = useStyles();
  const id = useId();
  const [first] = group;
  const supposed = onKeep === null ? first.supposed : null;
  const [isListed, setListed] = useState(supposed === null);
  const [choice, setChoice] = useState(choiceOf(given));
  const [ticked, setTicked] = useState<readonly string[]>(group.map(cleReponse));
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
    const answer = isListed ? choice && chosenAnswer(question, choice) : question.supposed;
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

  function submit(): void {
    const lacks = why();
    setProblem(lacks);
    if (lacks !== null) return title.current?.focus();
    if (!isDeclared(session.getState().qui)) return setSigning(true);
    void giveAnswers(session, answered);
  }

  const back = onKeep ?? (supposed === null ? null : () => setListed(false));
  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === "Escape" && isListed && back) back();
  }

  const isAlike = group.length > 1;
  return (
    <section className={styles.card} aria-labelledby={id} onKeyDown={onKeyDown}>
      <QuestionPlace session={session} group={group} position={position} />
      <h3 id={id} ref={title} tabIndex={-1} className={styles.title}>
        {isAlike
          ? readingTexts.alikeQuestion(group.length, isListed || supposed === null ? null : nameOf(supposed))
          : isListed && (first.supposed ?? onKeep)
            ? readingTexts.openQuestion(first)
            : readingTexts.question(first)}
      </h3>
      {isAlike ? (
        <ColumnBoxes group={group} ticked={ticked} onTick={setTicked} />
      ) : (
        first.sample && <Miniature sample={first.sample} />
      )}
      <Evidence evidence={evidenceOf(group)} isEnough={(first.supposed ?? given) !== null} />
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
          localParty={verification.contract.localParty}
          onDeclared={() => {
            setSigning(false);
            void giveAnswers(session, answered);
          }}
          onBack={() => setSigning(false)}
        />
      ) : (
        <div className={styles.actions}>
          <Button className={styles.short} appearance="primary" disabledFocusable={isBusy} onClick={submit}>
            {isListed
              ? readingTexts.keep(answer ? (isAlike ? nameOf(answer.answer) : answer.answer.label) : null)
              : isAlike
                ? readingTexts.yesAll(asked.length)
                : readingTexts.yes}
          </Button>
          {!isListed && !isAlike && (
            <Button className={styles.short} onClick={() => setListed(true)}>
              {readingTexts.no}
            </Button>
          )}
          {isAlike && (
            <Button className={styles.short} onClick={onOneByOne}>
              {readingTexts.oneByOne}
            </Button>
          )}
          {isListed && back && (
            <Button className={styles.short} appearance="subtle" onClick={back}>
              {readingTexts.back}
            </Button>
          )}
          {onTakeBack && (
            <Button className={styles.short} appearance="subtle" disabledFocusable={isBusy} onClick={onTakeBack}>
              {readingTexts.takeBack}
            </Button>
          )}
          {onLater && (
            <Button className={styles.short} appearance="subtle" onClick={onLater}>
              {readingTexts.later}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
