// Fonts, fills and borders between their XML and the styles that the core speaks of.
import type { CellStyle, FontStyle } from "../plan";
import { child, isTrue, parseXml, type XmlElement } from "../xml/parse-xml";
import { resolveColor, rgbAttribute, type Palette } from "./colors";

const SIDES = ["left", "right", "top", "bottom"] as const;
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  const { val } = element.attributes;
  return val === undefined || isTrue(val);
}

function isUnderlined(element: XmlElement | undefined): boolean | undefined {
  return element && element.attributes["val"] !== "none";
}

/** Only what the element says. */
export function readFont(font: XmlElement | undefined, palette: Palette): FontStyle {
  if (!font) return {};
  const bold = isOn(child(font, "b"));
  const italic = isOn(child(font, "i"));
  const underline = isUnderlined(child(font, "u"));
  const color = resolveColor(child(font, "color"), palette);
  const size = Number(child(font, "sz")?.attributes["val"]);
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline }),
    ...(color !== undefined && { color }),
    ...(size > 0 && { size }),
  };
}

/** Colour of a cell's fill; a pattern counts by its pattern colour. */
export function readFill(fill: XmlElement | undefined, palette: Palette): string | undefined {
  const pattern = fill && child(fill, "patternFill");
  if (!pattern) return undefined;
  const type = pattern.attributes["patternType"] ?? "none";
  if (type === "none") return undefined;
  return resolveColor(child(pattern, "fgColor"), palette);
}

/** In conditional formats a solid fill is written by its background colour alone. */
export function readConditionalFill(fill: XmlElement | undefined, palette: Palette): string | undefined {
  const pattern = fill && child(fill, "patternFill");
  if (!pattern) return undefined;
  return resolveColor(child(pattern, "bgColor") ?? child(pattern, "fgColor"), palette);
}

/** Colour of the line that stands on all four sides; undefined when a side has none. */
export function readBorder(border: XmlElement | undefined, palette: Palette): string | undefined {
  if (!border) return undefined;
  let color: string | undefined;
  for (const name of SIDES) {
    const side = child(border, name) ?? child(border, name === "left" ? "start" : "end");
    if (!side || (side.attributes["style"] ?? "none") === "none") return undefined;
    color ??= resolveColor(child(side, "color"), palette) ?? "#000000";
  }
  return color;
}

/** The font's XML with the given properties changed and every other child kept. */
export function changeFont(xml: string, font: FontStyle, prefix: string): string {
  const tree = parseXml(xml);
  const pieces = tree.children.map(({ name, start, end }) => ({ name, xml: xml.slice(start, end) }));
  const put = (name: string, element: string): void => {
    const at = pieces.findIndex((piece) => piece.name === name);
    if (at >= 0) pieces.splice(at, 1);
    if (element) pieces.push({ name, xml: element });
  };
  if (font.bold !== undefined) put("b", font.bold ? `<${prefix}b/>` : "");
  if (font.italic !== undefined) put("i", font.italic ? `<${prefix}i/>` : "");
  if (font.underline !== undefined) put("u", font.underline ? `<${prefix}u/>` : "");
  if (font.size !== undefined) put("sz", `<${prefix}sz val="${font.size}"/>`);
  if (font.color !== undefined) put("color", `<${prefix}color ${rgbAttribute(font.color)}/>`);
  const rank = (name: string): number => (FONT_ORDER.indexOf(name) + FONT_ORDER.length + 1) % (FONT_ORDER.length + 1);
  pieces.sort((a, b) => rank(a.name) - rank(b.name));
  return `<${prefix}font>${pieces.map((piece) => piece.xml).join("")}</${prefix}font>`;
}

export function fillXml(color: string, prefix: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor ${rgbAttribute(color)}/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
}

export function borderXml(color: string, prefix: string, conditional = false): string {
  const sides = SIDES.map(
    (side) => `<${prefix}${side} style="thin"><${prefix}color ${rgbAttribute(color)}/></${prefix}${side}>`,
  );
  return `<${prefix}border>${sides.join("")}${conditional ? "" : `<${prefix}diagonal/>`}</${prefix}border>`;
}

/** A conditional format's look. */
export function dxfXml(style: Pick<CellStyle, "fill" | "border" | "font">, prefix: string): string {
  const { font, fill, border } = style;
  const toggle = (name: string, on: boolean | undefined): string =>
    on === undefined ? "" : `<${prefix}${name}${on ? "" : ' val="0"'}/>`;
  let inside = "";
  if (font) {
    const underline = font.underline === undefined ? "" : font.underline ? `<${prefix}u/>` : `<${prefix}u val="none"/>`;
    const color = font.color === undefined ? "" : `<${prefix}color ${rgbAttribute(font.color)}/>`;
    inside += `<${prefix}font>${toggle("b", font.bold)}${toggle("i", font.italic)}${underline}${color}</${prefix}font>`;
  }
  if (fill)
    inside += `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor ${rgbAttribute(fill)}/><${prefix}bgColor ${rgbAttribute(fill)}/></${prefix}patternFill></${prefix}fill>`;
  if (border) inside += borderXml(border, prefix, true);
  return `<${prefix}dxf>${inside}</${prefix}dxf>`;
}
