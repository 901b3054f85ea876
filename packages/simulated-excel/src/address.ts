// Addresses as Excel's API reads and writes them.
import { formatLocalRange, LAST_COLUMN, LAST_ROW, quoteSheet } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import type { GridRange } from "xlsx-model/plan";

export const WHOLE_SHEET: GridRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function formatLocal(range: GridRange): string {
  if (range.top === 0 && range.bottom === LAST_ROW) return `${columnName(range.left)}:${columnName(range.right)}`;
  if (range.left === 0 && range.right === LAST_COLUMN) return `${range.top + 1}:${range.bottom + 1}`;
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

/** Entire rows or columns: what the documentation calls an unbounded range. */
export const isUnbounded = ({ top, left, bottom, right }: GridRange): boolean =>
  (top === 0 && bottom === LAST_ROW) || (left === 0 && right === LAST_COLUMN);

export const rowCount = ({ top, bottom }: GridRange) => bottom - top + 1;
export const columnCount = ({ left, right }: GridRange) => right - left + 1;
export const cellCount = (range: GridRange) => rowCount(range) * columnCount(range);
