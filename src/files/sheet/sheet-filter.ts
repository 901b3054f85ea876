// The filter that an agent has set on a sheet's columns, and the rows that are hidden, by it or by hand.
import { isTrue } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import type { CellGrid } from "./cell-grid";

export function hasFilter(frame: XmlPart): boolean {
  return frame.find("autoFilter") !== undefined;
}

export function dropFilter(frame: XmlPart): void {
  for (const name of ["autoFilter", "sortState"]) {
    const element = frame.find(name);
    if (element) frame.remove(element);
  }
}

/** Of the rows that hold something. */
export function showRows(grid: CellGrid): void {
  for (const row of [...grid.rowsWithin(0, Infinity, false)]) {
    if (isTrue(grid.rowAttributes(row).get("hidden"))) grid.setRowAttributes(row, { hidden: null });
  }
}
