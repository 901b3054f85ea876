// Comments and notes of cells move with their cells, and go with those that are deleted.
import { parseLocalRange } from "../cell-ref";
import { formatLocalCell } from "../local-cell";
import { shiftedRange, type Shift } from "../formulas/shift-references";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships } from "../package/relationships";
import { parseNode, type XmlNode } from "../xml/xml-node";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHAPE = /<v:shape\b[\s\S]*?(?:<\/v:shape>|$)/g;
const PLACE = /<x:(Row|Column)>(\d+)<\/x:\1>/g;
/** Column, offset, row, offset of each corner of the box. */
const ANCHOR = /(<x:Anchor>)([^<]*)(<\/x:Anchor>)/;

export function shiftComments(parts: OpcPackage, sheet: string, shift: Shift): void {
  for (const { kind, target } of readRelationships(parts, sheet)) {
    if (kind === "comments" || kind === "threadedComment") {
      const root = parseNode(parts.text(target));
      if (shiftNodes(root, shift)) parts.setText(target, HEAD + root.toString());
    } else if (kind === "vmlDrawing") {
      const text = parts.text(target);
      const shifted = text.replace(SHAPE, (shape) => shiftNote(shape, shift));
      if (shifted !== text) parts.setText(target, shifted);
    }
  }
}

function movedCell(row: number, column: number, shift: Shift): { row: number; column: number } | null {
  const moved = shiftedRange({ top: row, left: column, bottom: row, right: column }, shift);
  return moved && { row: moved.top, column: moved.left };
}

function shiftNodes(node: XmlNode, shift: Shift): boolean {
  let isChanged = false;
  for (const child of node.children) {
    const cell = parseLocalRange(child.get("ref") ?? "");
    const moved = cell && movedCell(cell.top, cell.left, shift);
    if (cell && !moved) node.detach(child);
    else if (moved) child.set("ref", formatLocalCell(moved.row, moved.column));
    isChanged = isChanged || (cell !== null && (moved?.row !== cell.top || moved.column !== cell.left));
    isChanged = shiftNodes(child, shift) || isChanged;
  }
  return isChanged;
}

/** Empty once its cell is gone; a form control has no place of a note. */
function shiftNote(shape: string, shift: Shift): string {
  if (!shape.includes('ObjectType="Note"')) return shape;
  const at = new Map([...shape.matchAll(PLACE)].map(([, name, number]) => [name, Number(number)]));
  const [row = 0, column = 0] = [at.get("Row"), at.get("Column")];
  const moved = movedCell(row, column, shift);
  if (!moved) return "";
  const [down, across] = [moved.row - row, moved.column - column];
  return shape
    .replace(PLACE, (_, name: string) => `<x:${name}>${name === "Row" ? moved.row : moved.column}</x:${name}>`)
    .replace(ANCHOR, (_, open: string, numbers: string, close: string) => {
      const steps = [across, 0, down, 0, across, 0, down, 0];
      return (
        open +
        numbers
          .split(",")
          .map((number, index) => Number(number) + (steps[index] ?? 0))
          .join(", ") +
        close
      );
    });
}
