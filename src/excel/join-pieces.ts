// Puts the chunks that Excel answered together again, as dense blocks between long blank stretches.
import { BLOCK_GAP, type RawBlock } from "../core/workbook-port";
import type { CellValue, GridRange } from "xlsx-model/plan";

export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[];
}

interface Cell {
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

type Rows = ReadonlyMap<number, readonly Cell[]>;

/** From top to bottom; blocks side by side from left to right. */
export function joinPieces(pieces: readonly Piece[]): RawBlock[] {
  const rows = cellsByRow(pieces);
  const used = [...rows].filter(([, cells]) => cells.some(hasContent)).map(([row]) => row);
  used.sort((a, b) => a - b);
  return runs(used).flatMap(([top, bottom]) => {
    const inside = used.filter((row) => row >= top && row <= bottom);
    const columns = runs([...new Set(inside.flatMap((row) => usedColumns(rows, row)))]);
    return columns.map(([left, right]) => blockOf(rows, shrunk(rows, inside, left, right)));
  });
}

function cellsByRow(pieces: readonly Piece[]): Rows {
  const rows = new Map<number, Cell[]>();
  for (const piece of pieces) {
    for (const [index, line] of piece.values.entries()) {
      const row = piece.row + index;
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      for (const [at, value] of line.entries()) {
        const numberFormat = String(piece.numberFormats[index]?.[at] ?? "General");
        cells.push({ column: piece.column + at, numberFormat, ...content(value, piece.formulas[index]?.[at]) });
      }
    }
  }
  return rows;
}

// Excel answers "" for an empty cell, and for a typed value the value itself in the place of the formula.
function content(value: unknown, formula: unknown): Pick<Cell, "value" | "formula"> {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (typeof value === "number" || typeof value === "boolean") return { value, formula: isFormula ? formula : null };
  const text = typeof value === "string" ? value : "";
  return { value: text === "" && !isFormula ? null : text, formula: isFormula ? formula : null };
}

const hasContent = ({ value, formula }: Cell) => value !== null || formula !== null;

function usedColumns(rows: Rows, row: number): number[] {
  return (rows.get(row) ?? []).filter(hasContent).map(({ column }) => column);
}

/** Stretches of numbers with no long gap in them. */
function runs(numbers: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number - last[1] <= BLOCK_GAP + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** The rows of a stretch of columns that hold something in it. */
function shrunk(rows: Rows, candidates: readonly number[], left: number, right: number): GridRange {
  const held = candidates.filter((row) => usedColumns(rows, row).some((column) => column >= left && column <= right));
  return { top: held[0] ?? 0, left, bottom: held.at(-1) ?? 0, right };
}

function blockOf(rows: Rows, { top, left, bottom, right }: GridRange): RawBlock {
  const empty = <T>(filling: T) =>
    Array.from({ length: bottom - top + 1 }, () => new Array<T>(right - left + 1).fill(filling));
  const values = empty<CellValue>(null);
  const formulas = empty<string | null>(null);
  const numberFormats = empty("General");
  for (let row = top; row <= bottom; row += 1) {
    const [rowValues, rowFormulas, rowFormats] = [values[row - top], formulas[row - top], numberFormats[row - top]];
    if (!rowValues || !rowFormulas || !rowFormats) continue;
    for (const { column, value, formula, numberFormat } of rows.get(row) ?? []) {
      if (column < left || column > right) continue;
      rowValues[column - left] = value;
      rowFormulas[column - left] = formula;
      rowFormats[column - left] = numberFormat;
    }
  }
  return { row: top, column: left, values, formulas, numberFormats };
}
