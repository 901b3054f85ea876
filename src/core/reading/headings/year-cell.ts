// The year that a heading cell names.
import { isDateFormat } from "../../domain/values/parse-nombre";
import type { HeadingReader } from "./headings";
import { isoDate, type GridRow } from "../sheet-grid";

export interface YearCell {
  readonly column: number;
  /** Null for a heading cell that names something else than a year. */
  readonly annee: number | null;
}

export const isYear = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;

/** Beside a number that is no year, 2000 is no year either. */
export function holdsAmount(row: GridRow): boolean {
  for (let column = row.left; column <= row.right; column += 1) {
    const value = row.value(column);
    if (typeof value === "number" && !isYear(value) && !isDateFormat(row.numberFormat(column))) return true;
  }
  return false;
}

/** Over amounts, "Réalisé 2024" is the year 2024; over targets, it heads another column. */
type Matter = "budget" | "indicators";

export function yearOf(row: GridRow, column: number, headings: HeadingReader, matter: Matter): number | null {
  const value = row.value(column);
  if (typeof value === "number") {
    if (!isDateFormat(row.numberFormat(column))) return isYear(value) ? value : null;
    const date = isoDate(value);
    return date === null ? null : headings.years.ofDate(date);
  }
  if (typeof value !== "string") return null;
  const { annee, colonne, role } = headings.read(value);
  const isYearOnly = role === null || role === "cible" || (role === "realise" && matter === "budget");
  return colonne === null && isYearOnly ? annee : null;
}

/** The cells of a row that hold something, with their years. */
export function readYearCells(row: GridRow, headings: HeadingReader, matter: Matter): readonly YearCell[] {
  const cells: YearCell[] = [];
  for (let column = row.left; column <= row.right; column += 1) {
    if (row.value(column) !== null) cells.push({ column, annee: yearOf(row, column, headings, matter) });
  }
  return cells;
}
