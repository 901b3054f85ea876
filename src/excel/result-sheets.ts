// Adds or rewrites our result sheets in place: recognised by a hidden name, never by their tab; all are begun before any is filled.
import { quoteSheet } from "xlsx-model/cell-ref";
import type { SheetPlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS, unfinishedMark } from "../core/sheets/parts/marks";
import type { SheetTarget } from "../core/sheets/parts/sheet-targets";
import { IN_PROGRESS } from "../core/sheets/parts/unfinished";
import { pointName } from "./names";
import { addOwnSheet } from "./own-sheets";
import type { Reading } from "./reading";
import type { RequestBudget } from "./request-budget";
import { beginSheet, endSheet, fillSheet, type SheetWrite } from "./write-sheet";

const BYTES_PER_SHEET = 3000;

/** Sheets that were added, by name; their id comes with the answer. */
export type AddedSheets = Map<string, Excel.Worksheet>;

/** From here until `endResultSheets` each of them says that it is being written. Those that it adds go to `added`. */
export async function beginResultSheets(
  budget: RequestBudget,
  targets: readonly SheetTarget<SheetPlan>[],
  marks: ReadonlySet<string>,
  standing: Reading["standing"],
  added: AddedSheets,
): Promise<readonly SheetWrite[]> {
  const writes: SheetWrite[] = [];
  for (const { plan, name, sheet } of targets) {
    if (!sheet) {
      await budget.reserve(BYTES_PER_SHEET);
      const worksheet = addOwnSheet(budget.context, name);
      worksheet.load({ id: true });
      added.set(name, worksheet);
    }
    const rows = sheet && Math.max(0, ...sheet.blocks.map(({ row, values }) => row + values.length));
    const write: SheetWrite = {
      key: sheet?.id ?? name,
      name,
      plan,
      ...(sheet && { earlier: { rows: rows ?? 0, ...standing.get(sheet.id) } }),
      unfinishedMark: unfinishedMark(plan.kind),
      notice: IN_PROGRESS.resultSheet,
    };
    await beginSheet(budget, write, marks);
    await pointName(budget, RESULT_SHEET_MARKS[plan.kind], `${quoteSheet(name)}!$A$1`, marks);
    writes.push(write);
  }
  return writes;
}

export async function fillResultSheets(budget: RequestBudget, writes: readonly SheetWrite[]): Promise<void> {
  for (const write of writes) await fillSheet(budget, write);
}

export async function endResultSheets(budget: RequestBudget, writes: readonly SheetWrite[]): Promise<void> {
  for (const write of writes) await endSheet(budget, write);
}
