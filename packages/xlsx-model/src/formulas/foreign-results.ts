// Computed formulas of which a French Excel would compute something else, seen by what the cells hold that they read.
import { parseLocalRange } from "../cell-ref";
import type { CellValue } from "../plan";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { dependsOnLanguage } from "./depends-on-language";
import type { Computed } from "./evaluate";
import { cellKey, type FormulaCells } from "./formula-cells";
import type { FormulaCell } from "./formula-cell";

/** `texts` are those that the engine was given. */
export function foreignResults(
  results: readonly Computed[],
  texts: ReadonlyMap<FormulaCell, string>,
  cells: FormulaCells,
): FormulaCell[] {
  const { sheets } = cells.book;
  const computed = new Map<XlsxSheet, Map<number, CellValue>>();
  for (const { formula, values } of results)
    for (const { row, column, value } of values ?? []) {
      const ofSheet = computed.get(formula.sheet) ?? new Map<number, CellValue>();
      computed.set(formula.sheet, ofSheet.set(cellKey(row, column), value));
    }
  const valuesOf = (home: XlsxSheet, name: string | null, address: string): CellValue[] => {
    const sheet = name === null ? home : sheets[Number(name.slice(1))];
    const range = parseLocalRange(address);
    if (!sheet || !range) return [];
    return [...sheet.part.grid.rowsWithin(range.top, range.bottom, true)].flatMap((row) => {
      const held: CellValue[] = [];
      for (const [column, { value }] of sheet.part.grid.cells(row))
        if (column >= range.left && column <= range.right)
          held.push(computed.get(sheet)?.get(cellKey(row, column)) ?? value);
      return held;
    });
  };
  return results.flatMap(({ formula, values }) => {
    const text = texts.get(formula);
    const [first] = values ?? [];
    if (text === undefined || !first) return [];
    const isOther = dependsOnLanguage(text, first.value, ({ sheet, text: cell }) =>
      valuesOf(formula.sheet, sheet, cell),
    );
    return isOther ? formula : [];
  });
}
