// The shape that the client holds, found again in its drawing whenever it is asked.
import type { OpenShape } from "xlsx-model/drawings/open-shape";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import type { SheetObject } from "../range-object";
import { hostErrors } from "../../wire";
import { MAIN, ownChild } from "./shape-xml";

export interface ShapeObject extends SheetObject {
  readonly id: number;
}

export function shapeOf({ sheet, id }: ShapeObject): OpenShape {
  const found = sheet.shapes.list().find((shape) => shape.id === id);
  if (!found) throw hostErrors.itemNotFound();
  return found;
}

/** What the shape says of its look; undefined where it says nothing. */
export const lookOf = (object: ShapeObject): XmlNode | undefined => shapeOf(object).element.find("spPr");

/** Changes a shape, where its sheet is no protected one. */
export function changer(state: ExcelState) {
  return (object: ShapeObject, edit: (element: XmlNode, properties: XmlNode, anchor: XmlNode) => void): void => {
    state.writable(object.sheet);
    shapeOf(object).change((element, properties, anchor) => {
      anchor.set("xmlns:a", MAIN);
      edit(element, properties, anchor);
    });
  };
}

export const ownLook = (element: XmlNode): XmlNode => ownChild(element, "spPr");
