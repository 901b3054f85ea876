// Computes planned formulas with a real spreadsheet engine, over the agent's cells as they are or as they become.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";
import type { RawWorkbook, SheetPlan } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";

const require = createRequire(import.meta.url);
initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

function input(value: CellValue): string {
  if (value === null) return "";
  // The engine takes a leading apostrophe as Excel does: what follows is text.
  return typeof value === "string" ? `'${value}` : String(value);
}

/** The results of one planned sheet as texts, row by row. */
export function compute(raw: RawWorkbook, plan: SheetPlan): string[][] {
  const model = new Model("test", "en", "UTC", "en");
  model.pauseEvaluation();
  for (const [index, sheet] of raw.sheets.entries()) {
    if (index > 0) model.newSheet();
    model.renameSheet(index, sheet.name);
    for (const block of sheet.blocks) {
      for (const [row, values] of block.values.entries()) {
        for (const [column, value] of values.entries()) {
          if (value !== null) model.setUserInput(index, block.row + row + 1, block.column + column + 1, input(value));
        }
      }
    }
  }
  const ours = raw.sheets.length;
  model.newSheet();
  for (const [row, cells] of plan.cells.entries()) {
    for (const [column, { value, formula }] of cells.entries()) {
      if (value !== null) model.setUserInput(ours, row + 1, column + 1, formula ?? input(value));
    }
  }
  model.evaluate();
  return plan.cells.map((cells, row) =>
    cells.map((_, column) => model.getFormattedCellValue(ours, row + 1, column + 1)),
  );
}
