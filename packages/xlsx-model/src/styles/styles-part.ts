// The workbook's styles: formats are looked up by number, and new ones appended; existing numbers never change.
import type { CellStyle } from "../plan";
import type { ConditionalStyle } from "../sheet-values";
import { encodeXml } from "../xml/escape";
import { child, childrenNamed, parseXml, type XmlElement } from "../xml/parse-xml";
import { appendInside, setAttributes, splitElement } from "../xml/tags";
import { parseNode, XmlNode } from "../xml/xml-node";
import { XmlPart } from "../xml/xml-part";
import {
  changeAlignment,
  changedBorder,
  changedFill,
  changedFont,
  readFormat,
  type CellFormat,
  type FormatChange,
  type FormatParts,
} from "./cell-format";
import { readIndexed, resolveColor, type Palette } from "./colors";
import { builtInFormat, builtInId, FIRST_CUSTOM_FORMAT } from "./number-formats";
import {
  borderXml,
  changeFont,
  dxfXml,
  fillXml,
  readBorder,
  readConditionalFill,
  readFill,
  readFont,
} from "./style-xml";

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const ALIGNED = ["left", "center", "right"] as const;

/** One kind of numbered things: fonts, fills, borders, cellXfs, dxfs. */
class NumberedList {
  private readonly items: string[];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly part: XmlPart,
    private readonly name: string,
  ) {
    const list = part.find(name);
    const tree = part.tree(name);
    this.items = list && tree ? tree.children.map(({ start, end }) => list.xml.slice(start, end)) : [];
    for (const [number, xml] of this.items.entries()) if (!this.numbers.has(xml)) this.numbers.set(xml, number);
  }

  xml(number: number): string | undefined {
    return this.items[number];
  }

  /** The number of that very item, appended when it is new. */
  add(xml: string): number {
    const known = this.numbers.get(xml);
    if (known !== undefined) return known;
    const { prefix } = this.part;
    const list = this.part.find(this.name) ?? this.part.insert(this.name, `<${prefix}${this.name} count="0"/>`, ORDER);
    list.xml = setAttributes(appendInside(list.xml, xml), { count: String(this.items.length + 1) });
    this.numbers.set(xml, this.items.length);
    return this.items.push(xml) - 1;
  }
}

export class StylesPart {
  private readonly part: XmlPart;
  private readonly palette: Palette;
  private readonly lists = new Map<string, NumberedList>();
  private readonly formats = new Map<number, string>();
  private readonly resolved = new Map<number, CellStyle>();
  private readonly formatsByNumber = new Map<number, CellFormat>();
  private readonly derived = new Map<string, number>();
  /** Of a planned style, the new number of each format that it was laid over. */
  private readonly planned = new WeakMap<CellStyle, Map<number, number>>();

  constructor(text: string, theme: readonly string[]) {
    this.part = new XmlPart(text);
    this.palette = { theme, indexed: readIndexed(this.part.tree("colors")) };
    for (const { attributes } of childrenNamed(this.part.tree("numFmts"), "numFmt")) {
      this.formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
    }
  }

  toString(): string {
    return this.part.toString();
  }

  /** Every property resolved. */
  style(xf: number): CellStyle {
    const known = this.resolved.get(xf);
    if (known) return known;
    const style = this.resolve(xf);
    this.resolved.set(xf, style);
    return style;
  }

  numberFormat(xf: number): string {
    return this.style(xf).numberFormat ?? "General";
  }

  /** The number of the format `xf` with the given properties changed. */
  derive(xf: number, style: CellStyle): number {
    const planned = this.planned.get(style) ?? new Map<number, number>();
    this.planned.set(style, planned);
    const known = planned.get(xf);
    if (known !== undefined) return known;
    const { prefix } = this.part;
    let xml = this.list("cellXfs").xml(xf) ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const { attributes } = parseXml(xml);
    if (style.numberFormat !== undefined) {
      xml = setAttributes(xml, { numFmtId: String(this.formatId(style.numberFormat)), applyNumberFormat: "1" });
    }
    if (style.font) {
      const base = this.list("fonts").xml(Number(attributes["fontId"] ?? 0)) ?? `<${prefix}font/>`;
      xml = setAttributes(xml, {
        fontId: String(this.list("fonts").add(changeFont(base, style.font, prefix))),
        applyFont: "1",
      });
    }
    if (style.fill !== undefined)
      xml = setAttributes(xml, { fillId: String(this.addFill(style.fill)), applyFill: "1" });
    if (style.border !== undefined) {
      xml = setAttributes(xml, {
        borderId: String(this.list("borders").add(borderXml(style.border, prefix))),
        applyBorder: "1",
      });
    }
    xml = this.withAlignment(xml, style);
    const number = this.list("cellXfs").add(xml);
    planned.set(xf, number);
    return number;
  }

  /** Every property of the format, those of named styles included. */
  format(xf: number): CellFormat {
    const known = this.formatsByNumber.get(xf);
    if (known) return known;
    const format = readFormat(this.formatParts(xf), this.numberFormat(xf), (color) => this.color(color));
    this.formatsByNumber.set(xf, format);
    return format;
  }

  /** The number of the format `xf` with the given properties changed, one by one. */
  deriveFormat(xf: number, change: FormatChange): number {
    const key = `${xf}/${JSON.stringify(change)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const { prefix } = this.part;
    const parts = this.formatParts(xf);
    const made = parts.xf.copy();
    const put = (list: string, attribute: string, mark: string, node: XmlNode) =>
      made.set(attribute, this.list(list).add(node.toString())).set(mark, true);
    const says = (...names: (keyof FormatChange)[]) => names.some((name) => change[name] !== undefined);
    if (says("fontName", "fontSize", "bold", "italic", "strike", "underline", "vertAlign", "fontColor"))
      put("fonts", "fontId", "applyFont", changedFont(parts.font, change, prefix));
    if (says("pattern", "fillColor", "patternColor")) {
      this.reserveFills();
      put("fills", "fillId", "applyFill", changedFill(parts.fill, this.format(xf), change, prefix));
    }
    if (change.borders) put("borders", "borderId", "applyBorder", changedBorder(parts.border, change.borders, prefix));
    if (change.numberFormat !== undefined)
      made.set("numFmtId", this.formatId(change.numberFormat)).set("applyNumberFormat", true);
    changeAlignment(made, change, prefix);
    const number = this.list("cellXfs").add(made.toString());
    this.derived.set(key, number);
    return number;
  }

  /** The named style that the format follows, by Excel's own number where it is built in. */
  namedStyle(xf: number): { readonly name: string; readonly builtIn: number | null } {
    const id = this.element("cellXfs", String(xf))?.attributes["xfId"] ?? "0";
    const styles = childrenNamed(this.part.tree("cellStyles"), "cellStyle");
    const { name = "Normal", builtinId } = styles.find(({ attributes }) => attributes["xfId"] === id)?.attributes ?? {};
    return { name, builtIn: builtinId === undefined ? null : Number(builtinId) };
  }

  /** The look of a conditional format as an element to be changed, and the number of one so changed. */
  conditionalNode(dxf: number | null): XmlNode {
    const xml = dxf === null ? undefined : this.list("dxfs").xml(dxf);
    return xml === undefined ? new XmlNode(`${this.part.prefix}dxf`) : parseNode(xml);
  }

  addConditionalNode(node: XmlNode): number {
    return this.list("dxfs").add(node.toString());
  }

  color(node: XmlNode | undefined): string | undefined {
    return node && resolveColor(parseXml(node.toString()), this.palette);
  }

  get prefix(): string {
    return this.part.prefix;
  }

  private formatParts(xf: number): FormatParts {
    const { prefix } = this.part;
    const node = (list: string, number: string | undefined, empty: string) =>
      parseNode(this.list(list).xml(Number(number ?? 0)) ?? `<${prefix}${empty}/>`);
    const own = node("cellXfs", String(xf), 'xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"');
    return {
      xf: own,
      font: node("fonts", own.get("fontId"), "font"),
      fill: node("fills", own.get("fillId"), "fill"),
      border: node("borders", own.get("borderId"), "border"),
    };
  }

  conditionalStyle(dxf: number): ConditionalStyle {
    const xml = this.list("dxfs").xml(dxf);
    if (xml === undefined) return {};
    const tree = parseXml(xml);
    const font: { size?: number } & NonNullable<ConditionalStyle["font"]> = {
      ...readFont(child(tree, "font"), this.palette),
    };
    // A conditional format cannot change the size.
    delete font.size;
    const fill = readConditionalFill(child(tree, "fill"), this.palette);
    const border = readBorder(child(tree, "border"), this.palette);
    return {
      ...(Object.keys(font).length > 0 && { font }),
      ...(fill !== undefined && { fill }),
      ...(border !== undefined && { border }),
    };
  }

  addConditionalStyle(style: ConditionalStyle): number {
    return this.list("dxfs").add(dxfXml(style, this.part.prefix));
  }

  private list(name: string): NumberedList {
    let list = this.lists.get(name);
    if (!list) this.lists.set(name, (list = new NumberedList(this.part, name)));
    return list;
  }

  private element(list: string, number: string | undefined): XmlElement | undefined {
    const xml = this.list(list).xml(Number(number ?? 0));
    return xml === undefined ? undefined : parseXml(xml);
  }

  private resolve(xf: number): CellStyle {
    const tree = this.element("cellXfs", String(xf));
    const { attributes } = tree ?? { attributes: {} as Record<string, string> };
    const font = readFont(this.element("fonts", attributes["fontId"]), this.palette);
    const fill = readFill(this.element("fills", attributes["fillId"]), this.palette);
    const border = readBorder(this.element("borders", attributes["borderId"]), this.palette);
    const alignment = (tree && child(tree, "alignment")?.attributes) ?? {};
    const horizontal = ALIGNED.find((name) => name === alignment["horizontal"]);
    const vertical = alignment["vertical"];
    const indent = Number(alignment["indent"] ?? 0);
    const format = Number(attributes["numFmtId"] ?? 0);
    return {
      font: { bold: false, italic: false, underline: false, color: "#000000", size: 11, ...font },
      ...(fill !== undefined && { fill }),
      ...(border !== undefined && { border }),
      ...(horizontal && { horizontal }),
      ...(indent > 0 && { indent }),
      vertical: vertical === "top" || vertical === "center" ? vertical : "bottom",
      wrap: alignment["wrapText"] === "1" || alignment["wrapText"] === "true",
      numberFormat: this.formats.get(format) ?? builtInFormat(format) ?? "General",
    };
  }

  private addFill(color: string): number {
    this.reserveFills();
    return this.list("fills").add(fillXml(color, this.part.prefix));
  }

  private reserveFills(): void {
    const fills = this.list("fills");
    // Excel keeps the first two fills for itself, whatever they are.
    while (fills.xml(0) === undefined || fills.xml(1) === undefined) {
      const type = fills.xml(0) === undefined ? "none" : "gray125";
      fills.add(
        `<${this.part.prefix}fill><${this.part.prefix}patternFill patternType="${type}"/></${this.part.prefix}fill>`,
      );
    }
  }

  private formatId(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined && !this.formats.has(builtIn)) return builtIn;
    for (const [id, known] of this.formats) if (known === code) return id;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formats.keys()) + 1;
    const { prefix } = this.part;
    const list = this.part.find("numFmts") ?? this.part.insert("numFmts", `<${prefix}numFmts count="0"/>`, ORDER);
    const count = (this.part.tree("numFmts")?.children.length ?? 0) + 1;
    list.xml = setAttributes(
      appendInside(list.xml, `<${prefix}numFmt numFmtId="${id}" formatCode="${encodeXml(code)}"/>`),
      { count: String(count) },
    );
    this.formats.set(id, code);
    return id;
  }

  private withAlignment(xml: string, style: CellStyle): string {
    const changes = {
      ...(style.horizontal && { horizontal: style.horizontal }),
      ...(style.vertical && { vertical: style.vertical }),
      ...(style.indent !== undefined && { indent: style.indent === 0 ? null : String(style.indent) }),
      ...(style.wrap !== undefined && { wrapText: style.wrap ? "1" : null }),
    };
    if (Object.keys(changes).length === 0) return xml;
    const applied = setAttributes(xml, { applyAlignment: "1" });
    const existing = child(parseXml(applied), "alignment");
    if (existing) {
      const { start, end } = existing;
      return applied.slice(0, start) + setAttributes(applied.slice(start, end), changes) + applied.slice(end);
    }
    const { open, inside, close } = splitElement(applied);
    return open + setAttributes(`<${this.part.prefix}alignment/>`, changes) + inside + close;
  }
}
