// Asks which of several tables is to be verified, and lets the agent change that later; nothing is chosen in silence.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";
import type { TableChoice, Verification } from "../../../core/verification";
import { resultTexts } from "./texts";
import { Disclosure } from "./disclosure";
import { KindIcon } from "./kind-icon";

const useStyles = makeStyles({
  card: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    "& p": { margin: "2px 0 6px" },
  },
  body: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyle: "none", "& > li": { marginBottom: "8px", overflowWrap: "anywhere" } },
  where: { color: tokens.colorNeutralForeground3 },
  action: { display: "block", marginTop: "4px" },
});

export type OnChoose = (choice: TableChoice, heading: string) => void;

interface TableChoicesProps {
  readonly verification: Verification;
  readonly isBusy: boolean;
  readonly onChoose: OnChoose;
}

export function TableChoices({ verification: { choices = [], read }, isBusy, onChoose }: TableChoicesProps) {
  return choices.map((choice) => (
    <TableQuestion
      key={choice.kind}
      choice={choice}
      isAnswered={read.some(({ kind }) => kind === choice.kind)}
      isBusy={isBusy}
      onChoose={onChoose}
    />
  ));
}

interface TableQuestionProps {
  readonly choice: TableChoice;
  readonly isAnswered: boolean;
  readonly isBusy: boolean;
  readonly onChoose: OnChoose;
}

function TableQuestion({ choice, isAnswered, isBusy, onChoose }: TableQuestionProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const wasAnswered = useRef(isAnswered);
  useLayoutEffect(() => {
    // The button that was clicked has gone: the keyboard is here before it is kept elsewhere.
    if (wasAnswered.current !== isAnswered && document.activeElement === document.body) title.current?.focus();
    wasAnswered.current = isAnswered;
  }, [isAnswered]);
  const candidates = <Candidates choice={choice} isBusy={isBusy} onChoose={onChoose} />;
  return (
    <section className={styles.card}>
      <KindIcon kind={isAnswered ? "held" : "unknown"} />
      <div className={styles.body}>
        <h2 className={styles.title} ref={title} tabIndex={-1}>
          {isAnswered ? resultTexts.choiceMade(choice.kind) : resultTexts.choiceQuestion(choice.kind)}
        </h2>
        <p>{isAnswered ? resultTexts.choiceKept : resultTexts.choiceWhy(choice.candidates.length)}</p>
        {isAnswered ? (
          <Disclosure heading="h3" title={resultTexts.choiceChange}>
            {candidates}
          </Disclosure>
        ) : (
          candidates
        )}
      </div>
    </section>
  );
}

function Candidates({ choice, isBusy, onChoose }: Omit<TableQuestionProps, "isAnswered">) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {choice.candidates.map((candidate) => (
        <li key={candidate.heading}>
          <strong>{candidate.sheet}</strong> <span className={styles.where}>{candidate.range}</span>
          <br />
          {resultTexts.candidateSummary(candidate)}
          <span className={styles.action}>
            {candidate.chosen ? (
              resultTexts.candidateChosen
            ) : (
              <Button
                size="small"
                disabledFocusable={isBusy}
                aria-label={resultTexts.chooseTableAt(candidate.sheet, candidate.range)}
                onClick={() => onChoose(choice, candidate.heading)}
              >
                {resultTexts.chooseTable}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
