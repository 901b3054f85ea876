// Writes a sum as a formula: neighbouring cells as one range, within Excel's limits.
import { compareCellRefs, formatLocalRange, isSameSheet, formatRangeRef, type CellRef } from "../cell-ref";

/** English, without "=": Excel's limits for a formula and for the arguments of a function, with room for the rest. */
export const MAX_FORMULA = 8_000;
const MAX_ARGUMENTS = 250;

/** Neighbouring cells of a column become one range; cells of `sheet` are named without it. */
export function toRanges(cells: readonly CellRef[], sheet: string | null = null): string[] {
  const refs = [...cells].sort(compareCellRefs);
  const ranges: { sheet: string; column: number; top: number; bottom: number }[] = [];
  for (const { sheet: name, row, column } of refs) {
    const last = ranges.at(-1);
    if (last && last.sheet === name && last.column === column && last.bottom + 1 === row) last.bottom = row;
    else ranges.push({ sheet: name, column, top: row, bottom: row });
  }
  return ranges.map(({ sheet: name, column, top, bottom }) => {
    const range = { sheet: name, top, bottom, left: column, right: column };
    return sheet !== null && isSameSheet(name, sheet) ? formatLocalRange(range) : formatRangeRef(range);
  });
}

/** The terms added to each other; a negative number brings its own sign. */
export function addTerms(terms: readonly string[]): string {
  return terms.reduce((sum, term) => (sum === "" || term.startsWith("-") ? `${sum}${term}` : `${sum}+${term}`), "");
}

/** Nested, because a function takes 255 arguments. */
export function sumOf(terms: readonly string[]): string {
  if (terms.length <= MAX_ARGUMENTS) return `SUM(${terms.join(",")})`;
  const parts: string[] = [];
  for (let start = 0; start < terms.length; start += MAX_ARGUMENTS) {
    parts.push(`SUM(${terms.slice(start, start + MAX_ARGUMENTS).join(",")})`);
  }
  return sumOf(parts);
}

/** The formula that adds these cells, to stand on `sheet`; null when there is none or Excel could not take it. */
export function sumFormula(cells: readonly CellRef[], sheet: string): string | null {
  if (cells.length === 0) return null;
  const formula = `=${sumOf(toRanges(cells, sheet))}`;
  return formula.length <= MAX_FORMULA ? formula : null;
}
