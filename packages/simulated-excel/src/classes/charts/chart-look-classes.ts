// The look of a chart's parts: fills, lines and borders, fonts.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import { color } from "../../named-colors";
import { booleanArgument, hostClass, numberArgument, textArgument, type ClassTables } from "../../object-table";
import { hostErrors, NotSimulated } from "../../wire";
import { words } from "../../words";
import { as, changer, type PartObject } from "./chart-object";
import { EMU, made, need, put } from "./chart-xml";

const FILLS = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"] as const;
const DASHES = words(
  "Continuous solid, Dash dash, DashDot dashDot, DashDotDot lgDashDotDot, Dot sysDash, RoundDot sysDot",
);
const UNDERLINES = words("None none, Single sng");
const FONT_SIZES = { least: 1, most: 409 };
/** What Excel writes and what a chart says nothing of. */
const PLAIN = { size: 10, color: "#000000", name: "Calibri" } as const;
const PLAIN_LINE = { points: 0.75, color: "#000000" } as const;
const MAX_LINE = 1584;

export function chartLookClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const line = lineClass(state);
  const { Clear: clear, ...lineProperties } = { ...line.set, Clear: line.call.Clear };
  return {
    ChartFill: hostClass<PartObject>({
      call: {
        Clear: (object) => change(object, () => fill(need(object.write(), "spPr"), "noFill")),
        SetSolidColor: (object, value) => change(object, () => solid(need(object.write(), "spPr"), color(value))),
      },
    }),
    ChartLineFormat: hostClass<PartObject>({ get: line.get, set: lineProperties, call: { Clear: clear } }),
    ChartBorder: hostClass<PartObject>({ get: line.get, set: lineProperties, call: { Clear: clear } }),
    ChartFont: hostClass<PartObject>({
      get: {
        Bold: (object) => fontOf(object, (run) => run.get("b"), "0") === "1",
        Color: (object) => fontOf(object, (run) => colorOf(run), PLAIN.color),
        Italic: (object) => fontOf(object, (run) => run.get("i"), "0") === "1",
        Name: (object) => fontOf(object, (run) => run.find("latin")?.get("typeface"), PLAIN.name),
        Size: (object) => Number(fontOf(object, (run) => run.get("sz"), String(PLAIN.size * 100))) / 100,
        Underline: (object) => UNDERLINES.toApi(fontOf(object, (run) => run.get("u"), "none")),
      },
      set: {
        Bold: (object, value) => setFont(object, (run) => run.set("b", booleanArgument(value))),
        Color: (object, value) => setFont(object, (run) => solid(run, color(value))),
        Italic: (object, value) => setFont(object, (run) => run.set("i", booleanArgument(value))),
        Name: (object, value) => setFont(object, (run) => need(run, "latin").set("typeface", textArgument(value))),
        Size(object, value) {
          const size = numberArgument(value);
          if (size < FONT_SIZES.least || size > FONT_SIZES.most) throw hostErrors.invalidArgument();
          setFont(object, (run) => run.set("sz", Math.round(size * 100)));
        },
        Underline: (object, value) => setFont(object, (run) => run.set("u", UNDERLINES.toFile(value))),
      },
    }),
  };

  /** The font of the whole chart is given to each of its texts, too. */
  function setFont(object: PartObject, edit: (run: XmlNode) => void): void {
    change(object, () => {
      const owner = object.write();
      const own = runsOf(owner);
      for (const run of owner.local === "chartSpace" ? textsWithin(owner) : own) edit(run);
    });
  }
}

/** Part classes that lead to a fill, a line, a border or a font of the same element. */
export const lookOf = (className: string) => (object: PartObject) => as(className, object);

function lineClass(state: ExcelState) {
  const change = changer(state);
  const lineOf = (object: PartObject) => object.read()?.find("spPr", "ln");
  const edit = (object: PartObject, work: (line: XmlNode) => void) =>
    change(object, () => work(need(object.write(), "spPr", "ln")));
  return {
    get: {
      Color: (object: PartObject) => colorOf(lineOf(object)) ?? PLAIN_LINE.color,
      LineStyle(object: PartObject) {
        const found = lineOf(object);
        if (found?.find("noFill")) return "None";
        const dash = found?.find("prstDash")?.get("val");
        return dash === undefined ? (found?.find("solidFill") ? "Continuous" : "Automatic") : DASHES.toApi(dash);
      },
      Weight: (object: PartObject) => Number(lineOf(object)?.get("w") ?? PLAIN_LINE.points * EMU) / EMU,
    },
    set: {
      Color: (object: PartObject, value: unknown) => edit(object, (found) => solid(found, color(value))),
      LineStyle(object: PartObject, value: unknown) {
        if (value === "None") return edit(object, (found) => fill(found, "noFill"));
        if (value === "Automatic") return edit(object, (found) => found.remove(...FILLS, "prstDash"));
        const dash = DASHES.toFile(value);
        edit(object, (found) => {
          // A line that was none is drawn again, in the colour that Excel chooses.
          if (!found.find("solidFill")) solid(found, PLAIN_LINE.color);
          found.remove("prstDash");
          if (dash !== "solid") need(found, "prstDash").set("val", dash);
        });
      },
      Weight(object: PartObject, value: unknown) {
        const points = numberArgument(value);
        if (points < 0 || points > MAX_LINE) throw hostErrors.invalidArgument();
        edit(object, (found) => found.set("w", Math.round(points * EMU)));
      },
    },
    call: { Clear: (object: PartObject) => edit(object, (found) => fill(found, "noFill")) },
  };
}

function fill(owner: XmlNode, kind: (typeof FILLS)[number]): XmlNode {
  owner.remove(...FILLS);
  return put(owner, made(kind));
}

export function solid(owner: XmlNode, rgb: string): void {
  need(fill(owner, "solidFill"), "srgbClr").set("val", rgb.slice(1));
}

/** Undefined where nothing is said, or another thing than one colour. */
export function colorOf(owner: XmlNode | undefined): string | undefined {
  const said = owner?.find("solidFill");
  if (said && !said.find("srgbClr")) throw new NotSimulated("a colour of the theme in a chart");
  const rgb = said?.find("srgbClr")?.get("val");
  return rgb === undefined ? undefined : `#${rgb.toUpperCase()}`;
}

/** What the text of a part says of itself, else what the whole chart says. */
function fontOf(object: PartObject, read: (run: XmlNode) => string | undefined, unsaid: string): string {
  const owner = object.read();
  const own = owner?.find("tx", "rich", "p", "r", "rPr") ?? owner?.find("tx", "rich", "p", "pPr", "defRPr");
  const places = [own, owner && defaultRun(owner), defaultRun(object.chart.root)];
  for (const run of places) {
    const said = run && read(run);
    if (said !== undefined) return said;
  }
  return unsaid;
}

const defaultRun = (owner: XmlNode) => owner.find("txPr", "p", "pPr", "defRPr");

/** Where a part says its font: in the text that it bears, else in what is said of its text. */
function runsOf(owner: XmlNode): XmlNode[] {
  const rich = owner.find("tx", "rich");
  if (rich) return runsWithin(rich);
  const text = owner.find("txPr") ?? put(owner, emptyText("txPr"));
  return [need(text, "p", "pPr", "defRPr")];
}

function runsWithin(rich: XmlNode): XmlNode[] {
  return rich
    .all("p")
    .flatMap((paragraph) => [
      need(paragraph, "pPr", "defRPr"),
      ...paragraph.all("r").map((run) => run.find("rPr") ?? put(run, made("rPr"))),
    ]);
}

export function emptyText(local: "txPr" | "rich"): XmlNode {
  return made(local).append(made("bodyPr"), made("p"));
}

/** The texts of the chart, and of each of its parts that says something of its own text. */
function textsWithin(root: XmlNode): XmlNode[] {
  return root.children.flatMap((child) => {
    if (child.local === "txPr") return [need(child, "p", "pPr", "defRPr")];
    return child.local === "rich" ? runsWithin(child) : textsWithin(child);
  });
}
