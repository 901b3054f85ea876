// Empties the cells of a range, with their formats or without; or a sheet, of which formats and sizes outside an area stay.
import type { GridRange } from "../plan";
import type { SheetModel } from "../workbook-model";
import type { CellGrid } from "./cell-grid";
import { setColumns } from "./columns";
import { contains, WHOLE_SHEET } from "./ranges";
import type { SheetPart } from "./sheet-part";

const PLAIN_ROW = { s: null, customFormat: null, ht: null, customHeight: null, hidden: null };
const PLAIN_COLUMN = { style: null, width: null, customWidth: null, bestFit: null, hidden: null };

export function resetWithin(sheet: SheetModel & { readonly part: SheetPart }, own: GridRange): void {
  sheet.clear(WHOLE_SHEET, "contents");
  sheet.clear(own, "all");
  sheet.part.grid.setRowAttributes(own.top, own.bottom, PLAIN_ROW);
  setColumns(sheet.part.frame, own.left, own.right, PLAIN_COLUMN);
  sheet.unmerge(own);
  sheet.removeFilter();
}

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
