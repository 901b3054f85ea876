// How wide a column is that shows its longest text: counted in characters, where Excel measures pixels of the font.
import { format } from "numfmt";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";

/** Null where nothing asks for room. */
export function fittingCharacters(sheet: SheetModel, column: number, { top, bottom }: GridRange): number | null {
  let longest = 0;
  for (let row = top; row <= bottom; row += 1) {
    const { value } = sheet.content(row, column);
    if (value === null) continue;
    const { wrap, numberFormat } = sheet.style(row, column);
    if (wrap) continue;
    const shown = typeof value === "number" ? shownNumber(numberFormat ?? "General", value) : String(value);
    longest = Math.max(longest, ...shown.split("\n").map(({ length }) => length));
  }
  return longest === 0 ? null : longest + 1;
}

function shownNumber(numberFormat: string, value: number): string {
  return format(numberFormat, value, { throws: false });
}
