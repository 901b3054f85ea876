// Formulas over a name that appeared, went or stands for something else since the last calculation.
import type { ExcelState } from "../excel-state";
import { enteredFormula } from "./entered-formula";

export function enterAnew(state: ExcelState): void {
  const names = [...state.changedNames];
  state.changedNames.clear();
  if (names.length === 0) return;
  for (const sheet of state.model.sheets) {
    const used = sheet.usedRange(true);
    if (!used) continue;
    for (const row of sheet.describedRows(used.top, used.bottom)) {
      for (let column = used.left; column <= used.right; column += 1) {
        const formula = sheet.content(row, column).formula?.toLowerCase();
        if (formula === undefined || !names.some((name) => formula.includes(name))) continue;
        const entered = sheet.content(row, column).formula ?? "";
        sheet.setContent(row, column, { value: enteredFormula(state, sheet.id, entered), formula: entered });
        state.formulaWritten(sheet, row, column);
      }
    }
  }
}
