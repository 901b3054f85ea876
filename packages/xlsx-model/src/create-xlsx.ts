// Makes a new .xlsx with one empty sheet, "Feuil1".
import { newWorkbookBytes } from "./workbook/new-parts";
import { XlsxWorkbook } from "./workbook/xlsx-workbook";

/** `name` is that of its file; the title is what readers of the file say that it is. */
export function createXlsx(name: string, title?: string): XlsxWorkbook {
  return new XlsxWorkbook(newWorkbookBytes(title), name);
}
