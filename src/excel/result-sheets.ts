// Finds or adds our result sheets: recognised by a hidden name, never by their tab, and rewritten in place.
import { quoteSheet } from "../core/domain/cell-ref";
import type { RawWorkbook, SheetPlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/writing/sheets/marks";
import { refusals } from "../core/writing/sheets/refusals";
import { freeSheetName } from "../core/writing/sheets/result-sheet-name";
import type { Standing } from "./read-marks";
import type { RequestBudget } from "./request-budget";
import { writeSheet } from "./write-sheet";

export interface WrittenSheets {
  readonly sheetNames: readonly string[];
  readonly refused: readonly string[];
}

const BYTES_PER_SHEET = 3000;

/** `marks` are the hidden names of ours that exist; one may have outlived its sheet. `standing` is by the sheet's id. */
export async function writeResultSheets(
  budget: RequestBudget,
  plans: readonly SheetPlan[],
  read: RawWorkbook,
  marks: ReadonlySet<string>,
  standing: ReadonlyMap<string, Standing>,
): Promise<WrittenSheets> {
  const taken = read.sheets.map(({ name }) => name);
  const sheetNames: string[] = [];
  const refused: string[] = [];
  for (const plan of plans) {
    const existing = read.sheets.find(({ resultSheet }) => resultSheet === plan.kind);
    if (existing?.isProtected) {
      refused.push(refusals.protectedResultSheet(existing.name));
    } else if (existing) {
      sheetNames.push(existing.name);
      const rows = Math.max(0, ...existing.blocks.map(({ row, values }) => row + values.length));
      await writeSheet(budget, existing.id, plan, { rows, ...standing.get(existing.id) });
    } else if (read.isStructureProtected) {
      refused.push(refusals.protectedStructure(plan.name));
    } else {
      const name = freeSheetName(plan.name, taken);
      taken.push(name);
      sheetNames.push(name);
      await addSheet(budget, plan, name, marks);
      await writeSheet(budget, name, plan);
    }
  }
  return { sheetNames, refused };
}

async function addSheet(
  budget: RequestBudget,
  { kind }: SheetPlan,
  name: string,
  marks: ReadonlySet<string>,
): Promise<void> {
  await budget.reserve(BYTES_PER_SHEET);
  budget.context.workbook.worksheets.add(name);
  addMark(budget.context, RESULT_SHEET_MARKS[kind], name, marks);
}

/** `marks` are the hidden names of ours that exist: one that outlived its sheet is pointed at the new one. */
export function addMark(
  { workbook: { names } }: Excel.RequestContext,
  mark: string,
  sheetName: string,
  marks: ReadonlySet<string>,
): void {
  const reference = `=${quoteSheet(sheetName)}!$A$1`;
  if (marks.has(mark)) names.getItem(mark).formula = reference;
  else names.add(mark, reference).visible = false;
}
