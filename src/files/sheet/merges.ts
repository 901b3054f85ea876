// Merged areas of a sheet.
import { formatLocalRange } from "../../core/domain/cell-ref";
import type { GridRange } from "../../core/workbook-port";
import { appendInside, setAttributes, splitElement } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { intersects, parseRange } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

export function readMerges(frame: XmlPart): GridRange[] {
  const merges = frame.tree("mergeCells")?.children ?? [];
  return merges.map(({ attributes }) => parseRange(attributes["ref"] ?? "")).filter((range) => range !== null);
}

export function addMerge(frame: XmlPart, range: GridRange): void {
  if (range.top === range.bottom && range.left === range.right) return;
  // Two merged areas that overlap make a file that Excel repairs.
  removeMerges(frame, range);
  const element = `<${frame.prefix}mergeCell ref="${formatLocalRange(range)}"/>`;
  const existing = frame.find("mergeCells");
  if (!existing) {
    frame.insert(
      "mergeCells",
      `<${frame.prefix}mergeCells count="1">${element}</${frame.prefix}mergeCells>`,
      SHEET_ORDER,
    );
    return;
  }
  existing.xml = setAttributes(appendInside(existing.xml, element), { count: String(readMerges(frame).length + 1) });
}

/** Removes every merged area that the range touches. */
export function removeMerges(frame: XmlPart, range: GridRange): void {
  const existing = frame.find("mergeCells");
  const tree = frame.tree("mergeCells");
  if (!existing || !tree) return;
  const kept = tree.children.filter(({ attributes }) => {
    const merge = parseRange(attributes["ref"] ?? "");
    return !merge || !intersects(merge, range);
  });
  if (kept.length === tree.children.length) return;
  if (kept.length === 0) return frame.remove(existing);
  const inside = kept.map(({ start, end }) => existing.xml.slice(start, end)).join("");
  const { open, close } = splitElement(existing.xml);
  existing.xml = setAttributes(open + inside + close, { count: String(kept.length) });
}
