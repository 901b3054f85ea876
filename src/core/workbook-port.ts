// What the core knows of a workbook: plain data in, plain data out, and the port that both adapters implement.
import type { CellStyle, CellValue, ChartPlan, EntryControl, GridRange, PageMargins } from "xlsx-model/plan";
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { NamedRanges } from "xlsx-model/formula-text/plain-formula";
import type { Reponse } from "./domain/question";
import type { Registre } from "./domain/registre";
import type { Variante } from "./domain/variante";
import type { Severity } from "./verification";

/** More blank rows, or columns, than this end a block. */
export const BLOCK_GAP = 200;

/** A dense block of cells; rows that hold nothing may lie between two blocks. */
export interface RawBlock {
  /** Zero-based row and column of the first cell. */
  readonly row: number;
  readonly column: number;
  /** Rows of equal length; the same shape for the three grids. */
  readonly values: readonly (readonly CellValue[])[];
  /** English formula with its "=", null where the cell holds a typed value. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** US number formats, "General" by default. */
  readonly numberFormats: readonly (readonly string[])[];
}

export interface RawSheet {
  /** Stable while the workbook is open, through renames. */
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
  /** Which of our result sheets this is, by its mark and not by its name; null for the agent's own. */
  readonly resultSheet: ResultSheetKind | null;
  /** From top to bottom; none for an empty sheet and for a hidden one, which is not read unless it is a result sheet. */
  readonly blocks: readonly RawBlock[];
  /** Opaque handles of our highlights on this sheet, for the adapter that read it, in the order of the sheet's list of formats. */
  readonly highlightIds: readonly string[];
  /** Our sheets that a stopped write left without their mark; they show nothing. */
  readonly halfMadeHighlightIds?: readonly string[];
  /** Zero-based rows that Excel hides, within the rows of the blocks; they are read as the others are. */
  readonly hiddenRows: readonly number[];
  /** Zero-based columns that Excel hides, within the columns of the blocks. */
  readonly hiddenColumns: readonly number[];
  /** Left out where they are not known: asking Excel for them would break its undo. */
  readonly merges?: readonly GridRange[];
}

export interface RawWorkbook extends NamedRanges {
  readonly name: string;
  readonly sheets: readonly RawSheet[];
  /** When the workbook's structure is protected no sheet can be added. */
  readonly isStructureProtected: boolean;
  /** Which of several tables of a kind is to be taken, as an earlier version kept it, the latest first; read as answers, never written. */
  readonly choices: readonly RawChoice[];
  /** What a person answered of its columns, rows and tables, the latest last; left out for nothing. */
  readonly reponses?: readonly Reponse[];
  /** What was said of its discrepancies, and by whom; left out for nothing. */
  readonly registre?: Registre;
  /** The variants of avenants to come that were kept; left out for nothing. */
  readonly variantes?: readonly Variante[];
  /** What an earlier run began to write and did not end; left out for nothing. */
  readonly unfinished?: readonly UnfinishedWrite[];
  /** The signed contract, sealed, as `WritePlan.seal` wrote it; null, or left out, where the workbook bears none. */
  readonly seal?: string | null;
}

/** A write that did not come to its end. Nothing of an annexe's is among the blocks; a result sheet's cells are, half old, half new. */
export interface UnfinishedWrite {
  readonly kind: ResultSheetKind | "annexe" | "placed";
  /** The hidden name that says so, and goes once it is no longer so. */
  readonly mark: string;
  /** The first cell of a sheet of its own, or the whole area of a placed annexe; null when it has been deleted. */
  readonly range: RangeRef | null;
}

/** The kinds of tables of which a workbook may hold an old copy. */
export type ChoiceKind = "budget" | "execution" | "indicators";

export interface RawChoice {
  readonly kind: ChoiceKind;
  /** First cell of the chosen table's heading, which Excel moves along; null when it has been deleted. */
  readonly heading: CellRef | null;
}

/**
 * "contrat" is written once, on request, and is the agent's from then on: a verification reads it and never writes it.
 * The others are ours: read as results only, never as tables of the agent, and rewritten in place.
 */
export const RESULT_SHEET_KINDS = [
  "ecarts",
  "synthese",
  "contrat",
  "bilan-financier",
  "bilan-indicateurs",
  "bilan-synthese",
  "bilan-ecarts",
  "bilan-page",
  "proces-verbal",
  "comparaison",
  "notes-conservees",
  "avenant-note",
  "avenant-tableau",
  "tableau-contrats",
  "tableau-credits",
  "tableau-axes",
] as const;

export type ResultSheetKind = (typeof RESULT_SHEET_KINDS)[number];

/** Every cell of the range gets the severity's fill and font; one of the plan lies over no other. */
export interface Highlight {
  readonly severity: Severity;
  readonly range: RangeRef;
}

export interface PlannedCell {
  readonly value: string | number | null;
  /** English formula with its "="; `value` is then its expected result. */
  readonly formula?: string;
}

/** What a sheet shows and how it prints. Everything starts at A1. */
export interface SheetLayout {
  /** Tab name; " (2)" and so on is added when a sheet of the agent bears it. */
  readonly name: string;
  /** Rows of equal length. */
  readonly cells: readonly (readonly PlannedCell[])[];
  /** Later entries win over earlier ones, property by property. */
  readonly styles: readonly { readonly range: GridRange; readonly style: CellStyle }[];
  readonly merges: readonly GridRange[];
  /** Width of each column, in characters of the default font. */
  readonly columnWidths: readonly number[];
  /** Points, for the rows that need more than the default. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** Left out for none: the charts of ours that stood on the sheet go. */
  readonly charts?: readonly ChartPlan[];
  /** Number of rows that stay visible at the top; 0 for none. */
  readonly frozenRows: number;
  /** Number of columns that stay visible at the left; left out for none. */
  readonly frozenColumns?: number;
  /** Zero-based, of what only the product reads; left out for none. */
  readonly hiddenColumns?: readonly number[];
  readonly page: {
    readonly orientation: "landscape" | "portrait";
    readonly paper: "A4" | "A3";
    readonly margins: PageMargins;
    /** At a scale in per cent, where that of one page across does not do: columns repeated at the left, columns that begin a page. */
    readonly across?: {
      readonly scale: number;
      readonly titleColumns: number;
      readonly breaks: readonly number[];
    };
    /** Zero-based first and last row repeated on each page. */
    readonly titleRows: readonly [number, number] | null;
    /** Header and footer texts; "&P", "&N" as Excel's codes. */
    readonly header: string;
    readonly footer: string;
    /** Rows that begin a new page, in order; left out for none. */
    readonly breaks?: readonly number[];
    /** Only the first rows print, on one page. Left out: all of them, on as many pages as needed. */
    readonly printedRows?: number;
  };
}

/** A whole sheet of ours, rewritten in place on each run. */
export interface SheetPlan extends SheetLayout {
  readonly kind: ResultSheetKind;
  /** The cells of the columns for entries, whose contents are removed. Left out where there are none. */
  readonly controls?: readonly EntryControl[];
  /** What must not be lost of the sheet as it stands. Left out for nothing. */
  readonly kept?: KeptRows;
  /** Its page and its frozen rows are left to whoever uses it. */
  readonly isUndressed?: true;
  /** As far as the sheet is ours, or was: formats, sizes and merged areas beyond are the agent's and stay. Left out for all of it. */
  readonly own?: { readonly rows: number; readonly columns: number };
}

/**
 * Rows of a result sheet, from column A on, word for word: where a write can stop halfway they stand a second time below
 * everything else until the sheet is whole, and are read there like the others.
 */
export interface KeptRows {
  readonly values: readonly (readonly CellValue[])[];
  /** US number formats, of the same shape. */
  readonly numberFormats: readonly (readonly string[])[];
}

/** A sheet that is the agent's once inserted: never rewritten, and marked only to be found again. */
export interface AnnexePlan extends SheetLayout {
  readonly mark?: ResultSheetKind;
  readonly controls: readonly EntryControl[];
  /** Names that belong to the sheet: two annexes of one kind may bear the same. */
  readonly names: readonly { readonly name: string; readonly range: GridRange }[];
}

/**
 * An annexe on a sheet of the agent's, where he wants it: `cells` fill `area`, which holds nothing, and every other range and
 * formula is that of the sheet. Its page and its frozen rows stay his.
 */
export interface PlacedAnnexe extends Pick<AnnexePlan, "cells" | "styles" | "merges" | "controls" | "names"> {
  readonly area: RangeRef;
  /** The sizes of the columns and rows that hold nothing else; the others keep their own. */
  readonly columnWidths: readonly { readonly column: number; readonly characters: number }[];
  readonly rowHeights: SheetLayout["rowHeights"];
}

/** What stands in an area beside the contents that `read` gives. */
export interface AreaSurvey {
  readonly obstacles: readonly Obstacle[];
  /** That the sheet's formulas know, the workbook's among them. */
  readonly names: readonly string[];
}

/** Something that touches the area; its range is null where only the whole area could be asked. */
export interface Obstacle {
  readonly kind: "merge" | "table" | "pivot" | "note" | "comment" | "drawing" | "entry-control";
  /** The mark, for a sheet that bears one. */
  readonly name: string | null;
  readonly range: GridRange | null;
}

/** A cell of the agent's that he asked to change, after he saw what it would become; its format stays. */
export interface CellChange {
  readonly cell: CellRef;
  readonly content: PlannedCell;
  /** US; only where the cell's own would keep a formula as a text. */
  readonly numberFormat?: string;
}

/** What to change in a workbook. Null leaves that part alone. */
export interface WritePlan {
  /** All our highlights of the workbook: those of an earlier run go. An empty list clears them. */
  readonly highlights: readonly Highlight[] | null;
  /** Result sheets to write; the others stay as they are. */
  readonly sheets: readonly SheetPlan[];
  /**
   * Changes to cells of the agent's sheets, of which nothing else changes. Where one sheet is protected the whole
   * plan is refused, which is checked before.
   */
  readonly cells?: readonly CellChange[];
  /** Annexes to add as new sheets, at the end of the workbook; the first one is then shown. */
  readonly annexes?: readonly AnnexePlan[];
  /** An annexe to write where the agent wants it; the area has been surveyed. */
  readonly placed?: PlacedAnnexe;
  /** Printable ASCII without quotes, in the place of the seal that the workbook bears. */
  readonly seal?: string;
  /** All that was answered of the workbook's reading, in the place of what it keeps. */
  readonly reponses?: readonly Reponse[];
  /** All that was said of its discrepancies, likewise. */
  readonly registre?: Registre;
  /** All the variants, in the place of those that it keeps. */
  readonly variantes?: readonly Variante[];
}

/** What could not be done, as a French sentence with the reason: a protected sheet keeps its cells unhighlighted. */
export interface ApplyReport {
  readonly refusals: readonly string[];
  /** Tab names that the planned sheets ended up with, in the plan's order, the annexes last; then that of the placed one. */
  readonly sheetNames: readonly string[];
}

export interface WorkbookPort {
  /** Reads every visible sheet, and our result sheets. Throws WorkbookError when the workbook cannot be read. */
  read(): Promise<RawWorkbook>;
  /** Reads the sheets and our marks only, without any block: enough to take our highlights away. */
  readMarks(): Promise<RawWorkbook>;
  /** Looks at an area of a sheet that `read` gave. */
  survey(area: RangeRef): Promise<AreaSurvey>;
  /** Applies a plan made from `read`; everything or, where a sheet refuses, everything else. */
  apply(plan: WritePlan, read: RawWorkbook): Promise<ApplyReport>;
}
