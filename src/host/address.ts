// Addresses as Excel's API reads and writes them.
import { columnIndex, columnName, formatLocalRange, quoteSheet } from "../core/domain/cell-ref";
import type { GridRange } from "../core/workbook-port";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const WHOLE_SHEET: GridRange = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const ordered = (first: number, second: number): [number, number] =>
  first <= second ? [first, second] : [second, first];

/** Reads "A1", "A1:B2", "A:C" and "1:3" ("$" tolerated); null when it is none of these or lies outside the sheet. */
export function parseLocal(text: string): GridRange | null {
  const match = /^(?:([A-Z]{1,3})(\d+)?|(\d+))(?::(?:([A-Z]{1,3})(\d+)?|(\d+)))?$/i.exec(
    text.replaceAll("$", "").trim(),
  );
  if (!match) return null;
  const [, column1, row1, onlyRow1, column2, row2, onlyRow2] = match;
  const isRange = text.includes(":");
  const firstRow = row1 ?? onlyRow1;
  const lastRow = isRange ? (row2 ?? onlyRow2) : firstRow;
  const lastColumn = isRange ? column2 : column1;
  if (!isRange && (firstRow === undefined || column1 === undefined)) return null;
  if ((firstRow === undefined) !== (lastRow === undefined)) return null;
  if ((column1 === undefined) !== (lastColumn === undefined)) return null;
  const [top, bottom] = firstRow === undefined ? [0, MAX_ROWS - 1] : ordered(Number(firstRow) - 1, Number(lastRow) - 1);
  const [left, right] =
    column1 === undefined ? [0, MAX_COLUMNS - 1] : ordered(columnIndex(column1), columnIndex(lastColumn ?? column1));
  if (top < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { top, left, bottom, right };
}

/** "'My sheet'!A1" → its two halves; the sheet is null when there is none. */
export function splitAddress(address: string): { sheet: string | null; local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  if (!match) return { sheet: null, local: address };
  const [, quoted, bare, local = ""] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare ?? null, local };
}

export function formatLocal(range: GridRange): string {
  if (range.top === 0 && range.bottom === MAX_ROWS - 1) return `${columnName(range.left)}:${columnName(range.right)}`;
  if (range.left === 0 && range.right === MAX_COLUMNS - 1) return `${range.top + 1}:${range.bottom + 1}`;
  return formatLocalRange(range);
}

export function formatAddress(sheet: string, range: GridRange): string {
  return `${quoteSheet(sheet)}!${formatLocal(range)}`;
}

export function intersection(a: GridRange, b: GridRange): GridRange | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

export const rowCount = ({ top, bottom }: GridRange) => bottom - top + 1;
export const columnCount = ({ left, right }: GridRange) => right - left + 1;
export const cellCount = (range: GridRange) => rowCount(range) * columnCount(range);
