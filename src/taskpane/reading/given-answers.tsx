// The answers that the workbook keeps: to what, by whom, each open to change.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { cite } from "../../core/domain/words/typographie";
import type { ReponseTenue } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Session } from "../session-store";
import { change, withdraw } from "./answer";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: "1 1 12em", minWidth: 0, overflowWrap: "anywhere" },
  small: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface GivenAnswersProps {
  readonly session: Session;
  readonly answers: readonly ReponseTenue[];
  readonly isBusy: boolean;
}

export function GivenAnswers({ session, answers, isBusy }: GivenAnswersProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {answers.map(({ reponse, label, range, setAside }, at) => {
        const heading = cite(reponse.key.path.filter((text) => text !== "").join(" – "));
        const isGone = range === null;
        return (
          <li key={`${cleReponse(reponse)} ${at}`} className={styles.line}>
            <span className={styles.words}>
              {heading}
              <span className={styles.small}>{isGone ? readingTexts.gone : readingTexts.given(label, setAside)}</span>
              <span className={styles.small}>{readingTexts.givenBy(reponse)}</span>
            </span>
            <Button
              size="small"
              disabledFocusable={isBusy}
              aria-label={isGone ? readingTexts.withdrawWhat(heading) : readingTexts.changeWhat(heading)}
              onClick={() => void (isGone ? withdraw : change)(session, reponse)}
            >
              {isGone ? readingTexts.withdraw : readingTexts.change}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
