// What an amount cell says: a number, a text that plainly is an amount, nothing, or something unreadable.
import type { MontantLu } from "../cells";
import { known, notKnown } from "../known";
import { montantFromEuros, toEuros, type Montant } from "./montant";
import { EUROS, splitUnit, type Unite } from "./unite";
import { montreAutrement } from "./format-trompeur";
import { foldFigure, isDateFormat, isMissingWord, parseNombre } from "./parse-nombre";

const MISSING: MontantLu = notKnown("missing");
const UNREADABLE: MontantLu = notKnown("unreadable");

/** Below this a difference in euros is binary noise, not a decimal that someone hid. */
const NOISE = 1e-6;

/** The amount, with its exact euros where they are finer than a centime. */
function toMontant(figure: number, unit: Unite): { readonly montant: Montant; readonly euros?: number } | null {
  const euros = figure * EUROS[unit];
  if (!Number.isSafeInteger(Math.round(euros * 100))) return null;
  const montant = montantFromEuros(euros);
  // Large floats are coarser than the noise allowed here.
  const noise = Math.max(NOISE, Math.abs(euros) * 4 * Number.EPSILON);
  return Math.abs(euros - toEuros(montant)) < noise ? { montant } : { montant, euros };
}

function readText(text: string, tableUnit: Unite): MontantLu {
  const folded = foldFigure(text);
  if (folded === null) return UNREADABLE;
  if (isMissingWord(folded)) return MISSING;
  const { bare, unit: ownUnit } = splitUnit(folded);
  const unit = ownUnit ?? tableUnit;

  const parsed = parseNombre(bare);
  if (!parsed) return UNREADABLE;
  // In whole euros nobody writes three decimals, but "130,000" may come from an English hand: the agent decides.
  // In millions three decimals are the rule. In thousands both readings are likely.
  if (parsed.ambiguous !== null && !(unit === "M€" || (unit === "€" && parsed.ambiguous === "."))) return UNREADABLE;
  const isThousands = parsed.ambiguous !== null && unit === "€";
  const montant = toMontant(isThousands ? Math.round(parsed.nombre * 1_000) : parsed.nombre, unit);
  if (montant === null) return UNREADABLE;
  const { montant: value, ...exact } = montant;
  return { ...known(value), ...exact, source: "text", unit: ownUnit };
}

/** `tableUnit` is the unit that the table's heading or title announces; a unit in the cell prevails. */
export function lireMontant(
  value: string | number | boolean | null,
  numberFormat: string,
  tableUnit: Unite,
): MontantLu {
  if (value === null) return MISSING;
  if (typeof value === "string") return readText(value, tableUnit);
  if (typeof value === "boolean" || isDateFormat(numberFormat)) return UNREADABLE;
  const figure = toMontant(value, tableUnit);
  if (figure === null) return UNREADABLE;
  const montre = montreAutrement(value, numberFormat, tableUnit);
  const { montant, ...exact } = figure;
  return { ...known(montant), ...exact, source: "number", unit: null, ...(montre !== null && { montre }) };
}
