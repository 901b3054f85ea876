// Puts the chunks that Excel answered together again: one dense block for each stretch of rows.
import type { CellValue, RawBlock } from "../core/workbook-port";

export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[];
}

interface Band {
  top: number;
  left: number;
  bottom: number;
  right: number;
  cells: number;
  readonly pieces: Piece[];
}

/** A band may hold this many blank cells for each cell that was read: a stray cell far away stays a block of its own. */
const LOOSENESS = 4;

export function joinPieces(pieces: readonly Piece[]): RawBlock[] {
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const alone = bandOf(piece);
    const last = bands.at(-1);
    const both = last && union(last, alone);
    if (both && (both.bottom - both.top + 1) * (both.right - both.left + 1) <= LOOSENESS * both.cells) {
      bands[bands.length - 1] = both;
    } else bands.push(alone);
  }
  return bands.map(blockOf);
}

function bandOf(piece: Piece): Band {
  const { row, column, values } = piece;
  const width = values[0]?.length ?? 0;
  const bottom = row + values.length - 1;
  return { top: row, left: column, bottom, right: column + width - 1, cells: values.length * width, pieces: [piece] };
}

function union(a: Band, b: Band): Band {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    cells: a.cells + b.cells,
    pieces: [...a.pieces, ...b.pieces],
  };
}

function blockOf({ top, left, bottom, right, pieces }: Band): RawBlock {
  const empty = <T>(filling: T) =>
    Array.from({ length: bottom - top + 1 }, () => new Array<T>(right - left + 1).fill(filling));
  const values = empty<CellValue>(null);
  const formulas = empty<string | null>(null);
  const numberFormats = empty("General");
  for (const piece of pieces) {
    const column = piece.column - left;
    piece.values.forEach((row, i) => {
      const at = piece.row + i - top;
      const cells = row.map((value, j) => cellOf(value, piece.formulas[i]?.[j]));
      put(
        values[at],
        column,
        cells.map(({ value }) => value),
      );
      put(
        formulas[at],
        column,
        cells.map(({ formula }) => formula),
      );
      put(numberFormats[at], column, (piece.numberFormats[i] ?? []).map(String));
    });
  }
  return { row: top, column: left, values, formulas, numberFormats };
}

function put<T>(row: T[] | undefined, column: number, cells: readonly T[]): void {
  if (row) cells.forEach((cell, index) => (row[column + index] = cell));
}

// Excel answers "" for an empty cell, and for a typed value the value itself in the place of the formula.
function cellOf(value: unknown, formula: unknown): { value: CellValue; formula: string | null } {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (typeof value === "number" || typeof value === "boolean") return { value, formula: isFormula ? formula : null };
  const text = typeof value === "string" ? value : "";
  return { value: text === "" && !isFormula ? null : text, formula: isFormula ? formula : null };
}
