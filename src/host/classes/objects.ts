// The objects that the simulated Excel hands to the client, and how they are made.
import type { GridRange } from "../../core/workbook-port";
import type { SheetModel } from "../../files/workbook-model";
import { parseLocal, splitAddress, WHOLE_SHEET } from "../address";
import type { ExcelState } from "../excel-state";
import type { HostObject } from "../object-table";
import { isHostObject } from "../object-table";
import { hostErrors } from "../wire";

/** An object that stands for the sheet or for something of which a sheet has one. */
export interface SheetObject extends HostObject {
  readonly sheet: SheetModel;
}

export interface RangeObject extends SheetObject {
  readonly range: GridRange;
}

export interface RangesObject extends SheetObject {
  readonly ranges: readonly GridRange[];
}

export function rangeObject(sheet: SheetModel, range: GridRange): RangeObject {
  return { className: "Range", sheet, range };
}

export function rangesObject(className: string, sheet: SheetModel, ranges: readonly GridRange[]): RangesObject {
  return { className, sheet, ranges };
}

export function sheetObject(state: ExcelState, sheet: SheetModel): SheetObject {
  return state.objectOf(sheet, "Worksheet", () => ({ className: "Worksheet", sheet }));
}

export function isRangeObject(value: unknown): value is RangeObject {
  return isHostObject(value) && value.className === "Range";
}

/** "A1:B2", "Sheet!A1", a Range, or nothing for the whole sheet. */
export function toRange(state: ExcelState, sheet: SheetModel, reference: unknown): RangeObject {
  if (isRangeObject(reference)) return reference;
  if (reference === undefined || reference === null || reference === "") return rangeObject(sheet, WHOLE_SHEET);
  const { sheet: name, local } = splitAddress(String(reference));
  const owner = name === null ? sheet : state.sheet(name);
  const range = parseLocal(local);
  if (!owner || !range) throw hostErrors.invalidArgument();
  return rangeObject(owner, range);
}
