// Which cells of a window stand for a merged range, and over how many rows and columns they stretch there.
import type { GridRange } from "xlsx-model/plan";

export interface Span {
  /** The cell that holds the content, possibly outside the window. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** The part of a sheet that is drawn in one piece. */
export interface GridWindow {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** "row/column" → the span that starts there in the window, or null for a cell that a span covers. */
export function spansOf(merges: readonly GridRange[], window: GridWindow): ReadonlyMap<string, Span | null> {
  const spans = new Map<string, Span | null>();
  for (const merge of merges) {
    const rows = window.rows.filter((row) => row >= merge.top && row <= merge.bottom);
    const columns = window.columns.filter((column) => column >= merge.left && column <= merge.right);
    for (const row of rows) for (const column of columns) spans.set(`${row}/${column}`, null);
    if (rows[0] === undefined || columns[0] === undefined) continue;
    const span = { row: merge.top, column: merge.left, rowSpan: rows.length, colSpan: columns.length };
    spans.set(`${rows[0]}/${columns[0]}`, span);
  }
  return spans;
}
