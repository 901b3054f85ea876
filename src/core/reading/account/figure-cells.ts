// The figures of a sheet: numbers, and texts that plainly are amounts, with what their format already says of them.
import { EUROS, type Unite } from "../../domain/values/unite";
import { isoDate } from "xlsx-model/values/date-serial";
import { lireMontant } from "../../domain/values/lire-montant";
import { isDateFormat } from "../../domain/values/parse-nombre";
import { isYear } from "../headings/heading-cells";
import { LIMITS } from "../limits";
import type { GridRow } from "../sheet-grid";

export interface Figure {
  readonly row: number;
  readonly column: number;
  /** As the cell holds it, in the unit of its table; in euros where a text names its own unit. */
  readonly value: number;
  readonly kind: "amount" | "year" | "share" | "code" | "zero";
  /** From other cells. */
  readonly isComputed: boolean;
}

/** A date of the working life of anybody concerned: a date format over a larger number hides an amount. */
export const isDate = (value: number): boolean => {
  const iso = isoDate(value);
  return iso !== null && iso >= "1990" && iso < "2100";
};

function kindOf(value: number, format: string): Figure["kind"] {
  if (value === 0) return "zero";
  if (Math.abs(value) >= (Number.isInteger(value) ? LIMITS.numberFrom : LIMITS.codeFrom)) return "code";
  if (format.includes("%") && Math.abs(value) <= LIMITS.greatestShare) return "share";
  return isYear(value) ? "year" : "amount";
}

/** How a text begins that may be a figure: any other label is not looked at further. */
const BEGINS_AS_FIGURE = /^[\s'+\-−–(€\d]/;
/** "0380505050", "01": a leading zero makes a number, and no amount. */
const LEADING_ZERO = /^\s*'?0\d/;

const REFERENCE = /\$?[A-Z]{1,3}\$?\d/;

function readText(text: string): number | null {
  if (!BEGINS_AS_FIGURE.test(text) || LEADING_ZERO.test(text)) return null;
  const lu = lireMontant(text, "General", "€");
  // "2.3" is an article, "12" a rank: what is no number and no amount is words.
  return lu.reason === null && Math.abs(lu.value) >= LIMITS.leastAmount ? lu.value / 100 : null;
}

/** Null for a cell that holds no figure, and for a date: nobody takes it for an amount. */
export function figureAt(row: GridRow, column: number): Figure | null {
  const held = row.value(column);
  const value = typeof held === "string" ? readText(held) : held;
  if (typeof value !== "number") return null;
  const format = row.numberFormat(column);
  if (typeof held === "number" && isDateFormat(format) && isDate(value)) return null;
  const isComputed = REFERENCE.test(row.formula(column) ?? "");
  return { row: row.row, column, value, kind: kindOf(value, format), isComputed };
}

/** The figures of the columns that are asked about; the cells that a table has read are not looked at again. */
export function figuresOf(row: GridRow, isAsked: (column: number) => boolean): readonly Figure[] {
  if (row.numbers === 0 && row.texts.every(({ text }) => !BEGINS_AS_FIGURE.test(text))) return [];
  return row.filled().flatMap((column) => (isAsked(column) ? (figureAt(row, column) ?? []) : []));
}

/** In whole centimes, as amounts are compared. */
export const centimesOf = ({ value }: Figure, unit: Unite): number => Math.round(value * EUROS[unit] * 100);
