// Finds what a cell of a sheet really holds, in constant time.
import type { CellRef } from "xlsx-model/cell-ref";
import type { RawBlock, RawWorkbook } from "../../workbook-port";
import type { CellValue } from "xlsx-model/plan";

function indexRows(raw: RawWorkbook, sheetName: string): readonly (readonly RawBlock[] | undefined)[] {
  const byRow: (readonly RawBlock[])[] = [];
  for (const block of raw.sheets.find(({ name }) => name === sheetName)?.blocks ?? []) {
    // Nearly every row is of one block alone: they share this.
    const alone = [block];
    for (let index = 0; index < block.values.length; index += 1) {
      const row = block.row + index;
      const others = byRow[row];
      byRow[row] = others ? [...others, block] : alone;
    }
  }
  return byRow;
}

export function indexRawValues(raw: RawWorkbook, sheetNames: readonly string[]): (ref: CellRef) => CellValue {
  const bySheet = new Map(sheetNames.map((name) => [name, indexRows(raw, name)]));
  return ({ sheet, row, column }) => {
    for (const block of bySheet.get(sheet)?.[row] ?? []) {
      const value = block.values[row - block.row]?.[column - block.column];
      if (value !== undefined) return value;
    }
    return null;
  };
}
