// Charts against their plan: series, values, categories, kinds, texts, axis, colours, lines, marks and place.
import { isOurChart } from "../../core/sheets/parts/marks";
import { CHART_LOOK } from "xlsx-model/charts/chart-look";
import type { ChartPlan, ChartSeries, GridRange } from "xlsx-model/plan";
import { within, type Comparison, type Held } from "./comparison";

/** Excel may move a chart by a pixel or two to the edges of its cells. */
const TOLERANCE = 3;

const kindOf = (kind: ChartSeries["kind"], isStacked: boolean) =>
  kind === "columns" ? (isStacked ? "ColumnStacked" : "ColumnClustered") : "LineMarkers";

export async function compareCharts(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  plans: readonly ChartPlan[],
): Promise<void> {
  sheet.charts.load({ name: true });
  await sheet.context.sync();
  const there = sheet.charts.items.map((chart) => chart.name);
  const isNamed = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();
  for (const left of there.filter((chart) => isOurChart(chart) && !plans.some((plan) => isNamed(plan.name)(chart))))
    seen.see("Chart.delete", `${name}, ${left}`, true, false);
  for (const plan of plans) {
    const isThere = there.some(isNamed(plan.name));
    seen.see(there.length === 0 ? "ChartCollection.add" : "Chart.name", `${name}, ${plan.name}`, true, isThere);
    if (isThere) await compareChart(seen, sheet, `${name}, ${plan.title}`, plan);
  }
}

async function compareChart(seen: Comparison, sheet: Excel.Worksheet, where: string, plan: ChartPlan): Promise<void> {
  const chart = sheet.charts.getItem(plan.name);
  chart.load({ left: true, top: true, width: true, height: true });
  chart.title.load({ text: true });
  const titleFont = chart.title.format.font;
  titleFont.load({ size: true, bold: true });
  const { font } = chart.format;
  font.load({ size: true, color: true });
  chart.legend.load({ visible: true, position: true });
  const { valueAxis } = chart.axes;
  valueAxis.load({ numberFormat: true, minimum: true });
  const grid = valueAxis.majorGridlines.format.line;
  grid.load({ color: true });
  chart.series.load({ name: true });
  const place = rangeOf(sheet, plan.place);
  place.load({ left: true, top: true, width: true, height: true });
  await sheet.context.sync();

  seen.see("ChartTitle.text", where, plan.title, chart.title.text);
  seen.see("ChartFont.size", `${where}, titre`, CHART_LOOK.titleSize, titleFont.size);
  seen.see("ChartFont.bold", `${where}, titre`, true, titleFont.bold);
  seen.see("ChartFont.size", where, CHART_LOOK.textSize, font.size);
  seen.see("ChartFont.color", where, CHART_LOOK.text, font.color);
  seen.see("ChartLegend.visible", where, true, chart.legend.visible);
  seen.see("ChartLegend.position", where, "Bottom", chart.legend.position);
  seen.see("ChartAxis.numberFormat", where, plan.valueFormat, valueAxis.numberFormat);
  // Where none is given Excel tells of the one that it chose.
  if (plan.minimum !== null) seen.see("ChartAxis.minimum", where, plan.minimum, valueAxis.minimum);
  seen.see("ChartLineFormat.color", `${where}, quadrillage`, CHART_LOOK.grid, grid.color);
  const boxOf = ({ left, top, width, height }: Excel.Chart | Excel.Range) => [left, top, width, height];
  for (const [index, side] of ["left", "top", "width", "height"].entries())
    seen.see(
      "Chart.setPosition",
      `${where}, ${side}`,
      boxOf(place)[index] ?? 0,
      boxOf(chart)[index],
      within(TOLERANCE),
    );
  const count = chart.series.items.length;
  const member = count < plan.series.length ? "ChartSeriesCollection.add" : "ChartSeries.delete";
  seen.see(member, where, plan.series.length, count);
  for (const [index, series] of plan.series.entries())
    if (index < count) await compareSeries(seen, sheet, `${where}, ${series.name}`, plan, index);
}

async function compareSeries(
  seen: Comparison,
  sheet: Excel.Worksheet,
  where: string,
  { name, series, categories, isStacked }: ChartPlan,
  index: number,
): Promise<void> {
  const planned = series[index];
  if (!planned) return;
  const read = sheet.charts.getItem(name).series.getItemAt(index);
  const isColumns = planned.kind === "columns";
  read.load({
    name: true,
    chartType: true,
    ...(isColumns
      ? { gapWidth: true, overlap: true }
      : { markerSize: true, markerStyle: true, markerBackgroundColor: true, markerForegroundColor: true }),
  });
  const { line, fill } = read.format;
  line.load({ color: true, lineStyle: true, weight: true });
  // Excel tells the colour of a fill from ExcelApi 1.16 on.
  const canTellFill = isColumns && Office.context.requirements.isSetSupported("ExcelApi", "1.16");
  const color = canTellFill ? fill.getSolidColor() : null;
  await sheet.context.sync();
  seen.see("ChartSeries.name", where, planned.name, read.name);
  seen.see("ChartSeries.chartType", where, kindOf(planned.kind, isStacked), read.chartType);
  if (isColumns) {
    seen.see("ChartSeries.gapWidth", where, CHART_LOOK.gapWidth, read.gapWidth);
    seen.see("ChartSeries.overlap", where, isStacked ? 100 : 0, read.overlap);
    if (color) seen.see("ChartFill.setSolidColor", where, planned.color, color.value);
  } else {
    seen.see(
      "ChartSeries.markerSize",
      where,
      planned.kind === "line" ? CHART_LOOK.pointSize : CHART_LOOK.markSize,
      read.markerSize,
    );
    seen.see("ChartSeries.markerStyle", where, planned.kind === "line" ? "Circle" : "Dash", read.markerStyle);
    seen.see("ChartSeries.markerBackgroundColor", where, planned.color, read.markerBackgroundColor);
    seen.see("ChartSeries.markerForegroundColor", where, CHART_LOOK.outline, read.markerForegroundColor);
  }
  seen.see("ChartLineFormat.lineStyle", where, planned.kind === "marks" ? "None" : "Continuous", line.lineStyle);
  if (planned.kind !== "marks") {
    seen.see("ChartLineFormat.color", where, isColumns ? CHART_LOOK.outline : planned.color, line.color);
    seen.see("ChartLineFormat.weight", where, isColumns ? CHART_LOOK.outlineWidth : CHART_LOOK.lineWidth, line.weight);
  }
  await compareDimension(seen, sheet, where, read, ["Values", planned.values]);
  await compareDimension(seen, sheet, where, read, ["Categories", categories]);
}

/** What the series draws is what its cells hold. */
async function compareDimension(
  seen: Comparison,
  sheet: Excel.Worksheet,
  where: string,
  series: Excel.ChartSeries,
  [dimension, cells]: readonly ["Values" | "Categories", GridRange],
): Promise<void> {
  const range = rangeOf(sheet, cells);
  range.load({ values: true });
  await sheet.context.sync();
  const asTexts = (values: readonly unknown[]): Held => values.map(String);
  const member = dimension === "Values" ? "ChartSeries.setValues" : "ChartSeries.setXAxisValues";
  seen.see(member, where, asTexts(range.values.flat()), asTexts(await drawn(sheet, series, dimension)));
}

/** A series without source refuses to tell: what it says is then compared. */
async function drawn(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  dimension: "Values" | "Categories",
): Promise<readonly unknown[]> {
  const values = series.getDimensionValues(dimension);
  try {
    await sheet.context.sync();
    return values.value;
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    return [error.code];
  }
}

const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: GridRange): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
