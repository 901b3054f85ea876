// The text of a shape: its frame, what it says, and its font.
import { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import { color } from "../../named-colors";
import { booleanArgument, hostClass, numberArgument, textArgument, type ClassTables } from "../../object-table";
import { hostErrors, NotSimulated } from "../../wire";
import { words, type Words } from "../../words";
import { EMU } from "../charts/chart-xml";
import { changer, shapeOf, type ShapeObject } from "./shape-object";
import { need, ownChild, paint } from "./shape-xml";

const ALIGNMENTS = words(
  "Left l, Center ctr, Right r, Justify just, JustifyLow justLow, Distributed dist, ThaiDistributed thaiDist",
);
const ANCHORS = words("Top t, Middle ctr, Bottom b, Justified just, Distributed dist");
const OVERFLOWS = words("Overflow overflow, Ellipsis ellipsis, Clip clip");
const ORIENTATIONS = words(
  "Horizontal horz, Vertical vert, Vertical270 vert270, WordArtVertical wordArtVert, EastAsianVertical eaVert, " +
    "MongolianVertical mongolianVert, WordArtVerticalRTL wordArtVertRtl",
);
const DIRECTIONS = words("LeftToRight 0, RightToLeft 1");
const FITS = words("AutoSizeNone noAutofit, AutoSizeTextToFitShape normAutofit, AutoSizeShapeToFitText spAutoFit");
const UNDERLINES = words(
  "None none, Single sng, Double dbl, Heavy heavy, Dotted dotted, DottedHeavy dottedHeavy, Dash dash, DashHeavy dashHeavy, " +
    "DashLong dashLong, DashLongHeavy dashLongHeavy, DotDash dotDash, DotDashHeavy dotDashHeavy, DotDotDash dotDotDash, " +
    "DotDotDashHeavy dotDotDashHeavy, Wavy wavy, WavyHeavy wavyHeavy, WavyDouble wavyDbl",
);
/** In the drawing's units, where the frame says nothing. */
const MARGINS = { lIns: 91_440, rIns: 91_440, tIns: 45_720, bIns: 45_720 } as const;
const MAX_MARGIN = 1584;
const FONT_SIZES = { least: 1, most: 409 };

export function shapeTextClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const textOf = (object: ShapeObject) => shapeOf(object).element.find("txBody");
  const bodyOf = (object: ShapeObject) => textOf(object)?.find("bodyPr");
  const edit = (object: ShapeObject, work: (text: XmlNode) => void) =>
    change(object, (element) => {
      if (element.local !== "sp") throw hostErrors.invalidOperation("This shape has no text.");
      const text = ownChild(element, "txBody");
      for (const part of ["bodyPr", "lstStyle", "p"]) need(text, part);
      work(text);
    });
  const ofBody = (attribute: string, { toApi, toFile }: Words, unsaid: string) => ({
    get: (object: ShapeObject) => toApi(bodyOf(object)?.get(attribute) ?? unsaid),
    set: (object: ShapeObject, value: unknown) =>
      edit(object, (text) => void need(text, "bodyPr").set(attribute, toFile(value))),
  });
  /** An attribute of the paragraphs; null where they differ in it. */
  const ofParagraphs = (attribute: string, { toApi, toFile }: Words, unsaid: string) => ({
    get: (object: ShapeObject) =>
      same(
        (textOf(object)?.all("p") ?? []).map((line) => toApi(line.find("pPr")?.get(attribute) ?? unsaid)),
        toApi(unsaid),
      ),
    set: (object: ShapeObject, value: unknown) =>
      edit(object, (text) => {
        for (const line of text.all("p")) need(line, "pPr").set(attribute, toFile(value));
      }),
  });
  const margin = (attribute: keyof typeof MARGINS) => ({
    get: (object: ShapeObject) => Number(bodyOf(object)?.get(attribute) ?? MARGINS[attribute]) / EMU,
    set(object: ShapeObject, value: unknown) {
      const points = numberArgument(value);
      if (points < 0 || points > MAX_MARGIN) throw hostErrors.invalidArgument();
      edit(object, (text) => void need(text, "bodyPr").set(attribute, Math.round(points * EMU)));
    },
  });
  const font = <T>(read: (run: XmlNode | undefined) => T, write: (run: XmlNode, value: unknown) => void) => ({
    get: (object: ShapeObject) => same(runsOf(textOf(object)).map(read), read(undefined)),
    set: (object: ShapeObject, value: unknown) =>
      edit(object, (text) => {
        for (const run of runsIn(text)) write(run, value);
      }),
  });
  const frame = {
    BottomMargin: margin("bIns"),
    HorizontalAlignment: ofParagraphs("algn", ALIGNMENTS, "l"),
    HorizontalOverflow: ofBody("horzOverflow", OVERFLOWS, "overflow"),
    LeftMargin: margin("lIns"),
    Orientation: ofBody("vert", ORIENTATIONS, "horz"),
    ReadingOrder: ofParagraphs("rtl", DIRECTIONS, "0"),
    RightMargin: margin("rIns"),
    TopMargin: margin("tIns"),
    VerticalAlignment: ofBody("anchor", ANCHORS, "t"),
    VerticalOverflow: ofBody("vertOverflow", OVERFLOWS, "overflow"),
    AutoSizeSetting: {
      get: (object: ShapeObject) =>
        FITS.toApi(bodyOf(object)?.children.find(({ local }) => /autofit$/i.test(local))?.local ?? "noAutofit"),
      set: (object: ShapeObject, value: unknown) =>
        edit(object, (text) => {
          const body = need(text, "bodyPr");
          const fit = FITS.toFile(value);
          if (fit === "spAutoFit") throw new NotSimulated("the size of a shape that fits its text");
          body.remove("noAutofit", "normAutofit", "spAutoFit");
          need(body, fit);
        }),
    },
  };
  const flag = (attribute: "b" | "i") =>
    font(
      (run) => run?.get(attribute) === "1",
      (run, value) => run.set(attribute, booleanArgument(value)),
    );
  const letters = {
    Bold: flag("b"),
    Color: font(colorOf, (run, value) => paint(run, color(value))),
    Italic: flag("i"),
    Name: font(
      (run) => run?.find("latin")?.get("typeface") ?? "Calibri",
      (run, value) => need(run, "latin").set("typeface", textArgument(value)),
    ),
    Size: font(
      (run) => Number(run?.get("sz") ?? 1100) / 100,
      (run, value) => {
        const size = numberArgument(value);
        if (size < FONT_SIZES.least || size > FONT_SIZES.most) throw hostErrors.invalidArgument();
        run.set("sz", Math.round(size * 100));
      },
    ),
    Underline: font(
      (run) => UNDERLINES.toApi(run?.get("u") ?? "none"),
      (run, value) => run.set("u", UNDERLINES.toFile(value)),
    ),
  };
  return {
    TextFrame: hostClass<ShapeObject>({
      get: { ...getters(frame), HasText: (object) => textIn(textOf(object)) !== "" },
      set: setters(frame),
      nav: { TextRange: (object) => ({ ...object, className: "TextRange" }) },
      call: { DeleteText: (object) => edit(object, (text) => say(text, "")) },
    }),
    TextRange: hostClass<ShapeObject>({
      get: { Text: (object) => textIn(textOf(object)) },
      set: { Text: (object, value) => edit(object, (text) => say(text, textArgument(value))) },
      nav: { Font: (object) => ({ ...object, className: "ShapeFont" }) },
    }),
    ShapeFont: hostClass<ShapeObject>({ get: getters(letters), set: setters(letters) }),
  };
}

/** A new shape's text. */
export function say(text: XmlNode, said: string): void {
  const [first] = text.all("p");
  const look = runsIn(text)[0];
  const paragraph = first?.find("pPr");
  text.remove("p");
  for (const line of said.split(/\r\n|\r|\n/)) {
    const added = new XmlNode("a:p");
    if (paragraph) added.append(paragraph.copy());
    const properties = (name: string) => {
      const copy = new XmlNode(name, Object.fromEntries(look?.attributes ?? []));
      return copy.append(...(look?.content ?? []).map((part) => (typeof part === "string" ? part : part.copy())));
    };
    if (line === "") added.append(properties("a:endParaRPr"));
    else added.append(new XmlNode("a:r").append(properties("a:rPr"), new XmlNode("a:t").append(line)));
    text.append(added);
  }
}

const textIn = (text: XmlNode | undefined): string =>
  (text?.all("p") ?? [])
    .map((line) =>
      line
        .all("r")
        .map((run) => run.find("t")?.text ?? "")
        .join(""),
    )
    .join("\n");

/** What its letters look like: those of its runs, or those that the next one will have. */
function runsOf(text: XmlNode | undefined): (XmlNode | undefined)[] {
  return (text?.all("p") ?? []).flatMap((line) => {
    const runs = line.all("r").map((run) => run.find("rPr"));
    return runs.length > 0 ? runs : [line.find("endParaRPr")];
  });
}

function runsIn(text: XmlNode): XmlNode[] {
  return text.all("p").flatMap((line) => {
    const runs = line.all("r").map((run) => run.find("rPr") ?? prepend(run, new XmlNode("a:rPr")));
    return runs.length > 0 ? runs : [need(line, "endParaRPr")];
  });
}

function prepend(owner: XmlNode, child: XmlNode): XmlNode {
  owner.content.unshift(child);
  return child;
}

function colorOf(run: XmlNode | undefined): string {
  const said = run?.find("solidFill");
  if (said && !said.find("srgbClr")) throw new NotSimulated("a colour of the theme in a shape");
  return `#${said?.find("srgbClr")?.get("val") ?? "000000"}`.toUpperCase();
}

function same<T>(values: readonly T[], unsaid: T): T | null {
  const [first = unsaid, ...others] = values;
  return others.every((other) => other === first) ? first : null;
}

interface Property {
  readonly get: (object: ShapeObject) => unknown;
  readonly set: (object: ShapeObject, value: unknown) => void;
}

const getters = (properties: Readonly<Record<string, Property>>) =>
  Object.fromEntries(Object.entries(properties).map(([name, { get }]) => [name, get]));
const setters = (properties: Readonly<Record<string, Property>>) =>
  Object.fromEntries(Object.entries(properties).map(([name, { set }]) => [name, set]));
