// Writes an annexe where the agent wants it on a sheet of his; a failure takes away what it began, and gives sizes back.
import type { PlacedAnnexe } from "../core/workbook-port";
import { widthInPoints } from "./column-width";
import type { RequestBudget } from "./request-budget";
import { rangeOf } from "./survey-area";
import { writeContents, writeRowHeights } from "./write-contents";
import { writeEntries } from "./write-entries";

const BYTES_PER_STEP = 800;

/** Answers the tab name of the sheet. */
export async function writePlaced(budget: RequestBudget, placed: PlacedAnnexe): Promise<string> {
  const { sheet, top, left } = placed.area;
  const sizes = await loadSizes(budget, placed);
  try {
    await budget.reserve(BYTES_PER_STEP);
    // What formats the empty cells had: one of text would keep a formula as a text.
    areaOf(budget.context, placed).style = Excel.BuiltInStyle.normal;
    await writeContents(budget, sheet, placed, { row: top, column: left });
    for (const { column, characters } of placed.columnWidths) {
      await budget.reserve(BYTES_PER_STEP);
      columnOf(budget.context, sheet, column).format.columnWidth = widthInPoints(characters);
    }
    await writeRowHeights(budget, sheet, placed.rowHeights);
    await writeEntries(budget, sheet, sheet, placed);
    await budget.send();
  } catch (error) {
    await takeBack(budget.context, placed, sizes);
    throw error;
  }
  return sheet;
}

const areaOf = ({ workbook }: Excel.RequestContext, { area }: PlacedAnnexe): Excel.Range =>
  rangeOf(workbook.worksheets.getItem(area.sheet), area);

const columnOf = ({ workbook }: Excel.RequestContext, sheet: string, column: number): Excel.Range =>
  workbook.worksheets.getItem(sheet).getRangeByIndexes(0, column, 1, 1).untrack();

const rowOf = ({ workbook }: Excel.RequestContext, sheet: string, row: number): Excel.Range =>
  workbook.worksheets.getItem(sheet).getRangeByIndexes(row, 0, 1, 1).untrack();

interface Sizes {
  readonly columns: readonly { readonly column: number; readonly points: number; readonly isStandard: boolean }[];
  readonly rows: readonly { readonly row: number; readonly points: number; readonly isStandard: boolean }[];
}

async function loadSizes(budget: RequestBudget, { area, columnWidths, rowHeights }: PlacedAnnexe): Promise<Sizes> {
  await budget.send();
  const { context } = budget;
  const columns = columnWidths.map(({ column }) => ({ column, format: columnOf(context, area.sheet, column).format }));
  const rows = rowHeights.map(({ row }) => ({ row, format: rowOf(context, area.sheet, row).format }));
  for (const { format } of columns) format.load({ columnWidth: true, useStandardWidth: true });
  for (const { format } of rows) format.load({ rowHeight: true, useStandardHeight: true });
  await context.sync();
  return {
    columns: columns.map(({ column, format }) => ({
      column,
      points: format.columnWidth,
      isStandard: format.useStandardWidth,
    })),
    rows: rows.map(({ row, format }) => ({ row, points: format.rowHeight, isStandard: format.useStandardHeight })),
  };
}

/** The failure that brought us here is the one to tell, whatever becomes of this. */
async function takeBack(context: Excel.RequestContext, placed: PlacedAnnexe, sizes: Sizes): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItem(placed.area.sheet);
    const cells = areaOf(context, placed);
    cells.unmerge();
    cells.clear(Excel.ClearApplyTo.contents);
    cells.style = Excel.BuiltInStyle.normal;
    cells.dataValidation.clear();
    const names = placed.names.map(({ name }) => sheet.names.getItemOrNullObject(name));
    for (const { column, points, isStandard } of sizes.columns) {
      const { format } = columnOf(context, placed.area.sheet, column);
      if (isStandard) format.useStandardWidth = true;
      else format.columnWidth = points;
    }
    for (const { row, points, isStandard } of sizes.rows) {
      const { format } = rowOf(context, placed.area.sheet, row);
      if (isStandard) format.useStandardHeight = true;
      else format.rowHeight = points;
    }
    await context.sync();
    for (const name of names) if (!name.isNullObject) name.delete();
    await context.sync();
  } catch {
    return;
  }
}
