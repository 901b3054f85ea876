// Builds a SheetPlan row by row: pads rows, estimates heights, and keeps equal styles of neighbouring rows as one range.
import { LAST_COLUMN } from "xlsx-model/cell-ref";
import { formatDate } from "../../domain/words/format";
import { withoutTurning } from "../../domain/words/steering";
import { typographie } from "../../domain/words/typographie";
import type { PlannedCell, ResultSheetKind, SheetLayout, SheetPlan } from "../../workbook-port";
import { MAX_TEXT, type CellStyle, type GridRange } from "xlsx-model/plan";

import { onOnePage, sectionBreaks } from "./section-breaks";
import { choosePaper, footText, MARGINS, smallestText } from "./paper";

const EMPTY: PlannedCell = { value: null };
const LINE_HEIGHT = 13.5;
const DEFAULT_HEIGHT = 15;
const MAX_HEIGHT = 409;

/** What somebody typed, or what it is found by: a text whatever it begins with, without the control characters that a file cannot hold. */
export function typedCell(text: string | null): PlannedCell {
  return { value: text === null ? null : text.replace(/[^\P{Cc}\n\t]/gu, " ").slice(0, MAX_TEXT) };
}

/** What we say, of whatever others wrote: it turns nothing, on the screen as on paper. */
export const textCell = (text: string | null): PlannedCell => typedCell(text === null ? null : withoutTurning(text));

/** Stands for the name of the file in a header: whatever it is when the sheet is printed. */
const FILE_NAME = "\uE000";

/** "&" begins a code in a header or footer, and Excel takes 255 characters at most. */
function headerText(text: string): string {
  return text.slice(0, 120).replaceAll("&", "&&").replaceAll(FILE_NAME, "&F");
}

// Widths count the figures of an eleven-point font; running text at ten points is narrower, words do not fill a line.
const CHARACTERS_PER_WIDTH = 1.12;

/** Lines that a text takes in a column, or across several, at ten points. */
export function estimateLines(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width * CHARACTERS_PER_WIDTH));
  let lines = 0;
  for (let start = 0; ;) {
    const end = text.indexOf("\n", start);
    lines += Math.max(1, Math.ceil(((end < 0 ? text.length : end) - start) / perLine));
    if (end < 0) return lines;
    start = end + 1;
  }
}

interface Run {
  top: number;
  bottom: number;
  readonly left: number;
  readonly right: number;
  readonly style: CellStyle;
}

export class SheetBuilder {
  private readonly cells: (readonly PlannedCell[])[] = [];
  private readonly runs: Run[] = [];
  /** The run that a style may still extend, per columns and style. */
  private readonly open = new Map<number, Map<CellStyle, Run>>();
  /** The ranges of the rows that were styled as a whole last. */
  private table: { whole: CellStyle; columns: readonly CellStyle[]; runs: readonly Run[] } | null = null;
  private readonly merges: GridRange[] = [];
  private readonly rowHeights: { row: number; height: number }[] = [];
  /** Rows that head those below: no page ends with one. */
  readonly heads: number[] = [];

  constructor(readonly widths: readonly number[]) {}

  get width(): number {
    return this.widths.length;
  }

  /** Number of rows so far: the index of the next one. */
  get height(): number {
    return this.cells.length;
  }

  addRow(cells: readonly PlannedCell[], lines = 1): number {
    const row = this.cells.length;
    const lacking = this.width - cells.length;
    this.cells.push(lacking > 0 ? [...cells, ...Array<PlannedCell>(lacking).fill(EMPTY)] : cells);
    if (lines > 1) this.setHeight(row, lines * LINE_HEIGHT + 3);
    return row;
  }

  setHeight(row: number, points: number): void {
    this.rowHeights.push({ row, height: Math.min(MAX_HEIGHT, points) });
  }

  /** Points of each row so far. */
  heights(): readonly number[] {
    const heights = this.cells.map(() => DEFAULT_HEIGHT);
    for (const { row, height } of this.rowHeights) heights[row] = height;
    return heights;
  }

  /** Styles columns of one row; the same style object on consecutive rows becomes one range. */
  style(row: number, left: number, right: number, style: CellStyle): Run {
    const key = left * (LAST_COLUMN + 1) + right;
    let byStyle = this.open.get(key);
    if (!byStyle) this.open.set(key, (byStyle = new Map<CellStyle, Run>()));
    const run = byStyle.get(style);
    if (run && run.bottom === row - 1) {
      run.bottom = row;
      return run;
    }
    const started = { top: row, bottom: row, left, right, style };
    byStyle.set(style, started);
    this.runs.push(started);
    return started;
  }

  /** First the whole row, then each of its columns: in a long table the ranges above grow by one row. */
  styleRow(row: number, whole: CellStyle, columns: readonly CellStyle[]): void {
    const { table } = this;
    if (table?.whole === whole && table.columns === columns && table.runs[0]?.bottom === row - 1) {
      table.runs.forEach((run) => (run.bottom = row));
      return;
    }
    const runs = [this.style(row, 0, this.width - 1, whole)];
    columns.forEach((style, column) => runs.push(this.style(row, column, column, style)));
    this.table = { whole, columns, runs };
  }

  merge(row: number, left: number, right: number): void {
    this.mergeArea({ top: row, bottom: row, left, right });
  }

  mergeArea(area: GridRange): void {
    if (area.right > area.left || area.bottom > area.top) this.merges.push(area);
  }

  /** One text over several columns, merged, as high as it needs. */
  addBanner(text: string, style: CellStyle, height?: number): number {
    const last = this.width - 1;
    const row = this.addRow([textCell(typographie(text))]);
    this.merge(row, 0, last);
    this.style(row, 0, last, style);
    const lines = estimateLines(text, (this.widthOf(0, last) * 10) / (style.font?.size ?? 10));
    this.setHeight(row, height ?? lines * LINE_HEIGHT + 5);
    return row;
  }

  /** A banner that heads the rows below. */
  addHead(text: string, style: CellStyle, height?: number): number {
    const row = this.addBanner(text, style, height);
    this.heads.push(row);
    return row;
  }

  widthOf(left: number, right: number): number {
    return this.widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  }

  build(sheet: {
    readonly kind: ResultSheetKind;
    readonly name: string;
    readonly base: CellStyle;
    /** ISO date; null for what holds whatever the day. */
    readonly asOf: string | null;
    /** The rows repeated on each page, first and last where they are several. */
    readonly headingRow: number | readonly [number, number] | null;
    readonly frozenRows: number;
    readonly frozenColumns?: number;
    readonly hiddenColumns?: readonly number[];
    /** The columns that may begin a page; any after the frozen ones where left out. */
    readonly pageStarts?: readonly number[];
  }): SheetPlan {
    const { kind, name, base, asOf, headingRow, frozenRows, frozenColumns, hiddenColumns, pageStarts } = sheet;
    const titleRows = typeof headingRow === "number" ? ([headingRow, headingRow] as const) : headingRow;
    const header = `${name} – ${FILE_NAME}${asOf === null ? "" : ` – situation au ${formatDate(asOf)}`}`;
    const columns = {
      ...(frozenColumns !== undefined && { frozenColumns }),
      ...(hiddenColumns && { hiddenColumns }),
      ...(pageStarts && { pageStarts }),
    };
    return {
      kind,
      ...this.layOut({ name, base, frozenRows, ...columns, orientation: "landscape", titleRows, header }),
    };
  }

  layOut(sheet: {
    readonly name: string;
    readonly base: CellStyle;
    readonly frozenRows: number;
    readonly frozenColumns?: number;
    readonly hiddenColumns?: readonly number[];
    readonly pageStarts?: readonly number[];
    readonly orientation: SheetLayout["page"]["orientation"];
    readonly titleRows: readonly [number, number] | null;
    readonly header: string;
    /** Only the first rows print, on one page. Left out: all of them. */
    readonly printedRows?: number;
  }): SheetLayout {
    const { name, base, frozenRows, frozenColumns = 0, hiddenColumns = [], orientation, titleRows, header } = sheet;
    const all = { top: 0, left: 0, bottom: Math.max(0, this.height - 1), right: this.width - 1 };
    const styles = [{ range: all, style: base }, ...this.runs.map(({ style, ...range }) => ({ range, style }))];
    const paper = choosePaper({
      widths: this.widths.map((width, column) => (hiddenColumns.includes(column) ? 0 : width)),
      smallest: smallestText({ styles, hiddenColumns }, sheet.printedRows),
      orientation,
      titleColumns: frozenColumns,
      starts: sheet.pageStarts ?? this.widths.map((_, column) => column).slice(frozenColumns),
    });
    const layout: SheetLayout = {
      name,
      cells: this.cells,
      styles,
      merges: this.merges,
      columnWidths: this.widths,
      rowHeights: this.rowHeights,
      frozenRows,
      ...(sheet.frozenColumns !== undefined && { frozenColumns }),
      ...(sheet.hiddenColumns && { hiddenColumns }),
      page: {
        orientation,
        ...paper,
        margins: MARGINS,
        titleRows,
        header: headerText(header),
        footer: footText(),
        ...(sheet.printedRows !== undefined && { printedRows: sheet.printedRows }),
      },
    };
    if (sheet.printedRows !== undefined) return layout;
    const whole = onOnePage(layout);
    const breaks = sectionBreaks(whole, [], this.heads);
    return breaks.length === 0 ? whole : { ...whole, page: { ...whole.page, breaks } };
  }
}
