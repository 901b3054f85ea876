// The words of a chart: its title, its legend, the labels of its figures.
import { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import { booleanArgument, hostClass, textArgument, wholeArgument, type ClassTables } from "../../object-table";
import { hostErrors } from "../../wire";
import { words } from "../../words";
import { emptyText, lookOf } from "./chart-look-classes";
import { changer, chartElement, groupsOf, seriesOf, type ChartObject, type PartObject } from "./chart-object";
import { isOn, made, need, put, setValueAt, valueAt } from "./chart-xml";

/** Labels of a series, of the whole chart, or of one point. */
interface LabelsObject extends PartObject {
  readonly at: number | null;
}

const LEGENDS = words("Top t, Bottom b, Left l, Right r, Corner tr");
const PLACES = words(
  "Center ctr, InsideEnd inEnd, InsideBase inBase, OutsideEnd outEnd, Left l, Right r, Top t, Bottom b, BestFit bestFit",
);
/** Where each kind of chart may bear them: another place is a file that Excel repairs. */
const PLACES_OF: readonly (readonly [RegExp, string])[] = [
  [/^(?:line|scatter|bubble)Chart$/, "ctr l r t b"],
  [/^pieChart$/, "bestFit ctr inEnd outEnd"],
  [/^(?:area|doughnut|radar)Chart$/, ""],
];
const SHOWN = {
  ShowBubbleSize: "showBubbleSize",
  ShowCategoryName: "showCatName",
  ShowLegendKey: "showLegendKey",
  ShowPercentage: "showPercent",
  ShowSeriesName: "showSerName",
  ShowValue: "showVal",
} as const;
/** In the order of the schema; a label says all of them. */
const FLAGS = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"] as const;
const MAX_TITLE = 32_767;

export function chartLabelClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const overlay = {
    get: (object: PartObject) => isOn(valueAt(object.read(), "overlay"), false),
    set: (object: PartObject, value: unknown) =>
      change(object, () => setValueAt(object.write(), "overlay", booleanArgument(value))),
  };
  const text = titleMembers(state);
  const shown = Object.entries(SHOWN);
  const labels = {
    get: {
      ...Object.fromEntries(
        shown.map(([member, local]) => [member, (object: LabelsObject) => isOn(valueAt(object.read(), local), false)]),
      ),
      NumberFormat: (object: LabelsObject) => object.read()?.find("numFmt")?.get("formatCode") ?? "General",
      LinkNumberFormat: (object: LabelsObject) => isOn(object.read()?.find("numFmt")?.get("sourceLinked"), true),
      Position: (object: LabelsObject) => {
        const place = valueAt(object.read(), "dLblPos");
        return place === undefined ? "None" : PLACES.toApi(place);
      },
      Separator: (object: LabelsObject) => object.read()?.find("separator")?.text ?? ", ",
    },
    set: {
      ...Object.fromEntries(
        shown.map(([member, local]) => [
          member,
          (object: LabelsObject, value: unknown) =>
            change(object, () => setValueAt(object.write(), local, booleanArgument(value))),
        ]),
      ),
      NumberFormat: (object: LabelsObject, value: unknown) =>
        change(object, () => formatted(object.write(), textArgument(value), false)),
      LinkNumberFormat: (object: LabelsObject, value: unknown) =>
        change(object, () => formatted(object.write(), null, booleanArgument(value))),
      Position(object: LabelsObject, value: unknown) {
        const place = value === "None" ? null : PLACES.toFile(value);
        if (place !== null && !takesPlace(object, place)) throw hostErrors.invalidArgument();
        change(object, () => setValueAt(object.write(), "dLblPos", place));
      },
      Separator: (object: LabelsObject, value: unknown) =>
        change(object, () => (need(object.write(), "separator").text = textArgument(value))),
    },
    nav: { Format: lookOf("ChartDataLabelFormat") },
  };
  const format = { Border: lookOf("ChartBorder"), Fill: lookOf("ChartFill"), Font: lookOf("ChartFont") };
  return {
    ChartTitle: hostClass<PartObject>({
      get: { ...text.get, Overlay: overlay.get, Visible: (object) => object.read() !== undefined },
      set: {
        ...text.set,
        Overlay: overlay.set,
        Visible(object, value) {
          if (booleanArgument(value)) return change(object, () => void object.write());
          change(object, () => {
            const chart = chartElement(object);
            chart.remove("title");
            setValueAt(chart, "autoTitleDeleted", true);
          });
        },
      },
      nav: { Format: lookOf("ChartTitleFormat") },
    }),
    ChartTitleFormat: hostClass<PartObject>({ nav: format }),
    ChartLegend: hostClass<PartObject>({
      get: {
        Overlay: overlay.get,
        Position: (object) => LEGENDS.toApi(valueAt(object.read(), "legendPos") ?? "r"),
        Visible: (object) => object.read() !== undefined,
      },
      set: {
        Overlay: overlay.set,
        Position: (object, value) =>
          change(object, () => setValueAt(object.write(), "legendPos", LEGENDS.toFile(value))),
        Visible: (object, value) =>
          change(object, () => {
            if (!booleanArgument(value)) chartElement(object).remove("legend");
            else if (!object.read()) setValueAt(object.write(), "legendPos", "r");
          }),
      },
      nav: {
        Format: lookOf("ChartLegendFormat"),
        LegendEntries: (object) => ({ ...object, className: "ChartLegendEntryCollection" }),
      },
    }),
    ChartLegendFormat: hostClass<PartObject>({ nav: format }),
    ChartLegendEntryCollection: hostClass<PartObject>({ items: entries }),
    ChartLegendEntry: hostClass<PartObject & { readonly index: number }>({
      get: {
        Index: ({ index }) => index,
        Visible: (object) => !isOn(valueAt(object.read(), "delete"), false),
      },
      set: {
        Visible: (object, value) => change(object, () => setValueAt(object.write(), "delete", !booleanArgument(value))),
      },
    }),
    ChartDataLabels: hostClass<LabelsObject>(labels),
    ChartDataLabel: hostClass<LabelsObject>(labels),
    ChartDataLabelFormat: hostClass<PartObject>({ nav: format }),
  };
}

/** A title's own text; "Titre du graphique" stands where Excel shows one that nobody wrote. */
export function titleMembers(state: ExcelState) {
  const change = changer(state);
  return {
    get: {
      Text: (object: PartObject) => {
        const rich = object.read()?.find("tx", "rich");
        return rich
          ? rich
              .all("p")
              .map((each) =>
                each
                  .all("r")
                  .map((run) => run.find("t")?.text ?? "")
                  .join(""),
              )
              .join("\n")
          : "";
      },
      TextOrientation: (object: PartObject) =>
        Number(object.read()?.find("tx", "rich", "bodyPr")?.get("rot") ?? 0) / -60_000,
    },
    set: {
      Text: (object: PartObject, value: unknown) => {
        const text = textArgument(value);
        if (text.length > MAX_TITLE) throw hostErrors.invalidArgument();
        change(object, () => writeText(object.write(), text));
      },
      TextOrientation: (object: PartObject, value: unknown) => {
        const degrees = wholeArgument(value, -90, 90);
        change(object, () =>
          richOf(object.write())
            .find("bodyPr")
            ?.set("rot", degrees * -60_000)
            .set("vert", "horz"),
        );
      },
    },
  };
}

/** The font that was said of the title goes on with its text. */
function richOf(title: XmlNode): XmlNode {
  const known = title.find("tx", "rich");
  if (known) return known;
  const font = title.find("txPr", "p", "pPr", "defRPr");
  title.remove("txPr", "tx");
  const rich = emptyText("rich");
  put(title, made("tx")).append(rich);
  const properties = need(rich, "p", "pPr");
  if (font) properties.append(font.copy());
  return rich;
}

function writeText(title: XmlNode, text: string): void {
  const rich = richOf(title);
  const [first, ...others] = rich.all("p");
  for (const other of others) rich.detach(other);
  if (!first) return;
  const old = first.find("r", "rPr") ?? first.find("pPr", "defRPr");
  first.remove("r", "endParaRPr");
  const properties = made("rPr").set("lang", "fr-FR");
  for (const [name, value] of old?.attributes ?? []) properties.set(name, value);
  properties.append(...(old?.content.map((part) => (part instanceof XmlNode ? part.copy() : part)) ?? []));
  const run = put(first, made("r")).append(properties);
  need(run, "t").text = text;
}

/** The labels of a series, of one of its points, or of the series of the whole chart. */
export function labelsOf(object: ChartObject | PartObject, at: number | null = null): LabelsObject {
  const { sheet, chart } = object;
  const owners = (): XmlNode[] => ("write" in object ? [object.write()] : groupsOf(object));
  const isOf = (label: XmlNode) => valueAt(label, "idx") === String(at);
  const read = () => {
    const all = ("read" in object ? object.read() : groupsOf(object)[0])?.find("dLbls");
    return at === null ? all : (all?.all("dLbl").find(isOf) ?? all);
  };
  const write = () => {
    const [owner] = owners();
    if (!owner) throw hostErrors.itemNotFound();
    const all = ready(owner.find("dLbls") ?? put(owner, made("dLbls")), at === null);
    if (at === null) return all;
    const known = all.all("dLbl").find(isOf);
    if (known) return known;
    const label = made("dLbl");
    setValueAt(label, "idx", at);
    return put(all, ready(label, true));
  };
  return { className: at === null ? "ChartDataLabels" : "ChartDataLabel", sheet, chart, read, write, at };
}

/** Says each of the flags: of a new one the value shows. */
function ready(labels: XmlNode, isShown: boolean): XmlNode {
  labels.remove("delete");
  if (!labels.find("showVal")) for (const flag of FLAGS) setValueAt(labels, flag, flag === "showVal" && isShown);
  return labels;
}

export function hasLabels(ser: XmlNode | undefined, at: number | null = null): boolean {
  const all = ser?.find("dLbls");
  const own = at === null ? undefined : all?.all("dLbl").find((label) => valueAt(label, "idx") === String(at));
  const said = own ?? all;
  return said !== undefined && !said.find("delete") && FLAGS.some((flag) => isOn(valueAt(said, flag), false));
}

export function setLabels(ser: XmlNode, isShown: boolean, at: number | null = null): void {
  if (at === null) {
    ser.remove("dLbls");
    if (isShown) ready(put(ser, made("dLbls")), true);
    return;
  }
  const all = ready(ser.find("dLbls") ?? put(ser, made("dLbls")), false);
  const known = all.all("dLbl").find((label) => valueAt(label, "idx") === String(at));
  if (known) all.detach(known);
  const label = made("dLbl");
  setValueAt(label, "idx", at);
  if (isShown) ready(label, true);
  else setValueAt(label, "delete", true);
  put(all, label);
}

function formatted(owner: XmlNode, code: string | null, isLinked: boolean): void {
  const format = need(owner, "numFmt");
  format.set("formatCode", code ?? format.get("formatCode") ?? "General").set("sourceLinked", isLinked);
}

function takesPlace(object: LabelsObject, place: string): boolean {
  return groupsOf(object).every((group) => {
    if (group.local === "barChart")
      return (
        place in { ctr: 1, inEnd: 1, inBase: 1 } || (place === "outEnd" && valueAt(group, "grouping") === "clustered")
      );
    const places = PLACES_OF.find(([pattern]) => pattern.test(group.local))?.[1];
    return places?.split(" ").includes(place) === true;
  });
}

function entries(object: PartObject): (PartObject & { readonly index: number })[] {
  return seriesOf(object).map((_, index) => {
    const isOf = (entry: XmlNode) => valueAt(entry, "idx") === String(index);
    const read = () => object.read()?.all("legendEntry").find(isOf);
    const write = () => {
      const entry = read() ?? put(object.write(), made("legendEntry"));
      setValueAt(entry, "idx", index);
      return entry;
    };
    return { className: "ChartLegendEntry", sheet: object.sheet, chart: object.chart, index, read, write };
  });
}
