// Addresses of cells and ranges, written the way Excel writes them.
import { columnIndex, columnName, formatLocalCell } from "./local-cell";

/** One cell; row and column are zero-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell to go to, or with `end` all the cells up to that one. */
export interface Place extends CellRef {
  readonly end?: { readonly row: number; readonly column: number };
}

/** A rectangle of cells on one sheet; rows and columns are zero-based and inclusive. */
export interface RangeRef {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function isSameCell(left: CellRef, right: CellRef): boolean {
  return left.row === right.row && left.column === right.column && left.sheet === right.sheet;
}

/** Whether the two have a cell in common. */
export const overlaps = (one: RangeRef, other: RangeRef): boolean =>
  isSameSheet(one.sheet, other.sheet) &&
  one.top <= other.bottom &&
  other.top <= one.bottom &&
  one.left <= other.right &&
  other.left <= one.right;

/** The last row and column of an Excel sheet, zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** "A3:M18", or "A3" for a single cell. */
export function formatLocalRange(range: Omit<RangeRef, "sheet">): string {
  const first = formatLocalCell(range.top, range.left);
  const last = formatLocalCell(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

// Excel leaves a name bare only when it could be nothing else: letters, digits, "_" and ".", no leading digit,
// and neither an A1 nor an R1C1 reference nor a boolean.
const BARE_SHEET_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LOOKS_LIKE_REFERENCE = /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|l\d*(?:c\d*)?|true|false|vrai|faux)$/i;

/** The sheet name as it stands before "!" in a reference: quoted when Excel needs it. */
export function quoteSheet(name: string): string {
  if (BARE_SHEET_NAME.test(name) && !LOOKS_LIKE_REFERENCE.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** "'Tableau budgétaire'!D7". */
export function formatCellRef(cell: CellRef): string {
  return `${quoteSheet(cell.sheet)}!${formatLocalCell(cell.row, cell.column)}`;
}

/** "'Tableau budgétaire'!$D$7:$E$9", or "…!$D$7" for a single cell. */
export function absoluteRange({ sheet, top, left, bottom, right }: RangeRef): string {
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** "'Tableau budgétaire'!A3:M18". */
export function formatRangeRef(range: RangeRef): string {
  return `${quoteSheet(range.sheet)}!${formatLocalRange(range)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d+)$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d+)$/;

/** Reads "A1", "A1:B2", "A:C" and "2:5", with or without "$"; null for anything else, and for what lies outside of a sheet. */
export function parseLocalRange(text: string): Omit<RangeRef, "sheet"> | null {
  const [first = "", last = first, ...others] = text.split(":");
  if (others.length > 0) return null;
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

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Omit<RangeRef, "sheet"> | null {
  const range = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
  return range.top < 0 || range.bottom > LAST_ROW || range.right > LAST_COLUMN ? null : range;
}

/** "'Mon onglet'!A1" → its two halves; the sheet is null where none is named, or where the text names one badly. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  if (!match) return { sheet: null, local: address };
  const [, quoted, bare, local = ""] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare ?? null, local };
}

/** Reads what formatRangeRef writes ("$" tolerated); null when the text is not one range of a named sheet. */
export function parseRangeRef(text: string): RangeRef | null {
  const { sheet, local } = splitAddress(text);
  const range = parseLocalRange(local);
  return sheet === null || !range ? null : { sheet, ...range };
}

/** Reads what formatCellRef writes ("$" tolerated); null when the text is not one cell of a named sheet. */
export function parseCellRef(text: string): CellRef | null {
  const range = text.includes(":") ? null : parseRangeRef(text);
  return range && { sheet: range.sheet, row: range.top, column: range.left };
}

/** The same key for two names that Excel takes for one sheet, as it does not look at the case of letters. */
export function sheetKey(name: string): string {
  return name.toLowerCase();
}

/** The smallest range that holds all these cells of one sheet; of none it is none. */
export function rangeAround(
  sheet: string,
  cells: readonly { readonly row: number; readonly column: number }[],
): RangeRef {
  const range = { sheet, top: Infinity, left: Infinity, bottom: -Infinity, right: -Infinity };
  for (const { row, column } of cells) {
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row);
    range.right = Math.max(range.right, column);
  }
  return range;
}

/** The same key for two references to one cell, for maps and sets. */
export function cellKey({ sheet, row, column }: CellRef): string {
  return `${sheetKey(sheet)}/${row}/${column}`;
}

export function isSameSheet(one: string, other: string): boolean {
  return one === other || sheetKey(one) === sheetKey(other);
}

/** By character, so that no language of the machine changes the order. */
const compareSheets = (one: CellRef, other: CellRef): number =>
  one.sheet === other.sheet ? 0 : one.sheet < other.sheet ? -1 : 1;

/** By sheet, then column, then row. */
export function compareCellRefs(one: CellRef, other: CellRef): number {
  return compareSheets(one, other) || one.column - other.column || one.row - other.row;
}

/** By sheet, then row, then column. */
export function compareByRows(one: CellRef, other: CellRef): number {
  return compareSheets(one, other) || one.row - other.row || one.column - other.column;
}

/** "I14", or "'Budget 2025'!I14" where the finding stands on another sheet. */
export function addressFrom(ref: CellRef, sheet: string): string {
  return isSameSheet(ref.sheet, sheet) ? formatLocalCell(ref.row, ref.column) : formatCellRef(ref);
}
