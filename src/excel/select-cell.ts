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
      `La feuille « ${ref.sheet} » n’existe plus dans le classeur : elle a été supprimée ou renommée. Relancez la vérification.`,
    );
  }
  if (sheet.visibility !== Excel.SheetVisibility.visible) {
    throw new WorkbookError(
      `La feuille « ${ref.sheet} » est masquée : affichez-la (clic droit sur un onglet, « Afficher »), puis recommencez.`,
    );
  }
  sheet.activate();
  sheet.getRange(formatLocalCell(ref.row, ref.column)).select();
  await context.sync();
}
