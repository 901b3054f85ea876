// Puts together the labels that stand in two or more text cells: side by side, or one under the other.
import type { CellRef } from "xlsx-model/cell-ref";
import { parseLabel, type LabelIndex } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { withRows, type GridRow, type SheetGrid } from "../sheet-grid";

interface Joined {
  readonly text: string;
  readonly cells: readonly [CellRef, ...CellRef[]];
}

export interface JoinedLabels {
  /** The sheet as if each label stood in one cell, the others of its cells being empty. */
  readonly grid: SheetGrid;
  /** The cells of each label that was put together, the one that keeps it first. */
  readonly labels: readonly (readonly CellRef[])[];
}

/** Only what makes up a label of the contract word for word is put together. */
export function joinSplitLabels(grid: SheetGrid, index: LabelIndex): JoinedLabels {
  const changes = new Map<number, Map<number, string | null>>();
  const labels: CellRef[][] = [];
  for (const row of grid.rows) {
    row.texts.forEach(({ column, text }) => {
      // Most labels have no text beside or below them, and so cannot go on there.
      if (columnBeside(row, column) === null && rowBelow(grid, row, column) === null) return;
      if (reach(index, text) !== "beginning" || changes.get(row.row)?.get(column) === null) return;
      const begun = { sheet: grid.sheet, row: row.row, column };
      const joined = findRest(grid, index, { row, column }, { text, cells: [begun] });
      if (!joined) return;
      // The label goes to the row that has the figures.
      const keeper = joined.cells.find((cell) => hasFigure(grid.row(cell.row))) ?? joined.cells[0];
      for (const cell of joined.cells) {
        const cells = changes.get(cell.row) ?? new Map<number, string | null>();
        changes.set(cell.row, cells.set(cell.column, cell === keeper ? joined.text : null));
      }
      labels.push([keeper, ...joined.cells.filter((cell) => cell !== keeper)]);
    });
  }
  const changed = [...changes].flatMap(([at, cells]) => grid.row(at)?.with(cells) ?? []);
  return { grid: labels.length > 0 ? withRows(grid, changed) : grid, labels };
}

const reach = (index: LabelIndex, text: string): ReturnType<LabelIndex["reach"]> => index.reach(parseLabel(text).rest);

/** What goes on with a text that is the beginning of a label, up to its end. */
function findRest(grid: SheetGrid, index: LabelIndex, last: Place, begun: Joined): Joined | null {
  if (begun.cells.length >= LIMITS.labelCells) return null;
  for (const { row, column } of findNexts(grid, last)) {
    const text = `${begun.text.trimEnd()} ${row.text(column)?.trim() ?? ""}`;
    const joined: Joined = { text, cells: [...begun.cells, { sheet: grid.sheet, row: row.row, column }] };
    const reached = reach(index, text);
    const further = () => findRest(grid, index, { row, column }, joined);
    const whole = reached === "beginning" ? further() : reached && joined;
    if (whole) return whole;
  }
  return null;
}

interface Place {
  readonly row: GridRow;
  readonly column: number;
}

/** The cells that a label may go on in: beside, then below. */
function findNexts(grid: SheetGrid, { row, column }: Place): readonly Place[] {
  const beside = columnBeside(row, column);
  const below = rowBelow(grid, row, column);
  return [...(beside === null ? [] : [{ row, column: beside }]), ...(below === null ? [] : [{ row: below, column }])];
}

/** The column of the next cell of the row that holds something, when that is a text. */
function columnBeside(row: GridRow, from: number): number | null {
  let column = from + 1;
  while (column <= row.right && row.value(column) === null) column += 1;
  return row.text(column) === null ? null : column;
}

/** Where the cell just below holds a text, and one of the two rows has no figures. */
function rowBelow(grid: SheetGrid, row: GridRow, column: number): GridRow | null {
  const below = grid.row(row.row + 1);
  if (below === null || below.text(column) === null) return null;
  return hasFigure(row) && hasFigure(below) ? null : below;
}

function hasFigure(row: GridRow | null): boolean {
  if (row === null || row.numbers > 0) return row !== null;
  for (let column = row.left; column <= row.right; column += 1) if (row.formula(column) !== null) return true;
  return false;
}
