// The plain values that a sheet of a workbook has, without its XML.
import type { CellStyle, CellValue, ChartPlan, GridRange, PageMargins } from "./plan";

export type SheetVisibility = "visible" | "hidden" | "veryHidden";
/** `formula` is English with its "="; `value` is then its result, UNCOMPUTED when nobody knows it. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Entered where formulas may give several values, which then fill the cells beside it. */
  readonly isDynamic?: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  /** "expression" is Excel's custom formula; the others are kept and listed, not interpreted. */
  readonly type: string;
  readonly ranges: readonly GridRange[];
  /** Without "=", for "expression". */
  readonly formula: string | null;
  readonly style: ConditionalStyle;
}

/** What a conditional format can change: no size, no alignment. */
export type ConditionalStyle = Pick<CellStyle, "fill" | "border"> & {
  readonly font?: Omit<NonNullable<CellStyle["font"]>, "size">;
};

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  /** Excel's number of the paper: 9 is A4. */
  readonly paper: number;
  readonly margins: PageMargins;
  /** Per cent; it counts where no fitting is asked. */
  readonly scale: number;
  /** Pages across and down; 0 for as many as needed; null when no fitting is asked. */
  readonly fitTo: { readonly width: number; readonly height: number } | null;
  /** Zero-based first and last row repeated on each page. */
  readonly titleRows: readonly [number, number] | null;
  readonly titleColumns: readonly [number, number] | null;
  /** What prints of the sheet, each range on pages of its own; null for all of it. */
  readonly printArea: readonly GridRange[] | null;
  /** Centre header and footer, with Excel's codes. */
  readonly header: string;
  readonly footer: string;
}

/** A chart that stands on a sheet. */
export interface SheetChart {
  readonly name: string;
  /** Null for a chart that a plan cannot say: it is kept, and only named. */
  readonly plan: ChartPlan | null;
}

/** What stands on a sheet beside its cells; merged areas have a list of their own. */
export interface SheetObject {
  readonly kind: "table" | "pivot" | "note" | "comment" | "drawing" | "entry-control";
  /** Null for what bears none. */
  readonly name: string | null;
  readonly range: GridRange;
}
