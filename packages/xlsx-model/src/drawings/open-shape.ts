// A drawn thing that is no chart, changed in place: its element, its name and where it stands.
import { readCorners, withCorners, type ChartPlace, type SizedPlace } from "../charts/open-chart";
import type { XmlNode } from "../xml/xml-node";

export type ShapeKind = "shape" | "line" | "picture" | "group" | "other";

const KINDS: Readonly<Record<string, ShapeKind>> = {
  sp: "shape",
  cxnSp: "line",
  pic: "picture",
  grpSp: "group",
};

/** What a shape asks of the drawing that it stands in. */
export interface ShapeHolder {
  anchorOf(id: number): XmlNode;
  setAnchor(id: number, anchor: XmlNode): void;
  removeShape(id: number): void;
  positionOf(id: number): number;
  moveTo(id: number, position: number): void;
}

export class OpenShape {
  constructor(
    /** Unique in its drawing. */
    readonly id: number,
    private readonly holder: ShapeHolder,
  ) {}

  get kind(): ShapeKind {
    return KINDS[this.element.local] ?? "other";
  }

  /** To be read only: what changes goes through `change`. */
  get element(): XmlNode {
    return shapeIn(this.holder.anchorOf(this.id));
  }

  /** Its name, texts and whether it is hidden. */
  get properties(): XmlNode {
    return propertiesIn(this.element);
  }

  get anchor(): XmlNode {
    return this.holder.anchorOf(this.id);
  }

  change(edit: (element: XmlNode, properties: XmlNode, anchor: XmlNode) => void): void {
    const anchor = this.holder.anchorOf(this.id);
    const element = shapeIn(anchor);
    edit(element, propertiesIn(element), anchor);
    this.holder.setAnchor(this.id, anchor);
  }

  /** Null where the drawing says a point of the page instead of cells. */
  get place(): ChartPlace | SizedPlace | null {
    return readCorners(this.anchor);
  }

  setPlace(place: ChartPlace): void {
    this.holder.setAnchor(this.id, withCorners(this.anchor, place));
  }

  /** The rank of the shape among all that is drawn, 0 for the lowest. */
  get position(): number {
    return this.holder.positionOf(this.id);
  }
  set position(position: number) {
    this.holder.moveTo(this.id, position);
  }

  remove(): void {
    this.holder.removeShape(this.id);
  }
}

const AROUND: ReadonlySet<string> = new Set(["from", "to", "pos", "ext", "clientData"]);

function shapeIn(anchor: XmlNode): XmlNode {
  const found = anchor.children.find(({ local }) => !AROUND.has(local));
  if (!found) throw new RangeError("an anchor that holds nothing");
  return found;
}

/** The "cNvPr", wherever the kind of shape has it. */
function findProperties(node: XmlNode): XmlNode | undefined {
  if (node.local === "cNvPr") return node;
  for (const each of node.children) {
    const found = findProperties(each);
    if (found) return found;
  }
  return undefined;
}

function propertiesIn(element: XmlNode): XmlNode {
  const found = findProperties(element);
  if (!found) throw new RangeError("a shape without a name");
  return found;
}
