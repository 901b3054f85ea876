// The cells of a sheet that hold something, row by row, whatever blocks it was read in.
import type { RawSheet } from "../../workbook-port";
import type { NoteCell } from "./note";
import { isSaid } from "./row-digest";

/** By zero-based row; the cells of each from the left. */
export function cellRows({ blocks }: Pick<RawSheet, "blocks">): ReadonlyMap<number, readonly NoteCell[]> {
  const rows = new Map<number, NoteCell[]>();
  for (const block of blocks) {
    for (const [index, line] of block.values.entries()) {
      const row = block.row + index;
      const cells = line.flatMap((value, at): NoteCell[] => {
        const formula = block.formulas[index]?.[at] ?? null;
        const numberFormat = block.numberFormats[index]?.[at] ?? "General";
        const cell = { row, column: block.column + at, value, formula, numberFormat };
        return isSaid(cell) ? [cell] : [];
      });
      if (cells.length > 0) rows.set(row, [...(rows.get(row) ?? []), ...cells]);
    }
  }
  for (const cells of rows.values()) cells.sort((one, other) => one.column - other.column);
  return rows;
}
