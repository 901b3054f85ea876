// Adds annexes as new sheets at the end of the workbook, and shows the first one; a failure takes away what it began.
import { absoluteRange } from "../core/domain/cell-ref";
import type { AnnexePlan, EntryControl, RawWorkbook } from "../core/workbook-port";
import { freeSheetName } from "../core/writing/result-sheet-name";
import type { RequestBudget } from "./request-budget";
import { writeSheet } from "./write-sheet";

const BYTES_PER_NAME = 1000;
const BYTES_PER_CONTROL = 2000;

/** `taken` are the result sheets of the same plan. Answers the tab names that the annexes got. */
export async function writeAnnexes(
  budget: RequestBudget,
  annexes: readonly AnnexePlan[],
  read: RawWorkbook,
  taken: readonly string[],
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
    for (const [index, { name, annexe }] of named.entries()) await fillSheet(budget, ids[index] ?? name, name, annexe);
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

async function fillSheet(budget: RequestBudget, id: string, name: string, annexe: AnnexePlan): Promise<void> {
  await writeSheet(budget, id, annexe, 0);
  for (const control of annexe.controls) {
    await budget.reserve(BYTES_PER_CONTROL);
    addControl(budget.context.workbook.worksheets.getItem(id), control);
  }
  for (const { name: cells, range } of annexe.names) {
    await budget.reserve(BYTES_PER_NAME);
    const { names } = budget.context.workbook.worksheets.getItem(id);
    names.add(cells, `=${absoluteRange({ sheet: name, ...range })}`);
  }
}

function addControl(sheet: Excel.Worksheet, { range, rule, title, message }: EntryControl): void {
  const { top, left, bottom, right } = range;
  const { dataValidation } = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
  dataValidation.rule = toRule(rule);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = { showAlert: true, style: Excel.DataValidationAlertStyle.stop, title, message };
}

function toRule(rule: EntryControl["rule"]): Excel.DataValidationRule {
  switch (rule.kind) {
    case "decimal":
      return {
        decimal: { formula1: rule.minimum, operator: Excel.DataValidationOperator.greaterThanOrEqualTo },
      };
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "date":
      return {
        date: { formula1: rule.from, formula2: rule.to, operator: Excel.DataValidationOperator.between },
      };
    case "formula":
      return { custom: { formula: rule.formula } };
  }
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
