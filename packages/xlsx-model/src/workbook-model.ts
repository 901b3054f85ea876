// The editable workbook behind the file adapter and the simulated host: what an .xlsx holds, without its XML.
import type { CellStyle, ChartPlan, EntryControl, GridRange } from "./plan";
import type { Shift } from "./formulas/shift-references";
import type { SheetTables } from "./tables/sheet-tables";
import type { AddInSettings } from "./workbook/add-in-settings";
import type { CustomXmlParts } from "./workbook/custom-xml";
import type { SheetShapes } from "./drawings/sheet-shapes";
import type { SheetCharts } from "./charts/sheet-charts";
import type { EntryRules } from "./sheet/entry-rules";
import type { ConditionalFormats } from "./sheet/conditional-formats";
import type { SheetOptions } from "./sheet/sheet-options";
import type { SheetLinks } from "./sheet/sheet-links";
import type { SheetPrinting } from "./sheet/sheet-printing";
import type { RowSpan } from "./sheet/row-spans";
import type { SheetFormats } from "./sheet/sheet-formats";
import type { SheetSpills } from "./sheet/sheet-spills";
import type { CommentThreads } from "./sheet/comment-threads";
import type {
  CellContent,
  ConditionalFormat,
  PageSetup,
  SheetChart,
  SheetObject,
  SheetVisibility,
} from "./sheet-values";

export interface SheetModel {
  /** Stable through renames and moves. */
  readonly id: string;
  /** Setting throws a RangeError for a name that Excel refuses or that another sheet bears. References follow. */
  name: string;
  visibility: SheetVisibility;
  readonly isProtected: boolean;

  /** Cells with content (valuesOnly) or with content or format; null for none. */
  usedRange(valuesOnly: boolean): GridRange | null;
  /** The used range within a range. Rows that hold nothing are skipped without being walked. */
  usedRangeWithin(range: GridRange, valuesOnly: boolean): GridRange | null;
  content(row: number, column: number): CellContent;
  setContent(row: number, column: number, content: CellContent): void;
  /** Style with every property resolved; absent properties are Excel's defaults. */
  style(row: number, column: number): CellStyle;
  /** Changes the given properties and keeps the others. */
  setStyle(range: GridRange, style: CellStyle): void;
  /** Formats property by property, of whole rows and columns too. */
  readonly cellFormats: SheetFormats;
  /** Formulas that fill the cells beside them with their result; where something is in the way they fill their own alone. */
  readonly dynamicArrays: SheetSpills;
  /** Back to the formats of a new sheet, whatever the row or the column says. */
  resetStyle(range: GridRange): void;
  /** Contents, and formats when asked; notes, names and objects stay. */
  clear(range: GridRange, what: "contents" | "all"): void;

  /** Cells with a link of their own, which is no formula. */
  readonly links: SheetLinks;
  readonly merges: readonly GridRange[];
  merge(...ranges: readonly GridRange[]): void;
  unmerge(range: GridRange): void;
  /** Characters of the default font; null for the default width. */
  columnWidth(column: number): number | null;
  /** Sets the width of that column, or of all columns up to `last`. */
  setColumnWidth(column: number, characters: number | null, last?: number): void;
  isColumnHidden(column: number): boolean;
  /** Points; null for the default height. */
  rowHeight(row: number): number | null;
  setRowHeight(row: number, points: number | null): void;
  /** Each height that the rows have, once. */
  rowHeights(first: number, last: number): readonly (number | null)[];
  setRowHeights(first: number, last: number, points: number | null): void;
  isRowHidden(row: number): boolean;
  /** Each answer once. */
  areRowsHidden(first: number, last: number): readonly boolean[];
  /** Runs of rows that the sheet says the same of. The other rows have the default height and show. */
  describedRows(top: number, bottom: number): readonly RowSpan[];
  /** The rows with contents. */
  filledRows(top: number, bottom: number): Iterable<number>;
  showRows(): void;
  /** Whether the agent has set a filter on its columns. */
  readonly isFiltered: boolean;
  /** The cells under the filter, headings included; null without. */
  readonly filteredRange: GridRange | null;
  /** Whether it hides anything. */
  readonly isFilteredByValue: boolean;
  setFilter(range: GridRange): void;
  /** Hides or shows that row, or all rows up to `last`. */
  setRowHidden(row: number, isHidden: boolean, last?: number): void;
  setColumnHidden(column: number, isHidden: boolean, last?: number): void;
  /** Shows the rows, too. */
  removeFilter(): void;
  frozenRows: number;
  frozenColumns: number;
  readonly options: SheetOptions;
  pageSetup: PageSetup;
  /** The page set-up and all the rest of how the sheet prints, part by part. */
  readonly printing: SheetPrinting;
  /** Rows that begin a new page because somebody asked for it, in order. */
  rowBreaks: readonly number[];
  columnBreaks: readonly number[];

  /** Every rule, whatever its kind, to be read and changed part by part. */
  readonly conditionalRules: ConditionalFormats;
  /** In order of priority, first wins. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Placed first, as Excel does. Answers its id. */
  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string;
  removeConditionalFormat(id: string): void;

  /** The controls that a plan can ask for. The others of the sheet are kept and not shown here. */
  readonly entryControls: readonly EntryControl[];
  addEntryControl(control: EntryControl): void;
  /** All data validations, to be read and changed property by property. */
  readonly entryRules: EntryRules;
  /** Removes the controls of those cells. */
  removeEntryControls(range: GridRange): void;

  /** The cells of the range are inserted, or deleted, and those beside them move; references follow. */
  shiftCells(shift: Shift): void;

  readonly tables: SheetTables;
  readonly objects: readonly SheetObject[];
  /** Comments with replies, which Excel tells apart from notes. */
  readonly comments: CommentThreads;
  /** In the order of the drawing, the lowest first. */
  readonly charts: readonly SheetChart[];
  /** Adds it, or puts it in the place of the first one of that name. */
  setChart(chart: ChartPlan): void;
  /** The same charts, to be changed part by part. */
  readonly drawnCharts: SheetCharts;
  /** Changes the formulas that stand in no cell: those of its charts, and of its rules for formats and entries. */
  rewriteAround(change: (formula: string) => string): void;
  /** Whatever else is drawn: shapes, text boxes, lines, pictures, groups. */
  readonly shapes: SheetShapes;
  /** The first one of that name. */
  removeChart(name: string): void;
}

/** The Excel that a simulation is of. */
export interface RunningExcel {
  isFunction(name: string): boolean;
  /** What its language would make of texts and figures has no value here, rather than that of an English one. */
  readonly isFrench: boolean;
  /** Asked to compute, without any change: what changes with each calculation is computed all the same. */
  readonly isAsked: boolean;
}

export interface WorkbookModel {
  /** File name without folder. */
  name: string;
  readonly isStructureProtected: boolean;
  /** Attributes of the protection as the file says them; null takes it away. */
  protectStructure(attributes: ReadonlyMap<string, string> | null): void;
  readonly structureProtection: ReadonlyMap<string, string> | null;
  readonly customXml: CustomXmlParts;
  readonly addInSettings: AddInSettings;
  /** As a file, when it was opened: a copy that differs is not. */
  readonly isSigned: boolean;
  readonly sheets: readonly SheetModel[];
  activeSheet: SheetModel;
  /** Throws a RangeError for a name that Excel refuses or that another sheet bears. */
  addSheet(name: string): SheetModel;
  /** The last tab: all that stands on the sheet and around it. Throws a RangeError for what nobody here could copy. */
  copySheet(id: string, name: string): SheetModel;
  removeSheet(id: string): void;
  /** Zero-based. */
  moveSheet(id: string, position: number): void;

  readonly names: readonly DefinedName[];
  /** Adds, or replaces the one of the same name and scope. */
  setName(name: DefinedName): void;
  removeName(name: string, scope: string | null): void;
  /** Formulas that name the table, or its column, follow. */
  renameTable(from: string, to: string): void;
  renameTableColumn(table: string, from: string, to: string): void;

  /**
   * Computes formulas whose value is missing or that depend on a change since the last call. As a running Excel does, a function
   * that it does not have is #NAME?, and the hour and what chance gives are new each time; without one, such a formula is not
   * computed, and the hour stays.
   */
  calculate(excel?: RunningExcel): Promise<void>;
  /** The .xlsx file: parts that no change concerns keep their exact bytes. */
  save(): Uint8Array;
}
export interface DefinedName {
  readonly name: string;
  /** Without "=": "'Écarts'!$A$1". */
  readonly formula: string;
  readonly hidden: boolean;
  /** Sheet id of a sheet-scoped name, null for the workbook. */
  readonly scope: string | null;
  /** Undefined for none, and to leave the one that it has. */
  readonly comment?: string;
}
