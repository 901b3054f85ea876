// The Excel tables of one sheet: read from their parts, added and taken away with their types and relationships.
import { formatLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships, relationshipAttribute } from "../package/relationships";
import { removePart } from "../package/remove-part";
import { SHEET_ORDER } from "../sheet/sheet-part";
import { attribute } from "../xml/parse-xml";
import { setAttributes } from "../xml/tags";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { SheetTable } from "./sheet-table";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PARTS = "tableParts";

export class SheetTables {
  private known: SheetTable[] | null = null;

  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly parts: () => OpcPackage,
  ) {}

  list(): readonly SheetTable[] {
    this.known ??= this.related().map(({ target }) => this.open(target));
    return this.known;
  }

  /** `columns`: the headings, different from each other. */
  add(name: string, range: GridRange, columns: readonly string[]): SheetTable {
    const pack = this.parts();
    const id = freeId(pack);
    let number = id;
    while (pack.has(`xl/tables/table${number}.xml`)) number++;
    const path = `xl/tables/table${number}.xml`;
    const ref = formatLocalRange(range);
    const node = new XmlNode("table", {
      xmlns: MAIN,
      id: String(id),
      name,
      displayName: name,
      ref,
      totalsRowShown: "0",
    });
    node.append(
      new XmlNode("autoFilter", { ref }),
      new XmlNode("tableColumns", { count: "0" }),
      new XmlNode("tableStyleInfo", {
        name: "TableStyleMedium2",
        showFirstColumn: "0",
        showLastColumn: "0",
        showRowStripes: "1",
        showColumnStripes: "0",
      }),
    );
    const before = this.list();
    pack.setText(path, HEAD + node.toString());
    addContentType(pack, path, TYPE);
    const relationship = addRelationship(pack, this.path, "table", `/${path}`);
    const { prefix, rootOpen } = this.frame;
    const parts =
      this.frame.find(PARTS) ?? this.frame.insert(PARTS, `<${prefix}${PARTS}></${prefix}${PARTS}>`, SHEET_ORDER);
    const part = `<${prefix}tablePart${relationshipAttribute(rootOpen, relationship)}/>`;
    parts.xml = setAttributes(
      parts.xml.replace(/<\/[^<]*$/, (close) => part + close),
      { count: String(before.length + 1) },
    );
    const table = new SheetTable(path, node, (changed) => this.save(changed));
    table.setColumns(columns);
    this.known = [...before, table];
    return table;
  }

  /** The cells stay. */
  remove(table: SheetTable): void {
    const pack = this.parts();
    const relation = this.related().find(({ target }) => target === table.path);
    const element = this.frame.find(PARTS);
    if (!relation || !element) return;
    const tree = this.frame.treeOf(element);
    const part = tree.children.find((child) => attribute(child, "id") === relation.id);
    if (part) element.xml = element.xml.slice(0, part.start) + element.xml.slice(part.end);
    const left = tree.children.length - 1;
    if (left === 0) this.frame.remove(element);
    else element.xml = setAttributes(element.xml, { count: String(left) });
    removePart(pack, this.path, { path: table.path, relationship: relation.id });
    this.known = this.list().filter((other) => other !== table);
  }

  private related() {
    return readRelationships(this.parts(), this.path).filter(
      ({ kind, target, external }) => kind === "table" && !external && this.parts().has(target),
    );
  }

  private open(path: string): SheetTable {
    const pack = this.parts();
    return new SheetTable(path, pack.parse(path, parseNode), (table) => this.save(table));
  }

  private save({ path, node }: SheetTable): void {
    this.parts().setText(path, HEAD + node.toString());
  }
}

/** Tables have numbers of their own in the whole workbook. */
function freeId(pack: OpcPackage): number {
  const used = pack
    .paths()
    .filter((path) => /(?:^|\/)tables\/[^/]+\.xml$/i.test(path))
    .map((path) => Number(/<(?:[\w.-]+:)?table\s[^<>]*?\bid="(\d+)"/.exec(pack.text(path))?.[1] ?? 0));
  return Math.max(0, ...used) + 1;
}
