// Moves the cells beside inserted or deleted ones, with what lies on them: merged areas, tables, rules of format and of entry.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { GridRange } from "../plan";
import { shiftedRange, type Shift } from "../formulas/shift-references";
import type { SheetTables } from "../tables/sheet-tables";
import { parseNode, type XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import type { Cell } from "./cell";
import type { CellGrid } from "./cell-grid";
import { formatInserted } from "./inserted-formats";
import { readBreaks, writeBreaks } from "./page-breaks";
import { addMerges, readMerges, removeMerges } from "./merges";
import type { SheetFormats } from "./sheet-formats";
import type { SheetPart } from "./sheet-part";
import { shiftRowsAndColumns } from "./shift-rows-and-columns";
import { contains, formatRanges, parseRanges, WHOLE_SHEET } from "./ranges";

/** Answers the cells whose contents changed. */
export function moveCells(grid: CellGrid, { range, towards }: Shift): (readonly [number, number])[] {
  const isVertical = towards === "down" || towards === "up";
  const isDeleted = towards === "up" || towards === "left";
  const count = isVertical ? range.bottom - range.top + 1 : range.right - range.left + 1;
  const moved = isVertical ? { ...range, bottom: LAST_ROW } : { ...range, right: LAST_COLUMN };
  const changed: (readonly [number, number])[] = [];
  const put = (row: number, column: number, cell: Cell | null) => {
    grid.set(row, column, cell && { ...cell, xml: null });
    changed.push([row, column]);
  };
  const found = grid
    .knownRows(moved.top, moved.bottom)
    .flatMap((row) =>
      [...grid.cells(row)].flatMap(([column, cell]) => (contains(moved, row, column) ? [{ row, column, cell }] : [])),
    );
  for (const { row, column } of found) put(row, column, null);
  for (const { row, column, cell } of found) {
    if (isDeleted && contains(range, row, column)) continue;
    const step = isDeleted ? -count : count;
    put(isVertical ? row + step : row, isVertical ? column : column + step, cell);
  }
  return changed;
}

export function shiftFurniture(part: SheetPart, tables: SheetTables, formats: SheetFormats, shift: Shift): void {
  const { grid, frame } = part;
  shiftRowsAndColumns(grid, frame, shift);
  formatInserted(part, formats, shift);
  const merges = readMerges(frame);
  const shifted = merges.map((merge) => shiftedRange(merge, shift));
  if (merges.some((merge, index) => merge !== shifted[index])) {
    removeMerges(frame, [WHOLE_SHEET]);
    addMerges(
      frame,
      shifted.filter((merge) => merge !== null),
    );
  }
  for (const table of tables.list()) {
    const moved = shiftedRange(table.range, shift);
    if (moved && moved !== table.range && !isSame(moved, table.range)) table.range = moved;
  }
  shiftBreaks(frame, shift);
  for (const element of [...frame.children]) {
    if (element.name === "autoFilter") {
      const node = parseNode(element.xml);
      if (!shiftAddress(node, "ref", shift)) frame.remove(element);
      else element.xml = node.toString();
    } else if (element.name === "hyperlinks") {
      const node = parseNode(element.xml);
      for (const link of node.all("hyperlink")) if (!shiftAddress(link, "ref", shift)) node.detach(link);
      if (node.all("hyperlink").length === 0) frame.remove(element);
      else element.xml = node.toString();
    } else if (element.name === "conditionalFormatting") {
      const node = parseNode(element.xml);
      if (!shiftAddress(node, "sqref", shift)) frame.remove(element);
      else element.xml = node.toString();
    } else if (element.name === "dataValidations") {
      const node = parseNode(element.xml);
      for (const rule of node.all("dataValidation")) if (!shiftAddress(rule, "sqref", shift)) node.detach(rule);
      const left = node.all("dataValidation").length;
      if (left === 0) frame.remove(element);
      else element.xml = node.set("count", left).toString();
    } else if (element.name === "extLst" && element.xml.includes("sqref>")) {
      const node = parseNode(element.xml);
      shiftExtensions(node, shift);
      element.xml = node.toString();
    }
  }
}

/** False once no cell is left. */
function shiftAddress(node: XmlNode, attribute: string, shift: Shift): boolean {
  const ranges = parseRanges(node.get(attribute) ?? "").flatMap((range) => shiftedRange(range, shift) ?? []);
  node.set(attribute, formatRanges(ranges));
  return ranges.length > 0;
}

/** Moves page breaks only with whole rows and columns: a break stays before the same ones. */
function shiftBreaks(frame: XmlPart, { range, towards }: Shift): void {
  const isVertical = towards === "down" || towards === "up";
  const isWhole = isVertical
    ? range.left === 0 && range.right === LAST_COLUMN
    : range.top === 0 && range.bottom === LAST_ROW;
  if (!isWhole) return;
  const [first, last] = isVertical ? [range.top, range.bottom] : [range.left, range.right];
  const count = last - first + 1;
  const isDeleted = towards === "up" || towards === "left";
  const moved = (at: number) => {
    if (at < first) return at;
    if (!isDeleted) return at + count;
    return at > last ? at - count : Math.max(first, 1);
  };
  const name = isVertical ? "rowBreaks" : "colBreaks";
  writeBreaks(frame, name, [...new Set(readBreaks(frame, name).map(moved))]);
}

/** The rules and small charts of newer files, which say their cells in elements. False once no cell is left. */
function shiftExtensions(node: XmlNode, shift: Shift): boolean {
  const own = node.find("sqref");
  if (own) {
    const ranges = parseRanges(own.text).flatMap((range) => shiftedRange(range, shift) ?? []);
    own.text = formatRanges(ranges);
    return ranges.length > 0;
  }
  for (const child of node.children) if (!shiftExtensions(child, shift)) node.detach(child);
  return true;
}

function isSame(a: GridRange, b: GridRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
