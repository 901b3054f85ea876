// The note that Excel keeps behind each comment, for programs that know no comments: its text, its author's mark and its box.
import { formatLocalCell } from "../local-cell";
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships, relationshipAttribute } from "../package/relationships";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const NO_NOTES =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';
const NO_BOXES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
  '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';
/** As Excel begins it: other programs show the text. */
const PREAMBLE =
  "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the " +
  "file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";

interface Place {
  readonly row: number;
  readonly column: number;
}

export class ShadowNotes {
  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly pack: OpcPackage,
  ) {}

  /** In the place of the one that stands there. */
  set({ row, column }: Place, id: string, texts: readonly string[]): void {
    this.remove({ row, column });
    const ref = formatLocalCell(row, column);
    this.change("comments", (root) => {
      const authors = root.find("authors");
      const author = authors?.children.length ?? 0;
      authors?.append(new XmlNode("author").append(`tc=${id}`));
      const text = PREAMBLE + texts.join("\nReply:\n    ");
      const words = new XmlNode("t", { "xml:space": "preserve" }).append(text);
      const note = new XmlNode("comment", { ref, authorId: String(author), shapeId: "0" });
      root.find("commentList")?.append(note.append(new XmlNode("text").append(words)));
    });
    this.change("vmlDrawing", (root) => {
      const number = 1025 + root.all("shape").length;
      root.append(parseNode(box(number, row, column)));
    });
  }

  remove({ row, column }: Place): void {
    const ref = formatLocalCell(row, column);
    this.changeKnown("comments", (root) => {
      const list = root.find("commentList");
      for (const note of list?.all("comment") ?? []) if (note.get("ref") === ref) list?.detach(note);
    });
    this.changeKnown("vmlDrawing", (root) => {
      for (const shape of root.all("shape")) {
        const at = (name: string) => Number(shape.find("ClientData", name)?.text);
        if (at("Row") === row && at("Column") === column) root.detach(shape);
      }
    });
  }

  private change(kind: keyof typeof PARTS, work: (root: XmlNode) => void): void {
    if (this.target(kind) === null) this.add(kind);
    this.changeKnown(kind, work);
  }

  private changeKnown(kind: keyof typeof PARTS, work: (root: XmlNode) => void): void {
    const path = this.target(kind);
    if (path === null) return;
    const root = parseNode(this.pack.text(path));
    work(root);
    this.pack.setText(path, HEAD + root.toString());
  }

  private target(kind: string): string | null {
    return readRelationships(this.pack, this.path).find((each) => each.kind === kind)?.target ?? null;
  }

  private add(kind: keyof typeof PARTS): void {
    const { path, type, empty } = PARTS[kind];
    let number = 1;
    while (this.pack.has(path(number))) number++;
    this.pack.setText(path(number), HEAD + empty);
    addContentType(this.pack, path(number), type);
    const id = addRelationship(this.pack, this.path, kind, `/${path(number)}`);
    if (kind !== "vmlDrawing") return;
    const { prefix, rootOpen } = this.frame;
    const xml = `<${prefix}legacyDrawing${relationshipAttribute(rootOpen, id)}/>`;
    this.frame.insert("legacyDrawing", xml, SHEET_ORDER);
  }
}

const PARTS = {
  comments: { path: (number: number) => `xl/comments${number}.xml`, type: NOTES_TYPE, empty: NO_NOTES },
  vmlDrawing: { path: (number: number) => `xl/drawings/vmlDrawing${number}.vml`, type: BOXES_TYPE, empty: NO_BOXES },
} as const;

function box(number: number, row: number, column: number): string {
  const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(", ");
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;width:108pt;height:59.25pt;z-index:1;visibility:hidden" ` +
    'fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto"><v:fill color2="infoBackground [80]"/>' +
    '<v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
