// Writes what a plan says of cells, wherever they stand on a sheet: contents, formats, merged areas, heights of rows.
import type { PlannedCell, SheetLayout } from "../core/workbook-port";
import { applyStyle } from "./apply-style";
import { literalText } from "./literal-text";
import type { RequestBudget } from "./request-budget";

const BYTES_PER_STEP = 800;
const BYTES_PER_STYLE = 6000;
/** The size of one write. It is well under what a request bears, so that the pieces fill requests evenly. */
const BYTES_PER_WRITE = 500_000;
/** The client cuts a write in pieces of 1500 cells, each with a range of its own. */
const BYTES_PER_ROW = 20;
const encoder = new TextEncoder();

type Input = string | number;

/** The cells begin at `origin`; the other ranges are those of the sheet. `key` is the sheet's id or name. */
export async function writeContents(
  budget: RequestBudget,
  key: string,
  plan: Pick<SheetLayout, "cells" | "styles" | "merges">,
  origin: { readonly row: number; readonly column: number },
): Promise<void> {
  const rangeOf = (row: number, column: number, rows: number, columns: number) =>
    budget.context.workbook.worksheets.getItem(key).getRangeByIndexes(row, column, rows, columns).untrack();
  for (const piece of pieces(plan.cells)) {
    await budget.reserve(piece.bytes);
    const columns = plan.cells[0]?.length ?? 0;
    rangeOf(origin.row + piece.row, origin.column, piece.formulas.length, columns).formulas = piece.formulas;
  }
  // Number formats come after the contents: a cell that is text already would keep a formula as text.
  for (const { range, style } of plan.styles) {
    const { top, left, bottom, right } = range;
    const formats = (style.numberFormat?.length ?? 0) * (bottom - top + 1) * (right - left + 1);
    await budget.reserve(BYTES_PER_STYLE + 2 * formats);
    applyStyle(rangeOf(top, left, bottom - top + 1, right - left + 1), range, style);
  }
  for (const { top, left, bottom, right } of plan.merges) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(top, left, bottom - top + 1, right - left + 1).merge();
  }
}

/** Rows of one height together. */
export async function writeRowHeights(
  budget: RequestBudget,
  key: string,
  heights: SheetLayout["rowHeights"],
): Promise<void> {
  for (const { row, count, height } of equalNeighbours(heights)) {
    await budget.reserve(BYTES_PER_STEP);
    const rows = budget.context.workbook.worksheets.getItem(key).getRangeByIndexes(row, 0, count, 1).untrack();
    rows.format.rowHeight = height;
  }
}

function equalNeighbours(heights: SheetLayout["rowHeights"]): { row: number; count: number; height: number }[] {
  const runs: { row: number; count: number; height: number }[] = [];
  for (const { row, height } of heights) {
    const last = runs.at(-1);
    if (last && last.height === height && last.row + last.count === row) last.count += 1;
    else runs.push({ row, count: 1, height });
  }
  return runs;
}

interface CellsPiece {
  readonly row: number;
  readonly formulas: Input[][];
  readonly bytes: number;
}

function* pieces(cells: readonly (readonly PlannedCell[])[]): Generator<CellsPiece> {
  let formulas: Input[][] = [];
  let [start, bytes] = [0, 0];
  for (const [row, line] of cells.entries()) {
    const inputs = line.map(cellInput);
    const size = encoder.encode(JSON.stringify(inputs)).length + BYTES_PER_ROW;
    if (formulas.length > 0 && bytes + size > BYTES_PER_WRITE) {
      yield { row: start, formulas, bytes };
      [formulas, start, bytes] = [[], row, 0];
    }
    formulas.push(inputs);
    bytes += size;
  }
  if (formulas.length > 0 && (formulas[0]?.length ?? 0) > 0) yield { row: start, formulas, bytes };
}

/** An empty text leaves its cell empty, whatever stood there. */
export function cellInput({ value, formula }: PlannedCell): string | number {
  if (formula !== undefined) return formula;
  return typeof value === "string" && value !== "" ? literalText(value) : (value ?? "");
}
