// Refreshes the totals of literal sheets on a real .xlsx, computed by a real engine.
import type { Convention } from "../../../../src/core/contract/convention";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatCellRef, parseCellRef } from "xlsx-model/cell-ref";
import type { CellContent } from "xlsx-model/sheet-values";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook, type FileWorkbook } from "../../../../src/files/file-workbook";
import { applyTotals, previewTotals, type TotalsPreview } from "../../../../src/usecases/refresh-totals";
import type { CellLiteral } from "../../reading/raw-workbook-builder";

export type Sheets = Readonly<Record<string, readonly (readonly CellLiteral[])[]>>;

export const AS_OF = "2026-11-24";

/** A file of these cells; a text that begins with "=" is a formula. */
export function fileOf(sheets: Sheets): FileWorkbook {
  const model = createXlsx("classeur.xlsx");
  for (const [index, [name, rows]] of Object.entries(sheets).entries()) {
    const sheet = index === 0 && model.sheets[0] ? model.sheets[0] : model.addSheet(name);
    if (sheet.name !== name) sheet.name = name;
    for (const [row, cells] of rows.entries()) {
      for (const [column, literal] of cells.entries()) {
        const { value, formula = null, numberFormat } = expand(literal);
        const range = { top: row, left: column, bottom: row, right: column };
        if (numberFormat !== undefined) sheet.setStyle(range, { numberFormat });
        if (value !== null || formula !== null) sheet.setContent(row, column, { value, formula });
      }
    }
  }
  return openFileWorkbook(model.save(), "classeur.xlsx");
}

function expand(literal: CellLiteral): Exclude<CellLiteral, string | number | boolean | null> {
  if (typeof literal === "string" && literal.startsWith("=")) return { value: null, formula: literal };
  return literal !== null && typeof literal === "object" ? literal : { value: literal };
}

export function contentAt({ model }: FileWorkbook, address: string): CellContent {
  const ref = parseCellRef(address);
  const sheet = model.sheets.find(({ name }) => name === ref?.sheet);
  if (!ref || !sheet) throw new Error(`no cell ${address}`);
  return sheet.content(ref.row, ref.column);
}

export interface Refreshed {
  readonly file: FileWorkbook;
  readonly preview: TotalsPreview;
  /** What a second refresh would change. */
  readonly again: TotalsPreview;
}

export async function refresh(file: FileWorkbook, convention: Convention = contratIntegre): Promise<Refreshed> {
  const preview = await previewTotals(file.port, convention, AS_OF);
  await applyTotals(file.port, convention, AS_OF, preview);
  return { file, preview, again: await previewTotals(file.port, convention, AS_OF) };
}

/** "B5: =C5+D5" of every change. */
export function formulasOf({ changes }: Pick<TotalsPreview, "changes">): Record<string, string> {
  return Object.fromEntries(changes.map(({ cell, formula }) => [formatCellRef(cell), formula]));
}
