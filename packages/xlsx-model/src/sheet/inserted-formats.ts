// Inserted cells look like those before them: rows as the one above, columns as the one on their left, heights and widths with them.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { Shift } from "../formulas/shift-references";
import type { CellGrid } from "./cell-grid";
import { columnRun, readColumns, setColumns } from "./columns";
import type { SheetFormats } from "./sheet-formats";
import type { SheetPart } from "./sheet-part";

/** What a new row or column does not take over: its number, its group, and whether it is hidden. */
const OWN = /^(?:r|min|max|spans|hidden|collapsed|outlineLevel|.*:dyDescent)$/;

/** The cells beside them have moved by now. At the edge of the sheet nothing stands before them, and they look plain. */
export function formatInserted({ grid, frame }: SheetPart, formats: SheetFormats, { range, towards }: Shift): void {
  const { top, left, bottom, right } = range;
  if (towards === "down" && top > 0) {
    if (left === 0 && right === LAST_COLUMN) {
      const look = [...grid.rowAttributes(top - 1)].filter(([name]) => !OWN.test(name));
      if (look.length > 0) grid.setRowAttributes(top, bottom, Object.fromEntries(look));
    }
    for (const [column] of [...grid.cells(top - 1)])
      if (column >= left && column <= right)
        for (let row = top; row <= bottom; row += 1) take(formats, [top - 1, column], [row, column]);
  }
  if (towards === "right" && left > 0) {
    if (top === 0 && bottom === LAST_ROW) {
      const look = [...(columnRun(readColumns(frame), left - 1)?.attributes ?? [])].filter(([name]) => !OWN.test(name));
      if (look.length > 0) setColumns(frame, left, right, Object.fromEntries(look));
    }
    for (const row of rowsWith(grid, left - 1, top, bottom))
      for (let column = left; column <= right; column += 1) take(formats, [row, left - 1], [row, column]);
  }
}

type Place = readonly [row: number, column: number];

function take(formats: SheetFormats, from: Place, to: Place): void {
  const number = formats.number(...from);
  if (formats.number(...to) !== number) formats.setNumber(...to, number);
}

const rowsWith = (grid: CellGrid, column: number, top: number, bottom: number): number[] =>
  grid.knownRows(top, bottom).filter((row) => grid.cell(row, column) !== undefined);
