// The objects that stand for a sheet and for a range of its cells.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { HostObject } from "../object-table";

/** An object that stands for the sheet or for something of which a sheet has one. */
export interface SheetObject extends HostObject {
  readonly sheet: SheetModel;
}

export interface RangeObject extends SheetObject {
  readonly range: GridRange;
}

export function rangeObject(sheet: SheetModel, range: GridRange): RangeObject {
  return { className: "Range", sheet, range };
}
