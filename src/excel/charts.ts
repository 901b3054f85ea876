// Puts the charts of a plan on its sheet: those of an earlier run are changed where they stand, the agent's own stay.
import type { ChartPlan, ChartSeries, GridRange } from "xlsx-model/plan";
import { CHART_LOOK } from "xlsx-model/charts/chart-look";
import { isOurChart } from "../core/sheets/parts/marks";
import type { RequestBudget } from "./request-budget";

/** A chart that stands on a sheet of ours. */
export interface KnownChart {
  readonly name: string;
  readonly series: number;
}

const BYTES_PER_CHART = 15_000;
const BYTES_PER_SERIES = 10_000;
const BYTES_PER_REMOVAL = 500;
const TYPES = { columns: { true: "ColumnStacked", false: "ColumnClustered" }, line: "LineMarkers" } as const;

/** To be asked for with the cells of our own sheets: what is to be known of charts before they are written again. */
export function loadCharts(sheet: Excel.Worksheet): Excel.ChartCollection {
  const { charts } = sheet;
  charts.load({ name: true, series: { name: true } });
  return charts;
}

export function knownCharts(charts: Excel.ChartCollection): readonly KnownChart[] {
  return charts.items.map(({ name, series }) => ({ name, series: series.items.length }));
}

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
    writeChart(sheet, plan, existing?.series ?? null);
  }
}

/** `series` is how many the chart of that name has; null when there is no such chart. */
function writeChart(sheet: Excel.Worksheet, plan: ChartPlan, series: number | null): void {
  const rangeOf = ({ top, left, bottom, right }: GridRange) =>
    sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
  const [first] = plan.series;
  if (!first) throw new RangeError(`The chart ${plan.name} has no series.`);
  const type = TYPES.columns[`${plan.isStacked}`];
  const isRow = first.values.bottom === first.values.top;
  // From one row or column of figures Excel makes one series, whatever stands beside it.
  const chart =
    series === null
      ? sheet.charts.add(type, rangeOf(first.values), isRow ? "Rows" : "Columns")
      : sheet.charts.getItem(plan.name);
  const count = series ?? 1;
  if (series === null) chart.name = plan.name;
  else chart.chartType = type;
  for (let index = count - 1; index >= plan.series.length; index -= 1) chart.series.getItemAt(index).delete();
  for (const [index, each] of plan.series.entries()) {
    const written = index < count ? chart.series.getItemAt(index) : chart.series.add(each.name);
    written.name = each.name;
    written.setValues(rangeOf(each.values));
    written.setXAxisValues(rangeOf(plan.categories));
    dressSeries(written, each, type, plan.isStacked);
  }
  dressChart(chart, plan);
  const { top, left, bottom, right } = plan.place;
  chart.setPosition(
    rangeOf({ top, left, bottom: top, right: left }),
    rangeOf({ top: bottom, left: right, bottom, right }),
  );
}

function dressSeries(
  series: Excel.ChartSeries,
  { kind, color }: ChartSeries,
  columns: "ColumnStacked" | "ColumnClustered",
  isStacked: boolean,
): void {
  const { fill, line } = series.format;
  series.chartType = kind === "columns" ? columns : TYPES.line;
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
