// Where drawings stand once cells are inserted or deleted: the corners of each go with the cells that they lie on.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { Shift } from "../formulas/shift-references";
import { parseNode, type XmlNode } from "../xml/xml-node";
import type { SheetDrawing } from "./sheet-drawing";

/** Of whole rows and columns alone: of other cells no page says what becomes of the drawings beside them. */
export function shiftAnchors(drawing: SheetDrawing, { range, towards }: Shift): void {
  const isVertical = towards === "down" || towards === "up";
  const isDeleted = towards === "up" || towards === "left";
  const [first, last] = isVertical ? [range.top, range.bottom] : [range.left, range.right];
  if (!isWhole({ range, towards })) return;
  const count = last - first + 1;
  const axis = isVertical ? "row" : "col";
  const move = (corner: XmlNode | undefined, isEnd: boolean): boolean => {
    const [cell, offset] = [corner?.find(axis), corner?.find(`${axis}Off`)];
    if (!cell || !offset) return false;
    const at = Number(cell.text);
    // What ends where a cell begins lies before that cell.
    const isBefore = at < first || (at === first && isEnd && Number(offset.text) === 0);
    if (isBefore) return false;
    const isCut = isDeleted && at <= last;
    if (isCut) offset.text = "0";
    cell.text = String(
      isCut ? first : Math.min(isVertical ? LAST_ROW : LAST_COLUMN, isDeleted ? at - count : at + count),
    );
    return true;
  };
  for (const anchor of [...drawing.anchors]) {
    const node = parseNode(anchor.xml);
    if (node.get("editAs") === "absolute") continue;
    const isFromMoved = move(node.find("from"), false);
    const isToMoved = move(node.find("to"), true);
    if (isFromMoved || isToMoved) drawing.set(anchor, anchor.name, node.toString());
  }
}

/** Whether whole rows or columns come or go. */
export function isWhole({ range, towards }: Shift): boolean {
  return towards === "down" || towards === "up"
    ? range.left === 0 && range.right === LAST_COLUMN
    : range.top === 0 && range.bottom === LAST_ROW;
}
