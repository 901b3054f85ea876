// Lists of local ranges as the parts write them: "A1:B2 D4".
import { columnIndex, formatLocalRange, LAST_COLUMN, LAST_ROW } from "../../core/domain/cell-ref";
import type { GridRange } from "../../core/workbook-port";

export const WHOLE_SHEET: GridRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d+)$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d+)$/;

/** Reads "A1", "A1:B2", "A:C" and "2:5", with or without "$"; null for anything else. */
export function parseRange(text: string): GridRange | null {
  const [first = "", last = first] = text.split(":");
  const [from, to] = [CELL.exec(first), CELL.exec(last)];
  if (from && to) {
    return ordered(Number(from[2]) - 1, columnIndex(from[1] ?? ""), Number(to[2]) - 1, columnIndex(to[1] ?? ""));
  }
  if (!text.includes(":")) return null;
  const [left, right] = [COLUMN.exec(first), COLUMN.exec(last)];
  if (left && right) return ordered(0, columnIndex(left[1] ?? ""), LAST_ROW, columnIndex(right[1] ?? ""));
  const [top, bottom] = [ROW.exec(first), ROW.exec(last)];
  if (top && bottom) return ordered(Number(top[1]) - 1, 0, Number(bottom[1]) - 1, LAST_COLUMN);
  return null;
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): GridRange | null {
  const range = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
  return range.top < 0 || range.bottom > LAST_ROW || range.right > LAST_COLUMN ? null : range;
}

export function parseRanges(text: string): GridRange[] {
  return text
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .filter((range) => range !== null);
}

export function formatRanges(ranges: readonly GridRange[]): string {
  return ranges.map(formatLocalRange).join(" ");
}

export function intersects(a: GridRange, b: GridRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function contains(range: GridRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
