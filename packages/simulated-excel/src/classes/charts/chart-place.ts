// Where a chart or another drawn thing stands: its frame in points, and in the cells and the fractions of cells of the drawing.
import type { ChartPlace, Corner, OpenChart } from "xlsx-model/charts/open-chart";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { boxOf, columnPoints, rowPoints, type Box } from "../../box";
import { hostErrors, NotSimulated } from "../../wire";
import { LAST_COLUMN } from "xlsx-model/cell-ref";
import { EMU } from "./chart-xml";

/** Points from the corner of the sheet beyond which Excel draws nothing. */
const FARTHEST = 169_056;

export function boxOfPlace(sheet: SheetModel, { place }: Pick<OpenChart, "place">): Box {
  if (!place) throw new NotSimulated("a drawing that is not placed by cells");
  const start = pointOf(sheet, place.from);
  if (!("to" in place)) return { Left: start.x, Top: start.y, Width: place.width / EMU, Height: place.height / EMU };
  const end = pointOf(sheet, place.to);
  return { Left: start.x, Top: start.y, Width: end.x - start.x, Height: end.y - start.y };
}

export function movedTo(sheet: SheetModel, { Left, Top, Width, Height }: Box): ChartPlace {
  return { from: cornerAt(sheet, Left, Top), to: cornerAt(sheet, Left + Width, Top + Height) };
}

/** Over the cells from the first to the last one; without a last one the chart keeps its size. */
export function placeOfBox(sheet: SheetModel, first: GridRange, last: GridRange | null, box: Box): ChartPlace {
  if (!last) return movedTo(sheet, { ...box, Left: boxOf(sheet, first).Left, Top: boxOf(sheet, first).Top });
  const corner = (row: number, col: number): Corner => ({ row, col, rowOff: 0, colOff: 0 });
  const [top, left] = [Math.min(first.top, last.top), Math.min(first.left, last.left)];
  const [bottom, right] = [Math.max(first.bottom, last.bottom), Math.max(first.right, last.right)];
  return { from: corner(top, left), to: corner(bottom + 1, right + 1) };
}

const cellOf = ({ row, col }: Corner): GridRange => ({ top: row, left: col, bottom: row, right: col });

function pointOf(sheet: SheetModel, corner: Corner): { readonly x: number; readonly y: number } {
  const { Left, Top } = boxOf(sheet, cellOf(corner));
  return { x: Left + corner.colOff / EMU, y: Top + corner.rowOff / EMU };
}

function cornerAt(sheet: SheetModel, x: number, y: number): Corner {
  if (x > FARTHEST || y > FARTHEST) throw hostErrors.invalidArgument();
  const column = walk(x, (at) => columnPoints(sheet, at));
  const row = walk(y, (at) => rowPoints(sheet, at));
  return { col: column.at, colOff: Math.round(column.left * EMU), row: row.at, rowOff: Math.round(row.left * EMU) };
}

/** The row or column at that distance, and what is left of it. */
function walk(distance: number, sizeOf: (at: number) => number): { readonly at: number; readonly left: number } {
  let left = distance;
  let at = 0;
  for (let size = sizeOf(at); left >= size && at < LAST_COLUMN; size = sizeOf(at)) {
    left -= size;
    at += 1;
  }
  return { at, left };
}
