// What goes with the cells of a sheet: the entries that Excel controls, and the names that belong to its sheet.
import { absoluteRange } from "xlsx-model/cell-ref";
import type { AnnexePlan } from "../core/workbook-port";
import type { EntryControl } from "xlsx-model/plan";
import type { RequestBudget } from "./request-budget";

const BYTES_PER_NAME = 1000;
const BYTES_PER_CONTROL = 2000;

/** `key` is the sheet's id or name. */
export async function writeEntries(
  budget: RequestBudget,
  key: string,
  sheetName: string,
  { controls, names }: Pick<AnnexePlan, "controls" | "names">,
): Promise<void> {
  const sheet = () => budget.context.workbook.worksheets.getItem(key);
  for (const control of controls) {
    await budget.reserve(BYTES_PER_CONTROL);
    addControl(sheet(), control);
  }
  for (const { name, range } of names) {
    await budget.reserve(BYTES_PER_NAME);
    sheet().names.add(name, `=${absoluteRange({ sheet: sheetName, ...range })}`);
  }
}

function addControl(sheet: Excel.Worksheet, { range, rule, title, message, isAdvice }: EntryControl): void {
  const { top, left, bottom, right } = range;
  const { dataValidation } = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
  dataValidation.rule = toRule(rule);
  dataValidation.ignoreBlanks = true;
  const { stop, warning } = Excel.DataValidationAlertStyle;
  dataValidation.errorAlert = { showAlert: true, style: isAdvice ? warning : stop, title, message };
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
