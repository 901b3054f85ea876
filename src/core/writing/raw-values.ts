// Finds what a cell of a sheet really holds, in constant time.
import type { CellRef } from "../domain/cell-ref";
import type { CellValue, RawBlock, RawWorkbook } from "../workbook-port";

export function indexRawValues(raw: RawWorkbook, sheetName: string): (ref: CellRef) => CellValue {
  const byRow = new Map<number, RawBlock[]>();
  for (const block of raw.sheets.find(({ name }) => name === sheetName)?.blocks ?? []) {
    for (let index = 0; index < block.values.length; index += 1) {
      const row = block.row + index;
      byRow.set(row, [...(byRow.get(row) ?? []), block]);
    }
  }
  return ({ row, column }) => {
    for (const block of byRow.get(row) ?? []) {
      const value = block.values[row - block.row]?.[column - block.column];
      if (value !== undefined) return value;
    }
    return null;
  };
}
