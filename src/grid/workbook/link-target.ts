// Where a HYPERLINK formula to a cell of the same workbook leads.
import { parseCellRef, type CellRef } from "xlsx-model/cell-ref";

const INTERNAL_LINK = /^=HYPERLINK\("#((?:[^"]|"")+)"/i;

/** Null for any other formula, and for a link out of the workbook. */
export function linkTarget(formula: string): CellRef | null {
  const address = INTERNAL_LINK.exec(formula)?.[1]?.replaceAll('""', '"');
  return address === undefined ? null : parseCellRef(address.replace(/:.*$/, ""));
}
