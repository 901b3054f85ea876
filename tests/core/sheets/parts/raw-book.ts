// A workbook as it is read, made of what its cells hold.
import type { RawBlock, RawSheet, RawWorkbook } from "../../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";

/** A text that begins with "=" is a formula, which comes to 7. */
export function block(values: readonly (readonly CellValue[])[], row = 0, column = 0): RawBlock {
  const isFormula = (value: CellValue) => typeof value === "string" && value.startsWith("=");
  return {
    row,
    column,
    values: values.map((line) => line.map((value) => (isFormula(value) ? 7 : value))),
    formulas: values.map((line) => line.map((value) => (isFormula(value) ? String(value) : null))),
    numberFormats: values.map((line) => line.map(() => "General")),
  };
}

export function sheet(name: string, blocks: readonly RawBlock[], more: Partial<RawSheet> = {}): RawSheet {
  const plain = { visibility: "visible", isProtected: false, resultSheet: null, highlightIds: [] } as const;
  return { id: name, name, blocks, hiddenRows: [], hiddenColumns: [], ...plain, ...more };
}

export const book = (sheets: readonly RawSheet[], more: Partial<RawWorkbook> = {}): RawWorkbook => ({
  name: "classeur.xlsx",
  isStructureProtected: false,
  choices: [],
  sheets,
  ...more,
});
