// Takes the agent to a cell, or to several: activates their sheet, then selects them.
import { formatLocalRange, type Place } from "xlsx-model/cell-ref";
import { WorkbookError } from "xlsx-model/plan";
import { refusals } from "../core/sheets/parts/refusals";

/** One request where all goes well; why it did not is asked for after. Throws WorkbookError when the sheet is gone or hidden. */
export async function selectCell(
  context: Excel.RequestContext,
  { sheet: name, row, column, end = { row, column } }: Place,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load({ visibility: true });
  sheet.activate();
  const range = { top: row, left: column, bottom: end.row, right: end.column };
  sheet.getRange(formatLocalRange(range)).select();
  try {
    await context.sync();
  } catch (error) {
    // An Excel that is lost does not say why either.
    throw (await whyNot(context, name).catch(() => null)) ?? error;
  }
  // Should an Excel leave the agent where he is without a word.
  if (sheet.visibility !== Excel.SheetVisibility.visible) throw new WorkbookError(refusals.sheetHidden(name));
}

async function whyNot(context: Excel.RequestContext, name: string): Promise<WorkbookError | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load({ visibility: true });
  await context.sync();
  if (sheet.isNullObject) return new WorkbookError(refusals.sheetGone(name));
  return sheet.visibility === Excel.SheetVisibility.visible ? null : new WorkbookError(refusals.sheetHidden(name));
}
