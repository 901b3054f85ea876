// Lays charts out below the tables of a sheet, side by side: none is cut in two.
import type { ChartPlan } from "xlsx-model/plan";
import type { SheetBuilder } from "./sheet-builder";
import { STYLES } from "./sheet-style";

const ROWS = 20;
const ROW_HEIGHT = 15;
const BANNER_HEIGHT = 20;
/** On a landscape page that also bears the section's heading. */
const RANKS_PER_PAGE = 2;

export interface PlacedCharts {
  readonly charts: readonly ChartPlan[];
  /** The first rows of what belongs on one page. */
  readonly breaks: readonly number[];
}

/** `starts` are the columns at which the charts that stand beside each other begin. */
export function placeCharts(
  builder: SheetBuilder,
  planned: readonly Omit<ChartPlan, "place">[],
  note: string,
  starts: readonly number[],
): PlacedCharts {
  const charts: ChartPlan[] = [];
  const breaks: number[] = [];
  if (planned.length === 0) return { charts, breaks };
  builder.addRow([]);
  for (let first = 0; first < planned.length; first += starts.length) {
    if (first % (starts.length * RANKS_PER_PAGE) === 0) breaks.push(builder.height);
    if (first === 0) {
      builder.addBanner("Graphiques", STYLES.section, BANNER_HEIGHT);
      builder.addBanner(note, STYLES.note, BANNER_HEIGHT);
    }
    const top = builder.height;
    for (let row = 0; row < ROWS; row += 1) builder.setHeight(builder.addRow([]), ROW_HEIGHT);
    const bottom = builder.height - 1;
    for (const [index, left] of starts.entries()) {
      const chart = planned[first + index];
      const right = (starts[index + 1] ?? builder.width) - 1;
      if (chart) charts.push({ ...chart, place: { top, bottom, left, right } });
    }
    builder.setHeight(builder.addRow([]), ROW_HEIGHT);
  }
  return { charts, breaks };
}
