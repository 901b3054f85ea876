// An amount within the sentences of a signed contract: "130 000 €", "145 k€", "1,2 million d’euros".
import { EUROS, type Unite } from "../domain/values/unite";
import { roundTo } from "../domain/values/fifteen-digits";

/** One group: the figure and its unit. Apostrophes of both kinds are the reader's affair. */
export const AMOUNT = String.raw`(\d{1,3}(?: ?\d{3})*(?:,\d{1,6})? ?(?:€|euros?|[km]€|[km]euros?|milliers d'euros|millions? d'euros))`;

const UNITS: readonly (readonly [RegExp, Unite])[] = [
  [/(?:k ?€|k ?euros?|milliers)/i, "k€"],
  [/(?:m ?€|m ?euros?|millions?)/i, "M€"],
];

/** In euros, to the centime. */
export function readAmount(text: string): number {
  const figure = Number((/^[\d ]+(?:,\d+)?/.exec(text.trim())?.[0] ?? "").replace(/ /g, "").replace(",", "."));
  const unit = UNITS.find(([pattern]) => pattern.test(text))?.[1] ?? "€";
  return roundTo(figure * EUROS[unit], 2);
}
