// Puts the charts of a plan on its sheet: those of an earlier run are changed where they stand, the agent's own stay.
import type { ChartPlan, ChartSeries, GridRange } from "xlsx-model/plan";
import { CHART_LOOK } from "xlsx-model/charts/chart-look";
import { isOurChart } from "../core/sheets/parts/marks";
import type { RequestBudget } from "./request-budget";

/** A chart that stands on a sheet of ours. */
export interface KnownChart {
  readonly name: string;
  /** What each of its series is drawn as, in Excel's words. */
  readonly types: readonly string[];
}

const BYTES_PER_CHART = 15_000;
const BYTES_PER_SERIES = 10_000;
const BYTES_PER_REMOVAL = 500;
const TYPES = { columns: { true: "ColumnStacked", false: "ColumnClustered" }, line: "LineMarkers" } as const;

/** To be asked for with the cells of our own sheets: what is to be known of charts before they are written again. */
export function loadCharts(sheet: Excel.Worksheet): Excel.ChartCollection {
  const { charts } = sheet;
  charts.load({ name: true, series: { chartType: true } });
  return charts;
}

export function knownCharts(charts: Excel.ChartCollection): readonly KnownChart[] {
  return charts.items.map(({ name, series }) => ({ name, types: typesOf(series) }));
}

export const typesOf = ({ items }: Excel.ChartSeriesCollection): readonly string[] =>
  items.map(({ chartType }) => chartType);

const typeOf = (kind: ChartSeries["kind"], isStacked: boolean) =>
  kind === "columns" ? TYPES.columns[`${isStacked}`] : TYPES.line;

/** Whether a chart that stands there draws its series as planned: given another type, Excel forgets the marks of a series. */
export const isDrawnAs = ({ types }: KnownChart, { series, isStacked }: ChartPlan): boolean =>
  types.length === series.length && series.every(({ kind }, index) => types[index] === typeOf(kind, isStacked));

/** `key` is the sheet's id or name; its cells are written already. */
export async function writeCharts(
  budget: RequestBudget,
  key: string,
  plans: readonly ChartPlan[],
  known: readonly KnownChart[],
): Promise<void> {
  const planned = new Set(plans.map(({ name }) => name.toLowerCase()));
  for (const { name } of known.filter(({ name }) => isOurChart(name) && !planned.has(name.toLowerCase()))) {
    await budget.reserve(BYTES_PER_REMOVAL);
    budget.context.workbook.worksheets.getItem(key).charts.getItem(name).delete();
  }
  for (const plan of plans) {
    // A chart is said within one request: Excel never shows it half-made.
    await budget.reserve(BYTES_PER_CHART + BYTES_PER_SERIES * plan.series.length);
    const sheet = budget.context.workbook.worksheets.getItem(key);
    const existing = known.find(({ name }) => name.toLowerCase() === plan.name.toLowerCase());
    writeChart(sheet, plan, existing?.types ?? null);
  }
}

/** `types` are those of the series that the chart of that name has; null when there is no such chart. */
function writeChart(sheet: Excel.Worksheet, plan: ChartPlan, types: readonly string[] | null): void {
  const rangeOf = ({ top, left, bottom, right }: GridRange) =>
    sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
  const [first] = plan.series;
  if (!first) throw new RangeError(`The chart ${plan.name} has no series.`);
  const type = TYPES.columns[`${plan.isStacked}`];
  const isRow = first.values.bottom === first.values.top;
  // From one row or column of figures Excel makes one series, whatever stands beside it.
  const chart =
    types === null
      ? sheet.charts.add(type, rangeOf(first.values), isRow ? "Rows" : "Columns")
      : sheet.charts.getItem(plan.name);
  const count = types?.length ?? 1;
  if (types === null) chart.name = plan.name;
  for (let index = count - 1; index >= plan.series.length; index -= 1) chart.series.getItemAt(index).delete();
  for (const [index, each] of plan.series.entries()) {
    const written = index < count ? chart.series.getItemAt(index) : chart.series.add(each.name);
    written.name = each.name;
    written.setValues(rangeOf(each.values));
    written.setXAxisValues(rangeOf(plan.categories));
    const type = typeOf(each.kind, plan.isStacked);
    if (types?.[index] !== type) written.chartType = type;
    dressSeries(written, each, plan.isStacked);
  }
  dressChart(chart, plan);
  const { top, left, bottom, right } = plan.place;
  chart.setPosition(
    rangeOf({ top, left, bottom: top, right: left }),
    rangeOf({ top: bottom, left: right, bottom, right }),
  );
}

function dressSeries(series: Excel.ChartSeries, { kind, color }: ChartSeries, isStacked: boolean): void {
  const { fill, line } = series.format;
  switch (kind) {
    case "columns":
      series.gapWidth = CHART_LOOK.gapWidth;
      series.overlap = isStacked ? 100 : 0;
      fill.setSolidColor(color);
      line.lineStyle = Excel.ChartLineStyle.continuous;
      line.color = CHART_LOOK.outline;
      line.weight = CHART_LOOK.outlineWidth;
      break;
    case "line":
      line.lineStyle = Excel.ChartLineStyle.continuous;
      line.color = color;
      line.weight = CHART_LOOK.lineWidth;
      dressMarker(series, color, CHART_LOOK.pointSize);
      break;
    case "marks":
      line.lineStyle = Excel.ChartLineStyle.none;
      dressMarker(series, color, CHART_LOOK.markSize);
  }
}

function dressMarker(series: Excel.ChartSeries, color: string, size: number): void {
  series.markerSize = size;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = CHART_LOOK.outline;
}

const MARKERS = { line: "Circle", marks: "Dash" } as const;

/** Apart: Excel on the web and on iPad refuses it (office-js#1729). */
export function styleMarkers(sheet: Excel.Worksheet, { name, series }: ChartPlan): void {
  const chart = sheet.charts.getItem(name);
  for (const [index, { kind }] of series.entries()) {
    if (kind !== "columns") chart.series.getItemAt(index).markerStyle = MARKERS[kind];
  }
}

function dressChart(chart: Excel.Chart, { title, valueFormat, minimum }: ChartPlan): void {
  chart.format.font.size = CHART_LOOK.textSize;
  chart.format.font.color = CHART_LOOK.text;
  chart.title.text = title;
  chart.title.format.font.size = CHART_LOOK.titleSize;
  chart.title.format.font.bold = true;
  chart.legend.visible = true;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  const { valueAxis } = chart.axes;
  valueAxis.numberFormat = valueFormat;
  // An empty text gives the choice back to Excel.
  valueAxis.minimum = minimum ?? "";
  valueAxis.majorGridlines.format.line.color = CHART_LOOK.grid;
}
