// What prints of a sheet, as Excel's own name for it says: "'Feuil 1'!$A$1:$G$45".
import { columnIndex } from "../../core/domain/cell-ref";
import type { GridRange } from "../../core/workbook-port";

export const PRINT_AREA = "_xlnm.Print_Area";

const ONE_RANGE = /^(?:'(?:[^']|'')+'|[^'!,]+)!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

/** Null when all of the sheet prints, or an area that is not one range of cells. */
export function readPrintArea(formula: string | undefined): GridRange | null {
  const [, left, top, right = left, bottom = top] = ONE_RANGE.exec(formula ?? "") ?? [];
  if (left === undefined || right === undefined) return null;
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) };
}
