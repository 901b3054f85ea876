// Which formulas are likely to bring the engine down: set aside first when it comes down.
import type { FormulaCell } from "./formula-cell";
import type { ResolvedFormula } from "./resolve";

const MOST_CHARACTERS = 1000;
const MOST_DEPTH = 30;
const MOST_CELLS = 1_100_000;
// Their result may be as large as their arguments say.
const UNBOUNDED = new Set(["SEQUENCE", "RANDARRAY", "MAKEARRAY", "EXPAND", "REPT", "MUNIT"]);

function depth(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if (character === "(") most = Math.max(most, ++open);
    else if (character === ")") open--;
  }
  return most;
}

export function isHeavy({ text }: FormulaCell, { references, functions }: ResolvedFormula): boolean {
  const cells = references.reduce(
    (sum, { range }) => sum + (range.bottom - range.top + 1) * (range.right - range.left + 1),
    0,
  );
  return (
    text.length > MOST_CHARACTERS ||
    cells > MOST_CELLS ||
    depth(text) > MOST_DEPTH ||
    [...functions].some((name) => UNBOUNDED.has(name))
  );
}
