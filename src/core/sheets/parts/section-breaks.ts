// Down a printed sheet: where one of several sections begins a new page, so that no section is cut that a page can hold, or all on one page.
import type { SheetLayout } from "../../workbook-port";
import { LEAST_TEXT, pageCapacity, smallestText } from "./paper";

const DEFAULT_HEIGHT = 15;
/** Programs measure a row and a column each in its way. */
const CAUTION = 0.95;
/** Of a page: what is less is not left alone on it, even where what follows is cut for it. */
const LEAST_FILLED = 0.2;

function heightsOf({ rowHeights }: SheetLayout): (first: number, end: number) => number {
  const heights = new Map(rowHeights.map(({ row, height }) => [row, height]));
  return (first, end) => {
    let sum = 0;
    for (let row = first; row < end; row += 1) sum += heights.get(row) ?? DEFAULT_HEIGHT;
    return sum;
  };
}

/** How much of the sheet a page surely holds; one or more where all of it stands on one. */
function shareOfPage(layout: SheetLayout): number {
  return (pageCapacity(layout).capacity * CAUTION) / heightsOf(layout)(0, layout.cells.length);
}

/** The rows that each page repeats: none where the table, which ends above `end`, stands on one page, for above what follows they would mislead. */
export function repeatedRows(layout: SheetLayout, headingRow: number, end: number): readonly [number, number] | null {
  return heightsOf(layout)(0, end) <= pageCapacity(layout).capacity ? null : [headingRow, headingRow];
}

export const isOnePage = (layout: SheetLayout): boolean => shareOfPage(layout) >= 1;

/** Shrunk to stand on one page, where it can be read there: what is added afterwards goes on another. Else as it is. */
export function onOnePage(layout: SheetLayout): SheetLayout {
  if (isOnePage(layout) || layout.page.across) return layout;
  const scale = Math.floor(pageCapacity(layout).scale * shareOfPage(layout));
  if (scale * smallestText(layout) < 100 * LEAST_TEXT) return layout;
  return { ...layout, page: { ...layout.page, across: { scale, titleColumns: 0, breaks: [] } } };
}

/**
 * `starts` are the first rows of the sections, in order; `heads` the rows that no page may end with. A section that no page can hold
 * is only kept from beginning with nothing but its title.
 */
export function sectionBreaks(
  layout: SheetLayout,
  starts: readonly number[],
  heads: readonly number[] = [],
): readonly number[] {
  const whole = pageCapacity(layout).capacity;
  // A long section ends on one page or on the next, as the program measures: what follows it must fit either way.
  const capacities = [whole * CAUTION, whole];
  const heightOf = heightsOf(layout);
  const { length } = layout.cells;
  const { titleRows } = layout.page;
  const repeated = titleRows ? heightOf(titleRows[0], titleRows[1] + 1) : 0;
  const sections = starts.map((start, index) => ({ start, end: starts[index + 1] ?? length }));
  const kept = [...sections, ...heads.map((start) => ({ start, end: start + 2 }))]
    .map(({ start, end }) => (heightOf(start, end) > whole ? { start, end: start + 3 } : { start, end }))
    .sort((left, right) => left.start - right.start);
  const breaks: number[] = [];
  let used = capacities.map(() => 0);
  let row = 0;
  /** What a page cannot hold goes on with the next one, row by row, below the rows that each repeats. */
  const goTo = (end: number): void => {
    for (; row < end; row += 1) {
      const height = heightOf(row, row + 1);
      used = used.map((filled, each) => (filled + height > (capacities[each] ?? 0) ? repeated : filled) + height);
    }
  };
  for (const { start, end } of kept) {
    goTo(start);
    if (start === 0 || breaks.at(-1) === start) continue;
    const needed = heightOf(start, Math.min(end, length));
    const fits = (filled: number, capacity: number) =>
      filled <= whole * LEAST_FILLED + repeated || filled + needed <= capacity;
    if (used.every((filled, each) => fits(filled, capacities[each] ?? 0))) continue;
    breaks.push(start);
    used = capacities.map(() => repeated);
  }
  return breaks;
}
