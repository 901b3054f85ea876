// Keeps texts in the workbook, as hidden names: the sealed contract, what was answered of its columns, rows and tables, the variants of an avenant.
import { planKept, type KeptText } from "../core/sheets/parts/kept-texts";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";

export function writeKept(workbook: XlsxWorkbook, kind: KeptText, text: string): void {
  const known = workbook.names.filter(({ scope }) => scope === null).map(({ name }) => name);
  const { kept, gone } = planKept(kind, text, known);
  for (const name of gone) workbook.removeName(name, null);
  for (const { name, reference } of kept) workbook.setName({ name, formula: reference, hidden: true, scope: null });
}
