// Changes cells of the agent's, contents only: formats, notes and everything around them stay.
import type { CellChange } from "../core/workbook-port";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";

/** The sheets are those that were read, and none of them is protected. */
export function writeCells(workbook: XlsxWorkbook, cells: readonly CellChange[]): void {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const { cell, content, numberFormat } of cells) {
    const { row, column } = cell;
    const sheet = sheets.get(cell.sheet);
    if (!sheet) throw new Error(`no sheet ${cell.sheet}`);
    if (numberFormat !== undefined) {
      sheet.setStyle({ top: row, left: column, bottom: row, right: column }, { numberFormat });
    }
    sheet.setContent(row, column, { value: content.value, formula: content.formula ?? null });
  }
}
