// Headings and labels of shares: what part of the whole an axe makes up.
import { foldText } from "./label";

const LONGEST = 60;
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Without one of these nothing speaks of a share. */
const SHARES = words("% part parts poids pourcentage pourcentages quotepart proportion ventilation repartition");
/** "%" or "Part" alone may be any share: these say of what. */
const OF_AXES = words("axe axes");
const OF_TOTAL = words("total budget enveloppe ensemble contrat");
const FILLER = words(
  "de du des d la le les l en au aux a soit dans sur par pour et chaque relatif relative financier financiere global globale " +
    "general annee exercice montant montants",
);

export interface ShareLabel {
  /** The label says of what: of the axe, or of the total; else only the figures can tell. */
  readonly isPlain: boolean;
  /** "Part de l’axe 2". */
  readonly axe: number | null;
}

/** Null for a label that is no share, or a share of something else: of a party, of an indicator. */
export function readShareLabel(text: string): ShareLabel | null {
  if (text.length > LONGEST) return null;
  const tokens = foldText(text)
    .replaceAll("%", " % ")
    .replace(/quote-part/g, "quotepart")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
    .split(" ");
  const said = tokens.filter((token) => !FILLER.has(token) && !/^20\d\d$/.test(token));
  if (!said.some((token) => SHARES.has(token))) return null;
  const rest = said.filter((token) => !SHARES.has(token));
  const numbers = rest.filter((token) => /^\d{1,2}$/.test(token));
  const isOfAxes = rest.some((token) => OF_AXES.has(token));
  const isKnown = rest.every((token) => OF_AXES.has(token) || OF_TOTAL.has(token) || numbers.includes(token));
  if (!isKnown || numbers.length > (isOfAxes ? 1 : 0)) return null;
  // "Part budget", "Part du contrat" name no whole: only the total does without a percent sign.
  const isOfTotal = rest.some((token) => OF_TOTAL.has(token)) && (rest.includes("total") || said.includes("%"));
  return { isPlain: isOfAxes || isOfTotal, axe: numbers[0] === undefined ? null : Number(numbers[0]) };
}
