// Turns the cells of a drawn part of the sheet into what the grid shows.
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCss } from "./cell-css";
import type { DrawnChart } from "./chart-picture";
import { chartFigures, chartScale } from "./chart-scale";
import { contains, type ConditionalLook } from "./conditional";
import { defaultAlignment, displayValue } from "./display";
import type { CellView } from "./cell-view";
import type { Position } from "./keys";
import { spansOf, type Span } from "./merges";
import type { Track } from "./track";

export interface SheetScene {
  readonly sheet: SheetModel;
  readonly look: ConditionalLook;
  readonly rows: Track;
  readonly columns: Track;
  /** By the cell in which each begins: "4/0". */
  readonly charts: ReadonlyMap<string, ChartPlan>;
  readonly active: Position;
  readonly selection: GridRange;
  readonly marked: readonly GridRange[];
  readonly draft: string | null;
}

export interface RowView {
  readonly row: number;
  readonly cells: readonly CellView[];
}

const SINGLE = { rowSpan: 1, colSpan: 1 };

export function rowViews(scene: SheetScene, rows: readonly number[], columns: readonly number[]): readonly RowView[] {
  const spans = spansOf(scene.sheet.merges, { rows, columns });
  return rows.map((row) => ({
    row,
    cells: columns.flatMap((column) => {
      const span = spans.get(`${row}/${column}`);
      return span === null ? [] : [cellView(scene, span ?? { row, column, ...SINGLE }, span !== undefined, columns)];
    }),
  }));
}

function cellView(scene: SheetScene, span: Span, isMerged: boolean, columns: readonly number[]): CellView {
  const { row, column, rowSpan, colSpan } = span;
  const { sheet, active, selection } = scene;
  const content = sheet.content(row, column);
  const style = sheet.style(row, column);
  const look = scene.look(row, column);
  const align = defaultAlignment(content.value);
  const isActive = active.row === row && active.column === column;
  const runsOver =
    typeof content.value === "string" && !isMerged && style.wrap !== true && (style.horizontal ?? align) === "left";
  return {
    row,
    column,
    rowSpan,
    colSpan,
    content,
    text: displayValue(content.value, style.numberFormat),
    css: cellCss(style, look, align),
    isHighlighted: look.border !== undefined,
    isMarked: scene.marked.some((range) => contains(range, row, column)),
    chart: drawnChart(scene, row, column),
    overflow: runsOver ? overflowWidth(scene, row, column, columns) : null,
    isActive,
    isSelected: isActive || contains(selection, row, column),
    draft: isActive ? scene.draft : null,
  };
}

/** The charts that a plan could describe too. */
export function chartsByCell(sheet: SheetModel): ReadonlyMap<string, ChartPlan> {
  const plans = sheet.charts.flatMap(({ plan }) => plan ?? []);
  return new Map(plans.map((plan) => [`${plan.place.top}/${plan.place.left}`, plan]));
}

function drawnChart({ sheet, rows, columns, charts }: SheetScene, row: number, column: number): DrawnChart | null {
  const plan = charts.get(`${row}/${column}`);
  if (!plan) return null;
  const { top, left, bottom, right } = plan.place;
  const figures = chartFigures(sheet, plan);
  const width = columns.offset(right + 1) - columns.offset(left);
  const height = rows.offset(bottom + 1) - rows.offset(top);
  return { plan, figures, scale: chartScale(plan, figures), width, height };
}

/** Up to the next cell with content. */
function overflowWidth(scene: SheetScene, row: number, column: number, columns: readonly number[]): number | null {
  const padding = 6;
  let width = scene.columns.size(column) - padding;
  const own = width;
  for (const next of columns) {
    if (next <= column) continue;
    if (scene.sheet.content(row, next).value !== null) break;
    width += scene.columns.size(next);
  }
  return width === own ? null : width;
}
