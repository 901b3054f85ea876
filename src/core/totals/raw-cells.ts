// What the dossier leaves aside of a cell: its number format, whether it is hidden, and whether another cell covers it.
import type { CellRef } from "../domain/cell-ref";
import type { GridRange, RawSheet, RawWorkbook } from "../workbook-port";

interface IndexedSheet {
  readonly sheet: RawSheet;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export class RawCells {
  private readonly sheets: ReadonlyMap<string, IndexedSheet>;

  constructor({ sheets }: RawWorkbook) {
    this.sheets = new Map(
      sheets.map((sheet) => [
        sheet.name,
        { sheet, hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns) },
      ]),
    );
  }

  numberFormat(ref: CellRef): string {
    for (const { row, column, numberFormats } of this.sheets.get(ref.sheet)?.sheet.blocks ?? []) {
      const format = numberFormats[ref.row - row]?.[ref.column - column];
      if (format !== undefined) return format;
    }
    return "General";
  }

  isHidden({ sheet, row, column }: CellRef): boolean {
    const indexed = this.sheets.get(sheet);
    return (indexed?.hiddenRows.has(row) ?? false) || (indexed?.hiddenColumns.has(column) ?? false);
  }

  /** Within a merged area, only the first cell shows what it holds. */
  isCovered({ sheet, row, column }: CellRef): boolean {
    const contains = ({ top, left, bottom, right }: GridRange): boolean =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left);
    return this.sheets.get(sheet)?.sheet.merges?.some(contains) ?? false;
  }
}
