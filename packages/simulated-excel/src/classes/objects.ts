// The objects that the simulated Excel hands to the client, and how they are made.
import type { GridRange } from "xlsx-model/plan";
import type { SheetTable } from "xlsx-model/tables/sheet-table";
import type { SheetModel } from "xlsx-model/workbook-model";
import { parseLocalRange, splitAddress } from "xlsx-model/cell-ref";
import { WHOLE_SHEET } from "../address";
import type { ExcelState } from "../excel-state";
import { isHostObject } from "../object-table";
import { hostErrors } from "../wire";
import { rangeObject, type RangeObject, type SheetObject } from "./range-object";

export interface TableObject extends SheetObject {
  readonly table: SheetTable;
}

export interface RangesObject extends SheetObject {
  readonly ranges: readonly GridRange[];
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
  const range = parseLocalRange(local);
  if (owner && range) return rangeObject(owner, range);
  const named = owner && namedRange(state, owner, local);
  if (!named) throw hostErrors.invalidArgument();
  return named;
}

/** The cells that a name stands for, first of the sheet's own names; null for no name, and for one of something else. */
function namedRange(state: ExcelState, sheet: SheetModel, name: string): RangeObject | null {
  const called = state.model.names.filter((known) => known.name.toLowerCase() === name.toLowerCase());
  const found = called.find(({ scope }) => scope === sheet.id) ?? called.find(({ scope }) => scope === null);
  const { sheet: owner, local } = splitAddress(found?.formula ?? "");
  const holder = owner === null ? null : state.sheet(owner);
  const range = parseLocalRange(local);
  return holder && range && rangeObject(holder, range);
}
