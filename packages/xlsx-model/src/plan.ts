// What stands in cells, how they look, what charts and entry controls are: plain data that a workbook is written from.
import type { RangeRef } from "./cell-ref";

/** Errors arrive as Excel shows them ("#REF!"); dates as serial numbers with a date format; empty is null. */
export type CellValue = string | number | boolean | null;

/** Excel's own limit for the text of a cell, in characters. */
export const MAX_TEXT = 32_767;

export interface FontStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  /** Points. */
  readonly size?: number;
}

export interface CellStyle {
  readonly font?: FontStyle;
  /** "#RRGGBB". */
  readonly fill?: string;
  /** Thin border of this colour on all four sides of each cell. */
  readonly border?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  /** From the side that the cell is aligned to: a text does not touch the figures beside it. */
  readonly indent?: number;
  readonly wrap?: boolean;
  /** US number format. */
  readonly numberFormat?: string;
}

/** Zero-based, inclusive. */
export type GridRange = Omit<RangeRef, "sheet">;

/** The values are cells of the chart's own sheet, which it follows; zero-based ranges of one row or one column. */
export interface ChartSeries {
  /** In the legend. */
  readonly name: string;
  readonly values: GridRange;
  /** "#RRGGBB". */
  readonly color: string;
  /**
   * Columns stand beside each other, or on each other where the chart is stacked. A line runs across them and is for
   * what goes on from one category to the next, years; marks stand alone over each category.
   */
  readonly kind: "columns" | "line" | "marks";
}

export interface ChartPlan {
  /** Unique on its sheet and stable: by it the chart of an earlier run is found and replaced. See `chartName`. */
  readonly name: string;
  readonly title: string;
  readonly isStacked: boolean;
  readonly categories: GridRange;
  /** At least one; the columns come before the lines. */
  readonly series: readonly ChartSeries[];
  /** US number format of the value axis. */
  readonly valueFormat: string;
  /** Where the value axis begins: columns that do not begin at 0 mislead. Null lets Excel choose, for negative values. */
  readonly minimum: number | null;
  /** The cells that the chart covers. */
  readonly place: GridRange;
}

/** Inches. */
export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** What Excel asks of an entry; an empty cell is always accepted. */
export type EntryRule =
  | { readonly kind: "decimal"; readonly minimum: number }
  /** No comma within a value: Excel separates them so. */
  | { readonly kind: "list"; readonly values: readonly string[] }
  /** ISO dates, inclusive. */
  | { readonly kind: "date"; readonly from: string; readonly to: string }
  /** English with its "=", written for the first cell of the range. */
  | { readonly kind: "formula"; readonly formula: string };

export interface EntryControl {
  readonly range: GridRange;
  readonly rule: EntryRule;
  /** What Excel says when it refuses an entry; 32 and 225 characters at most. */
  readonly title: string;
  readonly message: string;
  /** Excel asks before it takes another entry, and does not refuse it. */
  readonly isAdvice?: true;
}

/** A failure that the agent can act on; the message is a French sentence: what, where, what to do. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
}
