// What Excel says to an entry that a data validation of the sheet refuses.
import { dateSerial } from "xlsx-model/values/date-serial";
import type { CellValue, EntryControl } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";
import { compileExpression } from "../formula/expression";
import { ExpressionError, toBoolean } from "../formula/expression-values";
import { contains } from "../view/conditional";

/** Null for an entry that is taken; an empty cell always is, and a formula, whose result is not known yet. */
export function refusalOf(sheet: SheetModel, row: number, column: number, entry: CellContent): string | null {
  const { value, formula } = entry;
  if (value === null || formula !== null) return null;
  const refusing = sheet.entryControls.find(
    (control) =>
      !control.isAdvice && contains(control.range, row, column) && !accepts(control, sheet, row, column, value),
  );
  return refusing ? `${refusing.title}. ${refusing.message}` : null;
}

function accepts(control: EntryControl, sheet: SheetModel, row: number, column: number, value: CellValue): boolean {
  const { rule, range } = control;
  switch (rule.kind) {
    case "decimal":
      return typeof value === "number" && value >= rule.minimum;
    case "list":
      return rule.values.includes(String(value));
    case "date":
      return typeof value === "number" && value >= dateSerial(rule.from) && value <= dateSerial(rule.to);
    case "formula": {
      const holds = compileExpression(rule.formula.replace(/^=/, ""));
      // What this evaluator does not know is not refused.
      if (!holds) return true;
      try {
        return toBoolean(
          holds({
            value: (otherRow, otherColumn) =>
              otherRow === row && otherColumn === column ? value : sheet.content(otherRow, otherColumn).value,
            down: row - range.top,
            right: column - range.left,
          }),
        );
      } catch (error) {
        if (error instanceof ExpressionError) return false;
        throw error;
      }
    }
  }
}
