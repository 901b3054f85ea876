// The types of charts: by which group of the part each is said, and how a series goes from one to another.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { NotSimulated } from "../../wire";
import { groupsOf, plotArea, type ChartObject, type SeriesElement } from "./chart-object";
import { made, need, put, setValueAt, valueAt } from "./chart-xml";

interface TypeForm {
  readonly group: string;
  /** Values of the group's own elements. */
  readonly said: Readonly<Record<string, string>>;
  /**
   * What a chart type says of each of its series: whether it bears marks, whether its line is drawn, whether it is
   * rounded.
   */
  readonly marks?: boolean;
  readonly isDrawn?: boolean;
  readonly isSmooth?: boolean;
  readonly explosion?: number;
}

const bars = (barDir: string, grouping: string): TypeForm => ({ group: "barChart", said: { barDir, grouping } });
const lines = (grouping: string, marks: boolean): TypeForm => ({ group: "lineChart", said: { grouping }, marks });
const points = (marks: boolean, isDrawn: boolean, isSmooth: boolean): TypeForm => ({
  group: "scatterChart",
  said: { scatterStyle: isSmooth ? "smoothMarker" : "lineMarker" },
  marks,
  isDrawn,
  isSmooth,
});
const EXPLODED = 25;

const FORMS: Readonly<Record<string, TypeForm>> = {
  ColumnClustered: bars("col", "clustered"),
  ColumnStacked: bars("col", "stacked"),
  ColumnStacked100: bars("col", "percentStacked"),
  BarClustered: bars("bar", "clustered"),
  BarStacked: bars("bar", "stacked"),
  BarStacked100: bars("bar", "percentStacked"),
  Line: lines("standard", false),
  LineStacked: lines("stacked", false),
  LineStacked100: lines("percentStacked", false),
  LineMarkers: lines("standard", true),
  LineMarkersStacked: lines("stacked", true),
  LineMarkersStacked100: lines("percentStacked", true),
  Area: { group: "areaChart", said: { grouping: "standard" } },
  AreaStacked: { group: "areaChart", said: { grouping: "stacked" } },
  AreaStacked100: { group: "areaChart", said: { grouping: "percentStacked" } },
  Pie: { group: "pieChart", said: {} },
  PieExploded: { group: "pieChart", said: {}, explosion: EXPLODED },
  Doughnut: { group: "doughnutChart", said: {} },
  DoughnutExploded: { group: "doughnutChart", said: {}, explosion: EXPLODED },
  Radar: { group: "radarChart", said: { radarStyle: "marker" }, marks: false },
  RadarMarkers: { group: "radarChart", said: { radarStyle: "marker" }, marks: true },
  RadarFilled: { group: "radarChart", said: { radarStyle: "filled" } },
  XYScatter: points(true, false, false),
  XYScatterLines: points(true, true, false),
  XYScatterLinesNoMarkers: points(false, true, false),
  XYScatterSmooth: points(true, true, true),
  XYScatterSmoothNoMarkers: points(false, true, true),
  Bubble: { group: "bubbleChart", said: {} },
};

/** Elements of a series that a group does not bear. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  barChart: ["marker", "smooth", "explosion", "bubbleSize", "bubble3D"],
  lineChart: ["invertIfNegative", "explosion", "bubbleSize", "bubble3D"],
  areaChart: ["invertIfNegative", "marker", "smooth", "explosion", "bubbleSize", "bubble3D"],
  pieChart: ["invertIfNegative", "marker", "smooth", "trendline", "errBars", "bubbleSize", "bubble3D"],
  doughnutChart: ["invertIfNegative", "marker", "smooth", "trendline", "errBars", "bubbleSize", "bubble3D"],
  radarChart: ["invertIfNegative", "smooth", "explosion", "trendline", "errBars", "bubbleSize", "bubble3D"],
  scatterChart: ["invertIfNegative", "explosion", "bubbleSize", "bubble3D"],
  bubbleChart: ["marker", "smooth", "explosion"],
};
const ROUND = new Set(["pieChart", "doughnutChart"]);
const OF_TWO_VALUES = new Set(["scatterChart", "bubbleChart"]);

export function formOf(type: unknown): TypeForm {
  const form = FORMS[String(type)];
  if (!form) throw new NotSimulated(`charts of the type ${String(type)}`);
  return form;
}

export const isRound = (type: unknown): boolean => ROUND.has(formOf(type).group);
export const isOfTwoValues = (type: unknown): boolean => OF_TWO_VALUES.has(formOf(type).group);

export function typeOf({ group, ser }: SeriesElement): string {
  const marks = valueAt(ser, "marker", "symbol") !== "none";
  const isDrawn = ser.find("spPr", "ln", "noFill") === undefined;
  const isSmooth = valueAt(ser, "smooth") === "1";
  const found = Object.entries(FORMS).find(
    ([, form]) =>
      form.group === group.local &&
      Object.entries(form.said).every(([name, value]) => name === "scatterStyle" || valueAt(group, name) === value) &&
      (form.group === "scatterChart" || form.marks === undefined || form.marks === marks) &&
      (form.isDrawn === undefined ||
        (form.isDrawn === isDrawn && form.isSmooth === isSmooth && form.marks === marks)) &&
      (form.group !== "pieChart" && form.group !== "doughnutChart"
        ? true
        : (form.explosion !== undefined) === (valueAt(ser, "explosion") !== undefined)),
  );
  if (!found) throw new NotSimulated(`charts of the kind ${group.local}`);
  return found[0];
}

/** The group for that type, with the axes that the others have; made when it is missing. */
export function groupFor(object: ChartObject, type: unknown): XmlNode {
  const form = formOf(type);
  const groups = groupsOf(object);
  const isOfForm = (group: XmlNode) =>
    group.local === form.group && Object.entries(form.said).every(([name, value]) => valueAt(group, name) === value);
  const known = groups.find(isOfForm);
  if (known) return known;
  const area = plotArea(object);
  const group = made(form.group);
  const before = area.children.find(({ local }) => /Ax$|^dTable$|^spPr$/.test(local));
  area.content.splice(before ? area.content.indexOf(before) : area.content.length, 0, group);
  for (const [name, value] of Object.entries(form.said)) setValueAt(group, name, value);
  setValueAt(group, "varyColors", ROUND.has(form.group));
  if (form.group === "lineChart") setValueAt(group, "marker", true);
  if (form.group === "barChart") {
    setValueAt(group, "gapWidth", form.said["barDir"] === "col" ? 219 : 182);
    if (form.said["grouping"] !== "clustered") setValueAt(group, "overlap", 100);
  }
  if (ROUND.has(form.group)) setValueAt(group, "firstSliceAng", 0);
  if (form.group === "doughnutChart") setValueAt(group, "holeSize", 75);
  const axes = groups.find((other) => other.find("axId"));
  if (!ROUND.has(form.group)) for (const axis of axes?.all("axId") ?? []) put(group, axis.copy());
  return group;
}

/** Takes the series to the group of that type, and what it bears of its look to where that type has it. */
export function retype(object: ChartObject, { group, ser }: SeriesElement, type: unknown): void {
  const form = formOf(type);
  const target = groupFor(object, type);
  if (target !== group) {
    group.detach(ser);
    put(target, ser);
    if (group.all("ser").length === 0) plotArea(object).detach(group);
  }
  ser.remove(...(FOREIGN[form.group] ?? []));
  if (form.marks === false) setValueAt(need(ser, "marker"), "symbol", "none");
  if (form.marks === true && valueAt(ser, "marker", "symbol") === "none") ser.find("marker")?.remove("symbol");
  if (form.group === "lineChart" || form.group === "scatterChart") setValueAt(ser, "smooth", form.isSmooth === true);
  if (form.group === "barChart") setValueAt(ser, "invertIfNegative", false);
  if (form.isDrawn === false) {
    const line = need(ser, "spPr", "ln");
    line.remove("solidFill", "noFill");
    need(line, "noFill");
  }
  setValueAt(ser, "explosion", form.explosion ?? null);
  rename(ser, form.group);
}

/** Categories and values are two values of each point in scatter and bubble charts. */
function rename(ser: XmlNode, group: string): void {
  const pairs = OF_TWO_VALUES.has(group)
    ? ([
        ["cat", "xVal"],
        ["val", "yVal"],
      ] as const)
    : ([
        ["xVal", "cat"],
        ["yVal", "val"],
      ] as const);
  for (const [from, to] of pairs) {
    const old = ser.find(from);
    if (!old) continue;
    ser.detach(old);
    put(ser, made(to)).append(...old.content);
  }
}
