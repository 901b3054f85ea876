// Where cells stand on their sheet, in points from its corner, as drawings are placed.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
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
  const columns = (from: number, to: number) => sum(from, to, (column) => columnPoints(sheet, column));
  const rows = (from: number, to: number) => {
    let total = Math.max(0, to - from + 1) * DEFAULT_ROW_POINTS;
    for (const { first, last } of sheet.describedRows(from, to))
      total += (rowPoints(sheet, first) - DEFAULT_ROW_POINTS) * (last - first + 1);
    return total;
  };
  return { Left: columns(0, left - 1), Top: rows(0, top - 1), Width: columns(left, right), Height: rows(top, bottom) };
}

export function columnPoints(sheet: SheetModel, column: number): number {
  return sheet.isColumnHidden(column) ? 0 : pointsFromCharacters(sheet.columnWidth(column));
}

export function rowPoints(sheet: SheetModel, row: number): number {
  return sheet.isRowHidden(row) ? 0 : (sheet.rowHeight(row) ?? DEFAULT_ROW_POINTS);
}

function sum(from: number, to: number, size: (at: number) => number): number {
  let total = 0;
  for (let at = from; at <= to; at += 1) total += size(at);
  return total;
}
