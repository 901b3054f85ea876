// What is drawn on a sheet beside its charts: listed in the order of the drawing, added, moved, copied, taken away.
import { addContentType } from "../package/content-types";
import { addRelationship } from "../package/relationships";
import { parseNode, type XmlNode } from "../xml/xml-node";
import type { PartChild } from "../xml/xml-part";
import { pictureKind, type PictureKind } from "./image-size";
import { OpenShape, type ShapeHolder } from "./open-shape";
import type { SheetDrawing } from "./sheet-drawing";

const CHART = /<(?:[\w.-]+:)?chart\s[^<>]*\/drawingml\/2006\/chart"/;

interface Drawn {
  readonly id: number;
  readonly child: PartChild;
}

export class SheetShapes implements ShapeHolder {
  private readonly nodes = new WeakMap<PartChild, { readonly xml: string; readonly node: XmlNode }>();

  constructor(private readonly drawing: SheetDrawing) {}

  /** The lowest first; charts are none of them. */
  list(): OpenShape[] {
    return this.drawn().map(({ id }) => new OpenShape(id, this));
  }

  /** Above all others; `write` is told its number. */
  add(write: (id: number) => XmlNode): OpenShape {
    const id = this.drawing.freeShape();
    const anchor = write(id);
    this.drawing.add(anchor.local, anchor.toString());
    return new OpenShape(id, this);
  }

  /** The part of a picture, and the name by which a shape of this drawing calls it; null for what is no picture. */
  addPicture(bytes: Uint8Array): { readonly relationship: string; readonly kind: PictureKind } | null {
    const kind = pictureKind(bytes);
    if (!kind) return null;
    const pack = this.drawing.parts();
    let number = 1;
    while (pack.has(`xl/media/image${number}.${kind.extension}`)) number += 1;
    const path = `xl/media/image${number}.${kind.extension}`;
    const owner = this.drawing.own;
    pack.setBytes(path, bytes);
    addContentType(pack, path, `image/${kind.extension}`);
    return { relationship: addRelationship(pack, owner, "image", `/${path}`), kind };
  }

  /** Bytes of the picture that a shape shows; null where it shows none of this file. */
  picture({ element }: OpenShape): Uint8Array | null {
    const target = this.drawing.targets().get(relationshipsIn(element)[0] ?? "");
    return target && !target.external ? this.drawing.parts().bytes(target.target) : null;
  }

  anchorOf(id: number): XmlNode {
    const child = this.childOf(id);
    const known = this.nodes.get(child);
    if (known?.xml === child.xml) return known.node;
    const node = parseNode(child.xml);
    this.nodes.set(child, { xml: child.xml, node });
    return node;
  }

  setAnchor(id: number, anchor: XmlNode): void {
    this.drawing.set(this.childOf(id), anchor.local, anchor.toString());
  }

  removeShape(id: number): void {
    const child = this.childOf(id);
    this.drawing.remove(child, relationshipsIn(parseNode(child.xml)));
  }

  positionOf(id: number): number {
    return this.drawing.anchors.indexOf(this.childOf(id));
  }

  moveTo(id: number, position: number): void {
    this.drawing.move(this.childOf(id), position);
  }

  private childOf(id: number): PartChild {
    const found = this.drawn().find((each) => each.id === id);
    if (!found) throw new RangeError(`the shape ${id} has gone`);
    return found.child;
  }

  private drawn(): Drawn[] {
    return this.drawing.anchors.flatMap((child) => {
      const id = /<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid="(\d+)"/.exec(child.xml)?.[1];
      return id === undefined || CHART.test(child.xml) ? [] : [{ id: Number(id), child }];
    });
  }
}

/** Names of what a shape points at: its picture, its links. */
function relationshipsIn(node: XmlNode): string[] {
  const own = [...node.attributes].flatMap(([name, value]) => (/^r:(?:embed|link|id|pict)$/.test(name) ? value : []));
  return [...own, ...node.children.flatMap(relationshipsIn)];
}
