// A chart while the add-in says what it is, one property at a time: written to the sheet once the request has ended.
import type { ChartPlan, ChartSeries, GridRange } from "../../core/workbook-port";

export type ColumnType = "ColumnClustered" | "ColumnStacked";
export type SeriesType = ColumnType | "LineMarkers";

export interface DraftSeries {
  name: string;
  type: SeriesType;
  values: GridRange | null;
  categories: GridRange | null;
  fill: string | null;
  line: string | null;
  marker: string | null;
  isLineDrawn: boolean;
}

export interface ChartDraft {
  /** Under which the sheet has it; null for a new one. */
  readonly original: string | null;
  name: string;
  type: ColumnType;
  title: string;
  series: DraftSeries[];
  valueFormat: string;
  minimum: number | null;
  place: GridRange | null;
  legend: string | null;
}

export function newSeries(name: string, type: SeriesType, values: GridRange | null): DraftSeries {
  return { name, type, values, categories: null, fill: null, line: null, marker: null, isLineDrawn: true };
}

export function newDraft(name: string, type: ColumnType, values: GridRange): ChartDraft {
  const series = [newSeries("", type, values)];
  const chosen = { valueFormat: "General", minimum: null, place: null, legend: null };
  return { original: null, name, type, title: "", series, ...chosen };
}

export function draftOfPlan(plan: ChartPlan): ChartDraft {
  const type = plan.isStacked ? "ColumnStacked" : "ColumnClustered";
  const { name, title, valueFormat, minimum, place, categories } = plan;
  const series = plan.series.map(({ kind, color, ...each }): DraftSeries => ({
    ...newSeries(each.name, kind === "columns" ? type : "LineMarkers", each.values),
    categories,
    fill: kind === "columns" ? color : null,
    line: kind === "line" ? color : null,
    marker: kind === "marks" ? color : null,
    isLineDrawn: kind !== "marks",
  }));
  return { original: name, name, type, title, series, valueFormat, minimum, place, legend: "Bottom" };
}

/** The plan, or what the add-in left unsaid. */
export function planOfDraft(draft: ChartDraft): ChartPlan | string {
  const { name, type, title, valueFormat, minimum, place, legend } = draft;
  const [first] = draft.series;
  const categories = first?.categories;
  if (!categories || !place || title === "" || legend !== "Bottom") return `the chart ${name} is not said whole`;
  const series: ChartSeries[] = [];
  for (const each of draft.series) {
    const kind = each.type === "LineMarkers" ? (each.isLineDrawn ? "line" : "marks") : "columns";
    const color = { columns: each.fill, line: each.line, marks: each.marker }[kind];
    if (!each.values || !color || !sameRange(each.categories, categories) || (kind === "columns" && each.type !== type))
      return `the series ${each.name} of the chart ${name} is not said whole`;
    series.push({ name: each.name, values: each.values, color, kind });
  }
  return { name, title, isStacked: type === "ColumnStacked", categories, series, valueFormat, minimum, place };
}

function sameRange(a: GridRange | null, b: GridRange): boolean {
  return a !== null && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
