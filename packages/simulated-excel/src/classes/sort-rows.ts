// Sorts the rows of a range as Excel does: numbers, then texts, truth values, errors, and empty cells last either way.
import type { CellValue, GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { intersection } from "../address";
import { isError } from "../number-format";
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
  refuseCompanions(sheet, { top, left, bottom, right });
  const formats = rows.map((_, index) => columns.map((column) => sheet.cellFormats.number(top + index, column)));
  const collator = new Intl.Collator("fr", { sensitivity: matchCase ? "case" : "base" });
  const order = rows
    .map((_, index) => index)
    .sort((first, second) => {
      const [one = [], other = []] = [rows[first], rows[second]];
      for (const { key, ascending = true } of fields) {
        const sign = compare(one[key]?.value ?? null, other[key]?.value ?? null, ascending, collator);
        if (sign !== 0) return sign;
      }
      return 0;
    });
  order.forEach((from, index) =>
    rows[from]?.forEach((content, at) => {
      const [row, column] = [top + index, left + at];
      if (sheet.content(row, column).value !== content.value) sheet.setContent(row, column, content);
      sheet.cellFormats.setNumber(row, column, formats[from]?.[at] ?? 0);
    }),
  );
  return fields.map(({ key, ascending = true }) => ({ key, ascending }));
}

/** What goes with a cell, or stays for being hidden, in a way that nobody here follows. */
function refuseCompanions(sheet: SheetModel, range: GridRange): void {
  const companions = [...sheet.links.list(), ...sheet.comments.list()];
  if (companions.some((each) => intersection(each.range, range)))
    throw new NotSimulated("sorting of cells with links or comments");
  for (let row = range.top; row <= range.bottom; row += 1)
    if (sheet.isRowHidden(row)) throw new NotSimulated("sorting around hidden rows");
}

function compare(one: CellValue, other: CellValue, ascending: boolean, collator: Intl.Collator): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = ascending ? 1 : -1;
  if (rank(one) !== rank(other)) return sign * (rank(one) - rank(other));
  if (typeof one !== "string") return sign * (Number(one) - Number(other));
  return isError(one) ? 0 : sign * compareTexts(one, String(other), collator);
}

function rank(value: string | number | boolean): number {
  if (typeof value === "string") return isError(value) ? 3 : 1;
  return typeof value === "number" ? 0 : 2;
}

/** Apostrophes and hyphens count only between texts that are the same but for a hyphen. */
function compareTexts(one: string, other: string, collator: Intl.Collator): number {
  const letters = (text: string) => text.replace(/['-]/g, "");
  return collator.compare(letters(one), letters(other)) || Number(one.includes("-")) - Number(other.includes("-"));
}
