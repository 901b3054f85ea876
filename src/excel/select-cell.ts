// Takes the agent to a cell: activates its sheet, then selects it.
import { formatLocalCell, type CellRef } from "../core/domain/cell-ref";
import { WorkbookError } from "../core/workbook-port";

/** Throws WorkbookError when the sheet is gone or hidden. */
export async function selectCell(context: Excel.RequestContext, ref: CellRef): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(ref.sheet);
  sheet.load({ visibility: true });
  await context.sync();
  if (sheet.isNullObject) {
    throw new WorkbookError(
      `La feuille «\u00a0${ref.sheet}\u00a0» n’existe plus dans le classeur\u00a0: elle a été supprimée ou renommée. Relancez la vérification.`,
    );
  }
  if (sheet.visibility !== Excel.SheetVisibility.visible) {
    throw new WorkbookError(
      `La feuille «\u00a0${ref.sheet}\u00a0» est masquée\u00a0: affichez-la (clic droit sur un onglet, «\u00a0Afficher\u00a0»), puis recommencez.`,
    );
  }
  sheet.activate();
  sheet.getRange(formatLocalCell(ref.row, ref.column)).select();
  await context.sync();
}
