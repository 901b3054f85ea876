// The objects of a chart that the client holds: each knows its chart and finds its element again whenever it is asked.
import type { OpenChart } from "xlsx-model/charts/open-chart";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import type { HostObject } from "../../object-table";
import { hostErrors, NotSimulated } from "../../wire";
import { declarePrefixes } from "./chart-xml";

export interface ChartObject extends HostObject {
  readonly sheet: SheetModel;
  readonly chart: OpenChart;
}

/** A part that has an element: a title, an axis, a series. */
export interface PartObject extends ChartObject {
  /** Undefined where the chart does not say it. */
  readonly read: () => XmlNode | undefined;
  /** The element, which is made when it is missing. */
  readonly write: () => XmlNode;
}

export function chartElement({ chart }: ChartObject): XmlNode {
  const element = chart.root.find("chart");
  if (!element) throw new NotSimulated("a chart of a newer form");
  return element;
}

export function plotArea(object: ChartObject): XmlNode {
  const area = chartElement(object).find("plotArea");
  if (!area) throw new NotSimulated("a chart without a plot area");
  return area;
}

/** Bars, lines, slices: the groups in which the series stand. */
export const groupsOf = (object: ChartObject): XmlNode[] =>
  plotArea(object).children.filter(({ local }) => local.endsWith("Chart"));

export interface SeriesElement {
  readonly group: XmlNode;
  readonly ser: XmlNode;
}

/** In their own order. */
export function seriesOf(object: ChartObject): SeriesElement[] {
  const order = ({ ser }: SeriesElement) => Number(ser.find("order")?.get("val") ?? 0);
  return groupsOf(object)
    .flatMap((group) => group.all("ser").map((ser) => ({ group, ser })))
    .sort((a, b) => order(a) - order(b));
}

export function seriesAt(object: ChartObject, index: number): SeriesElement {
  const found = seriesOf(object)[index];
  if (!found) throw hostErrors.itemNotFound();
  return found;
}

/** By the number that a series bears in its file, which it keeps wherever it is plotted. */
export function seriesNumbered(object: ChartObject, id: string): SeriesElement {
  const found = seriesOf(object).find(({ ser }) => idOf(ser) === id);
  if (!found) throw hostErrors.itemNotFound();
  return found;
}

export const idOf = (ser: XmlNode): string => ser.find("idx")?.get("val") ?? "";

/** Changes the tree of a chart, which is then written. */
export function changer(state: ExcelState) {
  return <T extends ChartObject>(object: T, change: (object: T) => void): void => {
    state.writable(object.sheet);
    declarePrefixes(object.chart.root);
    change(object);
    object.chart.changed();
  };
}

/** A part of a part: its element is a child of the other's. */
export function within(
  className: string,
  object: PartObject,
  read: (node: XmlNode) => XmlNode | undefined,
  write: (node: XmlNode) => XmlNode,
): PartObject {
  const { sheet, chart } = object;
  return {
    className,
    sheet,
    chart,
    read: () => {
      const node = object.read();
      return node && read(node);
    },
    write: () => write(object.write()),
  };
}

/** The same element, seen as another class. */
export const as = (className: string, { sheet, chart, read, write }: PartObject): PartObject => ({
  className,
  sheet,
  chart,
  read,
  write,
});
