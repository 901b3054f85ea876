// Tables that stand side by side under the same headings, each with actions of its own: every one is read as if it were alone.
import { foldText } from "../domain/words/label";
import type { LabelReader } from "./labels/label-reader";
import { LIMITS } from "./limits";
import { gridOf, rowsBetween, withoutRanges, type GridRow, type SheetGrid } from "./sheet-grid";

/** Columns that hold the names of actions in one row, from left to right. */
type Named = readonly { readonly column: number; readonly numero: unknown }[];

/** A row of two tables names two actions or more. */
function namedIn(row: GridRow, labels: LabelReader): Named | null {
  if (row.texts.length < 2) return null;
  const named = row.texts.flatMap(({ column, text }) => {
    const { action } = labels.read(text);
    return action ? [{ column, numero: action.numero }] : [];
  });
  const numbers = new Set(named.map(({ numero }) => numero));
  return named.length > 1 && numbers.size === named.length ? named : null;
}

/** Each before figures of its own. */
const areFollowed = (named: Named, row: GridRow): boolean =>
  named.every(({ column }, at) => {
    const next = named[at + 1]?.column ?? Infinity;
    return row.filled(column + 1, next - 1).some((each) => typeof row.value(each) === "number");
  });

const wordsAt = (row: GridRow, column: number): string => foldText(`${row.value(column) ?? ""}`);

/** So many headings that come again in their order are those of a table that is still empty. */
const HEADINGS = 3;

/** Where each table begins: its names stand under the same word as those of the first one, or its figures under the same words. */
function startsUnder(head: GridRow, named: Named, isFilled: boolean): readonly number[] | null {
  const [first = 0, ...others] = named.map(({ column }) => column);
  const [from = first] = head.filled().filter((column) => column <= first + 1);
  const before = Math.max(0, first - from);
  const isAgain = (column: number, shift: number): boolean => {
    const words = wordsAt(head, column);
    return words !== "" && words === wordsAt(head, column - shift);
  };
  const starts = others.map((column, at) => {
    const shift = column - first;
    const own = head.filled(column - before, (others[at + 1] ?? Infinity) - before - 1);
    const same = own.filter((each) => isAgain(each, shift));
    const areFigures = own.length > 2 && own.every((each) => each === column || same.includes(each));
    const isSame = areFigures || (own.length > 1 && same.length === own.length);
    if (isSame && (isFilled || same.length >= HEADINGS)) return column - before;
    return isFilled && isAgain(column, shift) ? column : null;
  });
  const known = starts.filter((start) => start !== null);
  return known.length === others.length ? known : null;
}

interface Bands {
  /** Of each table but the first. */
  readonly starts: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

const isEmptyFrom = (row: GridRow | null, left: number): boolean => row === null || !row.isFilled(left, Infinity);

/** Rows that touch it, titles of the tables and their totals included. */
function blockAround(grid: SheetGrid, at: number, left: number): Pick<Bands, "top" | "bottom"> {
  let [top, bottom] = [at, at];
  while (top > 0 && !isEmptyFrom(grid.row(top - 1), left)) top -= 1;
  while (!isEmptyFrom(grid.row(bottom + 1), left)) bottom += 1;
  return { top, bottom };
}

function findBands(grid: SheetGrid, labels: LabelReader): Bands | null {
  for (const row of grid.rows) {
    const named = namedIn(row, labels);
    if (!named) continue;
    for (const head of [...rowsBetween(grid, row.row - LIMITS.rowsToScope, row.row - 1)].reverse()) {
      const starts = startsUnder(head, named, areFollowed(named, row));
      const [second] = starts ?? [];
      if (starts && second !== undefined) return { starts, ...blockAround(grid, row.row, second) };
    }
  }
  return null;
}

/** What stands alone in its row speaks of all of them: a title, a unit. */
const isSaidOfAll = ({ count, numbers }: GridRow): boolean => count === 1 && numbers === 0;

/** The sheet without the tables that stand right of others, then each of these. */
export function bandsOf(grid: SheetGrid, labels: LabelReader): readonly SheetGrid[] {
  const bands = findBands(grid, labels);
  if (!bands) return [grid];
  const { starts, top, bottom } = bands;
  const areas = starts.map((left, at) => ({
    sheet: grid.sheet,
    top,
    bottom,
    left,
    right: (starts[at + 1] ?? Infinity) - 1,
  }));
  const others = areas.map(({ left, right }) => {
    const rows = grid.rows.flatMap((row) => {
      if (row.row < top || row.row > bottom) return isSaidOfAll(row) ? [row] : [];
      return [row.without(-1, left - 1).without(right + 1, Infinity)];
    });
    return { ...grid, ...gridOf(grid.sheet, rows) };
  });
  return [...bandsOf(withoutRanges(grid, areas), labels), ...others];
}
