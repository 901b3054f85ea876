// Structured references, "Tableau1[[#This Row],[Part État]]", as the ranges they stand for.
import type { RangeRef } from "../cell-ref";
import { isSameSheet } from "../cell-ref";

/** A table of Excel's, "Tableau1", whose columns formulas may name. */
export interface NamedTable {
  readonly name: string;
  /** Its headings and its totals included. */
  readonly range: RangeRef;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function unescape(column: string): string {
  return column.replace(/'(.)/g, "$1").trim().toLowerCase();
}

/** The pieces between the outer brackets: "[#Data],[a]:[b]" → ["#Data", "a", ":", "b"]; "a" → ["a"]. */
function pieces(inside: string): string[] {
  const trimmed = inside.trim();
  if (!trimmed.startsWith("[")) return trimmed === "" ? [] : [trimmed];
  return [...trimmed.matchAll(/\[((?:'.|[^[\]'])*)(?:\]|$)|(:)/g)].map(([, piece, colon]) => piece ?? colon ?? "");
}

function rows(specifiers: readonly string[], table: NamedTable, place: Place): [number, number] | null {
  const { top, bottom } = table.range;
  const dataTop = top + table.headerRows;
  const dataBottom = bottom - table.totalsRows;
  const has = (name: string): boolean => specifiers.includes(name);
  if (has("#this row")) {
    return isSameSheet(place.sheet, table.range.sheet) && place.row >= dataTop && place.row <= dataBottom
      ? [place.row, place.row]
      : null;
  }
  if (has("#all")) return [top, bottom];
  const data = has("#data") || specifiers.length === 0;
  const first = has("#headers") ? top : data ? dataTop : dataBottom + 1;
  const last = has("#totals") ? bottom : data ? dataBottom : dataTop - 1;
  return first <= last ? [first, last] : null;
}

/** "[@Total]" without a name is the table in which the formula stands. */
function findTable(name: string, tables: readonly NamedTable[], place: Place): NamedTable | undefined {
  if (name !== "") return tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  return tables.find(
    ({ range }) =>
      isSameSheet(range.sheet, place.sheet) &&
      place.row >= range.top &&
      place.row <= range.bottom &&
      place.column >= range.left &&
      place.column <= range.right,
  );
}

/** Null when the table or the column is unknown, or when there is nothing at that place. */
export function resolveTable(text: string, tables: readonly NamedTable[], place: Place): RangeRef | null {
  const bracket = text.indexOf("[");
  const table = findTable(text.slice(0, bracket), tables, place);
  if (!table) return null;
  const inside = text.slice(bracket + 1, -1).trim();
  const isOfRow = inside.startsWith("@");
  const named = pieces(isOfRow ? inside.slice(1) : inside).map(unescape);
  const found = isOfRow ? ["#this row", ...named] : named;
  const specifiers = found.filter((piece) => piece.startsWith("#"));
  const columns = found.filter((piece) => !piece.startsWith("#") && piece !== ":");
  const span = rows(specifiers, table, place);
  if (!span) return null;
  const known = table.columns.map((column) => column.trim().toLowerCase());
  const indexes = columns.map((column) => known.indexOf(column));
  if (indexes.includes(-1)) return null;
  const { left, right } = table.range;
  const first = indexes.length === 0 ? left : left + Math.min(...indexes);
  const last = indexes.length === 0 ? right : left + Math.max(...indexes);
  return { sheet: table.range.sheet, top: span[0], left: first, bottom: span[1], right: last };
}
