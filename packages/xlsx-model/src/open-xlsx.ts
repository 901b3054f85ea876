// Opens an .xlsx, in Node and in the browser alike.
import type { WorkbookModel } from "./workbook-model";
import { XlsxWorkbook } from "./workbook/xlsx-workbook";

/** `name` is the file's name without folder. Throws WorkbookError, with a French sentence, for what is no sound .xlsx. */
export function openXlsx(bytes: Uint8Array, name: string): WorkbookModel {
  return new XlsxWorkbook(bytes, name);
}
