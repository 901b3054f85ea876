// Where cells stand on their sheet, in points from its corner, as drawings are placed.
import type { GridRange } from "../core/workbook-port";
import type { SheetModel } from "../files/workbook-model";
import { pointsFromCharacters } from "./column-width";

/** Excel's default row. */
export const DEFAULT_ROW_POINTS = 15;

/** Names are those of the client. */
export interface Box {
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
}

export function boxOf(sheet: SheetModel, { top, left, bottom, right }: GridRange): Box {
  const columns = (from: number, to: number) =>
    sum(from, to, (column) => (sheet.isColumnHidden(column) ? 0 : pointsFromCharacters(sheet.columnWidth(column))));
  const rows = (from: number, to: number) =>
    sum(from, to, (row) => (sheet.isRowHidden(row) ? 0 : (sheet.rowHeight(row) ?? DEFAULT_ROW_POINTS)));
  return { Left: columns(0, left - 1), Top: rows(0, top - 1), Width: columns(left, right), Height: rows(top, bottom) };
}

function sum(from: number, to: number, size: (at: number) => number): number {
  let total = 0;
  for (let at = from; at <= to; at += 1) total += size(at);
  return total;
}
