// Adds annexes as new sheets at the end of the workbook, and shows the first one; a failure takes away what it began.
import type { AnnexePlan, RawWorkbook } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/writing/sheets/marks";
import { freeSheetName } from "../core/writing/sheets/result-sheet-name";
import type { RequestBudget } from "./request-budget";
import { addMark } from "./result-sheets";
import { writeEntries } from "./write-entries";
import { writeSheet } from "./write-sheet";

const BYTES_PER_MARK = 1000;

/**
 * `taken` are the result sheets of the same plan, `marks` the hidden names of ours that exist. Answers the tab names that the
 * annexes got.
 */
export async function writeAnnexes(
  budget: RequestBudget,
  annexes: readonly AnnexePlan[],
  read: RawWorkbook,
  taken: readonly string[],
  marks: ReadonlySet<string>,
): Promise<readonly string[]> {
  const known = [...read.sheets.map(({ name }) => name), ...taken];
  const named = annexes.map((annexe) => {
    const name = freeSheetName(annexe.name, known);
    known.push(name);
    return { name, annexe };
  });
  const names = named.map(({ name }) => name);
  if (names.length === 0) return names;
  await budget.send();
  const ids = await addSheets(budget.context, names, read);
  try {
    for (const [index, { name, annexe }] of named.entries()) {
      const id = ids[index] ?? name;
      await writeSheet(budget, id, annexe);
      await writeEntries(budget, id, name, annexe);
    }
    for (const { name, annexe } of named) {
      if (!annexe.mark) continue;
      await budget.reserve(BYTES_PER_MARK);
      addMark(budget.context, RESULT_SHEET_MARKS[annexe.mark], name, marks);
    }
    const [first = ""] = ids;
    budget.context.workbook.worksheets.getItem(first).activate();
    await budget.send();
  } catch (error) {
    await removeSheets(budget.context, ids, false);
    throw error;
  }
  return names;
}

/** By its own request: from here on the sheets are known by what no agent can take from them. */
async function addSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  read: RawWorkbook,
): Promise<readonly string[]> {
  const sheets = names.map((name) => context.workbook.worksheets.add(name));
  for (const sheet of sheets) sheet.load({ id: true });
  try {
    await context.sync();
  } catch (error) {
    const known = new Set(read.sheets.map(({ name }) => name));
    // A co-author may have added a sheet of that name meanwhile: only an empty one can be ours.
    await removeSheets(
      context,
      names.filter((name) => !known.has(name)),
      true,
    );
    throw error;
  }
  return sheets.map(({ id }) => id);
}

/** The failure that brought us here is the one to tell, whatever becomes of this. */
async function removeSheets(context: Excel.RequestContext, keys: readonly string[], onlyEmpty: boolean): Promise<void> {
  try {
    const found = keys.map((key) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(key);
      return { sheet, used: sheet.getUsedRangeOrNullObject() };
    });
    await context.sync();
    for (const { sheet, used } of found) {
      if (!sheet.isNullObject && (!onlyEmpty || used.isNullObject)) sheet.delete();
    }
    await context.sync();
  } catch {
    return;
  }
}
