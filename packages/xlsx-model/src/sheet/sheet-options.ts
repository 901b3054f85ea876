// What a sheet says of itself as a whole: its protection, the colour of its tab, what its window shows.
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

const SHEET_PROPERTIES = ["tabColor", "outlinePr", "pageSetUpPr"];

export class SheetOptions {
  constructor(private readonly frame: XmlPart) {}

  /** Attributes of the protection as the file says them; null for a sheet that is not protected. */
  get protection(): ReadonlyMap<string, string> | null {
    const node = this.node("sheetProtection");
    return node && /^(?:1|true)$/.test(node.get("sheet") ?? "") ? node.attributes : null;
  }
  set protection(attributes: ReadonlyMap<string, string> | null) {
    const known = this.frame.find("sheetProtection");
    if (known) this.frame.remove(known);
    if (attributes) this.write(this.made("sheetProtection", Object.fromEntries(attributes)));
  }

  /** "#RRGGBB", or null. A colour of the theme is none that is told. */
  get tabColor(): string | null {
    const rgb = this.node("sheetPr")?.find("tabColor")?.get("rgb");
    return rgb === undefined ? null : `#${rgb.slice(-6).toUpperCase()}`;
  }
  set tabColor(color: string | null) {
    const properties = this.node("sheetPr") ?? this.made("sheetPr");
    properties.remove("tabColor");
    if (color !== null) properties.insert(this.made("tabColor", { rgb: `FF${color.slice(1)}` }), SHEET_PROPERTIES);
    this.write(properties);
  }

  shows(what: "showGridLines" | "showRowColHeaders"): boolean {
    return !/^(?:0|false)$/.test(this.node("sheetViews")?.find("sheetView")?.get(what) ?? "1");
  }

  show(what: "showGridLines" | "showRowColHeaders", isShown: boolean): void {
    const views = this.node("sheetViews") ?? this.made("sheetViews");
    const view = views.ensure(`${this.frame.prefix}sheetView`, ["sheetView"]);
    if (view.get("workbookViewId") === undefined) view.set("workbookViewId", 0);
    view.set(what, isShown ? null : false);
    this.write(views);
  }

  private made(local: string, attributes: Readonly<Record<string, string>> = {}): XmlNode {
    return new XmlNode(this.frame.prefix + local, attributes);
  }

  private node(local: string): XmlNode | null {
    const found = this.frame.find(local);
    return found ? parseNode(found.xml) : null;
  }

  private write(node: XmlNode): void {
    const known = this.frame.find(node.local);
    if (known) known.xml = node.toString();
    else this.frame.insert(node.local, node.toString(), SHEET_ORDER);
  }
}
