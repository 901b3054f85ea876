// How a sheet goes on paper: which paper and how much it is shrunk, so that everything on it can still be read.
import type { SheetLayout } from "../../workbook-port";
import type { PageMargins } from "xlsx-model/plan";

/** Points: what is smaller on paper is no longer read. */
export const LEAST_TEXT = 7;
/** Points, of Excel's own headers and footers, which are shrunk with the sheet. */
const HEADER_TEXT = 10;
const DEFAULT_TEXT = 11;

/** Inches: narrow at the sides, room for the header above and the page number below. */
export const MARGINS: PageMargins = { left: 0.4, right: 0.4, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** The codes are Excel's own: this page, and how many there are. */
const PAGES = "Page &P / &N";

/** The number of the page, behind what the foot of each page says. */
export const footText = (said: string | null = null): string => (said === null ? PAGES : `${said} – ${PAGES}`);

/** Points of an A4 page, standing: every office prints it, few print A3. */
const [NARROW, LONG] = [595.3, 841.9];

type Page = SheetLayout["page"];
type Orientation = Page["orientation"];

function room(orientation: Orientation): { readonly width: number; readonly height: number } {
  const [width, height] = orientation === "landscape" ? [LONG, NARROW] : [NARROW, LONG];
  const { left, right, top, bottom } = MARGINS;
  return { width: width - (left + right) * 72, height: height - (top + bottom) * 72 };
}

/**
 * Pixels of a character and of what pads a column; a pixel is three quarters of a point. A figure of Calibri is 7.44 pixels wide: Excel
 * takes 7 of them and LibreOffice all, where it has Calibri or Carlito, which has the same measures.
 */
const CHARACTER = 7.44;
const PADDING = 5.5;

/** Points of columns; one that is hidden has none. */
const widthOf = (characters: readonly number[]): number =>
  characters.reduce((sum, each) => sum + (each > 0 ? Math.ceil(each * CHARACTER + PADDING) * 0.75 : 0), 0);

/** As Excel shrinks: by whole percents. */
const fitting = (available: number, width: number): number => Math.min(100, Math.floor((100 * available) / width));

/** The smallest font of what prints. */
export function smallestText(
  { styles, hiddenColumns = [] }: Pick<SheetLayout, "styles" | "hiddenColumns">,
  printedRows = Infinity,
): number {
  const hidden = new Set(hiddenColumns);
  return styles.reduce((least, { range, style }) => {
    const isHidden = range.left === range.right && hidden.has(range.left);
    return isHidden || range.top >= printedRows ? least : Math.min(least, style.font?.size ?? DEFAULT_TEXT);
  }, HEADER_TEXT);
}

export interface PaperRequest {
  readonly widths: readonly number[];
  /** Points. */
  readonly smallest: number;
  readonly orientation: Orientation;
  /** The columns that each page repeats where the sheet needs several across. */
  readonly titleColumns: number;
  /** The columns that may begin a page, in order. */
  readonly starts: readonly number[];
}

/** On one page across where it can be read there, else across several. */
export function choosePaper(request: PaperRequest): Pick<Page, "paper" | "across"> {
  const { widths, smallest, orientation, titleColumns, starts } = request;
  const least = Math.ceil((100 * LEAST_TEXT) / smallest);
  const { width } = room(orientation);
  if (fitting(width, widthOf(widths)) >= least) return { paper: "A4" };
  const available = (width * 100) / least - widthOf(widths.slice(0, titleColumns));
  const breaks: number[] = [];
  let first = titleColumns;
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? widths.length;
    if (start > first && widthOf(widths.slice(first, next)) > available) {
      breaks.push(start);
      first = start;
    }
  }
  return { paper: "A4", across: { scale: least, titleColumns, breaks } };
}

/** Characters of a column of words, or of each of several, that one page across leaves beside the others; between these bounds. */
export function widthLeft(
  others: readonly number[],
  { least, most, columns = 1 }: { readonly least: number; readonly most: number; readonly columns?: number },
): number {
  const points = (room("landscape").width * HEADER_TEXT) / LEAST_TEXT - widthOf(others);
  const characters = (Math.floor(points / columns / 0.75) - PADDING) / CHARACTER;
  return Math.max(least, Math.min(most, Math.floor(characters * 10) / 10));
}

/** Characters of a column for a figure: at ten points, bold, its digits are as wide as a digit of eleven, its spaces and its comma not half as much. */
export function figureWidth(figure: string): number {
  const narrow = figure.match(/[\s,]/gu)?.length ?? 0;
  return figure.length - 0.55 * narrow + 0.5;
}

/** Points of rows that a page holds at the scale, per cent, at which it is printed, as near as can be told beforehand. */
export function pageCapacity({ page, columnWidths, hiddenColumns = [] }: SheetLayout): {
  readonly capacity: number;
  readonly scale: number;
} {
  const { width, height } = room(page.orientation);
  const shown = columnWidths.filter((_, column) => !hiddenColumns.includes(column));
  const scale = page.across?.scale ?? fitting(width, widthOf(shown));
  return { capacity: (100 * height) / scale, scale };
}
