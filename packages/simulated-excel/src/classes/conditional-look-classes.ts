// What a conditional format changes of a cell: its fill, its font, its borders, its number format.
import { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../excel-state";
import { color } from "../named-colors";
import { isNumberFormat } from "../number-format";
import { booleanArgument, hostClass, textArgument, type ClassTables } from "../object-table";
import { hostErrors } from "../wire";
import { words } from "../words";
import { openRule, type FormatObject } from "./conditional-rules";

interface BorderObject extends FormatObject {
  readonly side: string;
}

const ORDER = ["font", "numFmt", "fill", "alignment", "border", "protection", "extLst"];
const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"];
const FILL_ORDER = ["fgColor", "bgColor"];
const SIDES = words("EdgeTop top, EdgeBottom bottom, EdgeLeft left, EdgeRight right");
const SIDE_NAMES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
const BORDER_ORDER = ["left", "right", "top", "bottom"];
const LINES = words(
  "None none, Continuous thin, Dash dashed, DashDot dashDot, DashDotDot dashDotDot, Dot dotted, Continuous medium, Continuous thick",
);
const UNDERLINES = words("None none, Single single, Double double");
/** Excel keeps formats of its own below it. */
const FIRST_FORMAT = 164;

export function conditionalLookClasses(state: ExcelState): ClassTables {
  const part = (className: string) => (object: FormatObject) => ({ ...object, className }) satisfies FormatObject;
  const read = (object: FormatObject) => openRule(object).look();
  const change = (object: FormatObject) => {
    state.writable(object.sheet);
    const look = read(object);
    const name = (local: string) => look.name.replace(/[^:]+$/, local);
    return {
      look,
      name,
      part: (local: string) => look.ensure(name(local), ORDER),
      put: (parent: XmlNode, local: string, order: readonly string[], attributes: Readonly<Record<string, string>>) => {
        parent.remove(local);
        return parent.insert(new XmlNode(name(local), attributes), order);
      },
    };
  };
  const rgb = (value: unknown) => ({ rgb: `FF${color(value).slice(1)}` });
  const colorOf = (node: XmlNode | undefined) =>
    node?.get("rgb") === undefined ? null : `#${(node.get("rgb") ?? "").slice(-6).toUpperCase()}`;
  const flag = (local: string) => ({
    get(object: FormatObject) {
      const node = read(object).find("font", local);
      return node ? (node.get("val") ?? "1") !== "0" : null;
    },
    set(object: FormatObject, value: unknown) {
      const { part: own, put } = change(object);
      put(own("font"), local, FONT_ORDER, booleanArgument(value) ? {} : { val: "0" });
    },
  });
  const [bold, italic, strike] = [flag("b"), flag("i"), flag("strike")];
  const border = (object: FormatObject, side: unknown): BorderObject => ({
    ...object,
    className: "ConditionalRangeBorder",
    side: String(side),
  });
  const line = (object: BorderObject) => read(object).find("border", SIDES.toFile(object.side));
  const setLine = (object: BorderObject, style: string, shade: string | null) => {
    const { part: own, put, name } = change(object);
    const borders = own("border");
    // Sides that nobody names stand as empty elements in Excel's own files.
    const drawn = put(borders, SIDES.toFile(object.side), BORDER_ORDER, style === "none" ? {} : { style });
    if (style !== "none") drawn.append(new XmlNode(name("color"), { rgb: `FF${(shade ?? "#000000").slice(1)}` }));
  };
  return {
    ConditionalRangeFormat: hostClass<FormatObject>({
      get: { NumberFormat: (object) => read(object).find("numFmt")?.get("formatCode") ?? null },
      set: {
        NumberFormat(object, value) {
          const formatCode = textArgument(value);
          if (!isNumberFormat(formatCode)) throw hostErrors.invalidArgument();
          const { look, put } = change(object);
          put(look, "numFmt", ORDER, { numFmtId: String(FIRST_FORMAT), formatCode });
        },
      },
      nav: {
        Borders: part("ConditionalRangeBorderCollection"),
        Fill: part("ConditionalRangeFill"),
        Font: part("ConditionalRangeFont"),
      },
    }),
    ConditionalRangeFill: hostClass<FormatObject>({
      get: {
        Color(object) {
          const pattern = read(object).find("fill", "patternFill");
          return colorOf(pattern?.find("bgColor") ?? pattern?.find("fgColor"));
        },
      },
      set: {
        Color(object, value) {
          const { part: own, put, name } = change(object);
          const pattern = put(own("fill"), "patternFill", ["patternFill"], { patternType: "solid" });
          pattern.ensure(name("fgColor"), FILL_ORDER).set("rgb", rgb(value).rgb);
          pattern.ensure(name("bgColor"), FILL_ORDER).set("rgb", rgb(value).rgb);
        },
      },
      call: { Clear: (object) => change(object).look.remove("fill") },
    }),
    ConditionalRangeFont: hostClass<FormatObject>({
      get: {
        Bold: bold.get,
        Color: (object) => colorOf(read(object).find("font", "color")),
        Italic: italic.get,
        Strikethrough: strike.get,
        Underline(object) {
          const node = read(object).find("font", "u");
          return node ? UNDERLINES.toApi(node.get("val") ?? "single") : null;
        },
      },
      set: {
        Bold: bold.set,
        Color(object, value) {
          const { part: own, put } = change(object);
          put(own("font"), "color", FONT_ORDER, rgb(value));
        },
        Italic: italic.set,
        Strikethrough: strike.set,
        Underline(object, value) {
          const { part: own, put } = change(object);
          const word = UNDERLINES.toFile(value);
          put(own("font"), "u", FONT_ORDER, word === "single" ? {} : { val: word });
        },
      },
      call: { Clear: (object) => change(object).look.remove("font") },
    }),
    ConditionalRangeBorderCollection: hostClass<FormatObject>({
      get: { Count: () => SIDE_NAMES.length },
      items: (object) => SIDE_NAMES.map((side) => border(object, side)),
      index: border,
      nav: {
        Bottom: (object) => border(object, "EdgeBottom"),
        Left: (object) => border(object, "EdgeLeft"),
        Right: (object) => border(object, "EdgeRight"),
        Top: (object) => border(object, "EdgeTop"),
      },
    }),
    ConditionalRangeBorder: hostClass<BorderObject>({
      key: ({ side }) => ({ SideIndex: side }),
      get: {
        Color: (object) => colorOf(line(object)?.find("color")),
        SideIndex: ({ side }) => side,
        Style: (object) => LINES.toApi(line(object)?.get("style") ?? "none"),
      },
      set: {
        Color(object, value) {
          const style = line(object)?.get("style");
          setLine(object, style ?? "thin", color(value));
        },
        Style: (object, value) => setLine(object, LINES.toFile(value), colorOf(line(object)?.find("color"))),
      },
    }),
  };
}
