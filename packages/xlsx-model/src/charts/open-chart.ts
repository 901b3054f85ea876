// A chart that is changed in place: its part as a tree, its name and the two corners of its frame.
import { XmlNode } from "../xml/xml-node";

/** A point of the sheet: a cell, and how far into it, in the drawing's own units (12 700 to the point). */
export interface Corner {
  readonly row: number;
  readonly rowOff: number;
  readonly col: number;
  readonly colOff: number;
}

export interface ChartPlace {
  readonly from: Corner;
  readonly to: Corner;
}

/** From a corner on, as large as it is said. */
export interface SizedPlace {
  readonly from: Corner;
  readonly width: number;
  readonly height: number;
}

const FRAME: readonly string[] = ["from", "to", "pos", "ext"];
const STEPS = ["col", "colOff", "row", "rowOff"] as const;

/** What a chart asks of the drawing that it stands in. */
export interface ChartHolder {
  rootOf(path: string): XmlNode;
  rootChanged(path: string): void;
  anchorOf(path: string): XmlNode;
  setAnchor(path: string, anchor: XmlNode): void;
  removePath(path: string): void;
}

export class OpenChart {
  constructor(
    /** Path of the chart's part, by which the chart is told from the others. */
    readonly path: string,
    private readonly holder: ChartHolder,
  ) {}

  /** The "chartSpace". */
  get root(): XmlNode {
    return this.holder.rootOf(this.path);
  }

  /** To be called after each change of the tree. */
  changed(): void {
    this.holder.rootChanged(this.path);
  }

  get anchor(): XmlNode {
    return this.holder.anchorOf(this.path);
  }

  get name(): string {
    return this.named(this.holder.anchorOf(this.path))?.get("name") ?? "";
  }
  set name(name: string) {
    const anchor = this.holder.anchorOf(this.path);
    this.named(anchor)?.set("name", name);
    this.holder.setAnchor(this.path, anchor);
  }

  /** Null where the drawing says a point of the page instead of cells. */
  get place(): ChartPlace | SizedPlace | null {
    return readCorners(this.holder.anchorOf(this.path));
  }
  setPlace(place: ChartPlace): void {
    this.holder.setAnchor(this.path, withCorners(this.holder.anchorOf(this.path), place));
  }

  remove(): void {
    this.holder.removePath(this.path);
  }

  private named(anchor: XmlNode): XmlNode | undefined {
    return anchor.find("graphicFrame", "nvGraphicFramePr", "cNvPr");
  }
}

/** Null where the anchor says a point of the page instead of cells. */
export function readCorners(anchor: XmlNode): ChartPlace | SizedPlace | null {
  const [from, to, size] = [cornerOf(anchor.find("from")), cornerOf(anchor.find("to")), anchor.find("ext")];
  if (!from || to) return from && to && { from, to };
  return { from, width: Number(size?.get("cx") ?? 0), height: Number(size?.get("cy") ?? 0) };
}

/** The anchor put between two other cells, however it was anchored before. */
export function withCorners(old: XmlNode, { from, to }: ChartPlace): XmlNode {
  const prefix = old.name.slice(0, old.name.length - old.local.length);
  const anchor = new XmlNode(`${prefix}twoCellAnchor`, Object.fromEntries(old.attributes));
  const corner = (end: string, at: Corner) =>
    new XmlNode(prefix + end).append(...STEPS.map((step) => new XmlNode(prefix + step).append(String(at[step]))));
  const others = old.content.filter((part) => typeof part === "string" || !FRAME.includes(part.local));
  return anchor.append(corner("from", from), corner("to", to), ...others);
}

function cornerOf(node: XmlNode | undefined): Corner | null {
  if (!node) return null;
  const [col = 0, colOff = 0, row = 0, rowOff = 0] = STEPS.map((step) => Number(node.find(step)?.text ?? 0));
  return { col, colOff, row, rowOff };
}
