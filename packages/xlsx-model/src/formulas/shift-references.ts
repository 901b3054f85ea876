// What becomes of ranges, and of the references in formulas, when cells are inserted or deleted beside them.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import { columnIndex, columnName } from "../local-cell";
import { joinTokens, tokenize, unquoteSheet, type Token } from "../formula-text/formula-tokens";
import type { GridRange } from "../plan";

export type ShiftDirection = "down" | "right" | "up" | "left";

export interface Shift {
  readonly range: GridRange;
  readonly towards: ShiftDirection;
}

/** Null once all of its cells are deleted. Only what lies in the rows or columns concerned moves. */
export function shiftedRange(range: GridRange, { range: cells, towards }: Shift): GridRange | null {
  if (towards === "down" || towards === "up") {
    if (range.left < cells.left || range.right > cells.right) return range;
    const moved = shiftedSpan(range.top, range.bottom, cells.top, cells.bottom, towards === "up", LAST_ROW);
    return moved && { ...range, top: moved[0], bottom: moved[1] };
  }
  if (range.top < cells.top || range.bottom > cells.bottom) return range;
  const moved = shiftedSpan(range.left, range.right, cells.left, cells.right, towards === "left", LAST_COLUMN);
  return moved && { ...range, left: moved[0], right: moved[1] };
}

function shiftedSpan(
  first: number,
  last: number,
  from: number,
  to: number,
  isDeleted: boolean,
  limit: number,
): [number, number] | null {
  const count = to - from + 1;
  // A whole column stays one.
  if (first === 0 && last === limit) return [first, last];
  if (!isDeleted) return [first >= from ? first + count : first, Math.min(limit, last >= from ? last + count : last)];
  const newFirst = first < from ? first : Math.max(from, first - count);
  const newLast = last < from ? last : Math.max(from - 1, last - count);
  return newFirst > newLast ? null : [newFirst, newLast];
}

const CORNER = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/;

/** `home` is the sheet that the formula stands on; null for a name of the workbook. */
export function shiftFormula(formula: string, home: string | null, sheet: string, shift: Shift): string {
  let isChanged = false;
  const tokens = tokenize(formula).map((token): Token => {
    if (token.kind !== "reference") return token;
    const owner = token.sheet === null ? home : unquoteSheet(token.sheet);
    if (owner?.toLowerCase() !== sheet.toLowerCase()) return token;
    const text = shiftReference(token.text, shift);
    if (text === token.text) return token;
    isChanged = true;
    return { ...token, text };
  });
  return isChanged ? joinTokens(tokens) : formula;
}

/** "$1:$2", and "A:C". */
const ROWS = /^(\$?)(\d+):(\$?)(\d+)$/;
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/;

function shiftLines(text: string, shift: Shift): string | null {
  const rows = ROWS.exec(text);
  const columns = COLUMNS.exec(text);
  const [, fixed = "", first = "", alsoFixed = "", last = ""] = rows ?? columns ?? [];
  if (!rows && !columns) return null;
  const lines = rows
    ? { top: Number(first) - 1, bottom: Number(last) - 1, left: 0, right: LAST_COLUMN }
    : { top: 0, bottom: LAST_ROW, left: columnIndex(first), right: columnIndex(last) };
  const moved = shiftedRange(lines, shift);
  if (!moved) return "#REF!";
  if (moved === lines) return text;
  return rows
    ? `${fixed}${moved.top + 1}:${alsoFixed}${moved.bottom + 1}`
    : `${fixed}${columnName(moved.left)}:${alsoFixed}${columnName(moved.right)}`;
}

function shiftReference(text: string, shift: Shift): string {
  const lines = shiftLines(text, shift);
  if (lines !== null) return lines;
  const corners = text.split(":").map((corner) => CORNER.exec(corner));
  const [first, last = first] = corners;
  if (!first || !last) return text;
  const range = {
    top: Number(first[4]) - 1,
    left: columnIndex(first[2] ?? ""),
    bottom: Number(last[4]) - 1,
    right: columnIndex(last[2] ?? ""),
  };
  const moved = shiftedRange(range, shift);
  if (!moved) return "#REF!";
  if (moved === range) return text;
  const corner = (match: RegExpExecArray, row: number, column: number) =>
    `${match[1] ?? ""}${columnName(column)}${match[3] ?? ""}${row + 1}`;
  const start = corner(first, moved.top, moved.left);
  return corners.length === 1 ? start : `${start}:${corner(last, moved.bottom, moved.right)}`;
}
