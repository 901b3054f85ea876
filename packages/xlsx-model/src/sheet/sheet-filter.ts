// The filter that an agent has set on a sheet's columns, and the rows that are hidden, by it or by hand.
import { isTrue } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import type { GridRange } from "../plan";
import type { CellGrid } from "./cell-grid";
import { parseLocalRange } from "../cell-ref";
import { formatRanges } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

export function hasFilter(frame: XmlPart): boolean {
  return frame.find("autoFilter") !== undefined;
}

export function filteredRange(frame: XmlPart): GridRange | null {
  return parseLocalRange(frame.tree("autoFilter")?.attributes["ref"] ?? "");
}

/** Without any criteria. */
export function setFilter(frame: XmlPart, range: GridRange): void {
  dropFilter(frame);
  frame.insert("autoFilter", `<${frame.prefix}autoFilter ref="${formatRanges([range])}"/>`, SHEET_ORDER);
}

export function dropFilter(frame: XmlPart): void {
  for (const name of ["autoFilter", "sortState"]) {
    const element = frame.find(name);
    if (element) frame.remove(element);
  }
}

/** Shows the hidden rows that hold something. */
export function showRows(grid: CellGrid): void {
  for (const row of [...grid.rowsWithin(0, Infinity, false)]) {
    if (isTrue(grid.rowAttributes(row).get("hidden"))) grid.setRowAttributes(row, row, { hidden: null });
  }
}
