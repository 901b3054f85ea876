// The rows and columns of a sheet: their sizes, what is hidden or filtered, which cells are merged.
import { LAST_ROW } from "../cell-ref";
import type { GridRange } from "../plan";
import { isTrue } from "../xml/parse-xml";
import {
  charactersFromWidth,
  columnRun,
  readColumns,
  setColumns,
  widthFromCharacters,
  type ColumnRun,
} from "./columns";
import { defaultRowHeight, setDefaultRowHeight } from "./default-row-height";
import { addMerges, readMerges, removeMerges } from "./merges";
import { dropFilter, filteredRange, hasFilter, setFilter, showRows } from "./sheet-filter";
import type { RowSpan } from "./row-spans";
import type { SheetPart } from "./sheet-part";

export abstract class SheetDimensions {
  abstract readonly part: SheetPart;

  get merges(): readonly GridRange[] {
    return readMerges(this.part.frame);
  }
  merge(...ranges: readonly GridRange[]): void {
    addMerges(this.part.frame, ranges);
  }
  unmerge(range: GridRange): void {
    removeMerges(this.part.frame, [range]);
  }

  columnWidth(column: number): number | null {
    const width = this.run(column)?.attributes.get("width");
    return width === undefined ? null : charactersFromWidth(Number(width));
  }
  setColumnWidth(column: number, characters: number | null, last = column): void {
    const width = characters === null ? null : String(widthFromCharacters(characters));
    setColumns(this.part.frame, column, last, { width, customWidth: width === null ? null : "1" });
  }
  isColumnHidden(column: number): boolean {
    return isTrue(this.run(column)?.attributes.get("hidden"));
  }

  rowHeight(row: number): number | null {
    const height = this.part.grid.rowAttributes(row).get("ht");
    return height === undefined ? defaultRowHeight(this.part.frame) : Number(height);
  }
  setRowHeight(row: number, points: number | null): void {
    this.setRowHeights(row, row, points);
  }
  rowHeights(first: number, last: number): (number | null)[] {
    return this.ofRows(first, last, (row) => this.rowHeight(row), defaultRowHeight(this.part.frame));
  }
  setRowHeights(first: number, last: number, points: number | null): void {
    if (first === 0 && last === LAST_ROW) setDefaultRowHeight(this.part.frame, points);
    const said = points === defaultRowHeight(this.part.frame) ? null : points;
    const on = said === null ? null : "1";
    this.part.grid.setRowAttributes(first, last, { ht: said === null ? null : String(said), customHeight: on });
  }
  isRowHidden(row: number): boolean {
    return isTrue(this.part.grid.rowAttribute(row, "hidden"));
  }
  areRowsHidden(first: number, last: number): boolean[] {
    return this.ofRows(first, last, (row) => this.isRowHidden(row), false);
  }
  describedRows(top: number, bottom: number): readonly RowSpan[] {
    return this.part.grid.describedRows(top, bottom);
  }
  filledRows(top: number, bottom: number): Iterable<number> {
    return this.part.grid.rowsWithin(top, bottom, true);
  }
  showRows(): void {
    showRows(this.part.grid);
  }
  get isFiltered(): boolean {
    return hasFilter(this.part.frame);
  }
  get filteredRange(): GridRange | null {
    return filteredRange(this.part.frame);
  }
  get isFilteredByValue(): boolean {
    return (this.part.frame.tree("autoFilter")?.children.length ?? 0) > 0;
  }
  setFilter(range: GridRange): void {
    setFilter(this.part.frame, range);
  }
  setRowHidden(row: number, isHidden: boolean, last = row): void {
    this.part.grid.setRowAttributes(row, last, { hidden: isHidden ? "1" : null });
  }
  setColumnHidden(column: number, isHidden: boolean, last = column): void {
    setColumns(this.part.frame, column, last, { hidden: isHidden ? "1" : null });
  }
  removeFilter(): void {
    dropFilter(this.part.frame);
    showRows(this.part.grid);
  }

  /** Rows that answer alike are told once; `plain` is the answer for a row that the sheet says nothing of. */
  private ofRows<T>(first: number, last: number, read: (row: number) => T, plain: T): T[] {
    const described = this.describedRows(first, last);
    const count = described.reduce((sum, rows) => sum + rows.last - rows.first + 1, 0);
    const known = described.map((rows) => read(rows.first));
    return [...new Set(count > last - first ? known : [...known, plain])];
  }

  protected run(column: number): ColumnRun | undefined {
    return columnRun(readColumns(this.part.frame), column);
  }
}
