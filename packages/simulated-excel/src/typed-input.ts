// What Excel makes of a value that is typed or written: a text that looks like a figure or a date becomes one, with its format.
import { getFormatFromId, parseValue } from "numfmt";
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { CellContent } from "xlsx-model/sheet-values";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const SIGNIFICANT_DIGITS = 15;

export interface TypedInput extends CellContent {
  /** That the cell takes if it had none; null where the entry brings none. */
  readonly numberFormat: string | null;
}

/** The API reads as in the United States, whatever the agent's language; a cell of the text format keeps the text. */
export function typedInput(input: string | number | boolean, numberFormat?: string): TypedInput {
  if (input === "") return entry(null);
  if (numberFormat === "@") return entry(typeof input === "boolean" ? String(input).toUpperCase() : String(input));
  if (typeof input === "number") return entry(significant(input));
  if (typeof input === "boolean") return entry(input);
  if (input.startsWith("'")) return entry(input.slice(1));
  if (isFormula(input)) return { value: UNCOMPUTED, formula: input, numberFormat: null };
  const text = input.trim();
  if (ERRORS.has(text.toUpperCase())) return entry(text.toUpperCase());
  const parsed = parseValue(text, { locale: "en-US" });
  if (!parsed || parsed.value === null) {
    // "If the value starts with a plus or a minus, Excel interprets this value as a formula", which may be none.
    return /^[+-]./s.test(text) ? { value: UNCOMPUTED, formula: `=${text}`, numberFormat: null } : entry(input);
  }
  const { value } = parsed;
  const id = "formatId" in parsed && typeof parsed.formatId === "number" ? parsed.formatId : null;
  return {
    value: typeof value === "number" ? significant(value) : value,
    formula: null,
    numberFormat: id === null ? null : getFormatFromId(id, "en-US"),
  };
}

export function isFormula(input: unknown): input is `=${string}` {
  return typeof input === "string" && input.startsWith("=") && input.length > 1;
}

function entry(value: CellValue): TypedInput {
  return { value, formula: null, numberFormat: null };
}

/** Excel keeps no more digits than these of what is entered; those of a whole number that follow become zeros. */
export function significant(value: number): number {
  const beyond = Number.isInteger(value) ? Math.floor(Math.log10(Math.abs(value))) + 1 - SIGNIFICANT_DIGITS : 0;
  if (beyond <= 0 || beyond > SIGNIFICANT_DIGITS) return Number(value.toPrecision(SIGNIFICANT_DIGITS));
  const unit = 10n ** BigInt(beyond);
  return Number((BigInt(value) / unit) * unit);
}
