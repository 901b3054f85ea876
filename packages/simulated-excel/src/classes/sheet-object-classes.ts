// Pivot tables, as far as an add-in looks at them.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { SheetObject as PlacedObject } from "xlsx-model/sheet-values";
import { intersection } from "../address";
import type { Box } from "../box";
import type { ExcelState } from "../excel-state";
import { hostClass, type ClassTables, type HostObject } from "../object-table";
import { sheetObject } from "./objects";
import type { RangeObject, SheetObject } from "./range-object";

interface ObjectOnSheet extends SheetObject {
  readonly placed: PlacedObject;
}

/** The objects of a sheet; with a range, those that it touches; without a sheet, those of the workbook. */
interface ObjectsOnSheets extends HostObject {
  readonly sheet?: SheetModel;
  readonly range?: GridRange;
}

export function sheetObjectClasses(state: ExcelState): ClassTables {
  const items =
    (className: string, ofSheet: (sheet: SheetModel) => readonly PlacedObject[]) =>
    ({ sheet, range }: ObjectsOnSheets): ObjectOnSheet[] =>
      (sheet ? [sheet] : state.model.sheets).flatMap((owner) =>
        ofSheet(owner)
          .filter((placed) => range === undefined || intersection(placed.range, range) !== null)
          .map((placed) => ({ className, sheet: owner, placed })),
      );
  const pivots = items("PivotTable", (sheet) => sheet.objects.filter(({ kind }) => kind === "pivot"));
  const name = ({ placed }: ObjectOnSheet) => placed.name ?? "";
  const called = (objects: readonly ObjectOnSheet[], wanted: unknown) =>
    objects.find((object) => name(object).toLowerCase() === String(wanted).toLowerCase()) ?? null;
  return {
    PivotTableCollection: hostClass<ObjectsOnSheets>({
      items: pivots,
      index: (collection, wanted) => called(pivots(collection), wanted),
    }),
    PivotTableScopedCollection: hostClass<ObjectsOnSheets>({
      items: pivots,
      index: (collection, wanted) => called(pivots(collection), wanted),
      call: { GetFirstOrNullObject: (collection) => pivots(collection)[0] ?? null },
    }),
    // The name is the key: nothing says what the identifier looks like.
    PivotTable: hostClass<ObjectOnSheet>({
      key: (pivot) => ({ Name: name(pivot) }),
      get: { Name: name },
      nav: { Worksheet: ({ sheet }) => sheetObject(state, sheet) },
    }),
  };
}

export const pivotsWithin = ({ sheet, range }: RangeObject): ObjectsOnSheets => ({
  className: "PivotTableScopedCollection",
  sheet,
  range,
});

export function boxGetters<T>(box: (object: T) => Box): Readonly<Record<keyof Box, (object: T) => number>> {
  return {
    Left: (object) => box(object).Left,
    Top: (object) => box(object).Top,
    Width: (object) => box(object).Width,
    Height: (object) => box(object).Height,
  };
}
