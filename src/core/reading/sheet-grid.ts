// A sheet seen as rows and columns, whatever the blocks it was read in; and its cells as the dossier keeps them.
import { addUnder } from "../domain/group-by";
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import type { Cell, MontantLu, ValeurLue } from "../domain/dossier";
import { lowerBound } from "xlsx-model/lower-bound";
import { remember } from "../domain/remember";
import { afficher } from "../domain/values/affichage";
import { plainReader, type NamedRanges } from "xlsx-model/formula-text/plain-formula";
import type { RawBlock, RawSheet } from "../workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { mayHaveLost, withAccents } from "./labels/lost-accents";
import type { ReadFigure } from "./remember-figures";

/** Nearly every text begins with a letter or a figure: the others alone need a look. */
const isBlankText = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 127) && !/\S/.test(text);
};

/** Null for spaces; letters that were lost on the way are found again. */
function asWritten(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  return isBlankText(value) ? null : mayHaveLost(value) ? withAccents(value) : value;
}

/** Copied only where a cell is not what it seems. */
const plainly = (values: readonly CellValue[]): readonly CellValue[] =>
  values.some((value) => asWritten(value) !== value) ? values.map(asWritten) : values;

/** A cell that holds a text. */
export interface TextCell {
  readonly column: number;
  readonly text: string;
}

const NO_TEXTS: readonly TextCell[] = [];

/** What one block holds of a row; from `block.column` on, null for a cell that holds nothing but spaces. */
interface Piece {
  readonly block: RawBlock;
  readonly values: readonly CellValue[];
}

const endOf = ({ block, values }: Piece): number => block.column + values.length - 1;

/** A row of a sheet: a stray cell far to the right stands in a block of its own, and in the same row. */
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

  /** From left to right; one at least. */
  constructor(
    readonly sheet: string,
    readonly row: number,
    private readonly pieces: readonly Piece[],
    readonly isHidden: boolean,
    private readonly plain: (formula: string, row: number, column: number) => string,
  ) {
    const [first] = pieces;
    const last = pieces.at(-1);
    this.left = first?.block.column ?? 0;
    this.right = last ? endOf(last) : -1;
    let count = 0;
    let numbers = 0;
    let greatest = -Infinity;
    const texts: TextCell[] = [];
    for (const { block, values } of pieces) {
      values.forEach((value, index) => {
        if (value !== null) count += 1;
        if (typeof value === "number") {
          numbers += 1;
          if (value > greatest) greatest = value;
        }
        if (typeof value === "string") texts.push({ column: block.column + index, text: value });
      });
    }
    this.count = count;
    this.numbers = numbers;
    this.greatest = greatest;
    // Copied at its final length, as a list that grew keeps room for more.
    this.texts = texts.length > 0 ? texts.slice() : NO_TEXTS;
  }

  get isBlank(): boolean {
    return this.count === 0;
  }

  value(column: number): CellValue {
    const piece = this.pieceAt(column);
    return piece?.values[column - piece.block.column] ?? null;
  }

  /** Null for a cell that holds no text. */
  text(column: number): string | null {
    const value = this.value(column);
    return typeof value === "string" ? value : null;
  }

  /** Whether something stands between these two columns. */
  isFilled(from: number, to: number): boolean {
    return this.filled(from, to).length > 0;
  }

  /** The columns between these two that hold something, from left to right. */
  filled(from = this.left, to = this.right): readonly number[] {
    const columns: number[] = [];
    for (const piece of this.pieces) {
      const last = Math.min(to, endOf(piece));
      for (let column = Math.max(from, piece.block.column); column <= last; column += 1)
        if ((piece.values[column - piece.block.column] ?? null) !== null) columns.push(column);
    }
    return columns;
  }

  /** The texts between these two columns, from left to right. */
  textsIn(from: number, to = this.right): readonly TextCell[] {
    return this.texts.filter(({ column }) => column >= from && column <= to);
  }

  /** With the ranges in the place of names and tables' columns, where they are known. */
  formula(column: number): string | null {
    const block = this.pieceAt(column)?.block;
    const formula = block?.formulas[this.row - block.row]?.[column - block.column] ?? null;
    return formula === null ? null : this.plain(formula, this.row, column);
  }

  /** A copy of the row with other texts in some of its cells; null empties one. */
  with(texts: ReadonlyMap<number, string | null>): GridRow {
    return this.over((value, column) => texts.get(column) ?? (texts.has(column) ? null : value));
  }

  /** A copy of the row in which nothing stands in these columns. */
  without(left: number, right: number): GridRow {
    return this.over((value, column) => (column >= left && column <= right ? null : value));
  }

  private over(change: (value: CellValue, column: number) => CellValue): GridRow {
    const pieces = this.pieces.map(({ block, values }) => ({
      block,
      values: values.map((value, index) => change(value, block.column + index)),
    }));
    return new GridRow(this.sheet, this.row, pieces, this.isHidden, this.plain);
  }

  numberFormat(column: number): string {
    const block = this.pieceAt(column)?.block;
    return block?.numberFormats[this.row - block.row]?.[column - block.column] ?? "General";
  }

  private pieceAt(column: number): Piece | undefined {
    return this.pieces.find((piece) => column >= piece.block.column && column <= endOf(piece));
  }
}

export interface SheetGrid {
  readonly sheet: string;
  /** From top to bottom; rows between two blocks are not there. */
  readonly rows: readonly GridRow[];
  /** Null for a row outside of every block. */
  row(row: number): GridRow | null;
  /** Its rows are the columns of the sheet. */
  readonly isTurned?: boolean;
}

/** As the agent's sheet shows it: of a turned one its columns are rows. */
export const nameOfColumn = ({ isTurned }: Pick<SheetGrid, "isTurned">, column: number): string =>
  isTurned ? `${column + 1}` : columnName(column);
export const nameOfRow = ({ isTurned }: Pick<SheetGrid, "isTurned">, row: number): string =>
  isTurned ? columnName(row) : `${row + 1}`;
/** "Colonne C", "Ligne 4". */
export const placeOfColumn = (grid: SheetGrid, column: number): string =>
  `${grid.isTurned ? "Ligne" : "Colonne"} ${nameOfColumn(grid, column)}`;
export const placeOfRow = (grid: Pick<SheetGrid, "isTurned">, row: number): string =>
  `${grid.isTurned ? "Colonne" : "Ligne"} ${nameOfRow(grid, row)}`;

/** `rows` from top to bottom. */
export function gridOf(sheet: string, rows: readonly GridRow[]): SheetGrid {
  const byNumber: GridRow[] = [];
  for (const row of rows) byNumber[row.row] = row;
  return { sheet, rows, row: (row) => byNumber[row] ?? null };
}

export function createSheetGrid({ name, blocks, hiddenRows }: RawSheet, known: NamedRanges = {}): SheetGrid {
  const hidden = new Set(hiddenRows);
  const reader = plainReader(known);
  const plain = (formula: string, row: number, column: number) => reader(formula, { sheet: name, row, column });
  const byRow = new Map<number, Piece[]>();
  for (const block of blocks) {
    block.values.forEach((values, index) => {
      const piece = { block, values: plainly(values) };
      const row = block.row + index;
      addUnder(byRow, row, piece);
    });
  }
  const rows = [...byRow]
    .sort(([one], [other]) => one - other)
    .map(([row, pieces]) => {
      const ordered = pieces.sort((one, other) => one.block.column - other.block.column);
      return new GridRow(name, row, ordered, hidden.has(row), plain);
    });
  return gridOf(name, rows);
}

const numbersOf = remember((rows: SheetGrid["rows"]): readonly number[] => rows.map(({ row }) => row));

/** The rows from one number to another, both included, without going through the whole sheet. */
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
  const all = grid.rows.map((row) => changed.row(row.row) ?? row);
  return { ...grid, ...gridOf(grid.sheet, all) };
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
  const all = grid.rows.flatMap(({ row }) => kept[row] ?? []);
  return { ...grid, ...gridOf(grid.sheet, all) };
}

/** A cell keeps only what was read of it; the rest is asked of its row when it is wanted. */
class ReadCell implements Cell {
  readonly formula: string | null;

  constructor(
    private readonly row: GridRow,
    private readonly column: number,
  ) {
    this.formula = row.formula(column);
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

class FigureCell<Lu extends MontantLu | ValeurLue> extends ReadCell {
  readonly known: Lu;

  constructor(row: GridRow, column: number, read: ReadFigure<Lu>) {
    super(row, column);
    this.known = { ...read(row.value(column), row.numberFormat(column)), cells: [this.ref] };
  }
}

export const readCell = (row: GridRow, column: number): Cell => new ReadCell(row, column);

export const readFigure = <Lu extends MontantLu | ValeurLue>(
  row: GridRow,
  column: number,
  read: ReadFigure<Lu>,
): Cell & { readonly known: Lu } => new FigureCell(row, column, read);
