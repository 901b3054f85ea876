// Cells gathered into rectangles.
import { LAST_COLUMN } from "../../domain/cell-ref";
import type { GridRange } from "../../workbook-port";

/** One more than a row has columns: its last cell is no neighbour of the first one of the next row. */
const WIDTH = LAST_COLUMN + 2;

/** In the order of the rows, and of the columns within each. */
export function cellNumber(row: number, column: number): number {
  return row * WIDTH + column;
}

type Area = { -readonly [Side in keyof GridRange]: GridRange[Side] };

/** The cells of those numbers: joined side by side, then one row above the other. From top to bottom, then from left to right. */
export function areasOf(cells: readonly number[]): GridRange[] {
  const inOrder = new Float64Array(cells).sort();
  const areas: Area[] = [];
  /** By its columns, the last one, which the next row may continue. */
  const last = new Map<number, Area>();
  for (let at = 0; at < inOrder.length;) {
    const first = inOrder[at] ?? 0;
    let end = first + 1;
    for (at += 1; inOrder[at] === end; at += 1) end += 1;
    const row = Math.floor(first / WIDTH);
    const left = first % WIDTH;
    const right = (end - 1) % WIDTH;
    const columns = cellNumber(left, right);
    const above = last.get(columns);
    if (above?.bottom === row - 1) above.bottom = row;
    else {
      const area = { top: row, left, bottom: row, right };
      last.set(columns, area);
      areas.push(area);
    }
  }
  return areas;
}
