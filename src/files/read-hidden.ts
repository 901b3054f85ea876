// Which of the rows and columns that were read are hidden.
import type { RawBlock, RawSheet } from "../core/workbook-port";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";

/** The hidden rows and columns within the blocks; the rows of a range that holds nothing are left out. */
export function hiddenWithin(
  sheet: XlsxSheet,
  blocks: readonly RawBlock[],
): Pick<RawSheet, "hiddenRows" | "hiddenColumns"> {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const { row: top, column: left, values } of blocks) {
    for (let row = top; row < top + values.length; row += 1) if (sheet.isRowHidden(row)) rows.add(row);
    const right = left + (values[0]?.length ?? 0) - 1;
    for (let column = left; column <= right; column += 1) if (sheet.isColumnHidden(column)) columns.add(column);
  }
  const inOrder = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  return { hiddenRows: inOrder(rows), hiddenColumns: inOrder(columns) };
}
