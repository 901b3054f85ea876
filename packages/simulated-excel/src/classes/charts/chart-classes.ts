// Charts: those of a sheet, how one is added, what it says of itself and where it stands.
import type { OpenChart } from "xlsx-model/charts/open-chart";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { CHART_EVENT } from "../../chart-events";
import type { ExcelState } from "../../excel-state";
import { booleanArgument, hostClass, numberArgument, textArgument, type ClassTables } from "../../object-table";
import { hostErrors } from "../../wire";
import { words } from "../../words";
import { isRangeObject, sheetObject, toRange } from "../objects";
import type { SheetObject } from "../range-object";
import { chartAxisClasses } from "./chart-axis-classes";
import { chartLabelClasses, labelsOf } from "./chart-label-classes";
import { chartLookClasses, lookOf } from "./chart-look-classes";
import { boxOfPlace, movedTo, placeOfBox } from "./chart-place";
import { chartElement, changer, plotArea, seriesOf, type ChartObject, type PartObject } from "./chart-object";
import { addSeries, chartSeriesClasses } from "./chart-series-classes";
import { retype, typeOf, formOf, isOfTwoValues } from "./chart-types";
import { isOn, need, setValueAt, valueAt } from "./chart-xml";
import { newChartText, seriesOfRange } from "./new-chart";

const BLANKS = words("NotPlotted gap, Zero zero, Interplotted span");
/** Where Excel puts a new chart, about: in the middle of what is seen. */
const NEW_BOX = { Left: 120, Top: 90, Width: 360, Height: 216 };
const MAX_NAME = 255;

export function chartClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const chartObject = (sheet: SheetModel, chart: OpenChart): ChartObject => ({ className: "Chart", sheet, chart });
  const charts = ({ sheet }: SheetObject) => sheet.drawnCharts.opened().map((chart) => chartObject(sheet, chart));
  const find = (collection: SheetObject, key: unknown) =>
    charts(collection).find(
      ({ chart }) => chart.name.toLowerCase() === textArgument(key).toLowerCase() || chart.path === key,
    ) ?? null;
  const freeName = (sheet: SheetModel) => {
    const word = state.word("Graphique", "Chart");
    const names = new Set(sheet.drawnCharts.opened().map(({ name }) => name.toLowerCase()));
    let number = names.size + 1;
    while (names.has(`${word} ${number}`.toLowerCase())) number += 1;
    return `${word} ${number}`;
  };
  /** Whole parts of the chart, by the way from its "chart" or from its root. */
  const part =
    (className: string, read: (object: ChartObject) => XmlNode | undefined, write: (object: ChartObject) => XmlNode) =>
    ({ sheet, chart }: ChartObject): PartObject => {
      const object = { className, sheet, chart };
      return { ...object, read: () => read(object), write: () => write(object) };
    };
  const fill = (object: ChartObject, source: GridRange, owner: SheetModel, type: unknown, by: unknown) => {
    for (const { ser, group } of seriesOf(object)) {
      group.detach(ser);
      if (group.all("ser").length === 0) plotArea(object).detach(group);
    }
    const found = seriesOfRange(owner, source, by, isOfTwoValues(type));
    for (const each of found) addSeries(object, owner, each, type);
    const [only, another] = found;
    // The title of a single series is its name; of several, Excel writes none until it is told.
    if (only && !another && only.name) return;
    if (chartElement(object).find("title", "tx") === undefined) setTitle(object, false);
  };
  const box = (name: "Left" | "Top" | "Width" | "Height") => ({
    get: ({ sheet, chart }: ChartObject) => boxOfPlace(sheet, chart)[name],
    set: ({ sheet, chart }: ChartObject, value: unknown) => {
      const points = numberArgument(value);
      if (points < 0) throw hostErrors.invalidArgument();
      state.writable(sheet);
      chart.setPlace(movedTo(sheet, { ...boxOfPlace(sheet, chart), [name]: points }));
    },
  });
  const [left, top, width, height] = [box("Left"), box("Top"), box("Width"), box("Height")];

  return {
    ChartCollection: hostClass<SheetObject>({
      get: { Count: (object) => charts(object).length },
      items: charts,
      index: find,
      call: {
        Add({ sheet }, type, source, by) {
          formOf(type);
          if (!isRangeObject(source)) throw hostErrors.invalidArgument();
          state.writable(sheet);
          const chart = sheet.drawnCharts.add(freeName(sheet), newChartText(type), {
            top: 0,
            left: 0,
            bottom: 0,
            right: 0,
          });
          chart.setPlace(movedTo(sheet, NEW_BOX));
          const added = chartObject(sheet, chart);
          change(added, () => fill(added, source.range, source.sheet, type, by));
          state.charts.added(sheet, chart);
          return added;
        },
      },
      events: {
        ActivatedEvent: ({ sheet }) => ({ type: CHART_EVENT.activated, target: sheet.id }),
        AddedEvent: ({ sheet }) => ({ type: CHART_EVENT.added, target: sheet.id }),
        DeactivatedEvent: ({ sheet }) => ({ type: CHART_EVENT.deactivated, target: sheet.id }),
        DeletedEvent: ({ sheet }) => ({ type: CHART_EVENT.deleted, target: sheet.id }),
      },
    }),
    Chart: hostClass<ChartObject>({
      key: ({ chart }) => ({ Id: chart.path }),
      get: {
        ChartType(object) {
          const [first] = seriesOf(object);
          return first ? typeOf(first) : "Invalid";
        },
        DisplayBlanksAs: (object) => BLANKS.toApi(valueAt(chartElement(object), "dispBlanksAs") ?? "gap"),
        Height: height.get,
        Id: ({ chart }) => chart.path,
        Left: left.get,
        Name: ({ chart }) => chart.name,
        PlotVisibleOnly: (object) => isOn(valueAt(chartElement(object), "plotVisOnly"), false),
        Style: ({ chart }) => Number(valueAt(chart.root, "style") ?? 2),
        Top: top.get,
        Width: width.get,
      },
      set: {
        ChartType: (object, value) =>
          change(object, () => {
            for (const each of seriesOf(object)) retype(object, each, value);
          }),
        DisplayBlanksAs: (object, value) =>
          change(object, () => setValueAt(chartElement(object), "dispBlanksAs", BLANKS.toFile(value))),
        Height: height.set,
        Left: left.set,
        Name({ sheet, chart }, value) {
          const name = textArgument(value);
          if (name === "" || name.length > MAX_NAME) throw hostErrors.invalidArgument();
          state.writable(sheet);
          chart.name = name;
        },
        PlotVisibleOnly: (object, value) =>
          change(object, () => setValueAt(chartElement(object), "plotVisOnly", booleanArgument(value))),
        Style(object, value) {
          const number = numberArgument(value);
          if (!Number.isInteger(number) || number < 1 || number > 48) throw hostErrors.invalidArgument();
          change(object, () => setValueAt(object.chart.root, "style", number));
        },
        Top: top.set,
        Width: width.set,
      },
      nav: {
        Axes: part("ChartAxes", plotArea, plotArea),
        DataLabels: (object) => labelsOf(object),
        Format: part(
          "ChartAreaFormat",
          ({ chart }) => chart.root,
          ({ chart }) => chart.root,
        ),
        Legend: part(
          "ChartLegend",
          (object) => chartElement(object).find("legend"),
          (object) => need(chartElement(object), "legend"),
        ),
        PlotArea: part("ChartPlotArea", plotArea, plotArea),
        Series: (object) => ({ ...object, className: "ChartSeriesCollection" }),
        Title: part(
          "ChartTitle",
          (object) => chartElement(object).find("title"),
          (object) => setTitle(object, true),
        ),
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
      call: {
        Activate: ({ sheet, chart }) => state.activateChart(sheet, chart),
        Delete({ sheet, chart }) {
          state.writable(sheet);
          state.charts.deleted(sheet, chart);
          chart.remove();
        },
        SetData(object, source, by) {
          if (!isRangeObject(source)) throw hostErrors.invalidArgument();
          const [first] = seriesOf(object);
          const type = first ? typeOf(first) : "ColumnClustered";
          change(object, () => fill(object, source.range, source.sheet, type, by));
        },
        SetPosition({ sheet, chart }, start, end) {
          const first = toRange(state, sheet, start);
          const last = end === undefined || end === null ? null : toRange(state, sheet, end);
          if (first.sheet !== sheet || (last && last.sheet !== sheet)) throw hostErrors.invalidArgument();
          state.writable(sheet);
          chart.setPlace(placeOfBox(sheet, first.range, last?.range ?? null, boxOfPlace(sheet, chart)));
        },
      },
      events: {
        ActivatedEvent: ({ chart }) => ({ type: CHART_EVENT.activated, target: chart.path }),
        DeactivatedEvent: ({ chart }) => ({ type: CHART_EVENT.deactivated, target: chart.path }),
      },
    }),
    ChartAreaFormat: hostClass<PartObject>({
      get: { RoundedCorners: ({ chart }) => isOn(valueAt(chart.root, "roundedCorners"), true) },
      set: {
        RoundedCorners: (object, value) =>
          change(object, () => setValueAt(object.chart.root, "roundedCorners", booleanArgument(value))),
      },
      nav: { Border: lookOf("ChartBorder"), Fill: lookOf("ChartFill"), Font: lookOf("ChartFont") },
    }),
    ChartPlotArea: hostClass<PartObject>({ nav: { Format: lookOf("ChartPlotAreaFormat") } }),
    ChartPlotAreaFormat: hostClass<PartObject>({ nav: { Border: lookOf("ChartBorder"), Fill: lookOf("ChartFill") } }),
    ...chartSeriesClasses(state),
    ...chartAxisClasses(state),
    ...chartLabelClasses(state),
    ...chartLookClasses(state),
  };
}

/** With a title or without; a new one has the overlay that Excel writes. */
function setTitle(object: ChartObject, isThere: boolean): XmlNode {
  const chart = chartElement(object);
  if (!isThere) chart.remove("title");
  setValueAt(chart, "autoTitleDeleted", !isThere);
  const known = chart.find("title");
  if (known || !isThere) return known ?? chart;
  const title = need(chart, "title");
  setValueAt(title, "overlay", false);
  return title;
}
