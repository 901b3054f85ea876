// The words that stand around a figure: beside it in its row, over it in its column; and whether they are the contract's.
import { isYear } from "../headings/heading-cells";
import { type HeadingReader } from "../headings/headings";
import { announcesMoney } from "../headings/announced";
import type { LabelReader } from "../labels/label-reader";
import { LIMITS } from "../limits";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { figureAt, type Figure } from "./figure-cells";

const wordAt = (row: GridRow, column: number): string | null => {
  const value = row.value(column);
  if (typeof value === "number" && isYear(value)) return String(value);
  return typeof value === "string" && figureAt(row, column) === null ? value : null;
};

/** The nearest words left of the figure, else right of it. */
function besideOf(row: GridRow, column: number): readonly string[] {
  const left = row.textsIn(row.left, column - 1).filter((cell) => figureAt(row, cell.column) === null);
  const [right] = row.textsIn(column + 1);
  return [left.at(-1) ?? right].flatMap((cell) => cell?.text.replace(/\s+/gu, " ").trim() ?? []);
}

/** Words over the column, from the nearest up, down to the first row without figures that says something over it or left of it. */
function overOf(grid: SheetGrid, { row: at, column }: Figure): readonly string[] {
  const words: string[] = [];
  let seen = 0;
  for (let up = at - 1; up >= 0 && seen <= LIMITS.headingRows; up -= 1) {
    const row = grid.row(up);
    if (!row || row.isBlank) {
      if (words.length > 0) break;
      // A heading right above a blank row heads what follows; two blank rows end a table.
      if (!grid.row(up - 1) || grid.row(up - 1)?.isBlank) break;
      continue;
    }
    const own = wordAt(row, column);
    if (own !== null) {
      words.push(own.replace(/\s+/gu, " ").trim());
      seen += 1;
    } else if (seen > 0 && row.value(column) === null) {
      const merged = row.filled(row.left, column).at(-1);
      const text = merged === undefined ? null : wordAt(row, merged);
      if (text !== null) words.push(text.replace(/\s+/gu, " ").trim());
      seen += 1;
    }
  }
  return words;
}

/** The nearest first. */
export function wordsAround(grid: SheetGrid, figure: Figure): readonly string[] {
  const row = grid.row(figure.row);
  return row ? [...besideOf(row, figure.column), ...overOf(grid, figure)] : [];
}

/** A label of the contract, one of its years, a party, or a word for money. */
export function speaksOfContract(
  rows: readonly GridRow[],
  { headings, labels }: { readonly headings: HeadingReader; readonly labels: LabelReader },
): boolean {
  return rows.some(
    (row) =>
      row.texts.some(({ text }) => {
        const { action, axe, total } = labels.read(text);
        const { annee, part, nature } = headings.read(text);
        return [action, axe, total, annee, part, nature].some((one) => one !== null) || announcesMoney(text);
      }) ||
      row.filled().some((column) => {
        const value = row.value(column);
        return typeof value === "number" && headings.years.has(value);
      }),
  );
}
