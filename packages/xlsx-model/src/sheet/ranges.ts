// Lists of local ranges as the parts write them: "A1:B2 D4".
import { formatLocalRange, LAST_COLUMN, LAST_ROW, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";

export const WHOLE_SHEET: GridRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function parseRanges(text: string): GridRange[] {
  return text
    .trim()
    .split(/\s+/)
    .map(parseLocalRange)
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

/** What is left of the ranges once the cells of others are taken away. */
export function without(ranges: readonly GridRange[], taken: readonly GridRange[]): GridRange[] {
  return taken.reduce<GridRange[]>((left, hole) => left.flatMap((range) => around(range, hole)), [...ranges]);
}

function around(range: GridRange, hole: GridRange): GridRange[] {
  if (!intersects(range, hole)) return [range];
  const { top, left, bottom, right } = range;
  const [first, last] = [Math.max(top, hole.top), Math.min(bottom, hole.bottom)];
  return [
    { top, left, bottom: hole.top - 1, right },
    { top: first, left, bottom: last, right: hole.left - 1 },
    { top: first, left: hole.right + 1, bottom: last, right },
    { top: hole.bottom + 1, left, bottom, right },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
