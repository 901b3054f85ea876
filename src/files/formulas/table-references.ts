// Structured references, "Tableau1[[#This Row],[Part État]]", as the ranges they stand for.
import type { GridRange } from "../../core/workbook-port";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import type { Table } from "../workbook/tables";

interface Place {
  readonly sheet: XlsxSheet;
  readonly row: number;
}

function unescape(column: string): string {
  return column.replace(/'(.)/g, "$1").trim().toLowerCase();
}

/** The pieces between the outer brackets: "[#Data],[a]:[b]" → ["#Data", "a", ":", "b"]; "a" → ["a"]. */
function pieces(inside: string): string[] {
  const trimmed = inside.trim();
  if (!trimmed.startsWith("[")) return trimmed === "" ? [] : [trimmed];
  return [...trimmed.matchAll(/\[((?:'.|[^\]'])*)\]|(:)/g)].map(([, piece, colon]) => piece ?? colon ?? "");
}

function rows(specifiers: readonly string[], table: Table, place: Place): [number, number] | null {
  const { top, bottom } = table.range;
  const dataTop = top + table.headerRows;
  const dataBottom = bottom - table.totalsRows;
  const has = (name: string): boolean => specifiers.includes(name);
  if (has("#this row")) {
    return place.sheet === table.sheet && place.row >= dataTop && place.row <= dataBottom
      ? [place.row, place.row]
      : null;
  }
  if (has("#all")) return [top, bottom];
  const data = has("#data") || specifiers.length === 0;
  const first = has("#headers") ? top : data ? dataTop : dataBottom + 1;
  const last = has("#totals") ? bottom : data ? dataBottom : dataTop - 1;
  return first <= last ? [first, last] : null;
}

/** Null when the table or the column is unknown, or when there is nothing at that place. */
export function resolveTable(
  text: string,
  tables: readonly Table[],
  place: Place,
): { sheet: XlsxSheet; range: GridRange } | null {
  const bracket = text.indexOf("[");
  const name = text.slice(0, bracket).toLowerCase();
  const table = tables.find((candidate) => candidate.name.toLowerCase() === name);
  if (!table) return null;
  const found = pieces(text.slice(bracket + 1, -1)).flatMap((piece) =>
    piece.startsWith("@") ? ["#this row", ...(piece.length > 1 ? [unescape(piece.slice(1))] : [])] : [unescape(piece)],
  );
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
  return { sheet: table.sheet, range: { top: span[0], left: first, bottom: span[1], right: last } };
}
