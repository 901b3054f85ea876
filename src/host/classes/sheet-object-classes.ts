// What stands on a sheet beside its cells, as far as an add-in looks at it: tables, pivot tables, comments, shapes.
import type { GridRange } from "../../core/workbook-port";
import type { SheetModel, SheetObject as PlacedObject } from "../../files/workbook-model";
import { formatLocal, intersection } from "../address";
import { boxOf, type Box } from "../box";
import { hostClass, type ClassTables } from "../object-table";
import { rangeObject, type RangeObject, type SheetObject } from "./objects";

interface ObjectOnSheet extends SheetObject {
  readonly placed: PlacedObject;
}

/** Those of a sheet, or with a range those that it touches. */
interface ObjectsOnSheet extends SheetObject {
  readonly range?: GridRange;
}

export function sheetObjectClasses(): ClassTables {
  const items =
    (className: string, ofSheet: (sheet: SheetModel) => readonly PlacedObject[]) =>
    ({ sheet, range }: ObjectsOnSheet): ObjectOnSheet[] =>
      ofSheet(sheet)
        .filter((placed) => range === undefined || intersection(placed.range, range) !== null)
        .map((placed) => ({ className, sheet, placed }));
  const ofKind = (kind: PlacedObject["kind"]) => (sheet: SheetModel) =>
    sheet.objects.filter((placed) => placed.kind === kind);
  const key = ({ placed }: ObjectOnSheet) => ({ Id: formatLocal(placed.range) });
  const comments = items("Comment", ofKind("comment"));
  const name = ({ placed }: ObjectOnSheet) => placed.name ?? "";
  return {
    TableScopedCollection: hostClass<ObjectsOnSheet>({ items: items("Table", ofKind("table")) }),
    Table: hostClass<ObjectOnSheet>({ key, get: { Name: name } }),
    PivotTableScopedCollection: hostClass<ObjectsOnSheet>({ items: items("PivotTable", ofKind("pivot")) }),
    PivotTable: hostClass<ObjectOnSheet>({ key, get: { Name: name } }),
    // Not the notes: Excel tells those since ExcelApi 1.18, which this library does not know.
    CommentCollection: hostClass<ObjectsOnSheet>({
      items: comments,
      index: (collection, id) => comments(collection).find((comment) => key(comment).Id === id) ?? null,
    }),
    Comment: hostClass<ObjectOnSheet>({
      key,
      get: { Id: (object) => key(object).Id },
      call: { GetLocation: ({ sheet, placed }) => rangeObject(sheet, placed.range) },
    }),
    ShapeCollection: hostClass<ObjectsOnSheet>({ items: items("Shape", shapes) }),
    Shape: hostClass<ObjectOnSheet>({
      key,
      get: { Name: name, ...boxGetters(({ sheet, placed }: ObjectOnSheet) => boxOf(sheet, placed.range)) },
    }),
  };
}

export const tablesWithin = ({ sheet, range }: RangeObject): ObjectsOnSheet => ({
  className: "TableScopedCollection",
  sheet,
  range,
});

export const pivotsWithin = ({ sheet, range }: RangeObject): ObjectsOnSheet => ({
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

/** Charts have a collection of their own. */
function shapes(sheet: SheetModel): readonly PlacedObject[] {
  const charts = new Set(sheet.charts.map(({ name }) => name));
  return sheet.objects.filter(({ kind, name }) => kind === "drawing" && (name === null || !charts.has(name)));
}
