// The year that a heading cell names.
import { isDateFormat } from "../domain/parse-nombre";
import type { HeadingReader } from "./headings";
import { isoDate, type GridRow } from "./sheet-grid";

export interface YearCell {
  readonly column: number;
  /** Null for a heading cell that names something else than a year. */
  readonly annee: number | null;
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;

function yearOf(row: GridRow, column: number, headings: HeadingReader): number | null {
  const value = row.value(column);
  if (typeof value === "number") {
    if (!isDateFormat(row.numberFormat(column))) return isYear(value) ? value : null;
    const date = isoDate(value);
    return date === null ? null : Number(date.slice(0, 4));
  }
  if (typeof value !== "string") return null;
  const { annee, colonne, role } = headings.read(value);
  return colonne === null && (role === null || role === "cible") ? annee : null;
}

/** The cells of a row that hold something, with their years. */
export function readYearCells(row: GridRow, headings: HeadingReader): readonly YearCell[] {
  const cells: YearCell[] = [];
  for (let column = row.left; column <= row.right; column += 1) {
    if (row.value(column) !== null) cells.push({ column, annee: yearOf(row, column, headings) });
  }
  return cells;
}
