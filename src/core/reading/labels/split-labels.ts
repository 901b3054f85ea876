// Puts together the labels that stand in two or more text cells: side by side, or one under the other.
import type { CellRef } from "../../domain/cell-ref";
import { parseLabel, type LabelIndex } from "../../domain/words/label";
import { LIMITS } from "../limits";
import type { GridRow, SheetGrid } from "../sheet-grid";

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Joined {
  readonly text: string;
  readonly cells: readonly Place[];
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
  const change = ({ row, column }: Place, text: string | null): void => {
    const cells = changes.get(row) ?? new Map<number, string | null>();
    changes.set(row, cells.set(column, text));
  };
  for (const row of grid.rows) {
    for (const column of row.texts) {
      const text = row.text(column);
      if (text === null || changes.get(row.row)?.get(column) === null) continue;
      const joined = findRest(grid, index, row, { text, cells: [{ row: row.row, column }] });
      if (!joined) continue;
      // The figures of the row are those of the label: it goes to them.
      const keeper = joined.cells.find((cell) => hasFigure(grid.row(cell.row))) ?? joined.cells[0];
      for (const cell of joined.cells) change(cell, cell === keeper ? joined.text : null);
      const places = joined.cells.map((cell) => ({ sheet: grid.sheet, ...cell }));
      labels.push(places.sort((a, b) => Number(isSame(b, keeper)) - Number(isSame(a, keeper))));
    }
  }
  if (labels.length === 0) return { grid, labels };
  const rows = grid.rows.map((row) => {
    const cells = changes.get(row.row);
    return cells ? row.with(cells) : row;
  });
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  return { grid: { ...grid, rows, row: (row) => byNumber.get(row) ?? null }, labels };
}

const isSame = (a: Place, b: Place | undefined): boolean => a.row === b?.row && a.column === b.column;

function findRest(grid: SheetGrid, index: LabelIndex, row: GridRow, begun: Joined): Joined | null {
  const { rest } = parseLabel(begun.text);
  if (rest === "" || begun.cells.length >= LIMITS.labelCells || index.reach(rest) !== "beginning") return null;
  const last = begun.cells.at(-1);
  if (!last) return null;
  for (const next of [besideIn(row, last.column), belowIn(grid, last)]) {
    if (!next) continue;
    const text = `${begun.text.trimEnd()} ${next.row.text(next.column)?.trim() ?? ""}`;
    const joined = { text, cells: [...begun.cells, { row: next.row.row, column: next.column }] };
    const whole = index.reach(parseLabel(text).rest) === "whole" ? joined : findRest(grid, index, next.row, joined);
    if (whole) return whole;
  }
  return null;
}

interface Next {
  readonly row: GridRow;
  readonly column: number;
}

/** The next cell of the row that holds something, when that is a text. */
function besideIn(row: GridRow, column: number): Next | null {
  for (let at = column + 1; at <= row.right; at += 1) {
    if (row.value(at) !== null) return row.text(at) === null ? null : { row, column: at };
  }
  return null;
}

/** The cell just below, where one of the two rows has no figures. */
function belowIn(grid: SheetGrid, { row, column }: Place): Next | null {
  const below = grid.row(row + 1);
  if (below === null || below.text(column) === null) return null;
  return hasFigure(grid.row(row)) && hasFigure(below) ? null : { row: below, column };
}

function hasFigure(row: GridRow | null): boolean {
  for (let column = row?.left ?? 0; row && column <= row.right; column += 1) {
    if (typeof row.value(column) === "number" || row.formula(column) !== null) return true;
  }
  return false;
}
