// The kinds of cells that Excel's "Go to special" knows.
import type { CellValue } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { hostErrors, NotSimulated } from "../wire";
import { typeOf, valueAt } from "../cell-value";

/** Excel.SpecialCellType. */
export type CellKind =
  | "ConditionalFormats"
  | "DataValidations"
  | "Blanks"
  | "Constants"
  | "Formulas"
  | "SameConditionalFormat"
  | "SameDataValidation"
  | "Visible";

interface Place {
  readonly row: number;
  readonly column: number;
}

const WORDS: Readonly<Record<string, RegExp>> = {
  Error: /Errors/,
  Boolean: /Logical/,
  Double: /Number/,
  String: /Text/,
};

export function isOfKind(sheet: SheetModel, kind: CellKind, values: string): (place: Place) => boolean {
  // A kind of values is its words joined: "ErrorsLogicalNumber".
  const isAsked = (value: CellValue) => values === "All" || (WORDS[typeOf(value)]?.test(values) ?? false);
  switch (kind) {
    case "Blanks":
      return ({ row, column }) => isBlank(sheet, row, column);
    case "Constants":
      return ({ row, column }) => {
        const { value, formula } = sheet.content(row, column);
        return formula === null && value !== null && isAsked(value);
      };
    case "Formulas":
      return ({ row, column }) => {
        const { formula } = sheet.content(row, column);
        return formula !== null && (values === "All" || isAsked(valueAt(sheet, row, column)));
      };
    case "Visible":
      return ({ row, column }) => !sheet.isRowHidden(row) && !sheet.isColumnHidden(column);
    case "ConditionalFormats":
    case "DataValidations":
    case "SameConditionalFormat":
    case "SameDataValidation":
      throw new NotSimulated(`special cells: ${kind}`);
    default:
      throw hostErrors.invalidArgument();
  }
}

function isBlank(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = sheet.content(row, column);
  return value === null && formula === null;
}
