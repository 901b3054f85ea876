// The series of a chart and their points: what they draw, as what, and how each looks.
import { parseLocalRange, splitAddress } from "xlsx-model/cell-ref";
import type { CellValue } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import {
  booleanArgument,
  hostClass,
  numberArgument,
  textArgument,
  wholeArgument,
  type ClassTables,
} from "../../object-table";
import { readValueAt } from "../../cell-value";
import { hostErrors, NotSimulated } from "../../wire";
import { isRangeObject } from "../objects";
import { labelsOf, hasLabels, setLabels } from "./chart-label-classes";
import { lookOf } from "./chart-look-classes";
import { markerMembers } from "./chart-markers";
import {
  changer,
  idOf,
  plotArea,
  seriesAt,
  seriesNumbered,
  seriesOf,
  within,
  type ChartObject,
  type PartObject,
  type SeriesElement,
} from "./chart-object";
import { formOf, groupFor, retype, typeOf } from "./chart-types";
import { isOn, made, need, put, setValueAt, valueAt } from "./chart-xml";
import { newSeriesNode, referenceNode, type SourceSeries } from "./new-chart";

interface SeriesObject extends PartObject {
  /** Which of the chart's series it is, whatever becomes of the others. */
  readonly id: string;
}
interface PointObject extends PartObject {
  readonly series: SeriesObject;
  readonly at: number;
}

export function chartSeriesClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const seriesObject = ({ sheet, chart }: ChartObject, { ser }: SeriesElement): SeriesObject => {
    const object = { className: "ChartSeries", sheet, chart, id: idOf(ser) };
    const read = () => seriesNumbered(object, object.id).ser;
    return { ...object, read, write: read };
  };
  const series = (object: ChartObject) => seriesOf(object).map((each) => seriesObject(object, each));
  const itemAt = (object: ChartObject, index: unknown) => seriesObject(object, seriesAt(object, numberArgument(index)));
  const setData = (object: SeriesObject, cells: unknown, names: readonly [string, string], isText: boolean) => {
    if (!isRangeObject(cells)) throw hostErrors.invalidArgument();
    const { sheet, range } = cells;
    if (range.top !== range.bottom && range.left !== range.right) throw hostErrors.invalidArgument();
    change(object, () => {
      const { group, ser } = own(object);
      const name = /^(?:scatter|bubble)/.test(group.local) ? names[1] : names[0];
      ser.remove(name);
      const kind = isText && !isNumeric(sheet, cells.range) ? "str" : "num";
      put(ser, made(name)).append(referenceNode(kind, sheet, range));
    });
  };
  /** A number of the group in which the series stands, which all series of that group share. */
  const ofGroup = (local: string, least: number, most: number, unsaid: number, groups: RegExp) => ({
    get: (object: SeriesObject) => Number(valueAt(ownGroup(object, groups), local) ?? unsaid),
    set(object: SeriesObject, value: unknown) {
      const number = wholeArgument(value, least, most);
      const group = ownGroup(object, groups);
      change(object, () => setValueAt(group, local, number));
    },
  });
  const gapWidth = ofGroup("gapWidth", 0, 500, 150, /^barChart$/);
  const overlap = ofGroup("overlap", -100, 100, 0, /^barChart$/);
  const hole = ofGroup("holeSize", 10, 90, 75, /^doughnutChart$/);
  const angle = ofGroup("firstSliceAng", 0, 360, 0, /^(?:pie|doughnut)Chart$/);
  const marker = markerMembers(state);

  const dataOf = (object: SeriesObject, dimension: unknown): XmlNode => {
    const { ser } = own(object);
    const names: Readonly<Record<string, readonly string[]>> = {
      Categories: ["cat", "xVal"],
      Values: ["val", "yVal"],
      XValues: ["xVal"],
      YValues: ["yVal"],
      BubbleSizes: ["bubbleSize"],
    };
    const data = (names[String(dimension)] ?? []).map((name) => ser.find(name)).find(Boolean);
    if (!data) throw hostErrors.invalidArgument();
    return data;
  };
  const formulaOf = (data: XmlNode) => data.children.map((child) => child.find("f")?.text).find(Boolean);

  return {
    ChartSeriesCollection: hostClass<ChartObject>({
      get: { Count: (object) => seriesOf(object).length },
      items: series,
      call: {
        Add(object, name, index) {
          const all = seriesOf(object);
          const at = index === undefined || index === null ? all.length : wholeArgument(index, 0, all.length);
          if (at !== all.length) throw new NotSimulated("a series added between others");
          const last = all.at(-1);
          change(object, () => {
            addSeries(object, object.sheet, null, last ? typeOf(last) : "ColumnClustered");
            if (typeof name === "string") nameSeries(seriesAt(object, all.length).ser, name);
          });
          return seriesObject(object, seriesAt(object, all.length));
        },
        GetItemAt: itemAt,
      },
    }),
    ChartSeries: hostClass<SeriesObject>({
      get: {
        AxisGroup: () => "Primary",
        ChartType: (object) => typeOf(own(object)),
        DoughnutHoleSize: hole.get,
        Explosion: (object) => Number(valueAt(object.read(), "explosion") ?? 0),
        FirstSliceAngle: angle.get,
        GapWidth: gapWidth.get,
        HasDataLabels: (object) => hasLabels(object.read()),
        InvertIfNegative: (object) => isOn(valueAt(object.read(), "invertIfNegative"), false),
        ...marker.get,
        Name: (object) => nameOf(state, object),
        Overlap: overlap.get,
        PlotOrder: (object) => ofItsGroup(object).findIndex(({ ser }) => idOf(ser) === object.id),
        Smooth: (object) => isOn(valueAt(object.read(), "smooth"), false),
        VaryByCategories: (object) => isOn(valueAt(own(object).group, "varyColors"), false),
      },
      set: {
        ChartType: (object, value) => {
          formOf(value);
          change(object, () => retype(object, own(object), value));
        },
        DoughnutHoleSize: hole.set,
        Explosion(object, value) {
          const number = wholeArgument(value, 0, 1000);
          change(object, () => setValueAt(object.write(), "explosion", number === 0 ? null : number));
        },
        FirstSliceAngle: angle.set,
        GapWidth: gapWidth.set,
        HasDataLabels: (object, value) => change(object, () => setLabels(object.write(), booleanArgument(value))),
        InvertIfNegative: (object, value) =>
          change(object, () => setValueAt(object.write(), "invertIfNegative", booleanArgument(value))),
        ...marker.set,
        Name: (object, value) => change(object, () => nameSeries(object.write(), textArgument(value))),
        Overlap: overlap.set,
        PlotOrder: (object, value) =>
          change(object, () => {
            const group = ofItsGroup(object).map(({ ser }) => ser);
            const at = wholeArgument(value, 0, group.length - 1);
            const orders = group.map((ser) => valueAt(ser, "order") ?? "");
            const others = group.filter((ser) => idOf(ser) !== object.id);
            others.splice(at, 0, object.write());
            for (const [rank, ser] of others.entries()) setValueAt(ser, "order", orders[rank] ?? rank);
          }),
        Smooth: (object, value) => change(object, () => setValueAt(object.write(), "smooth", booleanArgument(value))),
        VaryByCategories: (object, value) =>
          change(object, () => setValueAt(own(object).group, "varyColors", booleanArgument(value))),
      },
      nav: {
        DataLabels: (object) => labelsOf(object),
        Format: lookOf("ChartSeriesFormat"),
        Points: (object) => ({ ...object, className: "ChartPointsCollection" }),
      },
      call: {
        Delete: (object) =>
          change(object, () => {
            const { group, ser } = own(object);
            group.detach(ser);
            if (group.all("ser").length === 0 && seriesOf(object).length > 0) plotArea(object).detach(group);
            for (const [order, each] of seriesOf(object).entries()) setValueAt(each.ser, "order", order);
          }),
        GetDimensionDataSourceString: (object, dimension) => formulaOf(dataOf(object, dimension)) ?? "",
        GetDimensionDataSourceType: (object, dimension) =>
          formulaOf(dataOf(object, dimension)) === undefined ? "List" : "LocalRange",
        GetDimensionValues: (object, dimension) => valuesOf(state, object.sheet, formulaOf(dataOf(object, dimension))),
        SetBubbleSizes: (object, cells) => setData(object, cells, ["bubbleSize", "bubbleSize"], false),
        SetValues: (object, cells) => setData(object, cells, ["val", "yVal"], false),
        SetXAxisValues: (object, cells) => setData(object, cells, ["cat", "xVal"], true),
      },
    }),
    ChartSeriesFormat: hostClass<PartObject>({ nav: { Fill: lookOf("ChartFill"), Line: lookOf("ChartLineFormat") } }),
    ChartPointsCollection: hostClass<SeriesObject>({
      get: { Count: (object) => pointsOf(state, object).length },
      items: (object) => pointsOf(state, object).map((_, at) => pointObject(object, at)),
    }),
    ChartPoint: hostClass<PointObject>({
      get: {
        HasDataLabel: ({ series: { read }, at }) => hasLabels(read(), at),
        ...marker.get,
        Value: ({ series: own, at }) => pointsOf(state, own)[at] ?? null,
      },
      set: {
        HasDataLabel: (object, value) =>
          change(object, () => setLabels(object.series.write(), booleanArgument(value), object.at)),
        ...marker.set,
      },
      nav: {
        DataLabel: ({ series: own, at }) => labelsOf(own, at),
        Format: lookOf("ChartPointFormat"),
      },
    }),
    ChartPointFormat: hostClass<PartObject>({ nav: { Border: lookOf("ChartBorder"), Fill: lookOf("ChartFill") } }),
  };
}

const own = (object: SeriesObject): SeriesElement => seriesNumbered(object, object.id);

/** "Specifies the plot order of a chart series within the chart group." */
function ofItsGroup(object: SeriesObject): SeriesElement[] {
  const { group } = own(object);
  return seriesOf(object).filter((each) => each.group === group);
}

/** Other kinds of charts have no such thing. */
function ownGroup(object: SeriesObject, groups: RegExp): XmlNode {
  const { group } = own(object);
  if (!groups.test(group.local)) throw hostErrors.invalidArgument();
  return group;
}

/** The last one of the chart; without a source it draws nothing yet. */
export function addSeries(object: ChartObject, owner: SheetModel, source: SourceSeries | null, type: unknown): void {
  const { group } = formOf(type);
  const index = Math.max(-1, ...seriesOf(object).map(({ ser }) => Number(idOf(ser)))) + 1;
  const isRound = group === "pieChart" || group === "doughnutChart";
  const ser = newSeriesNode(index, /^(?:line|scatter|radar)Chart$/.test(group), !isRound);
  const target = groupFor(object, type);
  put(target, ser);
  joinAxes(object, target);
  retype(object, { group: target, ser }, type);
  if (!source) return;
  const isPaired = group === "scatterChart" || group === "bubbleChart";
  if (source.name) put(ser, made("tx")).append(referenceNode("str", owner, source.name));
  if (source.categories) {
    const kind = isNumeric(owner, source.categories) ? "num" : "str";
    put(ser, made(isPaired ? "xVal" : "cat")).append(referenceNode(kind, owner, source.categories));
  }
  put(ser, made(isPaired ? "yVal" : "val")).append(referenceNode("num", owner, source.values));
}

/** The first group of a chart stands on the axes that the part has. */
function joinAxes(object: ChartObject, group: XmlNode): void {
  if (group.find("axId") || /^(?:pie|doughnut)Chart$/.test(group.local)) return;
  const axes = plotArea(object).children.filter(({ local }) => local.endsWith("Ax"));
  for (const axis of axes) put(group, made("axId").set("val", valueAt(axis, "axId") ?? ""));
}

function isNumeric(sheet: SheetModel, { top, left, bottom, right }: SourceSeries["values"]): boolean {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      if (typeof sheet.content(row, column).value !== "number") return false;
  return true;
}

function nameSeries(ser: XmlNode, name: string): void {
  ser.remove("tx");
  const tx = put(ser, made("tx"));
  // "=Feuil1!$A$1" names a cell.
  if (name.startsWith("=")) need(tx, "strRef", "f").text = name.slice(1);
  else need(tx, "v").text = name;
}

function nameOf(state: ExcelState, object: SeriesObject): string {
  const tx = object.read()?.find("tx");
  const formula = tx?.find("strRef", "f")?.text;
  const [value] = formula === undefined ? [] : valuesOf(state, object.sheet, formula);
  const word = state.word("Série", "Series");
  const rank = seriesOf(object).findIndex(({ ser }) => idOf(ser) === object.id);
  return String(value ?? tx?.find("v")?.text ?? `${word}${rank + 1}`);
}

/** What the cells hold now. */
function valuesOf(state: ExcelState, own: SheetModel, formula: string | undefined): CellValue[] {
  const { sheet: name, local } = splitAddress(formula ?? "");
  const sheet = name === null ? own : state.sheet(name);
  const range = parseLocalRange(local.replaceAll("$", ""));
  if (!sheet || !range) throw new NotSimulated("the values of a series that are no range");
  const values: CellValue[] = [];
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) values.push(readValueAt(sheet, row, column));
  return values;
}

function pointsOf(state: ExcelState, object: SeriesObject): CellValue[] {
  const { ser } = own(object);
  const data = ser.find("val") ?? ser.find("yVal");
  const formula = data?.find("numRef", "f")?.text;
  return formula === undefined ? [] : valuesOf(state, object.sheet, formula);
}

function pointObject(series: SeriesObject, at: number): PointObject {
  const isOf = (point: XmlNode) => valueAt(point, "idx") === String(at);
  const part = within(
    "ChartPoint",
    series,
    (ser) => ser.all("dPt").find(isOf),
    (ser) => {
      const known = ser.all("dPt").find(isOf);
      if (known) return known;
      const point = put(ser, made("dPt"));
      setValueAt(point, "idx", at);
      return point;
    },
  );
  return { ...part, series, at };
}
