// Controls of entry and names against their plan.
import type { AnnexePlan } from "../../core/workbook-port";
import { absoluteRange, formatLocalRange } from "xlsx-model/cell-ref";
import type { EntryControl } from "xlsx-model/plan";
import { dateSerial } from "xlsx-model/values/date-serial";
import type { Comparison, Held } from "./comparison";
import { isSameFormula } from "./compare-cells";

export async function compareEntries(
  seen: Comparison,
  sheet: Excel.Worksheet,
  sheetName: string,
  { controls, names }: Pick<AnnexePlan, "controls" | "names">,
): Promise<void> {
  const asked = controls.map(({ range: { top, left, bottom, right } }) => {
    const { dataValidation } = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
    dataValidation.load({ rule: true, errorAlert: true, ignoreBlanks: true });
    return dataValidation;
  });
  const items = names.map(({ name }) => {
    const item = sheet.names.getItemOrNullObject(name);
    item.load({ formula: true });
    return item;
  });
  await sheet.context.sync();
  for (const [index, control] of controls.entries()) {
    const where = `${sheetName} ${formatLocalRange(control.range)}`;
    const read = asked[index];
    seen.see("DataValidation.rule", where, plannedRule(control.rule), readRule(read?.rule ?? {}));
    const { title, message, style, showAlert } = read?.errorAlert ?? {};
    const planned = {
      title: control.title,
      message: control.message,
      style: control.isAdvice ? "Warning" : "Stop",
      showAlert: true,
    };
    seen.see("DataValidation.errorAlert", where, planned, { title, message, style, showAlert });
    seen.see("DataValidation.ignoreBlanks", where, true, read?.ignoreBlanks);
  }
  for (const [index, { name, range }] of names.entries()) {
    const item = items[index];
    const planned = `=${absoluteRange({ sheet: sheetName, ...range })}`;
    const read = !item || item.isNullObject ? null : item.formula;
    seen.see("NamedItemCollection.add", `${sheetName}, nom ${name}`, planned, read, isSameFormula);
  }
}

function plannedRule(rule: EntryControl["rule"]): Held {
  switch (rule.kind) {
    case "decimal":
      return ["decimal", "GreaterThanOrEqualTo", String(rule.minimum), ""];
    case "list":
      return ["list", rule.values.join(","), true];
    case "date":
      return ["date", "Between", String(dateSerial(rule.from)), String(dateSerial(rule.to))];
    case "formula":
      return ["custom", rule.formula];
  }
}

/** Excel says its bounds as figures, as texts or as formulas, and dates as it likes. */
function readRule({ decimal, list, date, custom }: Excel.DataValidationRule): Held {
  if (decimal) return ["decimal", decimal.operator, bound(decimal.formula1), bound(decimal.formula2)];
  if (list) return ["list", typeof list.source === "string" ? list.source : "?", list.inCellDropDown];
  if (date) return ["date", date.operator, dateBound(date.formula1), dateBound(date.formula2)];
  return custom ? ["custom", custom.formula] : null;
}

const bound = (formula: unknown): string => String(formula ?? "").replace(/^=/, "");

function dateBound(formula: unknown): string {
  const said = bound(formula);
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(said)?.[0];
  return iso === undefined ? said : String(dateSerial(iso));
}
