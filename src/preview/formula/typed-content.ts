// What the agent types into a cell, understood as a French Excel would, and what the formula bar shows him in return.
import { parseValue } from "numfmt";
import { UNCOMPUTED } from "../../core/workbook-port";
import type { CellContent } from "../../files/workbook-model";
import { toEnglishFormula, toFrenchFormula } from "../../core/domain/formulas/formula-french";

const SPACES_IN_NUMBER = /(?<=\d)[ \u00a0\u202f\u2009](?=\d{3})/g;

export function readTyped(text: string): CellContent {
  if (text.startsWith("=") && text.length > 1) return { value: UNCOMPUTED, formula: toEnglishFormula(text) };
  if (text.trim() === "") return { value: null, formula: null };
  // An apostrophe keeps what follows as text.
  if (text.startsWith("'")) return { value: text.slice(1), formula: null };
  const compact = text
    .trim()
    .replace(SPACES_IN_NUMBER, "")
    .replace(/[ \u00a0\u202f]?€$/, "");
  const parsed = parseValue(compact, { locale: "fr" })?.value;
  return { value: typeof parsed === "number" || typeof parsed === "boolean" ? parsed : text, formula: null };
}

/** The text to edit: a formula in French, a number with its decimal comma and without grouping. */
export function showForEditing({ value, formula }: CellContent): string {
  if (formula !== null) return toFrenchFormula(formula);
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return readTyped(value).value === value ? value : `'${value}`;
}
