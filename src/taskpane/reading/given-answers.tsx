// The answers that the workbook keeps: to what, by whom, each open to change.
import { Button } from "@fluentui/react-components";
import { columnName } from "xlsx-model/local-cell";
import { wordsOfPath } from "../../core/domain/words/path-words";
import { cite } from "../../core/domain/words/typographie";
import type { ReponseTenue } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Session } from "../session-store";
import { change, withdraw } from "./answer";
import { ReadingLine } from "./reading-line";
import { readingTexts } from "./texts";
import { useListStyles } from "./use-list-styles";

interface GivenAnswersProps {
  readonly session: Session;
  readonly answers: readonly ReponseTenue[];
  /** One person gave them all, which is said below them. */
  readonly isSignedBelow: boolean;
  readonly isBusy: boolean;
}

/** Where its figures stand now; null where they are gone, or are a whole table. */
function placeOf({ reponse, range }: ReponseTenue): { readonly about: "column" | "row"; readonly name: string } | null {
  const { kind } = reponse.key;
  if (range === null || (kind !== "column" && kind !== "row")) return null;
  return { about: kind, name: kind === "column" ? columnName(range.left) : `${range.top + 1}` };
}

export function GivenAnswers({ session, answers, isSignedBelow, isBusy }: GivenAnswersProps) {
  const styles = useListStyles();
  return (
    <ul className={styles.list}>
      {answers.map((answer, at) => {
        const { reponse, label, range, setAside } = answer;
        const heading = cite(wordsOfPath(reponse.key.path));
        const isGone = range === null;
        const place = placeOf(answer);
        return (
          <ReadingLine
            key={`${cleReponse(reponse)} ${at}`}
            about={place?.about ?? null}
            name={place?.name ?? null}
            words={heading}
            told={[
              isGone ? readingTexts.gone : readingTexts.given(label, setAside),
              ...(isSignedBelow ? [] : [readingTexts.givenBy(reponse)]),
            ]}
          >
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={isBusy}
              aria-label={isGone ? readingTexts.withdrawWhat(heading) : readingTexts.changeWhat(heading)}
              onClick={() => void (isGone ? withdraw : change)(session, reponse)}
            >
              {isGone ? readingTexts.withdraw : readingTexts.change}
            </Button>
          </ReadingLine>
        );
      })}
    </ul>
  );
}
