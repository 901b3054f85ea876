// The figures that a chart shows, and the round steps of its value axis.
import type { CellValue, ChartPlan, GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";

export interface ChartFigures {
  readonly labels: readonly string[];
  /** Per series and category; null where the cell holds no figure. */
  readonly values: readonly (readonly (number | null)[])[];
}

export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

const MOST_TICKS = 7;

export function chartFigures(sheet: SheetModel, plan: ChartPlan): ChartFigures {
  return {
    labels: valuesOf(sheet, plan.categories).map((value) => String(value ?? "")),
    values: plan.series.map(({ values }) =>
      valuesOf(sheet, values).map((value) => (typeof value === "number" ? value : null)),
    ),
  };
}

function valuesOf(sheet: SheetModel, { top, left, bottom, right }: GridRange): CellValue[] {
  const values: CellValue[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) values.push(sheet.content(row, column).value);
  return values;
}

/** The scale of what is drawn: columns on each other reach higher than each of them. */
export function chartScale({ isStacked, series, minimum }: ChartPlan, { values, labels }: ChartFigures): Scale {
  const columns = values.filter((_, index) => series[index]?.kind === "columns");
  const stacks = labels.map((_, category) => columns.reduce((sum, each) => sum + (each[category] ?? 0), 0));
  const drawn = [...values.flat().filter((value) => value !== null), ...(isStacked ? stacks : [])];
  return roundScale(minimum ?? Math.min(0, ...drawn), Math.max(0, ...drawn));
}

export function roundScale(least: number, most: number): Scale {
  const extent = most - least || 1;
  const magnitude = 10 ** Math.floor(Math.log10(extent / MOST_TICKS));
  const step = [1, 2, 5, 10].map((each) => each * magnitude).find((each) => extent / each <= MOST_TICKS) ?? extent;
  const [first, last] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { least: first * step, most: last * step, ticks };
}
