// Range.removeDuplicates: of rows with the same values in the columns asked for the first one stays, and those below it move up.
import type { CellValue } from "xlsx-model/plan";
import { columnCount, intersection, rowCount } from "../address";
import type { ExcelState } from "../excel-state";
import { booleanArgument, hostClass, wholeArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import type { RangeObject } from "./range-object";

interface ResultObject extends HostObject {
  readonly removed: number;
  readonly left: number;
}

export function removeDuplicates(
  state: ExcelState,
  { sheet, range }: RangeObject,
  given: unknown,
  includesHeader: unknown,
): ResultObject {
  if (!Array.isArray(given) || given.length === 0) throw hostErrors.invalidArgument();
  const columns = given.map((column: unknown) => wholeArgument(column, 0, columnCount(range) - 1));
  const first = range.top + (booleanArgument(includesHeader ?? false) ? 1 : 0);
  if (sheet.tables.list().some((table) => intersection(table.range, range)))
    throw new NotSimulated("duplicates within a table");
  if (sheet.merges.some((merge) => intersection(merge, range)))
    throw hostErrors.invalidOperation("To do this, all the merged cells need to be the same size.");
  const used = sheet.usedRangeWithin(range, true);
  const last = Math.max(first - 1, Math.min(range.bottom, used?.bottom ?? -1));
  const rows = Array.from({ length: last - first + 1 }, (_, at) =>
    Array.from({ length: columnCount(range) }, (__, column) => sheet.content(first + at, range.left + column)),
  );
  if (rows.some((row) => row.some(({ formula }) => formula !== null)))
    throw new NotSimulated("duplicates among formulas");
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => sameFor(row[column]?.value ?? null)));
    return !seen.has(key) && seen.add(key);
  });
  const target = state.writable(sheet);
  rows.forEach((_, at) =>
    rows[0]?.forEach((__, column) =>
      target.setContent(first + at, range.left + column, kept[at]?.[column] ?? { value: null, formula: null }),
    ),
  );
  state.cellsChanged(sheet, range, "add-in");
  const counted = Math.min(rows.length, rowCount(range));
  return { className: "RemoveDuplicatesResult", removed: counted - kept.length, left: kept.length };
}

/** Excel compares texts without case. */
const sameFor = (value: CellValue) => (typeof value === "string" ? value.toLowerCase() : value);

export const removeDuplicatesClasses: ClassTables = {
  RemoveDuplicatesResult: hostClass<ResultObject>({
    get: { Removed: ({ removed }) => removed, UniqueRemaining: ({ left }) => left },
  }),
};
