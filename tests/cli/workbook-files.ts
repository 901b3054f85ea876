// Real .xlsx files of the annex tables, with the slips that a test asks for.
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { createXlsx } from "xlsx-model/create-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { annexesWorkbook, type Slips } from "../core/sheets/annexes-workbook";

function fill(workbook: WorkbookModel, slips: Slips): void {
  for (const [index, { name, blocks }] of annexesWorkbook(slips).sheets.entries()) {
    const sheet = index === 0 ? workbook.sheets[0] : workbook.addSheet(name);
    if (!sheet) throw new Error("a new workbook has a sheet");
    sheet.name = name;
    for (const block of blocks) {
      for (const [row, values] of block.values.entries()) {
        for (const [column, value] of values.entries()) {
          if (value === null) continue;
          sheet.setContent(block.row + row, block.column + column, {
            value,
            formula: block.formulas[row]?.[column] ?? null,
          });
        }
      }
    }
  }
}

export function writeWorkbook(path: string, slips: Slips = {}): string {
  const workbook = createXlsx(basename(path));
  fill(workbook, slips);
  writeFileSync(path, workbook.save());
  return path;
}
