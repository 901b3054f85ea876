// The cells of one sheet over its text: rows are read when asked, and only changed rows are written again.
import { LAST_ROW } from "../cell-ref";
import { columnIndex } from "../local-cell";
import { lowerBound } from "../lower-bound";
import type { GridRange } from "../plan";
import { formatAttributes, openTagEnd, readAttributes } from "../xml/tags";
import { CellReader, isUsed, type Cell } from "./cell";
import { CellWriter } from "./cell-writer";
import { CellsOfRow } from "./cells-of-row";
import { EMPTY_ROW, RowIndex, STYLED_ROW, VALUED_ROW } from "./row-index";
import { RowSpans, type RowSpan } from "./row-spans";

/** They are kept one by one. */
const FEW_ROWS = 50;
/** Written as one text. */
const ROWS_A_PIECE = 1000;

interface Row {
  /** All attributes but the number, once the row is changed; null while the row is as the text has it. */
  attributes: Map<string, string> | null;
  readonly cells: CellsOfRow;
}

type ChangedRow = Row & { attributes: Map<string, string> };

const NO_CELLS = new CellsOfRow();

export type StringTable = (index: number) => string;

/** Runs a reader of the sheet's text, and says which part it was when that is malformed. */
export type Guard = <T>(read: () => T) => T;

export class CellGrid {
  private index: RowIndex;
  private readonly reader: CellReader;
  private readonly writer: CellWriter;
  private readonly rows = new Map<number, Row>();
  /** Rows that the text does not hold. */
  private readonly added = new Set<number>();
  private sortedAdded: number[] | null = [];
  /** The described rows that have no cells. */
  private spans = new RowSpans();
  changed = false;

  /** `text` between the offsets is the inside of the sheet's data. */
  constructor(
    private text: string,
    private readonly prefix: string,
    strings: StringTable,
    private readonly guard: Guard,
  ) {
    this.reader = new CellReader(prefix, strings);
    this.writer = new CellWriter(prefix);
    this.index = new RowIndex(text, 0, text.length, prefix);
  }

  cell(row: number, column: number): Cell | undefined {
    return this.row(row)?.cells.get(column);
  }

  /** To be looked at only. */
  cells(row: number): Pick<CellsOfRow, "size" | "forEach" | typeof Symbol.iterator> {
    return this.row(row)?.cells ?? NO_CELLS;
  }

  /** Replaces a cell; null removes it. */
  set(row: number, column: number, cell: Cell | null): void {
    const target = this.rowForChange(row);
    if (cell) target.cells.set(column, cell);
    else target.cells.delete(column);
  }

  rowAttributes(row: number): ReadonlyMap<string, string> {
    const changed = this.rows.get(row)?.attributes;
    if (changed) return changed;
    const at = this.index.find(row);
    if (at < 0) return this.spans.attributes(row) ?? new Map<string, string>();
    const start = this.index.start(at);
    return readAttributes(this.text.slice(start, openTagEnd(this.text, start)));
  }

  rowAttribute(row: number, name: string): string | undefined {
    return this.rowAttributes(row).get(name);
  }

  /** Changes attributes of rows, however many: rows that do not stand in the text are kept as one run. */
  setRowAttributes(first: number, last: number, changes: Readonly<Record<string, string | null>>): void {
    if (last - first < FEW_ROWS) {
      for (let row = first; row <= last; row += 1) this.describeRow(row, changes);
      return;
    }
    this.changed = true;
    let next = first;
    for (const row of this.knownRows(first, last)) {
      if (next < row) this.spans.change(next, row - 1, changes);
      next = row + 1;
      this.describeRow(row, changes);
    }
    if (next <= last) this.spans.change(next, last, changes);
  }

  private describeRow(row: number, changes: Readonly<Record<string, string | null>>): void {
    for (const name in changes) {
      const value = changes[name] ?? null;
      if ((this.rowAttribute(row, name) ?? null) === value) continue;
      const { attributes } = this.rowForChange(row);
      if (value === null) attributes.delete(name);
      else attributes.set(name, value);
    }
  }

  /** The one of that number. */
  setFormat(row: number, column: number, style: number): void {
    const { cells } = this.rowForChange(row);
    const cell = cells.get(column);
    if (!cell) cells.set(column, { style, value: null, formulaXml: "", xml: null, extra: "" });
    else {
      cell.style = style;
      cell.xml = null;
    }
  }

  /** Numbers of the rows that hold contents (or, not `valuesOnly`, formatted cells too), in order. */
  *rowsWithin(top: number, bottom: number, valuesOnly: boolean): Generator<number> {
    const added = this.sortedRows();
    let next = lowerBound(added, top);
    for (let at = this.index.lowerBound(top); at < this.index.length; at++) {
      const number = this.index.number(at);
      if (number > bottom) break;
      for (; next < added.length && (added[next] ?? 0) < number; next++) {
        const row = added[next] ?? 0;
        if (this.holds(row, valuesOnly)) yield row;
      }
      const kind = this.index.kind(at);
      const isHolding = this.isChanged(number)
        ? this.holds(number, valuesOnly)
        : kind === VALUED_ROW || (!valuesOnly && kind === STYLED_ROW);
      if (isHolding) yield number;
    }
    for (; next < added.length && (added[next] ?? 0) <= bottom; next++) {
      const row = added[next] ?? 0;
      if (this.holds(row, valuesOnly)) yield row;
    }
  }

  /** The rows that the part says anything of, empty ones too, in order. */
  describedRows(top: number, bottom: number): RowSpan[] {
    const rows = this.knownRows(top, bottom).map((row): RowSpan => ({ first: row, last: row }));
    const spans = this.spans.within(top, bottom);
    return spans.length === 0 ? rows : [...rows, ...spans].sort((one, other) => one.first - other.first);
  }

  /** The rows that are kept one by one, in order. */
  knownRows(top: number, bottom: number): number[] {
    const added = this.sortedRows();
    const rows = added.slice(lowerBound(added, top), lowerBound(added, bottom + 1));
    for (let at = this.index.lowerBound(top); at < this.index.length && this.index.number(at) <= bottom; at++)
      rows.push(this.index.number(at));
    return rows.sort((a, b) => a - b);
  }

  usedRange(within: GridRange, valuesOnly: boolean): GridRange | null {
    let [top, bottom, left, right] = [-1, -1, Infinity, -1];
    for (const row of this.rowsWithin(within.top, within.bottom, valuesOnly)) {
      const [first, last] = this.usedColumns(row, within.left, within.right, valuesOnly);
      if (last < 0) continue;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, first);
      right = Math.max(right, last);
    }
    return top < 0 ? null : { top, left, bottom, right };
  }

  /** Every cell with contents, row by row. */
  forEachCell(visit: (row: number, column: number, cell: Cell) => void): void {
    for (const row of [...this.rowsWithin(0, Infinity, true)])
      this.cells(row).forEach((cell, column) => visit(row, column, cell));
  }

  /** No row is left, and no row's height or format. */
  clear(): void {
    this.text = "";
    this.index = new RowIndex("", 0, 0, this.prefix);
    this.rows.clear();
    this.added.clear();
    this.sortedAdded = [];
    this.spans = new RowSpans();
    this.changed = true;
  }

  /** What stands between the sheet's data tags. */
  *pieces(): Generator<string> {
    yield this.text.slice(0, this.index.length > 0 ? this.firstStart() : this.text.length);
    const added = this.addedRows();
    let next = 0;
    let [runStart, runEnd] = [-1, -1];
    for (let at = 0; at < this.index.length; at++) {
      const number = this.index.number(at);
      const start = this.index.start(at);
      const isChanged = this.isChanged(number);
      const isAfterAdded = (added[next]?.first ?? Infinity) < number;
      const joins = runStart >= 0 && start >= runEnd && this.text.slice(runEnd, start).trim() === "";
      if (runStart >= 0 && (isChanged || isAfterAdded || !joins)) {
        yield this.text.slice(runStart, runEnd);
        runStart = -1;
      }
      for (; (added[next]?.first ?? Infinity) < number; next++) yield* this.writeRows(added[next]);
      if (isChanged) {
        yield this.writeRow(number);
        continue;
      }
      if (runStart < 0) runStart = start;
      runEnd = this.index.end(at);
    }
    if (runStart >= 0) yield this.text.slice(runStart, runEnd);
    for (; next < added.length; next++) yield* this.writeRows(added[next]);
  }

  /** The rows that do not stand in the text, in order. */
  private addedRows(): RowSpan[] {
    const rows = this.sortedRows().map((row): RowSpan => ({ first: row, last: row }));
    return [...rows, ...this.spans.within(0, LAST_ROW)].sort((one, other) => one.first - other.first);
  }

  private *writeRows(rows: RowSpan | undefined): Generator<string> {
    if (!rows) return;
    const attributes = this.spans.attributes(rows.first);
    if (!attributes) return yield this.writeRow(rows.first);
    const said = formatAttributes(attributes);
    for (let row = rows.first; row <= rows.last; row += ROWS_A_PIECE) {
      let piece = "";
      for (let number = row; number <= Math.min(rows.last, row + ROWS_A_PIECE - 1); number += 1)
        piece += `<${this.prefix}row r="${number + 1}"${said}/>`;
      yield piece;
    }
  }

  private firstStart(): number {
    let first = this.text.length;
    for (let at = 0; at < this.index.length; at++) first = Math.min(first, this.index.start(at));
    return first;
  }

  private sortedRows(): number[] {
    this.sortedAdded ??= [...this.added].sort((a, b) => a - b);
    return this.sortedAdded;
  }

  private row(number: number): Row | undefined {
    const known = this.rows.get(number);
    if (known) return known;
    const at = this.index.find(number);
    if (at < 0) return undefined;
    const row: Row = { attributes: null, cells: this.readCells(number, at) };
    this.rows.set(number, row);
    return row;
  }

  private readCells(number: number, at: number): CellsOfRow {
    const cells = new CellsOfRow();
    if (this.index.kind(at) === EMPTY_ROW) return cells;
    const [start, end] = [openTagEnd(this.text, this.index.start(at)), this.index.end(at)];
    this.guard(() => this.reader.read(this.text, start, end, number, cells));
    return cells;
  }

  private isChanged(number: number): boolean {
    return (this.rows.get(number)?.attributes ?? null) !== null;
  }

  private rowForChange(number: number): ChangedRow {
    this.changed = true;
    let row = this.row(number);
    if (!row) {
      row = { attributes: new Map(this.spans.take(number)), cells: new CellsOfRow() };
      this.rows.set(number, row);
      this.added.add(number);
      this.sortedAdded = null;
    }
    if (!row.attributes) {
      row.attributes = new Map(this.rowAttributes(number));
      // An optional hint that the changed cells could contradict; the number is that of the row.
      row.attributes.delete("spans");
      row.attributes.delete("r");
    }
    return row as ChangedRow;
  }

  /** Cells of any kind, as plain as an empty one too. */
  hasCells(number: number): boolean {
    const known = this.rows.get(number);
    if (known) return known.cells.size > 0;
    const at = this.index.find(number);
    return at >= 0 && this.index.kind(at) !== EMPTY_ROW;
  }

  private holds(number: number, valuesOnly: boolean): boolean {
    return this.rows.get(number)?.cells.some((cell) => isUsed(cell, valuesOnly)) === true;
  }

  private usedColumns(number: number, left: number, right: number, valuesOnly: boolean): [number, number] {
    const at = this.index.find(number);
    if (!valuesOnly && at >= 0 && this.index.kind(at) === STYLED_ROW && !this.rows.has(number)) {
      const quick = this.quickColumns(at);
      if (quick && quick[0] >= left && quick[1] <= right) return quick;
    }
    let [first, last] = [Infinity, -1];
    for (const [column, cell] of this.cells(number)) {
      if (column < left || column > right || !isUsed(cell, valuesOnly)) continue;
      first = Math.min(first, column);
      last = Math.max(last, column);
    }
    return [first, last];
  }

  // The first and last address of a row that holds formats only, without reading its cells.
  private quickColumns(at: number): [number, number] | null {
    const text = this.text.slice(this.index.start(at), this.index.end(at));
    const open = `<${this.prefix}c `;
    const address = /\sr="([A-Z]+)\d+"/;
    const first = address.exec(text.slice(text.indexOf(open)));
    const last = address.exec(text.slice(text.lastIndexOf(open)));
    return first && last ? [columnIndex(first[1] ?? "A"), columnIndex(last[1] ?? "A")] : null;
  }

  private writeRow(number: number): string {
    const row = this.rows.get(number);
    if (!row) return "";
    const written = this.writer.writeRow(number, row.cells);
    const open = `<${this.prefix}row r="${number + 1}"${formatAttributes(row.attributes ?? [])}`;
    return written === "" ? `${open}/>` : `${open}>${written}</${this.prefix}row>`;
  }
}
