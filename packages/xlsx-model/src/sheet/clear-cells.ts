// Empties the cells of a range, with their formats or without.
import type { GridRange } from "../plan";
import type { SheetModel } from "../workbook-model";
import type { CellGrid } from "./cell-grid";
import { contains } from "./ranges";

export function clearCells(
  sheet: Pick<SheetModel, "setContent">,
  grid: CellGrid,
  range: GridRange,
  what: "contents" | "all",
): void {
  for (const row of [...grid.rowsWithin(range.top, range.bottom, what === "contents")]) {
    for (const [column] of [...grid.cells(row)]) {
      if (!contains(range, row, column)) continue;
      const cell = grid.cell(row, column);
      if (!cell) continue;
      if (cell.value !== null || cell.formulaXml !== "") sheet.setContent(row, column, { value: null, formula: null });
      if (what === "all" && grid.cell(row, column)) grid.set(row, column, null);
    }
  }
}
