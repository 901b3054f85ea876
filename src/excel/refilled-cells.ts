// A formula written into an Excel table may fill its whole column (office-js#1916): what Excel filled on its own is put back.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { contentsOf, differingCells } from "../core/sheets/parts/changed-since";
import { refusals } from "../core/sheets/parts/refusals";
import type { CellChange, RawSheet } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import type { Preparation } from "./preparation";
import { excelFailure } from "./excel-failure";
import { readAgain } from "./read-workbook";
import { RequestBudget } from "./request-budget";
import { asContent, writeCells } from "./write-cells";

/** Answers sentences; cells that cannot be read again after they were written are no failure of the write. */
export async function restoreRefilled(
  context: Excel.RequestContext,
  { plan, now }: Preparation,
): Promise<readonly string[]> {
  try {
    const after = await readAgain(context, now);
    const filled = now.raw.sheets.flatMap((sheet) =>
      filledCells(sheet, after.raw.sheets.find(({ id }) => id === sheet.id) ?? sheet, plan.cells ?? []),
    );
    if (filled.length === 0) return [];
    await writeCells(new RequestBudget(context), filled, now.raw);
    return [refusals.refilled(filled.map(({ cell }) => formatCellRef(cell)))];
  } catch (error) {
    if (excelFailure(error) instanceof WorkbookError) return [refusals.notReread];
    throw error;
  }
}

/** Cells of the columns that were written which nobody asked to change, and that now hold a formula: what they held. */
function filledCells(before: RawSheet, after: RawSheet, cells: readonly CellChange[]): CellChange[] {
  const asked = cells.filter(({ cell }) => cell.sheet === before.name);
  const columns = new Set(asked.map(({ cell }) => cell.column));
  const places = new Set(asked.map(({ cell }) => placeOf(cell)));
  const [old, found] = [contentsOf(before.blocks), contentsOf(after.blocks)];
  return [...differingCells(old, found)].flatMap(({ row, column }) => {
    const isFormula = String(found.get(row)?.get(column)).startsWith("=");
    if (!columns.has(column) || places.has(placeOf({ row, column })) || !isFormula) return [];
    return [{ cell: { sheet: before.name, row, column }, content: asContent(old.get(row)?.get(column) ?? null) }];
  });
}

const placeOf = ({ row, column }: Omit<CellRef, "sheet">): string => `${row}:${column}`;
