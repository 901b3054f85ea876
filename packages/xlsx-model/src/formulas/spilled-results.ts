// Where the results of dynamic arrays go: into the empty cells beside their formula, or nowhere when something is in the way.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { CellValue, GridRange } from "../plan";
import { contains, intersects } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import type { Position } from "./changed-cells";
import type { FormulaCell } from "./formula-cell";
import { computesLists } from "./list-values";

/** What a formula shows when its result has no room. */
export const NO_ROOM = "#SPILL!";

export interface ArrayValues {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly CellValue[])[];
}

/** Whether something stands in the way: contents, a merged area, a table, the end of the sheet. */
export function hasRoom({ sheet, row, column }: FormulaCell, { rows, columns }: ArrayValues): boolean {
  if (rows * columns === 1) return true;
  const range = rangeOf(row, column, rows, columns);
  if (range.bottom > LAST_ROW || range.right > LAST_COLUMN) return false;
  if (sheet.merges.some((merge) => intersects(merge, range))) return false;
  if (sheet.tables.list().some((table) => intersects(table.range, range))) return false;
  return !isOccupied(sheet, row, column, range);
}

function isOccupied(sheet: XlsxSheet, row: number, column: number, range: GridRange): boolean {
  const own = sheet.dynamicArrays.over(row, column)?.range;
  for (const at of sheet.part.grid.rowsWithin(range.top, range.bottom, true)) {
    for (const [beside, cell] of sheet.part.grid.cells(at)) {
      if (beside < range.left || beside > range.right || (at === row && beside === column)) continue;
      if (cell.formulaXml !== "") return true;
      if (cell.value !== null && !(own && contains(own, at, beside))) return true;
    }
  }
  return false;
}

/** Puts the result into its cells; answers those that it fills now and did not, or no more. */
export function landArray(formula: FormulaCell, { rows, columns, values }: ArrayValues): Position[] {
  const { sheet, row, column } = formula;
  const { dynamicArrays } = sheet;
  // A formula with one value is an ordinary one, unless it has had more, or makes lists on its way to it.
  const isArray =
    rows * columns > 1 ||
    values[0]?.[0] === NO_ROOM ||
    dynamicArrays.over(row, column) !== null ||
    ALWAYS.test(formula.text) ||
    computesLists(formula.text);
  const first = values[0]?.[0] ?? null;
  const changed = isArray ? dynamicArrays.land(row, column, rangeOf(row, column, rows, columns), values) : [];
  sheet.setComputed(row, column, first, false);
  return changed.map((place) => ({ sheet, ...place }));
}

/** Their results have the size that their arguments make. */
const ALWAYS =
  /\b(?:FILTER|RANDARRAY|SEQUENCE|SORT|SORTBY|UNIQUE|VSTACK|HSTACK|TOCOL|TOROW|TEXTSPLIT|MAP|BYROW|BYCOL|SCAN|MAKEARRAY)\(/i;

function rangeOf(row: number, column: number, rows: number, columns: number): GridRange {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}
