// What Excel makes of a value that is typed or written: a text that looks like a figure or a date becomes one.
import { UNCOMPUTED } from "../core/workbook-port";
import type { CellContent } from "../files/workbook-model";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The API reads as in the United States, whatever the agent's language; a cell of the text format keeps the text. */
export function typedInput(input: string | number | boolean, numberFormat?: string): CellContent {
  if (input === "") return { value: null, formula: null };
  if (numberFormat === "@") return { value: String(input), formula: null };
  if (typeof input !== "string") return { value: input, formula: null };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null };
  if (input.startsWith("=") && input.length > 1) return { value: linkLabel(input) ?? UNCOMPUTED, formula: input };
  const text = input.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === "true", formula: null };
  if (ERRORS.has(text.toUpperCase())) return { value: text.toUpperCase(), formula: null };
  return { value: figure(text) ?? date(text) ?? input, formula: null };
}

/** The formula engine has no HYPERLINK; Excel shows the label. */
function linkLabel(formula: string): string | null {
  const match = /^=HYPERLINK\("(?:[^"]|"")*",\s*"((?:[^"]|"")*)"\)$/i.exec(formula);
  return match?.[1]?.replaceAll('""', '"') ?? null;
}

function figure(text: string): number | null {
  const negative = /^\((.+)\)$/.exec(text);
  const body = (negative?.[1] ?? text).replace(/^([-+]?)\$/, "$1");
  const percent = body.endsWith("%");
  const digits = percent ? body.slice(0, -1).trim() : body;
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null;
  const value = Number(digits.replaceAll(",", "")) / (percent ? 100 : 1);
  return negative ? -value : value;
}

function date(text: string): number | null {
  const us = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(text);
  if (us) return serial(us[3] ?? String(new Date().getFullYear()), Number(us[1]), Number(us[2]));
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (iso) return serial(iso[1] ?? "", Number(iso[2]), Number(iso[3]));
  const named = /^([a-z]{3,9})[ -](\d{1,4})$/i.exec(text);
  const month = named ? MONTHS.indexOf((named[1] ?? "").slice(0, 3).toLowerCase()) : -1;
  return named && month >= 0 ? serial(named[2] ?? "", month + 1, 1) : null;
}

function serial(yearText: string, month: number, day: number): number | null {
  const short = Number(yearText);
  const year = short < 30 ? 2000 + short : short < 100 ? 1900 + short : short;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return Math.round((time - EPOCH) / DAY_MS);
}
