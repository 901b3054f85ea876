// The cell that the agent has selected: the first one where he selected several.
import type { CellRef } from "xlsx-model/cell-ref";
import { WorkbookError } from "xlsx-model/plan";

/** Throws WorkbookError when a drawing, or several ranges at once, are selected. */
export async function selectedCell(context: Excel.RequestContext): Promise<CellRef> {
  const range = context.workbook.getSelectedRange();
  const { worksheet } = range;
  range.load({ rowIndex: true, columnIndex: true });
  worksheet.load({ name: true });
  try {
    await context.sync();
  } catch (error) {
    if (!isNoCell(error)) throw error;
    throw new WorkbookError(
      "Aucune cellule n’est sélectionnée, ou plusieurs plages le sont à la fois\u00a0: rien n’a été inséré. Cliquez sur la cellule où l’annexe doit commencer, puis recommencez.",
    );
  }
  return { sheet: worksheet.name, row: range.rowIndex, column: range.columnIndex };
}

/** What Excel answers when a chart or a shape is selected, and when several ranges are. */
function isNoCell(error: unknown): boolean {
  const codes: readonly string[] = ["InvalidSelection", "InvalidOperation", "InvalidArgument", "GeneralException"];
  return error instanceof OfficeExtension.Error && codes.includes(error.code);
}
