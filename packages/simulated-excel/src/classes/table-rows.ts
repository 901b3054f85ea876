// The rows of a table that hold no data: its headings and its totals, shown and hidden.
import type { GridRange } from "xlsx-model/plan";
import type { SheetTable } from "xlsx-model/tables/sheet-table";
import type { Shift } from "xlsx-model/formulas/shift-references";
import type { SheetModel } from "xlsx-model/workbook-model";

/** Which words Excel uses for what it names by itself. */
export interface Speaker {
  word(french: string, english: string): string;
}

/** Who moves cells away, with all that follows them. */
interface Shifter {
  shiftCells(sheet: SheetModel, shift: Shift): void;
}

/**
 * The headings that the first row of the cells gives: texts that differ from each other. What was empty or a number
 * is written so.
 */
export function headingsOf(speaker: Speaker, sheet: SheetModel, row: GridRange): string[] {
  const names: string[] = [];
  for (let column = row.left; column <= row.right; column += 1) {
    const { value } = sheet.content(row.top, column);
    const name = freeHeading(speaker, value === null ? "" : String(value), names, column - row.left + 1);
    if (value !== name) sheet.setContent(row.top, column, { value: name, formula: null });
    names.push(name);
  }
  return names;
}

export function freeHeading(speaker: Speaker, wanted: string, taken: readonly string[], number: number): string {
  const word = speaker.word("Colonne", "Column");
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  let name = wanted === "" ? `${word}${number}` : wanted;
  for (let count = wanted === "" ? number : 2; isTaken(name); count += 1)
    name = wanted === "" ? `${word}${count + 1}` : `${wanted}${count}`;
  return name;
}

/** After the table got other cells. */
export function freshHeadings(speaker: Speaker, sheet: SheetModel, table: SheetTable, range: GridRange): string[] {
  if (table.headerRows > 0) return headingsOf(speaker, sheet, { ...range, bottom: range.top });
  const names = table.columns.map(({ name }) => name).slice(0, range.right - range.left + 1);
  while (names.length < range.right - range.left + 1) names.push(freeHeading(speaker, "", names, names.length + 1));
  return names;
}

export function hideHeadings(sheet: SheetModel, table: SheetTable): void {
  const { range } = table;
  sheet.clear({ ...range, bottom: range.top }, "contents");
  table.setRows({ ...range, top: range.top + 1 }, 0, table.totalsRows);
}

export function showHeadings(shifter: Shifter, sheet: SheetModel, table: SheetTable): void {
  const { range } = table;
  const above = { ...range, top: range.top - 1, bottom: range.top - 1 };
  const isFree = range.top > 0 && sheet.usedRangeWithin(above, true) === null;
  if (!isFree) shifter.shiftCells(sheet, { range: { ...range, bottom: range.top }, towards: "down" });
  const top = isFree ? range.top - 1 : range.top;
  const bottom = isFree ? range.bottom : range.bottom + 1;
  table.setRows({ ...range, top, bottom }, 1, table.totalsRows);
  table.columns.forEach(({ name }, at) => sheet.setContent(top, range.left + at, { value: name, formula: null }));
}

/** "Total" under the first column, and under the last one the sum, or the count of what is no number. */
export function showTotals(shifter: Shifter, sheet: SheetModel, table: SheetTable): void {
  const { range, body } = table;
  const row = range.bottom + 1;
  const below = { ...range, top: row, bottom: row };
  if (sheet.usedRangeWithin(below, true) !== null) shifter.shiftCells(sheet, { range: below, towards: "down" });
  table.setRows({ ...range, bottom: row }, table.headerRows, 1);
  const last = table.columns.length - 1;
  if (last > 0) {
    sheet.setContent(row, range.left, { value: "Total", formula: null });
    table.describeTotal(0, { label: "Total" });
  }
  const values = Array.from(
    { length: body.bottom - body.top + 1 },
    (_, index) => sheet.content(body.top + index, range.right).value,
  );
  const isSum = values.every((value) => value === null || typeof value === "number");
  const name = (table.columns[last]?.name ?? "").replace(/['#[\]@]/g, "'$&");
  sheet.setContent(row, range.right, {
    value: null,
    formula: `=SUBTOTAL(${isSum ? 109 : 103},${table.name}[${name}])`,
  });
  table.describeTotal(last, { sum: isSum ? "sum" : "count" });
}

export function hideTotals(sheet: SheetModel, table: SheetTable): void {
  const { range } = table;
  sheet.clear({ ...range, top: range.bottom }, "all");
  table.columns.forEach((_, at) => table.describeTotal(at, null));
  table.setRows({ ...range, bottom: range.bottom - 1 }, table.headerRows, 0);
}
