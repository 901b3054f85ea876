// Makes a new .xlsx with one empty sheet, "Feuil1".
import { newWorkbookBytes } from "./workbook/new-parts";
import { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function createXlsx(name: string): XlsxWorkbook {
  return new XlsxWorkbook(newWorkbookBytes(), name);
}
