// What a grid needs of the open workbook, which is a file of its own or stands behind a simulated Excel.
import type { CellStyle, GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";

/** What one cell is to hold. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** Left out to leave the cell's own. */
  readonly numberFormat?: string;
}

export interface Selection {
  readonly sheet: SheetModel;
  readonly range: GridRange;
}

export interface Desk {
  readonly model: WorkbookModel;
  readonly selection: Selection;
  select(sheet: SheetModel, range: GridRange): void;
  activate(sheet: SheetModel): void;
  /** The agent starts to type in a cell, and stops. */
  beginEdit(): void;
  endEdit(): void;
  /** The agent's own entries; ends once the formulas that depend on them are calculated. */
  enter(sheet: SheetModel, entries: readonly Entry[]): Promise<void>;
  /** Called after each change of cells, formats, sheets or selection; answers how to stop. */
  onChanged(listener: () => void): () => void;
}

/** The cell as it stands, to be put back. */
export function entryOf(sheet: SheetModel, row: number, column: number): Entry {
  const { numberFormat }: CellStyle = sheet.style(row, column);
  return { row, column, content: sheet.content(row, column), ...(numberFormat !== undefined && { numberFormat }) };
}
