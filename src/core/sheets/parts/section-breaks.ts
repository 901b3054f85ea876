// Where a printed sheet of several sections begins a new page, so that no section is cut that a page can hold.
import type { SheetLayout } from "../../workbook-port";
import { pageCapacity } from "./paper";

const DEFAULT_HEIGHT = 15;
/** Programs measure a row and a column each in its way. */
const CAUTION = 0.95;

/** `starts` are the first rows of the sections, in order. */
export function sectionBreaks(layout: SheetLayout, starts: readonly number[]): readonly number[] {
  const whole = pageCapacity(layout);
  // A long section ends on one page or on the next, as the program measures: what follows it must fit either way.
  const capacities = [whole * CAUTION, whole];
  const heights = new Map(layout.rowHeights.map(({ row, height }) => [row, height]));
  const heightOf = (first: number, end: number): number => {
    let sum = 0;
    for (let row = first; row < end; row += 1) sum += heights.get(row) ?? DEFAULT_HEIGHT;
    return sum;
  };
  const breaks: number[] = [];
  const before = heightOf(0, starts[0] ?? 0);
  let used = capacities.map((capacity) => before % capacity);
  for (const [index, start] of starts.entries()) {
    const needed = heightOf(start, starts[index + 1] ?? layout.cells.length);
    if (start > 0 && used.some((height, each) => height > 0 && height + needed > (capacities[each] ?? 0))) {
      breaks.push(start);
      used = capacities.map(() => 0);
    }
    // What a page cannot hold goes on with the next one.
    used = used.map((height, each) => (height + needed) % (capacities[each] ?? 1));
  }
  return breaks;
}
