// Makes a new .xlsx with one empty sheet, "Feuil1".
import type { WorkbookModel } from "./workbook-model";
import { newWorkbookBytes } from "./workbook/new-parts";
import { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function createXlsx(name: string): WorkbookModel {
  return new XlsxWorkbook(newWorkbookBytes(), name);
}
