// Where Excel calculates on request only, a formula that is entered is computed, and those that read what changed keep their value.
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { CellContent } from "xlsx-model/sheet-values";
import type { ExcelState, FormulaPlace } from "../excel-state";

/** Answers how to give every other formula its value back, for the next calculation to compute. */
export function keepOthers(state: ExcelState): () => void {
  const keyOf = ({ sheet, row, column }: FormulaPlace) => `${sheet.id} ${row} ${column}`;
  const entered = new Set(state.writtenFormulas.map(keyOf));
  const others: (FormulaPlace & { readonly content: CellContent })[] = [];
  for (const sheet of state.model.sheets) {
    const used = sheet.usedRange(true);
    if (!used) continue;
    for (let row = used.top; row <= used.bottom; row += 1)
      for (let column = used.left; column <= used.right; column += 1) {
        const content = sheet.content(row, column);
        const isOther = content.formula !== null && content.value !== UNCOMPUTED;
        if (isOther && !entered.has(keyOf({ sheet, row, column }))) others.push({ sheet, row, column, content });
      }
  }
  return () => {
    for (const { sheet, row, column, content } of others)
      if (sheet.content(row, column).value !== content.value) sheet.setContent(row, column, content);
  };
}
