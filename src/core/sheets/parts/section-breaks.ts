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

export const isOnePage = (layout: SheetLayout): boolean => shareOfPage(layout) >= 1;

/** Shrunk to stand on one page, where it can be read there: what is added afterwards goes on another. Else as it is. */
export function onOnePage(layout: SheetLayout): SheetLayout {
  if (isOnePage(layout) || layout.page.across) return layout;
  const scale = Math.floor(pageCapacity(layout).scale * shareOfPage(layout));
  if (scale * smallestText(layout) < 100 * LEAST_TEXT) return layout;
  return { ...layout, page: { ...layout.page, across: { scale, titleColumns: 0, breaks: [] } } };
}

/** `starts` are the first rows of the sections, in order. */
export function sectionBreaks(layout: SheetLayout, starts: readonly number[]): readonly number[] {
  const whole = pageCapacity(layout).capacity;
  // A long section ends on one page or on the next, as the program measures: what follows it must fit either way.
  const capacities = [whole * CAUTION, whole];
  const heightOf = heightsOf(layout);
  const breaks: number[] = [];
  const before = heightOf(0, starts[0] ?? 0);
  let used = capacities.map((capacity) => before % capacity);
  for (const [index, start] of starts.entries()) {
    const needed = heightOf(start, starts[index + 1] ?? layout.cells.length);
    const fits = (height: number, capacity: number) => height <= whole * LEAST_FILLED || height + needed <= capacity;
    if (start > 0 && used.some((height, each) => !fits(height, capacities[each] ?? 0))) {
      breaks.push(start);
      used = capacities.map(() => 0);
    }
    // What a page cannot hold goes on with the next one.
    used = used.map((height, each) => (height + needed) % (capacities[each] ?? 1));
  }
  return breaks;
}
