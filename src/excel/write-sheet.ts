// Writes one planned sheet over whatever an earlier run left on it: begun, filled and ended, so that a half can be told.
import type { KeptRows, PlannedCell, SheetLayout, SheetPlan } from "../core/workbook-port";
import { writeCharts } from "./charts";
import { widthInPoints } from "./column-width";
import { pointName, removeName } from "./names";
import type { Standing } from "./read-marks";
import type { RequestBudget } from "./request-budget";
import { writeEntries } from "./write-entries";
import { cellInput, writeContents, writeRowHeights } from "./write-contents";

const BYTES_PER_STEP = 800;
const BYTES_PER_KEPT_CELL = 40;
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** What an earlier run left, and the agent did with it; `rows` are those that hold something. */
interface Earlier extends Partial<Standing> {
  readonly rows: number;
}

export interface SheetWrite {
  /** The sheet's id or name. */
  readonly key: string;
  readonly name: string;
  readonly plan: SheetLayout & Pick<SheetPlan, "kept" | "controls" | "own">;
  /** Left out for a new sheet. */
  readonly earlier?: Earlier;
  /** Hidden name that stands until the sheet is whole. */
  readonly unfinishedMark: string;
  /** Stands in the first cell until then. */
  readonly notice: string;
}

/** Before anything of the sheet changes: says that it is being written, and puts what must not be lost in a second place. */
export async function beginSheet(budget: RequestBudget, write: SheetWrite, marks: ReadonlySet<string>): Promise<void> {
  const { key, name, plan, notice, unfinishedMark } = write;
  const reference = `'${name.replaceAll("'", "''")}'!$A$1`;
  await pointName(budget, unfinishedMark, reference, marks);
  if (plan.kept) {
    const { values, numberFormats } = plan.kept;
    const inputs = values.map((line) => line.map((value) => cellInput({ value: asPlanned(value) })));
    await budget.reserve(BYTES_PER_STEP + textBytes(inputs, numberFormats));
    const kept = rangeOf(budget, key, keptRow(write), 0, inputs.length, inputs[0]?.length ?? 0);
    kept.formulas = inputs;
    kept.numberFormat = numberFormats as string[][];
  }
  await budget.reserve(BYTES_PER_STEP);
  rangeOf(budget, key, 0, 0, 1, 1).formulas = [[cellInput({ value: notice })]];
}

/** Everything but the first cell, what was kept, and the page. */
export async function fillSheet(budget: RequestBudget, write: SheetWrite): Promise<void> {
  const { key, plan, earlier, notice } = write;
  const sheet = () => budget.context.workbook.worksheets.getItem(key);
  const [last, width] = [keptRow(write), plan.cells[0]?.length ?? 0];
  await budget.reserve(BYTES_PER_STEP * 3);
  if (earlier) {
    // Rows of other findings would stay hidden, and Excel puts what it is given elsewhere where a filter hides rows.
    if (earlier.isFiltered) sheet().autoFilter.remove();
    sheet().getRange().untrack().rowHidden = false;
    // Formats and contents apart, down to what was kept: clearing cells whole would take the agent's comments and entry controls.
    const standing = rangeOf(budget, key, 0, 0, plan.own?.rows ?? last, plan.own?.columns ?? COLUMNS);
    standing.unmerge();
    standing.style = Excel.BuiltInStyle.normal;
  }
  await writeContents(budget, key, { ...plan, cells: withFirst(plan.cells, { value: notice }) }, { row: 0, column: 0 });
  if (earlier) {
    await budget.reserve(BYTES_PER_STEP * 2);
    const beside = rangeOf(budget, key, 0, width, last, COLUMNS - width);
    beside.clear(Excel.ClearApplyTo.contents);
    if (last > plan.cells.length) {
      const below = rangeOf(budget, key, plan.cells.length, 0, last - plan.cells.length, Math.max(width, 1));
      below.clear(Excel.ClearApplyTo.contents);
    }
  }
  for (const [column, characters] of plan.columnWidths.entries()) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(budget, key, 0, column, 1, 1).format.columnWidth = widthInPoints(characters);
  }
  // After the widths: a column that is given one shows again.
  for (const column of plan.hiddenColumns ?? []) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(budget, key, 0, column, 1, 1).getEntireColumn().untrack().columnHidden = true;
  }
  await writeEntries(budget, key, write.name, { controls: plan.controls ?? [], names: [] });
  await budget.reserve(BYTES_PER_STEP);
  const rows = plan.own?.rows ?? Math.max(earlier?.rows ?? 0, plan.cells.length);
  if (rows > 0) rangeOf(budget, key, 0, 0, rows, COLUMNS).format.autofitRows();
  await writeRowHeights(budget, key, plan.rowHeights);
  await writeCharts(budget, key, plan.charts ?? [], earlier?.charts ?? []);
}

/** From here on the sheet is whole. */
export async function endSheet(budget: RequestBudget, write: SheetWrite): Promise<void> {
  const { key, plan, earlier, unfinishedMark } = write;
  const first = plan.cells[0]?.[0];
  await budget.reserve(BYTES_PER_STEP * 4);
  rangeOf(budget, key, 0, 0, 1, 1).formulas = [[first ? cellInput(first) : ""]];
  if (earlier) {
    const below = rangeOf(budget, key, keptRow(write), 0, ROWS - keptRow(write), COLUMNS);
    below.clear(Excel.ClearApplyTo.contents);
    if (!plan.own) {
      below.unmerge();
      below.style = Excel.BuiltInStyle.normal;
    } else if (plan.kept) {
      const kept = rangeOf(budget, key, keptRow(write), 0, plan.kept.values.length, COLUMNS);
      kept.style = Excel.BuiltInStyle.normal;
    }
  }
  await removeName(budget, unfinishedMark);
}

export function withFirst(cells: SheetLayout["cells"], first: PlannedCell): SheetLayout["cells"] {
  const [[, ...rest] = [], ...lines] = cells;
  return [[first, ...rest], ...lines];
}

/** Below everything that stands on the sheet, and that will. */
function keptRow({ plan, earlier }: SheetWrite): number {
  const styled = plan.styles.reduce((rows, { range }) => Math.max(rows, range.bottom + 1), 0);
  return Math.max(earlier?.rows ?? 0, plan.cells.length, styled) + 1;
}

function rangeOf({ context }: RequestBudget, key: string, row: number, column: number, rows: number, columns: number) {
  return context.workbook.worksheets.getItem(key).getRangeByIndexes(row, column, rows, columns).untrack();
}

const asPlanned = (value: KeptRows["values"][number][number]): PlannedCell["value"] =>
  typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : value;

const textBytes = (...grids: readonly (readonly (readonly unknown[])[])[]): number =>
  grids.reduce((bytes, grid) => bytes + 3 * JSON.stringify(grid).length, 0) +
  BYTES_PER_KEPT_CELL * (grids[0]?.length ?? 0) * (grids[0]?.[0]?.length ?? 0);
