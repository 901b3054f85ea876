// What the dossier leaves aside: number formats, what is hidden or covered by another cell, and cells beside the amounts.
import { addUnder } from "../../domain/group-by";
import type { CellRef } from "xlsx-model/cell-ref";
import { isDateFormat } from "../../domain/values/parse-nombre";
import type { RawBlock, RawSheet, RawWorkbook } from "../../workbook-port";
import type { CellValue, GridRange } from "xlsx-model/plan";

/** A formula would stay a text in such a cell, or show a date. */
export const isUnfitFormat = (numberFormat: string): boolean => numberFormat === "@" || isDateFormat(numberFormat);

interface IndexedSheet {
  readonly sheet: RawSheet;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** By each row that they touch. */
  readonly merges: ReadonlyMap<number, readonly GridRange[]>;
}

export class RawCells {
  private readonly sheets: ReadonlyMap<string, IndexedSheet>;

  constructor({ sheets }: RawWorkbook) {
    this.sheets = new Map(
      sheets.map((sheet) => [
        sheet.name,
        {
          sheet,
          hiddenRows: new Set(sheet.hiddenRows),
          hiddenColumns: new Set(sheet.hiddenColumns),
          merges: indexMerges(sheet),
        },
      ]),
    );
  }

  numberFormat(ref: CellRef): string {
    return this.find(ref, ({ numberFormats }) => numberFormats) ?? "General";
  }

  formula(ref: CellRef): string | null {
    return this.find(ref, ({ formulas }) => formulas) ?? null;
  }

  /** "" for a cell that holds no text. */
  text(ref: CellRef): string {
    const value = this.value(ref);
    return typeof value === "string" ? value : "";
  }

  number(ref: CellRef): number | null {
    const value = this.value(ref);
    return typeof value === "number" ? value : null;
  }

  isEmpty(ref: CellRef): boolean {
    const value = this.value(ref);
    return value === null || value === "";
  }

  value(ref: CellRef): CellValue {
    return this.find(ref, ({ values }) => values) ?? null;
  }

  /** The text that stands furthest left in the row. */
  firstText(sheet: string, row: number): string | null {
    for (const block of this.sheets.get(sheet)?.sheet.blocks ?? []) {
      const text = block.values[row - block.row]?.find((value) => typeof value === "string" && value.trim() !== "");
      if (typeof text === "string") return text;
    }
    return null;
  }

  private find<T>(ref: CellRef, grid: (block: RawBlock) => readonly (readonly T[])[]): T | undefined {
    for (const block of this.sheets.get(ref.sheet)?.sheet.blocks ?? []) {
      const found = grid(block)[ref.row - block.row]?.[ref.column - block.column];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  isHidden({ sheet, row, column }: CellRef): boolean {
    const indexed = this.sheets.get(sheet);
    return (indexed?.hiddenRows.has(row) ?? false) || (indexed?.hiddenColumns.has(column) ?? false);
  }

  /** Within a merged area, only the first cell shows what it holds. */
  isCovered({ sheet, row, column }: CellRef): boolean {
    const contains = ({ top, left, right }: GridRange): boolean =>
      column >= left && column <= right && (row !== top || column !== left);
    return this.sheets.get(sheet)?.merges.get(row)?.some(contains) ?? false;
  }
}

/** A taller merged area is no place for a total. */
const TALLEST = 1_000;

function indexMerges({ merges = [] }: RawSheet): ReadonlyMap<number, readonly GridRange[]> {
  const byRow = new Map<number, GridRange[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + TALLEST); row += 1) addUnder(byRow, row, merge);
  }
  return byRow;
}
