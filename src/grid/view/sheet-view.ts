// What the grid shows of a sheet at one moment, and what a person can ask of it.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { Position } from "./keys";

export interface GridActions {
  select(row: number, column: number): void;
  /** From the active cell, which stays the active one, to this one. */
  extend(row: number, column: number): void;
  startEditing(draft: string): void;
  commit(text: string, then: "stay" | "down" | "right"): void;
  cancel(): void;
  /** Empties the selected cells. */
  clear(): void;
  /** Answers the text of the selected cells. */
  copy(): string;
  paste(text: string): void;
  undo(): void;
  redo(): void;
  /** Goes where a HYPERLINK formula points within the workbook. */
  follow(formula: string): void;
}

/** The active sheet at one moment: another object each time that the workbook may have changed. */
export interface SheetView {
  readonly sheet: SheetModel;
  readonly selection: GridRange;
  /** Within the selection: the one that is typed into. */
  readonly active: Position;
  /** The text of the cell being edited. */
  readonly draft: string | null;
}
