// The drawing of a sheet: its anchors in their order, the lowest first, whatever each holds; made when something is drawn first.
import { addDrawing } from "../charts/chart-parts";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships, relationshipAttribute, type Relationship } from "../package/relationships";
import { removePart } from "../package/remove-part";
import { SHEET_ORDER } from "../sheet/sheet-part";
import { attribute, type XmlElement } from "../xml/parse-xml";
import { XmlPart, type PartChild } from "../xml/xml-part";

interface Drawing {
  readonly path: string;
  readonly relationship: string;
  readonly part: XmlPart;
}

export class SheetDrawing {
  private known: Drawing | null | undefined;

  constructor(
    /** Path of the sheet. */
    private readonly path: string,
    private readonly frame: XmlPart,
    readonly parts: () => OpcPackage,
  ) {}

  get anchors(): readonly PartChild[] {
    return this.found()?.part.children ?? [];
  }

  treeOf(anchor: PartChild): XmlElement | undefined {
    return this.found()?.part.treeOf(anchor);
  }

  /** What its anchors point at, by the names that they use. */
  targets(): ReadonlyMap<string, Relationship> {
    const drawing = this.found();
    const targets = drawing ? readRelationships(this.parts(), drawing.path) : [];
    return new Map(targets.map((each) => [each.id, each]));
  }

  /** The path of its part. */
  get own(): string {
    return this.made().path;
  }

  /** Above all others. */
  add(name: string, xml: string): PartChild {
    const { part } = this.made();
    const added = part.insert(name, xml, []);
    this.write();
    return added;
  }

  set(anchor: PartChild, name: string, xml: string): void {
    const { children } = this.made().part;
    // Another kind of anchor is another element.
    if (anchor.name === name) anchor.xml = xml;
    else children[children.indexOf(anchor)] = { name, xml, gap: anchor.gap };
    this.write();
  }

  move(anchor: PartChild, position: number): void {
    const { children } = this.made().part;
    children.splice(children.indexOf(anchor), 1);
    children.splice(Math.max(0, position), 0, anchor);
    this.write();
  }

  /** With the parts that it alone points at; and the drawing itself, once it is empty. */
  remove(anchor: PartChild, relationships: readonly string[]): void {
    const drawing = this.found();
    if (!drawing) return;
    const targets = this.targets();
    drawing.part.remove(anchor);
    for (const id of relationships) {
      const target = targets.get(id);
      const isOthers = drawing.part.children.some(({ xml }) => xml.includes(`"${id}"`));
      if (target && !target.external && !isOthers)
        removePart(this.parts(), drawing.path, { path: target.target, relationship: id });
    }
    this.write();
    if (drawing.part.children.length > 0) return;
    const place = this.frame.find("drawing");
    if (place) this.frame.remove(place);
    removePart(this.parts(), this.path, drawing);
    this.known = null;
  }

  /** Free for a new shape: numbers of pictures and charts count too. */
  freeShape(): number {
    const used = this.anchors.flatMap(({ xml }) =>
      [...xml.matchAll(/<(?:[\w.-]+:)?cNvPr\s[^<>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id)),
    );
    return Math.max(1, ...used) + 1;
  }

  private write(): void {
    const drawing = this.found();
    if (drawing) this.parts().setText(drawing.path, drawing.part.toString());
  }

  private found(): Drawing | null {
    if (this.known !== undefined) return this.known;
    const element = this.frame.tree("drawing");
    const relationship = element && attribute(element, "id");
    const pack = this.parts();
    const target = readRelationships(pack, this.path).find(({ id }) => id === relationship)?.target;
    this.known =
      relationship === undefined || target === undefined || !pack.has(target)
        ? null
        : { path: target, relationship, part: pack.parse(target, (text) => new XmlPart(text)) };
    return this.known;
  }

  private made(): Drawing {
    const known = this.found();
    if (known) return known;
    const pack = this.parts();
    const { path, relationship } = addDrawing(pack, this.path);
    const { prefix, rootOpen } = this.frame;
    const xml = `<${prefix}drawing${relationshipAttribute(rootOpen, relationship)}/>`;
    this.frame.insert("drawing", xml, SHEET_ORDER);
    return (this.known = { path, relationship, part: new XmlPart(pack.text(path)) });
  }
}
