// Turns the cells of a drawn part of the sheet into what the grid shows.
import type { GridRange } from "../../core/workbook-port";
import type { SheetModel } from "../../files/workbook-model";
import { cellCss } from "./cell-css";
import { contains, type ConditionalLook } from "./conditional";
import { defaultAlignment, displayValue } from "./display";
import type { CellView } from "./grid-cell";
import type { Position } from "./keys";
import { spansOf, type Span } from "./merges";
import type { Track } from "./track";

export interface SheetScene {
  readonly sheet: SheetModel;
  readonly look: ConditionalLook;
  readonly columns: Track;
  readonly active: Position;
  readonly selection: GridRange;
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
    overflow: runsOver ? overflowWidth(scene, row, column, columns) : null,
    isActive,
    isSelected: isActive || contains(selection, row, column),
    draft: isActive ? scene.draft : null,
  };
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
