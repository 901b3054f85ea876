// Merging cells and clearing them, with all that Excel takes away on the way.
import type { GridRange } from "xlsx-model/plan";
import { without } from "xlsx-model/sheet/ranges";
import type { SheetModel } from "xlsx-model/workbook-model";
import { intersection } from "./address";
import { hostErrors } from "./wire";

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

/**
 * Whether a cell is of a merged area and not its corner: "The value of a merged range is specified in the cell of the range's upper-left
 * corner" (Range.Merge), and what is written elsewhere in it Excel does not keep.
 */
export function coveredCells(sheet: SheetModel, range: GridRange): (row: number, column: number) => boolean {
  const merges = sheet.merges.filter((merge) => intersection(merge, range));
  let known = { row: -1, merges };
  return (row, column) => {
    if (merges.length === 0) return false;
    if (known.row !== row) known = { row, merges: merges.filter(({ top, bottom }) => top <= row && row <= bottom) };
    return known.merges.some(
      ({ top, left, right }) => left <= column && column <= right && (row !== top || column !== left),
    );
  };
}

/** Excel's clear of everything takes entry controls and rules with the cells, and of formats the rules. */
export const CLEARABLE = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"] as const;

export function clearRange(sheet: SheetModel, range: GridRange, what: (typeof CLEARABLE)[number]): void {
  if (what === "Contents") return sheet.clear(range, "contents");
  if (what === "Hyperlinks") return sheet.links.remove(range);
  // "Removes hyperlinks and formatting for the cell but leaves content, conditional formats, and data validation intact."
  if (what === "RemoveHyperlinks") {
    for (const link of sheet.links.list()) {
      const common = intersection(link.range, range);
      if (common) sheet.resetStyle(common);
    }
    return sheet.links.remove(range);
  }
  if (what === "All") {
    for (const comment of sheet.comments.list())
      if (intersection(comment.range, range)) sheet.comments.remove(comment.id);
    sheet.clear(range, "all");
    sheet.removeEntryControls(range);
    sheet.links.remove(range);
  }
  // Also the formats of whole rows and columns.
  sheet.resetStyle(range);
  clearConditionalFormats(sheet, range);
}

/** Takes the rules away from these cells alone: those beside them keep them. */
export function clearConditionalFormats(sheet: SheetModel, range: GridRange): void {
  const { conditionalRules } = sheet;
  for (const id of conditionalRules.ids()) {
    const ranges = conditionalRules.rangesOf(id) ?? [];
    if (!ranges.some((other) => intersection(other, range))) continue;
    const left = without(ranges, [range]);
    if (left.length === 0) sheet.removeConditionalFormat(id);
    else conditionalRules.moveTo(id, left);
  }
}

/** "You can't merge cells in a table". */
export function refuseMerging(sheet: SheetModel, range: GridRange): void {
  if (sheet.tables.list().some((table) => intersection(table.range, range)))
    throw hostErrors.invalidOperation("Cells of a table cannot be merged.");
}
