// Takes the agent to a cell: activates its sheet, then selects it.
import { formatLocalCell, type CellRef } from "../core/domain/cell-ref";
import { WorkbookError } from "../core/workbook-port";
import { refusals } from "../core/writing/sheets/refusals";

/** One request where all goes well; why it did not is asked for after. Throws WorkbookError when the sheet is gone or hidden. */
export async function selectCell(context: Excel.RequestContext, ref: CellRef): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(ref.sheet);
  sheet.load({ visibility: true });
  sheet.activate();
  sheet.getRange(formatLocalCell(ref.row, ref.column)).select();
  try {
    await context.sync();
  } catch (error) {
    // An Excel that is lost does not say why either.
    throw (await whyNot(context, ref).catch(() => null)) ?? error;
  }
  // Should an Excel leave the agent where he is without a word.
  if (sheet.visibility !== Excel.SheetVisibility.visible) throw new WorkbookError(refusals.sheetHidden(ref.sheet));
}

async function whyNot(context: Excel.RequestContext, ref: CellRef): Promise<WorkbookError | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(ref.sheet);
  sheet.load({ visibility: true });
  await context.sync();
  if (sheet.isNullObject) return new WorkbookError(refusals.sheetGone(ref.sheet));
  return sheet.visibility === Excel.SheetVisibility.visible ? null : new WorkbookError(refusals.sheetHidden(ref.sheet));
}
