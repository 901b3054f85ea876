// Which rows and columns are hidden: asked for beside the cells, in the same request.
import type { RawBlock, RawSheet } from "../core/workbook-port";
import type { GridRange } from "xlsx-model/plan";

/** So many rows of a sheet are asked for: each takes about 20 bytes of the answer, and no table stands further down. */
const MOST_ROWS = 30_000;

export interface Hidden {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

export interface AskedHidden {
  readonly top: number;
  readonly left: number;
  /** Null below the rows that are asked for. */
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

export const noHidden = (): Hidden => ({ rows: new Set(), columns: new Set() });

// Asked of the area and not of what is used in it: an empty area has no used range that could answer.
export function askHidden(sheet: Excel.Worksheet, { top, left, bottom, right }: GridRange): AskedHidden {
  const last = Math.min(bottom, MOST_ROWS - 1);
  const rows = last < top ? null : sheet.getRangeByIndexes(top, left, last - top + 1, 1).untrack();
  const columns = sheet.getRangeByIndexes(top, left, 1, right - left + 1).untrack();
  return {
    top,
    left,
    rows: rows && rows.getRowProperties({ rowHidden: true }),
    columns: columns.getColumnProperties({ columnHidden: true }),
  };
}

export function noteHidden(asked: AskedHidden, hidden: Hidden): void {
  for (const [index, { rowHidden }] of asked.rows?.value.entries() ?? [])
    if (rowHidden) hidden.rows.add(asked.top + index);
  for (const [index, { columnHidden }] of asked.columns.value.entries()) {
    if (columnHidden) hidden.columns.add(asked.left + index);
  }
}

/** The hidden rows and columns that lie within the blocks, in order. */
export function hiddenWithin(
  blocks: readonly RawBlock[],
  { rows, columns }: Hidden,
): Pick<RawSheet, "hiddenRows" | "hiddenColumns"> {
  const keep = (numbers: ReadonlySet<number>, spans: readonly (readonly [first: number, length: number])[]) =>
    [...numbers]
      .filter((number) => spans.some(([first, length]) => number >= first && number < first + length))
      .sort((a, b) => a - b);
  return {
    hiddenRows: keep(
      rows,
      blocks.map(({ row, values }) => [row, values.length]),
    ),
    hiddenColumns: keep(
      columns,
      blocks.map(({ column, values }) => [column, values[0]?.length ?? 0]),
    ),
  };
}
