// Ranges that the client holds stay on their cells when others are inserted or deleted before them.
import type { GridRange } from "xlsx-model/plan";
import { shiftedRange, type Shift } from "xlsx-model/formulas/shift-references";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { HostObject } from "./object-table";

/** A range, several of them, or what stands for their formats and rules. */
interface OnCells extends HostObject {
  readonly sheet?: SheetModel;
  range?: GridRange;
  ranges?: readonly GridRange[];
}

/**
 * "Unlike ranges or columns, which adjust if new rows or columns are added before them", says Microsoft of TableRow, which does not;
 * and of tracked objects, that they are adjusted "based on surrounding changes in the document".
 */
export function followShift(objects: Iterable<HostObject>, sheet: SheetModel, shift: Shift): void {
  for (const object of objects) {
    const held = object as OnCells;
    if (held.sheet !== sheet) continue;
    if (held.range) {
      const moved = shiftedRange(held.range, shift);
      if (moved) held.range = moved;
      else held.isGone = true;
    } else if (held.ranges) {
      held.ranges = held.ranges.flatMap((range) => shiftedRange(range, shift) ?? []);
      if (held.ranges.length === 0) held.isGone = true;
    }
  }
}
