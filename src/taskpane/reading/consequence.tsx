// What the answer would change, said before it is given; and where the figures say something else.
import { makeStyles, tokens } from "@fluentui/react-components";
import { contradiction } from "../../core/domain/contradiction";
import { A_IGNORER } from "../../core/domain/question";
import type { AnswerEffect } from "../../core/reading-progress";
import { KindIcon } from "../verify/results/kind-icon";
import type { Answered } from "./ask";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  box: {
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid transparent",
    backgroundColor: tokens.colorNeutralBackground3,
    "& p": { margin: 0 },
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
    "&:empty": { display: "none" },
  },
  against: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

interface ConsequenceProps {
  readonly answered: readonly Answered[];
  readonly effect: AnswerEffect | "computing" | null;
  /** The answer is the one that was supposed: « Oui ». */
  readonly isYes: boolean;
}

/** Half of the amounts, and two at least. */
const isMuch = (wrong: number, of: number): boolean => wrong >= 2 && wrong * 2 >= of;

function against(answered: readonly Answered[], effect: ConsequenceProps["effect"]): string | null {
  const said = answered.map(({ question, answer }) => contradiction(question, answer)).find((text) => text !== null);
  if (said !== undefined) return said;
  const of = answered.reduce((sum, { question: { amounts = 0 } }) => sum + amounts, 0);
  if (effect === null || effect === "computing") return null;
  const { wrongCells, discrepancies, compared, understood } = effect;
  if (isMuch(wrongCells, of)) return readingTexts.wrong(wrongCells, of);
  return discrepancies > 0 && compared <= 0 && understood <= 0 ? readingTexts.nothingGained(discrepancies) : null;
}

export function Consequence({ answered, effect, isYes }: ConsequenceProps) {
  const styles = useStyles();
  const contrary = against(answered, effect);
  const count = answered.reduce((sum, { question: { amounts = 0 } }) => sum + amounts, 0);
  const isIgnored = answered.length > 0 && answered.every(({ answer }) => answer.role === A_IGNORER);
  const text =
    effect === "computing"
      ? readingTexts.computing
      : isIgnored
        ? readingTexts.ignored(count)
        : effect && readingTexts.effect(effect);
  return (
    <div role="status" className={styles.box}>
      {text && (
        <p>
          {isYes && <strong>{readingTexts.ifYes} </strong>}
          {text}
        </p>
      )}
      {contrary !== null && (
        <div className={styles.against}>
          <KindIcon kind="warning" />
          <p>
            <strong>{readingTexts.contradicted}</strong> {contrary}
          </p>
        </div>
      )}
    </div>
  );
}
