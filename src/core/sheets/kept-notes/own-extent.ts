// How far a sheet that stands is ours: what lies beyond its last mark is the agent's.
import { digestOfMark } from "../../domain/row-mark";
import type { RawSheet, SheetPlan } from "../../workbook-port";
import { cellRows } from "./cell-rows";

/** Null for a sheet of an earlier version, which bears no marks. */
export function ownExtent(sheet: Pick<RawSheet, "blocks">): SheetPlan["own"] | null {
  let [rows, columns] = [0, 0];
  for (const [row, cells] of cellRows(sheet)) {
    for (const { column } of cells.filter(({ value }) => digestOfMark(value) !== null))
      [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
  }
  return rows === 0 ? null : { rows, columns };
}
