// The rows and columns of a sheet: their sizes, what is hidden or filtered, which cells are merged.
import { LAST_ROW } from "../../core/domain/cell-ref";
import type { GridRange } from "../../core/workbook-port";
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
import type { SheetPart } from "./sheet-part";

export abstract class SheetDimensions {
  abstract readonly part: SheetPart;
  private columnCache: { readonly xml: string | undefined; readonly runs: readonly ColumnRun[] } | null = null;

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
    if (points === this.rowHeight(row)) return;
    const on = points === null ? null : "1";
    this.part.grid.setRowAttributes(row, { ht: points === null ? null : String(points), customHeight: on });
  }
  rowHeights(first: number, last: number): (number | null)[] {
    const known = this.part.grid.knownRows(first, last).map((row) => this.rowHeight(row));
    return [...new Set(known.length > last - first ? known : [...known, defaultRowHeight(this.part.frame)])];
  }
  setRowHeights(first: number, last: number, points: number | null): void {
    const isForAll = first === 0 && last === LAST_ROW;
    if (isForAll) setDefaultRowHeight(this.part.frame, points);
    const grid = this.part.grid;
    const rows = points === null || isForAll ? grid.knownRows(first, last) : null;
    for (const row of rows ?? []) this.setRowHeight(row, isForAll ? null : points);
    for (let row = first; rows === null && row <= last; row++) this.setRowHeight(row, points);
  }
  isRowHidden(row: number): boolean {
    return isTrue(this.part.grid.rowAttributes(row).get("hidden"));
  }
  describedRows(top: number, bottom: number): Iterable<number> {
    return this.part.grid.rowsWithin(top, bottom, false);
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
  setRowHidden(row: number, isHidden: boolean): void {
    if (isHidden !== this.isRowHidden(row)) this.part.grid.setRowAttributes(row, { hidden: isHidden ? "1" : null });
  }
  setColumnHidden(column: number, isHidden: boolean, last = column): void {
    setColumns(this.part.frame, column, last, { hidden: isHidden ? "1" : null });
  }
  removeFilter(): void {
    dropFilter(this.part.frame);
    showRows(this.part.grid);
  }

  protected run(column: number): ColumnRun | undefined {
    const xml = this.part.frame.find("cols")?.xml;
    if (this.columnCache?.xml !== xml || !this.columnCache)
      this.columnCache = { xml, runs: readColumns(this.part.frame) };
    return columnRun(this.columnCache.runs, column);
  }
}
