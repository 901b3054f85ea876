// What the answer would change, said before it is given; and where the figures say something else.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { contradiction } from "../../core/domain/contradiction";
import { A_IGNORER, DETAIL, isSameRole } from "../../core/domain/question";
import type { AnswerEffect } from "../../core/reading-progress";
import { KindIcon } from "../verify/results/kind-icon";
import type { Answered } from "./ask";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  words: { "& p": { margin: 0 }, "&:empty": { display: "none" } },
  // Under the answer that is chosen the line beside it is enough.
  box: {
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid transparent",
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
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
  // What is supposed has figures that speak for it: a discrepancy that can be seen then is one of theirs.
  if (answered.every(({ question: { supposed }, answer }) => supposed && isSameRole(supposed, answer))) return null;
  return discrepancies > 0 && compared <= 0 && understood <= 0 ? readingTexts.nothingGained(discrepancies) : null;
}

export function Consequence({ answered, effect, isYes }: ConsequenceProps) {
  const styles = useStyles();
  const contrary = against(answered, effect);
  const count = answered.reduce((sum, { question: { amounts = 0 } }) => sum + amounts, 0);
  const isAll = (role: string): boolean => answered.length > 0 && answered.every(({ answer }) => answer.role === role);
  const text =
    effect === "computing"
      ? readingTexts.computing
      : isAll(A_IGNORER)
        ? readingTexts.ignored(count)
        : isAll(DETAIL) && effect && contrary === null
          ? readingTexts.detail(count, effect.discrepancies)
          : effect && (contrary === null || effect.compared > 0)
            ? readingTexts.effect(effect)
            : null;
  return (
    <div role="status" className={mergeClasses(styles.words, isYes && styles.box)}>
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
