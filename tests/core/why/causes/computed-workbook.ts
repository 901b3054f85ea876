// The annex as an agent keeps it, typed or in formulas, computed by a real spreadsheet engine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";
import type { RawWorkbook } from "../../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { rawWorkbook, type CellLiteral } from "../../reading/raw-workbook-builder";
import { cellRef } from "../../rules/dossier-builder";

const require = createRequire(import.meta.url);
initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** A text that begins with "=" is a formula. */
export type Saisies = Readonly<Record<string, CellValue>>;

const isFormula = (value: CellValue): value is string => typeof value === "string" && value.startsWith("=");

/** The annex with other contents in some cells of the budget table. */
export function computed(saisies: Saisies): RawWorkbook {
  const cells: CellValue[][] = tableauBudgetaire.map((row) =>
    Array.from({ length: 13 }, (_, column) => (row[column] ?? null) as CellValue),
  );
  for (const [address, value] of Object.entries(saisies)) {
    const { row, column } = cellRef("", address);
    const line = cells[row];
    if (line) line[column] = value;
  }
  const model = new Model("test", "en", "UTC", "en");
  model.pauseEvaluation();
  model.renameSheet(0, "Tableau budgétaire");
  const each = (visit: (value: CellValue, row: number, column: number) => void): void =>
    cells.forEach((line, row) => line.forEach((value, column) => visit(value, row + 1, column + 1)));
  each((value, row, column) => {
    if (value === null) return;
    const isText = typeof value === "string" && !isFormula(value);
    model.setUserInput(0, row, column, isText ? `'${value}` : String(value));
  });
  model.evaluate();
  const results: CellLiteral[][] = cells.map((line) => [...line]);
  each((value, row, column) => {
    const line = results[row - 1];
    if (!isFormula(value) || !line) return;
    const shown = model.getFormattedCellValue(0, row, column);
    const result = shown.startsWith("#") ? shown : Number(shown.replaceAll(",", ""));
    line[column - 1] = { value: result, formula: value };
  });
  return rawWorkbook({ "Tableau budgétaire": results, Indicateurs: tableauIndicateurs });
}

/** The subtotals of the four axes, on their heading rows, and the TOTAL row, as formulas. */
export function withFormulas(): Record<string, CellValue> {
  const saisies: Record<string, CellValue> = {};
  const axes = [
    [3, 4, 5],
    [6, 7, 8],
    [9, 10, 11],
    [12, 13, 14],
  ] as const;
  for (const column of "BCDEFGHIJKLM") {
    for (const [heading, first, last] of axes)
      saisies[`${column}${heading}`] = `=SUM(${column}${first}:${column}${last})`;
    saisies[`${column}15`] = `=${axes.map(([heading]) => `${column}${heading}`).join("+")}`;
  }
  for (const [total, etat, local] of ["BCD", "EFG", "HIJ", "KLM"]) {
    for (const row of [4, 5, 7, 8, 10, 11, 13, 14]) saisies[`${total}${row}`] = `=${etat}${row}+${local}${row}`;
  }
  return saisies;
}
