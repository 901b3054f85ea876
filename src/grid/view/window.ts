// Which rows and columns to draw: the frozen rows, and those that the viewport shows with some to spare.
import type { SheetTracks } from "./sheet-tracks";
import type { Viewport } from "./use-viewport";

// Small sheets are drawn whole: their rows may then grow with their texts without any jump.
const DRAWN_WHOLE = 150;
const SPARE = 12;

export interface DrawnParts {
  readonly frozen: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Pixels that stand for the rows and columns that are not drawn. */
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly after: number;
}

export function drawnParts({ rows, columns }: SheetTracks, frozenRows: number, viewport: Viewport): DrawnParts {
  const frozenHeight = rows.offset(frozenRows);
  const [firstRow, lastRow] =
    rows.count <= DRAWN_WHOLE
      ? [frozenRows, rows.count - 1]
      : [
          Math.max(frozenRows, rows.indexAt(viewport.top + frozenHeight) - SPARE),
          rows.indexAt(viewport.top + viewport.height) + SPARE,
        ];
  const [firstColumn, lastColumn] =
    columns.count <= DRAWN_WHOLE / 2
      ? [0, columns.count - 1]
      : [columns.indexAt(viewport.left) - SPARE, columns.indexAt(viewport.left + viewport.width) + SPARE];
  return {
    frozen: rows.shown(0, frozenRows - 1),
    rows: rows.shown(firstRow, lastRow),
    columns: columns.shown(firstColumn, lastColumn),
    above: rows.offset(firstRow) - frozenHeight,
    below: rows.offset(rows.count) - rows.offset(lastRow + 1),
    before: columns.offset(firstColumn),
    after: columns.offset(columns.count) - columns.offset(lastColumn + 1),
  };
}
