// The formats of a sheet's ranges: which ones there are, and their change, without a walk over the empty cells of whole rows and columns.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import type { CellStyle, GridRange } from "../plan";
import type { CellFormat, FormatChange } from "../styles/cell-format";
import type { StylesPart } from "../styles/styles-part";
import { isTrue } from "../xml/parse-xml";
import type { CellGrid } from "./cell-grid";
import { readColumns, setColumns, type ColumnRun } from "./columns";
import { contains } from "./ranges";
import type { RowSpan } from "./row-spans";
import type { SheetPart } from "./sheet-part";

/** Later ones win over earlier ones, property by property. */
interface StyleChange {
  readonly range: GridRange;
  readonly style: CellStyle;
}

export class SheetFormats {
  constructor(
    private readonly part: SheetPart,
    private readonly styles: () => StylesPart,
    /** The format of a cell that is not there. */
    private readonly defaultStyle: (row: number, column: number) => number,
  ) {}

  at(row: number, column: number): CellFormat {
    return this.styles().format(this.number(row, column));
  }

  /** Each format that the range has, once. */
  within(range: GridRange): CellFormat[] {
    return [...this.numbers(range)].map((number) => this.styles().format(number));
  }

  /** Each named style that the range follows, once for each of its formats. */
  namedStyles(range: GridRange): ReturnType<StylesPart["namedStyle"]>[] {
    return [...this.numbers(range)].map((number) => this.styles().namedStyle(number));
  }

  /** Changes the properties that each style says, one range after the other. */
  setStyles(styles: readonly StyleChange[]): void {
    for (const { range, style } of styles) this.renumber(range, (number) => this.styles().derive(number, style));
  }

  /** Row by row, the numbers of the formats that the cells of an area, and of the ranges, so get: for cells that are yet to be made. */
  planned(
    styles: readonly StyleChange[],
    area: GridRange,
  ): { readonly range: GridRange; readonly numbers: number[][] } {
    const box = boxOf([area, ...styles.map(({ range }) => range)]);
    const numbers: number[][] = [];
    for (let row = box.top; row <= box.bottom; row++) {
      const ofRow: number[] = [];
      for (let column = box.left; column <= box.right; column++) ofRow.push(this.number(row, column));
      numbers.push(ofRow);
    }
    for (const { range, style } of styles) {
      for (const ofRow of numbers.slice(range.top - box.top, range.bottom - box.top + 1)) {
        for (let at = range.left - box.left; at <= range.right - box.left; at++)
          ofRow[at] = this.styles().derive(ofRow[at] ?? 0, style);
      }
    }
    return { range: box, numbers };
  }

  /** The same by another number for each that the cells have. */
  private renumber(range: GridRange, derive: (number: number) => number): void {
    if (range.top === 0 && range.bottom === LAST_ROW) this.changeColumns(range, derive);
    else if (range.left === 0 && range.right === LAST_COLUMN) this.changeRows(range, derive);
    else this.changeCells(range, derive);
  }

  setNumber(row: number, column: number, number: number): void {
    this.changeCells({ top: row, left: column, bottom: row, right: column }, () => number);
  }

  /** Changes the format of each cell, alike or depending on the format that it has. */
  change(range: GridRange, change: FormatChange | ((format: CellFormat) => FormatChange)): void {
    const styles = this.styles();
    // Most cells of a range have one and the same format.
    const derived = new Map<number, number>();
    this.renumber(range, (number) => {
      let changed = derived.get(number);
      if (changed === undefined) {
        const asked = typeof change === "function" ? change(styles.format(number)) : change;
        derived.set(number, (changed = styles.deriveFormat(number, asked)));
      }
      return changed;
    });
  }

  /** Back to the formats of a new sheet, without a walk over cells that have them already. */
  reset(range: GridRange): void {
    const normal = () => 0;
    const isWholeHeight = range.top === 0 && range.bottom === LAST_ROW;
    const isWholeWidth = range.left === 0 && range.right === LAST_COLUMN;
    if (isWholeHeight && isWholeWidth)
      for (const { first, last } of this.rows(range))
        this.grid.setRowAttributes(first, last, { s: null, customFormat: null });
    if (isWholeHeight) return this.changeColumns(range, normal);
    if (isWholeWidth) return this.changeRows(range, normal);
    for (const { first, last } of this.rows(range)) {
      this.changeExisting(range, first, normal);
      if (this.hasOwnFormat(first)) this.changeCells({ ...range, top: first, bottom: last }, normal);
    }
    for (const { first, last, style } of this.columnStyles(range.left, range.right))
      if (style !== 0) this.changeCells({ ...range, left: first, right: last }, normal);
  }

  private get grid(): CellGrid {
    return this.part.grid;
  }

  /** The number of a cell's format, for another cell of the workbook that is to look the same. */
  number(row: number, column: number): number {
    return this.grid.cell(row, column)?.style ?? this.defaultStyle(row, column);
  }

  private numbers(range: GridRange): Set<number> {
    const found = new Set<number>();
    const { top, left, bottom, right } = range;
    let cells = 0;
    const inColumn = new Map<number, number>();
    let ownRows = 0;
    for (const { first, last } of this.rows(range)) {
      const row = first;
      const isOwn = this.hasOwnFormat(row);
      let inRow = 0;
      for (const [column, { style }] of this.grid.cells(row)) {
        if (!contains(range, row, column)) continue;
        found.add(style);
        cells += 1;
        inRow += 1;
        inColumn.set(column, (inColumn.get(column) ?? 0) + 1);
      }
      if (isOwn) ownRows += last - first + 1;
      if (isOwn && inRow < right - left + 1) found.add(this.defaultStyle(row, left));
    }
    if (cells === (bottom - top + 1) * (right - left + 1)) return found;
    // What no row and no cell says, the columns say.
    const plain = bottom - top + 1 - ownRows;
    for (const { first, last, style } of this.columnStyles(left, right)) {
      const full = [...inColumn].filter(
        ([column, count]) => column >= first && column <= last && count >= plain,
      ).length;
      if (plain > 0 && full < last - first + 1) found.add(style);
    }
    return found;
  }

  /** With cells, were they as plain as none is in their column, or with a format of their own. */
  private rows({ top, bottom }: GridRange): RowSpan[] {
    return this.grid
      .describedRows(top, bottom)
      .filter(({ first }) => this.grid.hasCells(first) || this.hasOwnFormat(first));
  }

  private hasOwnFormat(row: number): boolean {
    return isTrue(this.grid.rowAttributes(row).get("customFormat"));
  }

  private *columnStyles(left: number, right: number): Generator<{ first: number; last: number; style: number }> {
    let next = left;
    const runs: readonly ColumnRun[] = readColumns(this.part.frame);
    for (const { first, last, attributes } of runs) {
      if (last < left || first > right) continue;
      if (first > next) yield { first: next, last: first - 1, style: 0 };
      const [from, to] = [Math.max(first, left), Math.min(last, right)];
      yield { first: from, last: to, style: Number(attributes.get("style") ?? 0) };
      next = to + 1;
    }
    if (next <= right) yield { first: next, last: right, style: 0 };
  }

  private changeColumns(range: GridRange, derive: (number: number) => number): void {
    for (const { first, last, style } of [...this.columnStyles(range.left, range.right)]) {
      const derived = derive(style);
      setColumns(this.part.frame, first, last, { style: derived === 0 ? null : String(derived) });
    }
    for (const { first, last } of this.rows(range)) {
      this.changeExisting(range, first, derive);
      // Where a row and a column both say a format, the cell says which.
      if (this.hasOwnFormat(first)) this.changeCells({ ...range, top: first, bottom: last }, derive, true);
    }
  }

  private changeRows(range: GridRange, derive: (number: number) => number): void {
    const styled = [...this.columnStyles(range.left, range.right)].filter(({ style }) => style !== 0);
    for (const { first: top, last: bottom } of this.allRows(range)) {
      const before = this.hasOwnFormat(top);
      const derived = derive(before ? this.defaultStyle(top, 0) : 0);
      this.changeExisting(range, top, derive);
      if (!before)
        for (const { first, last } of styled) this.changeCells({ top, bottom, left: first, right: last }, derive, true);
      const isPlain = derived === 0 && styled.length === 0;
      const said = { s: isPlain ? null : String(derived), customFormat: isPlain ? null : "1" };
      this.grid.setRowAttributes(top, bottom, said);
    }
  }

  /** The described rows in runs that say the same, and the runs between them that say nothing. */
  private *allRows({ top, bottom }: GridRange): Generator<RowSpan> {
    let next = top;
    for (const rows of [...this.grid.describedRows(top, bottom)]) {
      if (next < rows.first) yield { first: next, last: rows.first - 1 };
      yield rows;
      next = rows.last + 1;
    }
    if (next <= bottom) yield { first: next, last: bottom };
  }

  private changeExisting(range: GridRange, row: number, derive: (number: number) => number): void {
    for (const [column, cell] of [...this.grid.cells(row)]) {
      if (!contains(range, row, column)) continue;
      const style = derive(cell.style);
      if (style !== cell.style) this.grid.set(row, column, { ...cell, style, xml: null });
    }
  }

  /** Cell by cell, whatever rows and columns say. */
  private changeCells(range: GridRange, derive: (number: number) => number, onlyMissing = false): void {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        if (onlyMissing && this.grid.cell(row, column)) continue;
        const number = this.number(row, column);
        const derived = derive(number);
        if (derived !== number) this.grid.setFormat(row, column, derived);
      }
    }
  }
}

function boxOf([first, ...others]: readonly [GridRange, ...GridRange[]]): GridRange {
  return others.reduce(
    (box, range) => ({
      top: Math.min(box.top, range.top),
      left: Math.min(box.left, range.left),
      bottom: Math.max(box.bottom, range.bottom),
      right: Math.max(box.right, range.right),
    }),
    first,
  );
}
