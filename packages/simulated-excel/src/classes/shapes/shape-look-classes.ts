// The look of a shape: its fill, its outline, the ends of a line.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import { color } from "../../named-colors";
import { booleanArgument, hostClass, numberArgument, type ClassTables } from "../../object-table";
import { hostErrors, NotSimulated } from "../../wire";
import { words } from "../../words";
import { EMU } from "../charts/chart-xml";
import { changer, lookOf, ownLook, shapeOf, type ShapeObject } from "./shape-object";
import { connectorOf, typeOfConnector } from "./shape-types";
import { FILLS, fillWith, need, paint } from "./shape-xml";

const TYPES: Readonly<Record<string, string>> = {
  noFill: "NoFill",
  solidFill: "Solid",
  gradFill: "Gradient",
  pattFill: "Pattern",
  blipFill: "PictureAndTexture",
};
const DASHES = words(
  "Solid solid, Dash dash, DashDot dashDot, DashDotDot sysDashDotDot, LongDash lgDash, LongDashDot lgDashDot, " +
    "LongDashDotDot lgDashDotDot, RoundDot sysDot, SquareDot sysDash",
);
const STYLES = words("Single sng, ThickBetweenThin tri, ThickThin thickThin, ThinThick thinThick, ThinThin dbl");
const HEADS = words("None none, Triangle triangle, Stealth stealth, Diamond diamond, Oval oval, Open arrow");
const LENGTHS = words("Short sm, Medium med, Long lg");
const WIDTHS = words("Narrow sm, Medium med, Wide lg");
const MAX_LINE = 1584;
/** The width of a line that says none. */
const PLAIN_LINE = 9525;
const WHOLE = 100_000;

export function shapeLookClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const fillOf = (object: ShapeObject) => lookOf(object)?.children.find(({ local }) => local in TYPES);
  const lineOf = (object: ShapeObject) => lookOf(object)?.find("ln");
  const editLine = (object: ShapeObject, edit: (line: XmlNode) => void) =>
    change(object, (element) => edit(need(ownLook(element), "ln")));
  const head = (end: "headEnd" | "tailEnd") => {
    const read = (attribute: string, unsaid: string) => (object: ShapeObject) =>
      lineOf(object)?.find(end)?.get(attribute) ?? unsaid;
    const write =
      (attribute: string, { toFile }: { toFile(word: unknown): string }) =>
      (object: ShapeObject, value: unknown) =>
        editLine(object, (line) => need(line, end).set(attribute, toFile(value)));
    return { read, write };
  };
  const [begin, finish] = [head("headEnd"), head("tailEnd")];
  return {
    ShapeFill: hostClass<ShapeObject>({
      get: {
        ForegroundColor: (object) => colorOf(fillOf(object)),
        Transparency: (object) => transparencyOf(fillOf(object)),
        Type(object) {
          const said = fillOf(object);
          if (!said && hasTheme(object)) throw new NotSimulated("a shape filled as the theme says");
          return TYPES[said?.local ?? "noFill"];
        },
      },
      set: {
        ForegroundColor: (object, value) => change(object, (element) => paint(ownLook(element), color(value))),
        Transparency: (object, value) => change(object, (element) => fade(ownLook(element), value)),
      },
      call: {
        Clear: (object) => change(object, (element) => void fillWith(ownLook(element), "noFill")),
        SetSolidColor: (object, value) => change(object, (element) => paint(ownLook(element), color(value))),
      },
    }),
    ShapeLineFormat: hostClass<ShapeObject>({
      get: {
        Color: (object) => colorOf(lineOf(object)?.find("solidFill")),
        DashStyle: (object) => DASHES.toApi(lineOf(object)?.find("prstDash")?.get("val") ?? "solid"),
        Style: (object) => STYLES.toApi(lineOf(object)?.get("cmpd") ?? "sng"),
        Transparency: (object) => transparencyOf(lineOf(object)?.find("solidFill")),
        Visible(object) {
          const line = lineOf(object);
          if (line && FILLS.some((kind) => line.find(kind))) return !line.find("noFill");
          if (hasTheme(object)) throw new NotSimulated("a shape outlined as the theme says");
          return false;
        },
        Weight: (object) => Number(lineOf(object)?.get("w") ?? PLAIN_LINE) / EMU,
      },
      set: {
        Color: (object, value) => editLine(object, (line) => paint(line, color(value))),
        DashStyle: (object, value) =>
          editLine(object, (line) => void need(line, "prstDash").set("val", DASHES.toFile(value))),
        Style: (object, value) => editLine(object, (line) => void line.set("cmpd", STYLES.toFile(value))),
        Transparency: (object, value) => editLine(object, (line) => fade(line, value)),
        Visible(object, value) {
          const isVisible = booleanArgument(value);
          editLine(object, (line) => {
            if (!isVisible) fillWith(line, "noFill");
            else if (line.find("noFill") || !line.find("solidFill")) paint(line, "#000000");
          });
        },
        Weight(object, value) {
          const points = numberArgument(value);
          if (points < 0 || points > MAX_LINE) throw hostErrors.invalidArgument();
          editLine(object, (line) => void line.set("w", Math.round(points * EMU)));
        },
      },
    }),
    Line: hostClass<ShapeObject>({
      key: ({ id }) => ({ Id: String(id) }),
      get: {
        BeginArrowheadLength: (object) => LENGTHS.toApi(begin.read("len", "med")(object)),
        BeginArrowheadStyle: (object) => HEADS.toApi(begin.read("type", "none")(object)),
        BeginArrowheadWidth: (object) => WIDTHS.toApi(begin.read("w", "med")(object)),
        BeginConnectedSite: (object) => siteOf(object, "stCxn"),
        EndConnectedSite: (object) => siteOf(object, "endCxn"),
        connectorType: (object) => typeOfConnector(lookOf(object)?.find("prstGeom")?.get("prst") ?? "line"),
        EndArrowheadLength: (object) => LENGTHS.toApi(finish.read("len", "med")(object)),
        EndArrowheadStyle: (object) => HEADS.toApi(finish.read("type", "none")(object)),
        EndArrowheadWidth: (object) => WIDTHS.toApi(finish.read("w", "med")(object)),
        Id: ({ id }) => String(id),
        IsBeginConnected: (object) => siteOf(object, "stCxn") !== null,
        IsEndConnected: (object) => siteOf(object, "endCxn") !== null,
      },
      set: {
        BeginArrowheadLength: begin.write("len", LENGTHS),
        BeginArrowheadStyle: begin.write("type", HEADS),
        BeginArrowheadWidth: begin.write("w", WIDTHS),
        connectorType: (object, value) =>
          change(object, (element) => void need(ownLook(element), "prstGeom").set("prst", connectorOf(String(value)))),
        EndArrowheadLength: finish.write("len", LENGTHS),
        EndArrowheadStyle: finish.write("type", HEADS),
        EndArrowheadWidth: finish.write("w", WIDTHS),
      },
      nav: { Shape: (object) => ({ ...object, className: "Shape" }) },
      call: {
        DisconnectBeginShape: (object) => disconnect(object, "stCxn"),
        DisconnectEndShape: (object) => disconnect(object, "endCxn"),
      },
    }),
  };

  function disconnect(object: ShapeObject, end: LineEnd): void {
    change(object, (element) => element.find(...CONNECTIONS)?.remove(end));
  }
}

type LineEnd = "stCxn" | "endCxn";
const CONNECTIONS = ["nvCxnSpPr", "cNvCxnSpPr"] as const;

/** Null where that end is attached to nothing. */
function siteOf(object: ShapeObject, end: LineEnd): number | null {
  const site = shapeOf(object)
    .element.find(...CONNECTIONS, end)
    ?.get("idx");
  return site === undefined ? null : Number(site);
}

/** An older shape that says only which look of the theme it has. */
const hasTheme = (object: ShapeObject) => shapeOf(object).element.find("style") !== undefined;

function colorOf(fill: XmlNode | undefined): string {
  const rgb = fill?.find("srgbClr")?.get("val");
  // What Excel answers where there is no one colour is in no page.
  if (rgb === undefined) throw new NotSimulated("the colour of a shape that has none of its own");
  return `#${rgb.toUpperCase()}`;
}

function transparencyOf(fill: XmlNode | undefined): number {
  return 1 - Number(fill?.children[0]?.find("alpha")?.get("val") ?? WHOLE) / WHOLE;
}

/** From 0, opaque, to 1. */
function fade(owner: XmlNode, value: unknown): void {
  const part = numberArgument(value);
  if (part < 0 || part > 1) throw hostErrors.invalidArgument();
  const paintOf = owner.find("solidFill")?.children[0];
  if (!paintOf) throw new NotSimulated("the transparency of a shape that has no colour of its own");
  paintOf.remove("alpha");
  if (part > 0) need(paintOf, "alpha").set("val", Math.round((1 - part) * WHOLE));
}
