// What a cell of an indicator says: a figure, nothing, or something unreadable.
import type { ValeurLue } from "../cells";
import { known, notKnown } from "../known";
import { montreAutrement } from "./format-trompeur";
import { foldFigure, isDateFormat, isMissingWord, parseNombre } from "./parse-nombre";

const MISSING: ValeurLue = notKnown("missing");
const UNREADABLE: ValeurLue = notKnown("unreadable");

export function lireValeur(value: string | number | boolean | null, numberFormat: string): ValeurLue {
  if (value === null) return MISSING;
  if (typeof value === "number" && !isDateFormat(numberFormat)) {
    const montre = montreAutrement(value, numberFormat, "€");
    return { ...known(value), ...(montre !== null && { montre }) };
  }
  const folded = typeof value === "string" ? foldFigure(value) : null;
  if (folded === null) return UNREADABLE;
  if (isMissingWord(folded)) return MISSING;
  const parsed = parseNombre(folded);
  return parsed && parsed.ambiguous === null ? known(parsed.nombre) : UNREADABLE;
}

/** A « % » of the format itself, not one that it only writes beside the figure. */
const isPartFormat = (numberFormat: string): boolean => numberFormat.replace(/"[^"]*"?|\\./g, "").includes("%");

/** The value of an indicator that is a percentage: 62.5 for 62,5 %, as contracts are written. */
export function lirePourcentage(value: string | number | boolean | null, numberFormat: string): ValeurLue {
  if (typeof value === "number" && isPartFormat(numberFormat)) {
    // Binary noise of the product left aside.
    return { ...known(Math.round(value * 1e10) / 1e8), isPart: true };
  }
  return lireValeur(typeof value === "string" ? value.replace(/(?<!\s)\s*%\s*$/u, "") : value, numberFormat);
}
