// The units in which amounts are told: euros, thousands, millions; the only place that knows their words and factors.
import type { Montant } from "./montant";
import { foldText } from "../words/label";

export type Unite = "€" | "k€" | "M€";

/** Euros in one of each. */
export const EUROS: Readonly<Record<Unite, number>> = { "€": 1, "k€": 1_000, "M€": 1_000_000 };

/** Decimals that a figure in that unit needs to say its centimes. */
export const DECIMALES: Readonly<Record<Unite, number>> = { "€": 2, "k€": 5, "M€": 8 };

/** The figure to type; one division, so that it is the nearest to the amount that a cell can hold. */
export function inUnite(montant: Montant, unite: Unite): number {
  return montant / (100 * EUROS[unite]);
}

/** Between a fifth and twice the thousandth of what is expected: nobody executes so little, the unit is another one. */
export const isInThousands = (found: Montant, expected: Montant): boolean =>
  found > 0 && found * 5000 >= expected && found * 500 <= expected;

const K = String.raw`k ?€|k ?euros?|k ?eur|ke|milliers? d'(?:euros?|€|e)`;
const M = String.raw`m ?€|m ?euros?|m ?eur|millions? d'(?:euros?|€|e)`;
const E = String.raw`€|euros?|eur`;
const NO_LETTER = String.raw`(?![\p{L}\p{N}])`;

const AFTER = new RegExp(` ?(?:(${K})|(${M})|${E})$`, "u");
const BEFORE = /^(?:€|eur) ?/;
const THOUSANDS = new RegExp(String.raw`(?<![\p{L}])(?:${K})${NO_LETTER}`, "u");
const MILLIONS = new RegExp(String.raw`(?<![\p{L}])(?:${M})${NO_LETTER}`, "u");
const EURO_WORDS = /€|\beuros?\b/;
const ANNOUNCED = new RegExp(
  String.raw`(?:\ben|\(|^|unites? ?:?|montants? ?(?:exprimes?|indiques?|donnes?)? ?:?) ?(${K}|${M}|€|euros?)${NO_LETTER}`,
  "u",
);

/** The unit that the folded words of a heading name anywhere; null where they name none. */
export function findUnit(folded: string): Unite | null {
  if (THOUSANDS.test(folded)) return "k€";
  if (MILLIONS.test(folded)) return "M€";
  return EURO_WORDS.test(folded) ? "€" : null;
}

/** The unit that a title or a note announces ("en k€", "(k€)", "en milliers d'euros"); an amount in a sentence announces nothing. */
export function announcedUnit(text: string): Unite | null {
  const match = ANNOUNCED.exec(foldText(text));
  return match?.[1] === undefined ? null : findUnit(match[1]);
}

/** A folded figure without the unit that stands after or before it. */
export function splitUnit(folded: string): { readonly bare: string; readonly unit: Unite | null } {
  const after = AFTER.exec(folded);
  if (after) return { bare: folded.slice(0, after.index), unit: after[1] ? "k€" : after[2] ? "M€" : "€" };
  const bare = folded.replace(BEFORE, "");
  return { bare, unit: bare === folded ? null : "€" };
}
