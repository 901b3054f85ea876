// Writes an annexe where the agent wants it on a sheet of his; its area says that it is being written until it is whole.
import { absoluteRange } from "xlsx-model/cell-ref";
import type { PlacedAnnexe } from "../core/workbook-port";
import { unfinishedMark } from "../core/sheets/parts/marks";
import { IN_PROGRESS } from "../core/sheets/parts/unfinished";
import { widthInPoints } from "./column-width";
import { pointName, removeName } from "./names";
import type { RequestBudget } from "./request-budget";
import { rangeOf } from "./survey-area";
import { cellInput, writeContents, writeRowHeights } from "./write-contents";
import { writeEntries } from "./write-entries";
import { withFirst } from "./write-sheet";

const BYTES_PER_STEP = 800;

/** Answers the tab name of the sheet. */
export async function writePlaced(
  budget: RequestBudget,
  placed: PlacedAnnexe,
  marks: ReadonlySet<string>,
): Promise<string> {
  const { sheet, top, left } = placed.area;
  const mark = unfinishedMark("placed");
  const area = () => rangeOf(budget.context.workbook.worksheets.getItem(sheet), placed.area);
  const first = () =>
    rangeOf(budget.context.workbook.worksheets.getItem(sheet), { top, left, bottom: top, right: left });
  await pointName(budget, mark, absoluteRange(placed.area), marks);
  await budget.reserve(BYTES_PER_STEP * 2);
  // What formats the empty cells had: one of text would keep a formula as a text.
  area().style = Excel.BuiltInStyle.normal;
  first().formulas = [[cellInput({ value: IN_PROGRESS.annexe })]];
  const cells = withFirst(placed.cells, { value: IN_PROGRESS.annexe });
  await writeContents(budget, sheet, { ...placed, cells }, { row: top, column: left });
  for (const { column, characters } of placed.columnWidths) {
    await budget.reserve(BYTES_PER_STEP);
    columnOf(budget.context, sheet, column).format.columnWidth = widthInPoints(characters);
  }
  await writeRowHeights(budget, sheet, placed.rowHeights);
  await writeEntries(budget, sheet, sheet, placed);
  await budget.reserve(BYTES_PER_STEP);
  first().formulas = [[cellInput(placed.cells[0]?.[0] ?? { value: null })]];
  await removeName(budget, mark);
  return sheet;
}

const columnOf = ({ workbook }: Excel.RequestContext, sheet: string, column: number): Excel.Range =>
  workbook.worksheets.getItem(sheet).getRangeByIndexes(0, column, 1, 1).untrack();

const rowOf = ({ workbook }: Excel.RequestContext, sheet: string, row: number): Excel.Range =>
  workbook.worksheets.getItem(sheet).getRangeByIndexes(row, 0, 1, 1).untrack();

/** The columns and rows that a placed annexe changes, as they were before. */
export interface Sizes {
  readonly columns: readonly { readonly column: number; readonly points: number; readonly isStandard: boolean }[];
  readonly rows: readonly { readonly row: number; readonly points: number; readonly isStandard: boolean }[];
}

export async function loadSizes(
  context: Excel.RequestContext,
  { area, columnWidths, rowHeights }: PlacedAnnexe,
): Promise<Sizes> {
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

/** Goes with the next request. */
export function giveSizesBack(context: Excel.RequestContext, sheet: string, { columns, rows }: Sizes): void {
  for (const { column, points, isStandard } of columns) {
    const { format } = columnOf(context, sheet, column);
    if (isStandard) format.useStandardWidth = true;
    else format.columnWidth = points;
  }
  for (const { row, points, isStandard } of rows) {
    const { format } = rowOf(context, sheet, row);
    if (isStandard) format.useStandardHeight = true;
    else format.rowHeight = points;
  }
}
