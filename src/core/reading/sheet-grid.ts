// A sheet seen as rows and columns, whatever the blocks it was read in; and its cells as the dossier keeps them.
import type { CellRef, RangeRef } from "../domain/cell-ref";
import type { Cell, MontantCell, ValeurCell } from "../domain/dossier";
import { formatDate, formatNombre } from "../domain/words/format";
import { isDateFormat } from "../domain/values/parse-nombre";
import type { CellValue, RawBlock, RawSheet } from "../workbook-port";

const isBlank = (value: CellValue): boolean => value === null || (typeof value === "string" && value.trim() === "");

/** One row of one block; columns outside of the block are empty. */
export class GridRow {
  readonly left: number;
  readonly right: number;
  readonly isBlank: boolean;

  constructor(
    readonly row: number,
    private readonly block: RawBlock,
    private readonly values: readonly CellValue[],
  ) {
    this.left = block.column;
    this.right = block.column + values.length - 1;
    this.isBlank = values.every(isBlank);
  }

  /** Null for a cell that holds nothing but spaces. */
  value(column: number): CellValue {
    const value = this.values[column - this.left] ?? null;
    return isBlank(value) ? null : value;
  }

  /** Null for a cell that holds no text. */
  text(column: number): string | null {
    const value = this.value(column);
    return typeof value === "string" ? value : null;
  }

  formula(column: number): string | null {
    return this.block.formulas[this.row - this.block.row]?.[column - this.left] ?? null;
  }

  /** The same row with other texts in some of its cells; null empties one. */
  with(texts: ReadonlyMap<number, string | null>): GridRow {
    const values = this.values.map(
      (value, index) => texts.get(this.left + index) ?? (texts.has(this.left + index) ? null : value),
    );
    return new GridRow(this.row, this.block, values);
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

export function createSheetGrid(sheet: RawSheet): SheetGrid {
  const rows = sheet.blocks.flatMap((block) =>
    block.values.map((values, index) => new GridRow(block.row + index, block, values)),
  );
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  return { sheet: sheet.name, rows, row: (row) => byNumber.get(row) ?? null };
}

/** The sheet as if nothing stood in these ranges. */
export function withoutRanges(grid: SheetGrid, ranges: readonly RangeRef[]): SheetGrid {
  const own = ranges.filter(({ sheet }) => sheet === grid.sheet);
  if (own.length === 0) return grid;
  const byNumber = new Map(grid.rows.map((row) => [row.row, row]));
  for (const { top, bottom, left, right } of own) {
    const empty = new Map(Array.from({ length: right - left + 1 }, (_, index) => [left + index, null] as const));
    for (let at = top; at <= bottom; at += 1) {
      const row = byNumber.get(at);
      if (row) byNumber.set(at, row.with(empty));
    }
  }
  return { ...grid, rows: [...byNumber.values()], row: (row) => byNumber.get(row) ?? null };
}

/** Days from Excel's day 0 to 1970-01-01, past its imaginary 29 February 1900. */
const EPOCH = 25569;

/** Serial number to ISO date; null outside of what Excel can show. */
export function isoDate(serial: number): string | null {
  if (!(serial >= 61 && serial < 2958466)) return null;
  return new Date(Math.floor(serial - EPOCH) * 86_400_000).toISOString().slice(0, 10);
}

/** As Excel shows in French the error values that files hold in English; the others read the same. */
const ERRORS_IN_FRENCH: ReadonlyMap<string, string> = new Map([
  ["#VALUE!", "#VALEUR!"],
  ["#NAME?", "#NOM?"],
  ["#NUM!", "#NOMBRE!"],
  ["#NULL!", "#NUL!"],
]);

function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return "";
  if (typeof value === "string") return ERRORS_IN_FRENCH.get(value) ?? value;
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  const date = isDateFormat(numberFormat) ? isoDate(value) : null;
  return date === null ? formatNombre(value) : formatDate(date);
}

/** Its text is made when asked for: most amounts never need theirs. */
class ReadCell implements Cell {
  constructor(
    readonly ref: CellRef,
    readonly formula: string | null,
    private readonly value: CellValue,
    private readonly numberFormat: string,
  ) {}

  get text(): string {
    return displayText(this.value, this.numberFormat);
  }
}

class FigureCell<Lu> extends ReadCell {
  constructor(
    readonly lu: Lu,
    ...cell: ConstructorParameters<typeof ReadCell>
  ) {
    super(...cell);
  }
}

type Parts = readonly [CellRef, string | null, CellValue, string];

function parts(grid: SheetGrid, row: GridRow, column: number): Parts {
  const ref = { sheet: grid.sheet, row: row.row, column };
  return [ref, row.formula(column), row.value(column), row.numberFormat(column)];
}

export function readCell(grid: SheetGrid, row: GridRow, column: number): Cell {
  return new ReadCell(...parts(grid, row, column));
}

export function readFigure<Lu extends (MontantCell | ValeurCell)["lu"]>(
  grid: SheetGrid,
  row: GridRow,
  column: number,
  read: (value: CellValue, numberFormat: string) => Lu,
): Cell & { readonly lu: Lu } {
  const cell = parts(grid, row, column);
  return new FigureCell(read(cell[2], cell[3]), ...cell);
}
