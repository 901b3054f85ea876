// Whole rows and columns that are inserted or deleted: heights, widths, formats, groups and hiding of those beside them move along.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { Shift } from "../formulas/shift-references";
import type { XmlPart } from "../xml/xml-part";
import type { CellGrid } from "./cell-grid";
import { moveColumns } from "./columns";

/** What only says which row it is, or was computed of its cells. */
const NO_LOOK = /^(?:r|spans|.*:dyDescent)$/;

export function shiftRowsAndColumns(grid: CellGrid, frame: XmlPart, { range, towards }: Shift): void {
  const isDeleted = towards === "up" || towards === "left";
  const isVertical = towards === "up" || towards === "down";
  if (isVertical && range.left === 0 && range.right === LAST_COLUMN)
    shiftRows(grid, range.top, range.bottom, isDeleted);
  if (!isVertical && range.top === 0 && range.bottom === LAST_ROW)
    moveColumns(frame, range.left, range.right, isDeleted);
}

function shiftRows(grid: CellGrid, top: number, bottom: number, isDeleted: boolean): void {
  const count = bottom - top + 1;
  const looks = grid.describedRows(top, LAST_ROW).flatMap(({ first, last }) => {
    const said = [...grid.rowAttributes(first)].filter(([name]) => !NO_LOOK.test(name));
    return said.length > 0 ? [{ first, last, said }] : [];
  });
  for (const { first, last, said } of looks)
    grid.setRowAttributes(first, last, Object.fromEntries(said.map(([name]) => [name, null])));
  for (const { first, last, said } of looks) {
    const from = isDeleted ? Math.max(first, bottom + 1) - count : first + count;
    const to = isDeleted ? last - count : Math.min(LAST_ROW, last + count);
    if (from <= to && from >= top) grid.setRowAttributes(from, to, Object.fromEntries(said));
  }
}
