// Changes cells of the agent's, contents only: neighbours of a column together, their number formats kept as they were.
import { compareCellRefs, type CellRef } from "xlsx-model/cell-ref";
import { contentsOf } from "../core/sheets/parts/changed-since";
import type { CellChange, PlannedCell, RawWorkbook } from "../core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { RequestBudget } from "./request-budget";
import { joinPieces } from "./join-pieces";
import { inOneUndoStep } from "./run-excel";
import { cellInput } from "./write-contents";

const BYTES_PER_RUN = 2000;
const BYTES_PER_CELL = 40;
/** At most so many cells in one write, so that a long column fits its request. */
const CELLS_PER_RUN = 2000;

interface Run {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  readonly cells: CellChange[];
}

/** A hidden row stands alone: where a filter hides it, Excel puts elsewhere what several cells are given at once. */
function neighbours(cells: readonly CellChange[], isHidden: (cell: CellRef) => boolean): readonly Run[] {
  const runs: Run[] = [];
  const sorted = [...cells].sort((a, b) => compareCellRefs(a.cell, b.cell));
  let isClosed = true;
  for (const change of sorted) {
    const { sheet, row, column } = change.cell;
    const last = runs.at(-1);
    const isAlone = isHidden(change.cell);
    const joins = last?.sheet === sheet && last.column === column && last.top + last.cells.length === row;
    if (joins && !isClosed && !isAlone && last.cells.length < CELLS_PER_RUN) last.cells.push(change);
    else runs.push({ sheet, column, top: row, cells: [change] });
    isClosed = isAlone;
  }
  return runs;
}

export interface HeldCell {
  readonly cell: CellRef;
  /** A formula, or what was typed. */
  readonly value: CellValue;
}

/** Cells of the agent's that he accepted to change: undone at once where Excel can. Answers as `writeCells` does. */
export function writeTotals(
  { context, bytesPerRequest }: RequestBudget,
  cells: readonly CellChange[],
  read: RawWorkbook,
): Promise<readonly HeldCell[]> {
  return inOneUndoStep(context, (inGroup) => writeCells(new RequestBudget(inGroup, bytesPerRequest), cells, read));
}

/**
 * Sends what it writes, and answers what each cell held when it arrived. The sheets are those that were read, and none of them is
 * protected.
 */
export async function writeCells(
  budget: RequestBudget,
  cells: readonly CellChange[],
  read: RawWorkbook,
): Promise<readonly HeldCell[]> {
  const asked: { readonly run: Run; readonly held: Excel.Range }[] = [];
  const ids = new Map(read.sheets.map(({ name, id }) => [name, id]));
  const formatOf = indexFormats(read);
  for (const run of neighbours(cells, hiddenRows(read))) {
    const { sheet, column, top, cells: changes } = run;
    const formulas = changes.map(({ content }) => [cellInput(content)]);
    const formats = changes.map((change) => [change.numberFormat ?? formatOf(change)]);
    const size = JSON.stringify([formulas, formats, formats]).length;
    await budget.reserve(BYTES_PER_RUN + BYTES_PER_CELL * changes.length + 3 * size);
    const worksheet = budget.context.workbook.worksheets.getItem(ids.get(sheet) ?? sheet);
    const [held, range] = [0, 1].map(() => worksheet.getRangeByIndexes(top, column, changes.length, 1).untrack());
    if (!held || !range) continue;
    held.load({ formulas: true });
    asked.push({ run, held });
    // Before the contents: a cell of the text format would keep a formula as a text.
    if (changes.some(({ numberFormat }) => numberFormat !== undefined)) range.numberFormat = formats;
    range.formulas = formulas;
    // After them: Excel gives a cell of the general format that of the cells its formula names.
    range.numberFormat = formats;
  }
  await budget.send();
  return asked.flatMap(({ run, held: { formulas } }) => {
    const held = contentsOf(joinPieces([{ row: 0, column: 0, values: formulas, formulas, numberFormats: [] }]));
    return run.cells.map(({ cell }, index) => ({ cell, value: held.get(index)?.get(0) ?? null }));
  });
}

/** What a cell held, as it is written again. */
export function asContent(held: CellValue): PlannedCell {
  if (typeof held === "boolean") return { value: null, formula: held ? "TRUE" : "FALSE" };
  return typeof held === "string" && held.startsWith("=") ? { value: null, formula: held } : { value: held };
}

function hiddenRows(read: RawWorkbook): (cell: CellRef) => boolean {
  const hidden = new Map(read.sheets.map(({ name, hiddenRows: rows }) => [name, new Set(rows)]));
  return ({ sheet, row }) => hidden.get(sheet)?.has(row) ?? false;
}

function indexFormats(read: RawWorkbook): (change: CellChange) => string {
  const blocks = new Map(read.sheets.map((sheet) => [sheet.name, sheet.blocks]));
  return ({ cell: { sheet, row, column } }) => {
    for (const block of blocks.get(sheet) ?? []) {
      const format = block.numberFormats[row - block.row]?.[column - block.column];
      if (format !== undefined) return format;
    }
    return "General";
  };
}
