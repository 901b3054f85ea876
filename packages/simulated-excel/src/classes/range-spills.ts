// Dynamic arrays as a range tells them: the cells that a formula fills, and the formula that fills a cell.
import type { GridRange } from "xlsx-model/plan";
import type { Spill } from "xlsx-model/sheet/sheet-spills";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCount, intersection } from "../address";
import type { ClassTable } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { rangeObject, type RangeObject } from "./range-object";

const areSeveral = ({ range }: Spill): boolean => cellCount(range) > 1;

/** "Returns null if there are cells both with and without spill borders within the range." */
export function hasSpill({ sheet, range }: RangeObject): boolean | null {
  return allOrNone(
    range,
    sheet.dynamicArrays
      .list()
      .filter(areSeveral)
      .map((spill) => spill.range),
  );
}

export function savedAsArray({ sheet, range }: RangeObject): boolean | null {
  return allOrNone(
    range,
    sheet.dynamicArrays.list().map(({ row, column }) => ({ top: row, bottom: row, left: column, right: column })),
  );
}

/** No two arrays share a cell. */
function allOrNone(range: GridRange, areas: readonly GridRange[]): boolean | null {
  const covered = areas.reduce((sum, area) => {
    const common = intersection(area, range);
    return sum + (common ? cellCount(common) : 0);
  }, 0);
  if (covered === 0) return false;
  return covered === cellCount(range) ? true : null;
}

export const spillCalls: NonNullable<ClassTable<RangeObject>["call"]> = {
  GetSpillParent: (object) => parentOf(one(object)) ?? missing(),
  // "If it's not a spilled cell, or more than one cell is given, then this method returns an object with isNullObject."
  GetSpillParentOrNullObject: (object) => (isOne(object) ? parentOf(object) : null),
  GetSpillingToRange: (object) => filledFrom(one(object)) ?? missing(),
  GetSpillingToRangeOrNullObject: (object) => (isOne(object) ? filledFrom(object) : null),
};

const isOne = ({ range }: RangeObject): boolean => cellCount(range) === 1;

/** "Fails if applied to a range with more than one cell." */
function one(object: RangeObject): RangeObject {
  if (!isOne(object)) throw hostErrors.invalidArgument();
  return object;
}

function missing(): never {
  throw hostErrors.itemNotFound();
}

function over(sheet: SheetModel, { top, left }: GridRange): Spill | null {
  return (
    sheet.dynamicArrays.list().find((spill) => areSeveral(spill) && intersection(spill.range, at(top, left))) ?? null
  );
}

function parentOf({ sheet, range }: RangeObject): RangeObject | null {
  const spill = over(sheet, range);
  if (!spill) return null;
  if (isAnchor(spill, range))
    throw new NotSimulated("the spill parent of a formula's own cell, of which no page says what it is");
  return rangeObject(sheet, at(spill.row, spill.column));
}

function filledFrom({ sheet, range }: RangeObject): RangeObject | null {
  const spill = over(sheet, range);
  return spill && isAnchor(spill, range) ? rangeObject(sheet, spill.range) : null;
}

const isAnchor = ({ row, column }: Spill, { top, left }: GridRange): boolean => row === top && column === left;

const at = (row: number, column: number): GridRange => ({ top: row, bottom: row, left: column, right: column });
