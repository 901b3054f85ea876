// Cells gathered into rectangles.
import type { GridRange } from "xlsx-model/plan";

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

type Area = { -readonly [Side in keyof GridRange]: GridRange[Side] };

const byRows = (one: GridCell, other: GridCell): number => one.row - other.row || one.column - other.column;

/** Each cell is given once. They are joined side by side, then one row above the other: from top to bottom, then from left to right. */
export function areasOf(cells: readonly GridCell[]): GridRange[] {
  const areas: Area[] = [];
  /** By its columns, the last area, which the next row may continue. */
  const last = new Map<string, Area>();
  for (const run of runsOf(cells)) {
    const columns = `${run.left}:${run.right}`;
    const above = last.get(columns);
    if (above?.bottom === run.top - 1) above.bottom = run.top;
    else {
      areas.push(run);
      last.set(columns, run);
    }
  }
  return areas;
}

/** Neighbours of one row. */
function runsOf(cells: readonly GridCell[]): readonly Area[] {
  const runs: Area[] = [];
  for (const { row, column } of [...cells].sort(byRows)) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}
