// What keeps cells of the agent's from being changed, asked before anything is written.
import type { CellChange, RawWorkbook } from "../../workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { refusals } from "./refusals";

/** Throws WorkbookError when one of the sheets is protected. */
export function checkCells(cells: readonly CellChange[], read: RawWorkbook): void {
  const wanted = new Set(cells.map(({ cell }) => cell.sheet));
  const refused = read.sheets.filter(({ name, isProtected }) => isProtected && wanted.has(name));
  if (refused.length > 0) throw new WorkbookError(refusals.protectedCells(refused.map(({ name }) => name)));
}
