// What the agent types into a cell, understood as a French Excel would, and what the formula bar shows him in return.
import { getFormatFromId, parseValue } from "numfmt";
import type { CellStyle } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { CellContent } from "xlsx-model/sheet-values";
import { toEnglishFormula, toFrenchFormula } from "xlsx-model/formula-text/formula-french";

const SPACES_IN_NUMBER = /(?<=\d)[ \u00a0\u202f\u2009](?=\d{3})/g;

/** Excel shows this format as the language of its user has it; a file that others open says the French one. */
const SHORT_DATE = 14;
const FRENCH_DATE = "dd/mm/yyyy";

export function readTyped(text: string): CellContent {
  if (text.startsWith("=") && text.length > 1) return { value: UNCOMPUTED, formula: toEnglishFormula(text) };
  if (text.trim() === "") return { value: null, formula: null };
  // An apostrophe keeps what follows as text.
  if (text.startsWith("'")) return { value: text.slice(1), formula: null };
  const parsed = parseFrench(text)?.value;
  return { value: typeof parsed === "number" || typeof parsed === "boolean" ? parsed : text, formula: null };
}

/** What was typed, with the format that a date or a percentage brings to a cell that has none. */
export function readEntry(text: string, { numberFormat }: CellStyle) {
  const content = readTyped(text);
  const isFree = numberFormat === undefined || numberFormat === "General";
  if (!isFree || typeof content.value !== "number") return { content };
  const parsed = parseFrench(text);
  const id = parsed && "formatId" in parsed && typeof parsed.formatId === "number" ? parsed.formatId : null;
  const format = id === null ? null : id === SHORT_DATE ? FRENCH_DATE : getFormatFromId(id, "en-US");
  return format === null || format === "General" ? { content } : { content, numberFormat: format };
}

function parseFrench(text: string) {
  const compact = text
    .trim()
    .replace(SPACES_IN_NUMBER, "")
    .replace(/[ \u00a0\u202f]?€$/, "");
  return parseValue(compact, { locale: "fr" });
}

/** The text to edit: a formula in French, a number with its decimal comma and without grouping. */
export function showForEditing({ value, formula }: CellContent): string {
  if (formula !== null) return toFrenchFormula(formula);
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return readTyped(value).value === value ? value : `'${value}`;
}
