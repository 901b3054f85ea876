// A sheet seen as rows and columns, whatever the blocks it was read in; and its cells as the dossier keeps them.
import type { CellRef, RangeRef } from "../domain/cell-ref";
import type { Cell, MontantCell, ValeurCell } from "../domain/dossier";
import { lowerBound } from "../domain/lower-bound";
import { remember } from "../domain/remember";
import { afficher } from "../domain/values/affichage";
import { plainReader, type NamedRanges } from "../domain/formulas/plain-formula";
import type { CellValue, RawBlock, RawSheet } from "../workbook-port";
import type { ReadFigure } from "./remember-figures";

/** Nearly every text begins with a letter or a figure: the others alone need a look. */
const isBlankText = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 127) && !/\S/.test(text);
};

/** A cell that holds a text. */
export interface TextCell {
  readonly column: number;
  readonly text: string;
}

const NO_TEXTS: readonly TextCell[] = [];

/** One row of one block; columns outside of the block are empty. */
export class GridRow {
  readonly left: number;
  readonly right: number;
  /** How many cells hold something, and how many of these a number. */
  readonly count: number;
  readonly numbers: number;
  /** The greatest of the numbers; nothing of a row without any. */
  readonly greatest: number;
  /** From left to right: in a row of figures one or two. */
  readonly texts: readonly TextCell[];
  /** Null for a cell that holds nothing but spaces. */
  private readonly values: readonly CellValue[];

  constructor(
    readonly sheet: string,
    readonly row: number,
    private readonly block: RawBlock,
    values: readonly CellValue[],
    readonly isHidden: boolean,
    private readonly plain: (formula: string, row: number, column: number) => string,
  ) {
    this.left = block.column;
    this.right = block.column + values.length - 1;
    let count = 0;
    let numbers = 0;
    let greatest = -Infinity;
    const texts: TextCell[] = [];
    let own: CellValue[] | null = null;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? null;
      if (typeof value === "string" && isBlankText(value)) {
        own ??= [...values];
        own[index] = null;
        continue;
      }
      if (value !== null) count += 1;
      if (typeof value === "number") {
        numbers += 1;
        if (value > greatest) greatest = value;
      }
      if (typeof value === "string") texts.push({ column: this.left + index, text: value });
    }
    this.values = own ?? values;
    this.count = count;
    this.numbers = numbers;
    this.greatest = greatest;
    // An array that grew has room for sixteen more.
    this.texts = texts.length > 0 ? texts.slice() : NO_TEXTS;
  }

  get isBlank(): boolean {
    return this.count === 0;
  }

  value(column: number): CellValue {
    return this.values[column - this.left] ?? null;
  }

  /** Null for a cell that holds no text. */
  text(column: number): string | null {
    const value = this.value(column);
    return typeof value === "string" ? value : null;
  }

  /** Whether something stands between these two columns. */
  isFilled(from: number, to: number): boolean {
    const last = Math.min(to, this.right);
    for (let column = Math.max(from, this.left); column <= last; column += 1)
      if (this.value(column) !== null) return true;
    return false;
  }

  /** The columns between these two that hold something, from left to right. */
  filled(from = this.left, to = this.right): readonly number[] {
    const columns: number[] = [];
    const last = Math.min(to, this.right);
    for (let column = Math.max(from, this.left); column <= last; column += 1) {
      if (this.value(column) !== null) columns.push(column);
    }
    return columns;
  }

  /** The texts between these two columns, from left to right. */
  textsIn(from: number, to = this.right): readonly TextCell[] {
    return this.texts.filter(({ column }) => column >= from && column <= to);
  }

  /** With the ranges in the place of names and tables' columns, where they are known. */
  formula(column: number): string | null {
    const formula = this.block.formulas[this.row - this.block.row]?.[column - this.left] ?? null;
    return formula === null ? null : this.plain(formula, this.row, column);
  }

  /** The same row with other texts in some of its cells; null empties one. */
  with(texts: ReadonlyMap<number, string | null>): GridRow {
    return this.over(
      this.values.map((value, index) => texts.get(this.left + index) ?? (texts.has(this.left + index) ? null : value)),
    );
  }

  /** The same row as if nothing stood in these columns. */
  without(left: number, right: number): GridRow {
    return this.over(
      this.values.map((value, index) => (this.left + index >= left && this.left + index <= right ? null : value)),
    );
  }

  private over(values: readonly CellValue[]): GridRow {
    return new GridRow(this.sheet, this.row, this.block, values, this.isHidden, this.plain);
  }

  numberFormat(column: number): string {
    return this.block.numberFormats[this.row - this.block.row]?.[column - this.left] ?? "General";
  }
}

export interface SheetGrid {
  readonly sheet: string;
  /** From top to bottom; rows between two blocks are not there. */
  readonly rows: readonly GridRow[];
  /** Null for a row outside of every block. */
  row(row: number): GridRow | null;
}

/** `rows` from top to bottom. */
export function gridOf(sheet: string, rows: readonly GridRow[]): SheetGrid {
  const byNumber: GridRow[] = [];
  for (const row of rows) byNumber[row.row] = row;
  return { sheet, rows, row: (row) => byNumber[row] ?? null };
}

export function createSheetGrid({ name, blocks, hiddenRows }: RawSheet, known: NamedRanges = {}): SheetGrid {
  const hidden = new Set(hiddenRows);
  const plainly = plainReader(known);
  const plain = (formula: string, row: number, column: number) => plainly(formula, { sheet: name, row, column });
  const rows = blocks.flatMap((block) =>
    block.values.map((values, index) => {
      const row = block.row + index;
      return new GridRow(name, row, block, values, hidden.has(row), plain);
    }),
  );
  return gridOf(name, rows);
}

const numbersOf = remember((rows: SheetGrid["rows"]): readonly number[] => rows.map(({ row }) => row));

/** Those of these numbers, both included: a sheet of many tables is not gone through for each of them. */
export function rowsBetween({ rows }: SheetGrid, top: number, bottom: number): readonly GridRow[] {
  const numbers = numbersOf(rows);
  return rows.slice(lowerBound(numbers, top), lowerBound(numbers, bottom + 1));
}

/** The rows under one, until so many blank ones follow each other and one more. */
export function* rowsUnder(grid: SheetGrid, above: number, gapRows: number): Generator<GridRow> {
  let gap = 0;
  for (let number = above + 1; gap <= gapRows; number += 1) {
    const row = grid.row(number);
    gap = !row || row.isBlank ? gap + 1 : 0;
    if (row && gap === 0) yield row;
  }
}

/** From its first filled row to its last, as far as its cells were read. */
export function filledRange({ sheet, rows }: SheetGrid): RangeRef {
  const filled = rows.filter((row) => !row.isBlank);
  return {
    sheet,
    top: filled[0]?.row ?? 0,
    left: filled.reduce((least, { left }) => Math.min(least, left), filled[0]?.left ?? 0),
    bottom: filled.at(-1)?.row ?? 0,
    right: filled.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

/** The sheet with these in the place of its own rows. */
export function withRows(grid: SheetGrid, rows: readonly GridRow[]): SheetGrid {
  const changed = gridOf(grid.sheet, rows);
  return gridOf(
    grid.sheet,
    grid.rows.map((row) => changed.row(row.row) ?? row),
  );
}

/** The sheet as if nothing stood in these ranges; rows that they hold whole are not there. */
export function withoutRanges(grid: SheetGrid, ranges: readonly RangeRef[]): SheetGrid {
  const own = ranges.filter(({ sheet }) => sheet === grid.sheet);
  if (own.length === 0) return grid;
  const kept: (GridRow | null)[] = [];
  for (const row of grid.rows) kept[row.row] = row;
  for (const { top, bottom, left, right } of own) {
    for (let at = top; at <= bottom; at += 1) {
      const row = kept[at];
      if (row) kept[at] = left <= row.left && right >= row.right ? null : row.without(left, right);
    }
  }
  return gridOf(
    grid.sheet,
    grid.rows.flatMap(({ row }) => kept[row] ?? []),
  );
}

/** Of a hundred thousand cells nothing is kept but what was read: the rest is asked of their rows, which stay anyway. */
class ReadCell<Lu> implements Cell {
  readonly formula: string | null;
  readonly lu: Lu;

  constructor(
    private readonly row: GridRow,
    private readonly column: number,
    read: ReadFigure<Lu>,
  ) {
    this.formula = row.formula(column);
    this.lu = read(row.value(column), row.numberFormat(column));
  }

  get ref(): CellRef {
    return { sheet: this.row.sheet, row: this.row.row, column: this.column };
  }

  get text(): string {
    return afficher(this.row.value(this.column), this.row.numberFormat(this.column));
  }

  get isRowHidden(): boolean {
    return this.row.isHidden;
  }
}

const words = (): void => undefined;

export const readCell = (row: GridRow, column: number): Cell => new ReadCell(row, column, words);

export const readFigure = <Lu extends (MontantCell | ValeurCell)["lu"]>(
  row: GridRow,
  column: number,
  read: ReadFigure<Lu>,
): Cell & { readonly lu: Lu } => new ReadCell(row, column, read);
