// Merging cells and clearing them, with all that Excel takes away on the way.
import type { GridRange } from "../core/workbook-port";
import type { SheetModel } from "../files/workbook-model";
import { intersection } from "./address";
import { NotSimulated } from "./wire";

/** One area, or one in each row. What the first cell with something holds is kept, at the corner; the rest goes. */
export function mergeCells(sheet: SheetModel, range: GridRange, isAcross: boolean): void {
  for (const area of isAcross ? rowsOf(range) : [range]) {
    if (area.top === area.bottom && area.left === area.right) continue;
    for (const merge of sheet.merges) if (intersection(merge, area)) sheet.unmerge(merge);
    keepFirst(sheet, area);
    sheet.merge(area);
  }
}

function rowsOf({ top, bottom, ...columns }: GridRange): GridRange[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => ({
    top: top + index,
    bottom: top + index,
    ...columns,
  }));
}

function keepFirst(sheet: SheetModel, area: GridRange): void {
  const used = sheet.usedRangeWithin(area, true);
  if (!used) return;
  const { top, left } = area;
  const column = columnsOf(used).find((at) => isFilled(sheet, used.top, at)) ?? used.left;
  const kept = sheet.content(used.top, column);
  sheet.clear(used, "contents");
  sheet.setContent(top, left, kept);
}

const columnsOf = ({ left, right }: GridRange) => Array.from({ length: right - left + 1 }, (_, index) => left + index);

function isFilled(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = sheet.content(row, column);
  return value !== null || formula !== null;
}

/** Excel's clear of everything takes entry controls and rules with the cells, and of formats the rules. */
export function clearRange(sheet: SheetModel, range: GridRange, what: "All" | "Contents" | "Formats"): void {
  if (what === "Contents") return sheet.clear(range, "contents");
  if (what === "All") {
    for (const comment of sheet.comments.list())
      if (intersection(comment.range, range)) sheet.comments.remove(comment.id);
    sheet.clear(range, "all");
    sheet.removeEntryControls(range);
  } else sheet.resetStyle(range);
  clearConditionalFormats(sheet, range);
}

function clearConditionalFormats(sheet: SheetModel, range: GridRange): void {
  for (const { id, ranges } of sheet.conditionalFormats) {
    const touched = ranges.filter((other) => intersection(other, range));
    if (touched.length === 0) continue;
    const isWithin = touched.length === ranges.length && touched.every((other) => contains(range, other));
    if (!isWithin) throw new NotSimulated("clearing a part of the cells of a conditional format");
    sheet.removeConditionalFormat(id);
  }
}

function contains(outer: GridRange, inner: GridRange): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
