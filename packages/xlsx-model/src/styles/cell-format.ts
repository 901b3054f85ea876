// A cell's format property by property, as the programming interface of Excel knows it, over the XML of its parts.
import { parseNode, XmlNode } from "../xml/xml-node";
import { rgbAttribute } from "./colors";

export const BORDER_SIDES = ["left", "right", "top", "bottom", "diagonalUp", "diagonalDown"] as const;
export type BorderSide = (typeof BORDER_SIDES)[number];

export interface BorderLine {
  /** The file's word for pattern and weight: "thin", "mediumDashed"; "none" for no line. */
  readonly style: string;
  readonly color: string;
}

/** Words are those of the file; colours "#RRGGBB". */
export interface CellFormat {
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly underline: string;
  readonly vertAlign: string;
  readonly fontColor: string;
  /** "none" for no fill. */
  readonly pattern: string;
  /** The colour behind a pattern, or the whole colour of a solid fill. */
  readonly fillColor: string;
  readonly patternColor: string;
  readonly borders: Readonly<Record<BorderSide, BorderLine>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  /** As in the file: 0 to 90 up, 91 to 180 down, 255 stacked. */
  readonly rotation: number;
  readonly readingOrder: number;
  readonly autoIndent: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly numberFormat: string;
}

export type FormatChange = Partial<Omit<CellFormat, "borders">> & {
  readonly borders?: Partial<Record<BorderSide, BorderLine>>;
};

const FONT_ORDER = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(
  " ",
);
const BORDER_ORDER = "start left end right top bottom diagonal vertical horizontal".split(" ");
const XF_ORDER = ["alignment", "protection", "extLst"];

/** Resolves a colour element to "#RRGGBB". */
export type ColorReader = (color: XmlNode | undefined) => string | undefined;

export interface FormatParts {
  readonly xf: XmlNode;
  readonly font: XmlNode;
  readonly fill: XmlNode;
  readonly border: XmlNode;
}

const isOn = (node: XmlNode | undefined) => node !== undefined && isYes(node.get("val") ?? "1");
const isYes = (text: string | undefined) => text === "1" || text === "true" || text === "on";

export function readFormat(
  { xf, font, fill, border }: FormatParts,
  numberFormat: string,
  color: ColorReader,
): CellFormat {
  const alignment = xf.find("alignment");
  const protection = xf.find("protection");
  const pattern = fill.find("patternFill");
  const type = pattern?.get("patternType") ?? "none";
  const isSolid = type === "solid";
  const side = (name: BorderSide): BorderLine => {
    const isDiagonal = name.startsWith("diagonal");
    const line = border.find(isDiagonal ? "diagonal" : name) ?? border.find(name === "left" ? "start" : "end");
    const isDrawn = line && (!isDiagonal || isYes(border.get(name)));
    return isDrawn ? { style: line.get("style") ?? "none", color: color(line.find("color")) ?? "#000000" } : NO_LINE;
  };
  return {
    fontName: font.find("name")?.get("val") ?? "Calibri",
    fontSize: Number(font.find("sz")?.get("val") ?? 11),
    bold: isOn(font.find("b")),
    italic: isOn(font.find("i")),
    strike: isOn(font.find("strike")),
    underline: font.find("u") ? (font.find("u")?.get("val") ?? "single") : "none",
    vertAlign: font.find("vertAlign")?.get("val") ?? "baseline",
    fontColor: color(font.find("color")) ?? "#000000",
    pattern: type,
    fillColor: (type === "none" ? undefined : color(pattern?.find(isSolid ? "fgColor" : "bgColor"))) ?? "#FFFFFF",
    patternColor: (type === "none" || isSolid ? undefined : color(pattern?.find("fgColor"))) ?? "#000000",
    borders: Object.fromEntries(BORDER_SIDES.map((name) => [name, side(name)])) as Record<BorderSide, BorderLine>,
    horizontal: alignment?.get("horizontal") ?? "general",
    vertical: alignment?.get("vertical") ?? "bottom",
    wrap: isYes(alignment?.get("wrapText")),
    shrink: isYes(alignment?.get("shrinkToFit")),
    indent: Number(alignment?.get("indent") ?? 0),
    rotation: Number(alignment?.get("textRotation") ?? 0),
    readingOrder: Number(alignment?.get("readingOrder") ?? 0),
    autoIndent: isYes(alignment?.get("justifyLastLine")),
    locked: isYes(protection?.get("locked") ?? "1"),
    formulaHidden: isYes(protection?.get("hidden")),
    numberFormat,
  };
}

export const NO_LINE: BorderLine = { style: "none", color: "#000000" };

const colorNode = (name: string, color: string) => parseNode(`<${name} ${rgbAttribute(color)}/>`);

/** The parts of another format; those that the change does not concern are the same objects. */
export function changedFont(font: XmlNode, change: FormatChange, prefix: string): XmlNode {
  const copy = font.copy();
  const put = (name: string, value: string | undefined, isKept: boolean) => {
    if (value === undefined) return;
    copy.remove(name);
    if (isKept) copy.insert(new XmlNode(prefix + name, value === "" ? {} : { val: value }), FONT_ORDER);
  };
  const flag = (name: string, value: boolean | undefined) =>
    put(name, value === undefined ? undefined : "", value === true);
  flag("b", change.bold);
  flag("i", change.italic);
  flag("strike", change.strike);
  put("u", change.underline === "single" ? "" : change.underline, change.underline !== "none");
  put("vertAlign", change.vertAlign, change.vertAlign !== "baseline");
  put("sz", change.fontSize?.toString(), true);
  put("name", change.fontName, true);
  // The theme's font would win over the name.
  if (change.fontName !== undefined) copy.remove("scheme");
  if (change.fontColor !== undefined) {
    copy.remove("color");
    copy.insert(colorNode(`${prefix}color`, change.fontColor), FONT_ORDER);
  }
  return copy;
}

export function changedFill(fill: XmlNode, now: CellFormat, change: FormatChange, prefix: string): XmlNode {
  const before = fill.find("patternFill") ? now.pattern : "none";
  const pattern = change.pattern ?? (before === "none" && change.fillColor !== undefined ? "solid" : before);
  const made = new XmlNode(`${prefix}patternFill`, { patternType: pattern });
  const isColored = change.fillColor !== undefined || now.pattern !== "none";
  const fillColor = change.fillColor ?? now.fillColor;
  if (pattern === "solid") {
    made.append(colorNode(`${prefix}fgColor`, fillColor), parseNode(`<${prefix}bgColor indexed="64"/>`));
  } else if (pattern !== "none") {
    const patternColor = change.patternColor ?? now.patternColor;
    made.append(colorNode(`${prefix}fgColor`, patternColor));
    if (isColored) made.append(colorNode(`${prefix}bgColor`, fillColor));
  }
  return new XmlNode(`${prefix}fill`).append(made);
}

export function changedBorder(border: XmlNode, change: NonNullable<FormatChange["borders"]>, prefix: string): XmlNode {
  const copy = border.copy();
  for (const side of BORDER_SIDES) {
    const line = change[side];
    if (!line) continue;
    const isDiagonal = side.startsWith("diagonal");
    const name = isDiagonal ? "diagonal" : side;
    const isDrawn = line.style !== "none";
    if (isDiagonal) copy.set(side, isDrawn ? "1" : null);
    const isOtherDrawn = isDiagonal && ["diagonalUp", "diagonalDown"].some((other) => isYes(copy.get(other)));
    if (isDiagonal && !isDrawn && isOtherDrawn) continue;
    copy.remove(name, side === "left" ? "start" : side === "right" ? "end" : name);
    const made = new XmlNode(prefix + name, isDrawn ? { style: line.style } : {});
    copy.insert(isDrawn ? made.append(colorNode(`${prefix}color`, line.color)) : made, BORDER_ORDER);
  }
  return copy;
}

/** Alignment and protection, which stand in the format itself. */
export function changeAlignment(xf: XmlNode, change: FormatChange, prefix: string): void {
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : value ? "1" : null);
  const count = (value: number | undefined) => (value === undefined ? undefined : value === 0 ? null : String(value));
  const alignment = {
    horizontal: change.horizontal === "general" ? null : change.horizontal,
    vertical: change.vertical,
    wrapText: flag(change.wrap),
    shrinkToFit: flag(change.shrink),
    indent: count(change.indent),
    textRotation: count(change.rotation),
    readingOrder: count(change.readingOrder),
    justifyLastLine: flag(change.autoIndent),
  };
  const protection = {
    locked: change.locked === undefined ? undefined : change.locked ? null : "0",
    hidden: flag(change.formulaHidden),
  };
  apply(xf, `${prefix}alignment`, "applyAlignment", alignment);
  apply(xf, `${prefix}protection`, "applyProtection", protection);
}

function apply(
  xf: XmlNode,
  name: string,
  mark: string,
  changes: Readonly<Record<string, string | null | undefined>>,
): void {
  const said = Object.entries(changes).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  if (said.length === 0) return;
  const node = xf.ensure(name, XF_ORDER);
  for (const [key, value] of said) node.set(key, value);
  xf.set(mark, "1");
}
