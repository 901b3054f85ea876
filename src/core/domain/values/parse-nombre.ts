// Figures typed as text, in the ways French agents write them.
import { foldText } from "../words/label";

/** Longer texts are sentences: no figure is that long. */
const MAX_LENGTH = 60;

const NOMBRE = /^([+-])? ?([1-9]\d{0,2}(?:(?:[ ']\d{3})+|(?:\.\d{3})+|(?:,\d{3})+)|\d+)(?:([.,])(\d+))?$/;
/** "130.000" and "130,000": thousands or three decimals? */
const THREE_DIGITS = /^[1-9]\d{0,2}([.,])\d{3}$/;

export interface NombreTexte {
  readonly nombre: number;
  /** The separator of a figure that could have three decimals as well as thousands; null when it is plain. */
  readonly ambiguous: "." | "," | null;
}

/** Folds a typed figure or word for recognition; null when it is too long to be one. */
export function foldFigure(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  // An apostrophe in front is Excel's own mark for "text", which some exports write out.
  return foldText(text).replace(/^' ?/, "");
}

/** Reads a folded figure without unit; null when it is none. The ambiguous ones are read as three decimals. */
export function parseNombre(folded: string): NombreTexte | null {
  const three = THREE_DIGITS.exec(folded);
  if (three) return { nombre: Number(folded.replace(",", ".")), ambiguous: three[1] === "." ? "." : "," };
  const match = NOMBRE.exec(folded);
  if (!match) return null;
  const [, sign, whole = "", separator, decimals = ""] = match;
  if (separator !== undefined && whole.includes(separator)) return null;
  const nombre = Number(`${whole.replace(/[ '.,]/g, "")}.${decimals}`);
  return { nombre: sign === "-" ? -nombre : nombre, ambiguous: null };
}

const MISSING: ReadonlySet<string> = new Set(["", "nd", "nc", "n.c.", "non precise", "-", "/"]);

/** The words that stand for "no figure": empty, nd, NC, n.c., non précisé, a dash, a slash. */
export function isMissingWord(folded: string): boolean {
  return MISSING.has(folded);
}

/** Whether a US number format shows a date or a time. « Standard » is what the French Excel calls its general one. */
export function isDateFormat(numberFormat: string): boolean {
  if (numberFormat === "General" || !/[ymdhs]/i.test(numberFormat)) return false;
  const [positive = ""] = numberFormat.replace(/"[^"]*"?|\\.|_.|\*.|standard/gi, "").split(";");
  return /[ymdhs]/i.test(positive.replace(/\[(?![hms]+\])[^[\]]*\]/gi, ""));
}
