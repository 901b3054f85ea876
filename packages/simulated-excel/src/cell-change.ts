// What the listeners of changed cells are told: which kind of change, which way other cells moved, what one cell held before and holds now.
import type { CellValue, GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCount, columnCount, rowCount } from "./address";
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import { readValueAt, typeOf } from "./cell-value";

/** Excel.DataChangeType, of what is simulated. */
export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export interface CellChange {
  /** "RangeEdited" unless it is said. */
  readonly changeType?: ChangeType;
  /** Where the tables of these cells are told otherwise than the sheet. */
  readonly tableChange?: ChangeType;
  /** Where the cells beside these went, as the client names it. */
  readonly shiftDirection?: "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";
  /** What the one cell held: undefined of several cells. */
  readonly before?: CellValue | undefined;
}

/** The change told of when rows or columns came or went, or cells with which others moved. */
export function shiftChange(range: GridRange, isInserted: boolean, isVertical: boolean): CellChange {
  const what =
    columnCount(range) > LAST_COLUMN && isVertical
      ? "Row"
      : rowCount(range) > LAST_ROW && !isVertical
        ? "Column"
        : "Cell";
  const direction = isInserted ? (isVertical ? "Down" : "Right") : isVertical ? "Up" : "Left";
  return {
    changeType: `${what}${isInserted ? "Inserted" : "Deleted"}`,
    shiftDirection: `ShiftCell${direction}`,
  };
}

/** To be asked before it is written; undefined of several cells, of which Excel tells no values. */
export function valueBefore(sheet: SheetModel, range: GridRange): CellValue | undefined {
  return cellCount(range) === 1 ? sheet.content(range.top, range.left).value : undefined;
}

/** Answers what to ask once the formulas are computed. */
export function changedValues(
  sheet: SheetModel,
  { top, left }: GridRange,
  before: CellValue | undefined,
): () => object {
  if (before === undefined) return () => ({});
  const { formula, value } = sheet.content(top, left);
  return () => {
    const after = formula === null ? value : readValueAt(sheet, top, left);
    return {
      valueBefore: before ?? "",
      valueAfter: after ?? "",
      valueTypeBefore: typeOf(before),
      valueTypeAfter: typeOf(after),
    };
  };
}
