// Writes one planned sheet over whatever an earlier run left on it: cells, formats, sizes, frozen rows, page.
import { formatLocalCell } from "../core/domain/cell-ref";
import type { SheetLayout } from "../core/workbook-port";
import { writeCharts } from "./charts";
import { widthInPoints } from "./column-width";
import type { Standing } from "./read-marks";
import type { RequestBudget } from "./request-budget";
import { writeContents, writeRowHeights } from "./write-contents";

const BYTES_PER_STEP = 800;
const COLUMNS = 16_384;

/** What an earlier run left, and the agent did with it; `rows` are those that it filled. */
interface Earlier extends Partial<Standing> {
  readonly rows: number;
}

/** `key` is the sheet's id or name; `earlier` is left out for a new one. */
export async function writeSheet(
  budget: RequestBudget,
  key: string,
  plan: SheetLayout,
  earlier?: Earlier,
): Promise<void> {
  const sheet = () => budget.context.workbook.worksheets.getItem(key);
  const rangeOf = (row: number, column: number, rows: number, columns: number) =>
    sheet().getRangeByIndexes(row, column, rows, columns).untrack();

  await budget.reserve(BYTES_PER_STEP);
  const everything = sheet().getRange().untrack();
  if (earlier) {
    // Rows of other findings would stay hidden, and Excel puts what it is given elsewhere where a filter hides rows.
    if (earlier.isFiltered) sheet().autoFilter.remove();
    everything.rowHidden = false;
  }
  everything.unmerge();
  everything.clear();

  await writeContents(budget, key, plan, { row: 0, column: 0 });
  for (const [column, characters] of plan.columnWidths.entries()) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(0, column, 1, 1).format.columnWidth = widthInPoints(characters);
  }
  await budget.reserve(BYTES_PER_STEP);
  const rows = Math.max(earlier?.rows ?? 0, plan.cells.length);
  if (rows > 0) rangeOf(0, 0, rows, COLUMNS).format.autofitRows();
  await writeRowHeights(budget, key, plan.rowHeights);
  await budget.reserve(BYTES_PER_STEP * 3);
  setPage(sheet(), plan);
  await writeCharts(budget, key, plan.charts ?? [], earlier?.charts ?? []);
}

function setPage(sheet: Excel.Worksheet, { frozenRows, page, columnWidths }: SheetLayout): void {
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.unfreeze();
  // With as many pages down as needed Excel keeps to the breaks that it is given.
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of page.breaks ?? []) sheet.horizontalPageBreaks.add(formatLocalCell(row, 0));
  const { pageLayout } = sheet;
  pageLayout.orientation =
    page.orientation === "landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  // As wide as one page; as many pages down as needed, or one for the printed rows.
  pageLayout.zoom = { horizontalFitToPages: 1, ...(page.printedRows !== undefined && { verticalFitToPages: 1 }) };
  if (page.printedRows !== undefined) {
    const last = formatLocalCell(page.printedRows - 1, columnWidths.length - 1);
    pageLayout.setPrintArea(`A1:${last}`);
  }
  if (page.titleRows) pageLayout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerHeader = page.header;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer;
}
