// What a cell of the simulated Excel holds, and which type Excel says it has.
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { SheetModel } from "xlsx-model/workbook-model";
import { isError } from "./number-format";
import { significant } from "./typed-input";
import { NotSimulated } from "./wire";

/** A cell of another workbook, which is closed here and of which the file kept no value. */
const OTHER_WORKBOOK = /\[(?:\d+|[^\][]+\.xl\w+)\][^[!"]*!/i;

/** Never the word that stands for a value that nobody knows: Excel knows it. */
export function valueAt(sheet: SheetModel, row: number, column: number): CellValue {
  const { formula, value } = sheet.content(row, column);
  if (value !== UNCOMPUTED || formula === null) return value;
  if (OTHER_WORKBOOK.test(formula)) return "#REF!";
  throw new NotSimulated(`the value of ${formula}`);
}

/** As the API answers it: on the fifteen digits that Excel shows. */
export function readValueAt(sheet: SheetModel, row: number, column: number): CellValue {
  const value = valueAt(sheet, row, column);
  return typeof value === "number" ? significant(value) : value;
}

export function typeOf(value: CellValue): string {
  if (value === null || value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isError(value) ? "Error" : "String";
}
