// The links of a sheet's cells: to an address outside of the workbook, to a place in it, or to both.
import type { GridRange } from "../plan";
import { parseLocalRange } from "../cell-ref";
import type { OpcPackage } from "../package/opc-package";
import {
  addRelationship,
  readRelationships,
  relationshipAttribute,
  removeRelationship,
} from "../package/relationships";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { contains, formatRanges, without } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

export interface CellLink {
  readonly range: GridRange;
  /** Outside of the workbook; null for none. */
  readonly address: string | null;
  /** "Feuil1!A1". */
  readonly place: string | null;
  readonly tip: string | null;
}

const NAME = "hyperlinks";

export class SheetLinks {
  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly parts: () => OpcPackage,
  ) {}

  list(): CellLink[] {
    const known = new Map(readRelationships(this.parts(), this.path).map(({ id, target }) => [id, target]));
    return this.nodes().flatMap((node) => {
      const range = parseLocalRange(node.get("ref") ?? "");
      if (!range) return [];
      const id = relationshipOf(node);
      const [address, place, tip] = [id && known.get(id), node.get("location"), node.get("tooltip")];
      return [{ range, address: address ?? null, place: place ?? null, tip: tip ?? null }];
    });
  }

  at(row: number, column: number): CellLink | null {
    return this.list().find(({ range }) => contains(range, row, column)) ?? null;
  }

  set({ range, address, place, tip }: CellLink): void {
    this.remove(range);
    const { prefix, rootOpen } = this.frame;
    const open =
      address === null
        ? ""
        : relationshipAttribute(rootOpen, addRelationship(this.parts(), this.path, "hyperlink", address, "External"));
    const node = parseNode(`<${prefix}hyperlink ref="${formatRanges([range])}"${open}/>`);
    node.set("location", place).set("tooltip", tip);
    this.write([...this.nodes(), node]);
  }

  /** Removes the links of those cells, and of no others. */
  remove(range: GridRange): void {
    const nodes = this.nodes();
    const kept = nodes.flatMap((node) => {
      const own = parseLocalRange(node.get("ref") ?? "");
      const left = own ? without([own], [range]) : [];
      return own ? left.map((part) => node.copy().set("ref", formatRanges([part]))) : [node];
    });
    if (kept.length === nodes.length && kept.every((node, at) => node.get("ref") === nodes[at]?.get("ref"))) return;
    this.write(kept);
    const used = new Set(kept.map(relationshipOf));
    for (const id of nodes.map(relationshipOf))
      if (id !== undefined && !used.has(id)) removeRelationship(this.parts(), this.path, id);
  }

  private nodes(): XmlNode[] {
    const found = this.frame.find(NAME);
    return found ? parseNode(found.xml).all("hyperlink") : [];
  }

  private write(nodes: readonly XmlNode[]): void {
    const known = this.frame.find(NAME);
    if (nodes.length === 0) {
      if (known) this.frame.remove(known);
      return;
    }
    const xml = new XmlNode(this.frame.prefix + NAME).append(...nodes).toString();
    if (known) known.xml = xml;
    else this.frame.insert(NAME, xml, SHEET_ORDER);
  }
}

function relationshipOf(node: XmlNode): string | undefined {
  return [...node.attributes].find(([name]) => /^[\w.-]+:id$/.test(name))?.[1];
}
