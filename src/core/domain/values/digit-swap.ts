// Two neighbouring digits exchanged while typing: 323 500 for 332 500.
import type { Montant } from "./montant";

/** Whether exchanging two neighbouring, different digits of one amount gives the other. */
export function isDigitSwap(typed: Montant, meant: Montant): boolean {
  // Every exchange of digits changes a figure by a multiple of nine.
  if (typed === meant || (typed - meant) % 9 !== 0 || typed <= 0 || meant <= 0) return false;
  const [left, right] = [String(typed), String(meant)];
  if (left.length !== right.length) return false;
  const different = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = 0, second = 0] = different;
  return (
    different.length === 2 && second === first + 1 && left[first] === right[second] && left[second] === right[first]
  );
}
