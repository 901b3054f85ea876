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
    for (const row of sheet.filledRows(used.top, used.bottom)) {
      for (let column = used.left; column <= used.right; column += 1) {
        const { formula } = sheet.content(row, column);
        const lower = formula?.toLowerCase();
        if (formula === null || !names.some((name) => lower?.includes(name))) continue;
        const isDynamic = sheet.dynamicArrays.isDynamic(row, column);
        sheet.setContent(row, column, { formula, value: enteredFormula(state, sheet.id, formula), isDynamic });
        state.formulaWritten(sheet, row, column);
      }
    }
  }
}
