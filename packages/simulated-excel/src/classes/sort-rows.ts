// Sorts the rows of a range as Excel does: numbers, then texts, then truth values, and empty cells last either way.
import type { CellValue, GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { recordsArgument, wholeArgument } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";

interface SortField {
  /** From the left of the range. */
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

export function sortRows(
  sheet: SheetModel,
  { top, left, bottom, right }: GridRange,
  given: unknown,
  { matchCase, method }: { readonly matchCase: boolean; readonly method?: unknown },
): { readonly key: number; readonly ascending: boolean }[] {
  if (method === "StrokeCount") throw new NotSimulated("the order of Chinese characters by their strokes");
  const fields = recordsArgument(given).map((field): SortField => ({
    ...field,
    key: wholeArgument(field["key"], 0, right - left),
  }));
  if (fields.length === 0) throw hostErrors.invalidArgument();
  if (fields.some(({ sortOn = "Value" }) => sortOn !== "Value")) throw new NotSimulated("sorting by colours and icons");
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) =>
    columns.map((column) => sheet.content(top + index, column)),
  );
  if (rows.some((row) => row.some(({ formula }) => formula !== null))) throw new NotSimulated("sorting of formulas");
  const collator = new Intl.Collator("fr", { sensitivity: matchCase ? "case" : "base" });
  const sorted = [...rows].sort((one, other) => {
    for (const { key, ascending = true } of fields) {
      const order = compare(one[key]?.value ?? null, other[key]?.value ?? null, ascending, collator);
      if (order !== 0) return order;
    }
    return 0;
  });
  sorted.forEach((row, index) =>
    row.forEach((content, at) => {
      const { value } = sheet.content(top + index, left + at);
      if (value !== content.value) sheet.setContent(top + index, left + at, content);
    }),
  );
  return fields.map(({ key, ascending = true }) => ({ key, ascending }));
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

function compare(one: CellValue, other: CellValue, ascending: boolean, collator: Intl.Collator): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = ascending ? 1 : -1;
  const rank = (value: string | number | boolean) => RANK[typeof value as keyof typeof RANK];
  if (rank(one) !== rank(other)) return sign * (rank(one) - rank(other));
  if (typeof one === "string") return sign * collator.compare(one, String(other));
  return sign * (Number(one) - Number(other));
}
