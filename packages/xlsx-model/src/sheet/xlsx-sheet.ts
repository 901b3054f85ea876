// A sheet of an .xlsx as the editable model that the adapters work on.
import type { CellStyle, CellValue, ChartPlan, EntryControl, GridRange } from "../plan";
import { UNCOMPUTED } from "../values/uncomputed";
import { SheetCharts } from "../charts/sheet-charts";
import { SheetDrawing } from "../drawings/sheet-drawing";
import { SheetShapes } from "../drawings/sheet-shapes";
import { shiftAnchors } from "../drawings/shift-anchors";
import type { Shift } from "../formulas/shift-references";
import type { OpcPackage } from "../package/opc-package";
import type { PartText } from "../package/part-text";
import type { StylesPart } from "../styles/styles-part";
import { SheetTables } from "../tables/sheet-tables";
import type { SheetModel } from "../workbook-model";
import type {
  CellContent,
  ConditionalFormat,
  PageSetup,
  SheetChart,
  SheetObject,
  SheetVisibility,
} from "../sheet-values";
import { isTrue } from "../xml/parse-xml";
import { setAttributes } from "../xml/tags";
import { CommentThreads } from "./comment-threads";
import { clearCells, resetWithin } from "./clear-cells";
import { clearColumns } from "./columns";
import { ConditionalFormats } from "./conditional-formats";
import { addEntryControl, readEntryControls } from "./entry-controls";
import { EntryRules } from "./entry-rules";
import { readPage, writePage, type PrintedNames } from "./page-setup";
import { formatRanges, WHOLE_SHEET } from "./ranges";
import { readBreaks, writeBreaks } from "./page-breaks";
import { dropFilter } from "./sheet-filter";
import { rewriteAround } from "./rewrite-around";
import { SheetDimensions } from "./sheet-dimensions";
import { SheetFormats } from "./sheet-formats";
import { SheetFormulas } from "./sheet-formulas";
import { SheetLinks } from "./sheet-links";
import { readSheetObjects } from "./sheet-objects";
import { SheetOptions } from "./sheet-options";
import { SheetPart } from "./sheet-part";
import { SheetPrinting } from "./sheet-printing";
import { SheetSpills } from "./sheet-spills";
import { moveCells, shiftFurniture } from "./shift-cells";
import { shiftComments } from "./shift-comments";
import { readFrozen, setFrozen, setTabSelected } from "./sheet-views";

/** What a sheet asks of its workbook. */
export interface SheetOwner {
  readonly parts: OpcPackage;
  /** The path of the workbook's own part. */
  readonly mainPath: string;
  styles(): StylesPart;
  isChartRefreshed(name: string): boolean;
  sheetName(sheet: XlsxSheet): string;
  renameSheet(sheet: XlsxSheet, name: string): void;
  visibility(sheet: XlsxSheet): SheetVisibility;
  setVisibility(sheet: XlsxSheet, visibility: SheetVisibility): void;
  printedNames(sheet: XlsxSheet): PrintedNames;
  setPrintedNames(sheet: XlsxSheet, names: PrintedNames): void;
  /** Content changed, if nothing else is said as "open": what depends on it is to be computed anew. */
  noteChange(sheet: XlsxSheet, row: number, column: number, how?: HowChanged): void;
  /** No cell of it is left. */
  noteEmptied(sheet: XlsxSheet): void;
  /** Cells of that sheet are about to move: references to them follow. */
  shiftReferences(sheet: XlsxSheet, shift: Shift): void;
  /** The number by which the workbook's cells say that their array is a dynamic one. */
  dynamicArrayMark(): number;
  /** A formula went: the workbook's order of calculation names a cell that has none any more. */
  noteFormulaRemoved(): void;
}

export class XlsxSheet extends SheetDimensions implements SheetModel {
  readonly formulas: SheetFormulas;
  readonly dynamicArrays: SheetSpills;
  readonly cellFormats: SheetFormats;
  readonly tables: SheetTables;
  readonly comments: CommentThreads;
  readonly conditionalRules: ConditionalFormats;
  readonly entryRules: EntryRules;
  readonly options: SheetOptions;
  readonly drawnCharts: SheetCharts;
  readonly shapes: SheetShapes;
  private readonly drawing: SheetDrawing;

  constructor(
    readonly id: string,
    readonly path: string,
    readonly part: SheetPart,
    private readonly owner: SheetOwner,
  ) {
    super();
    this.formulas = new SheetFormulas(part.grid, part.prefix);
    this.dynamicArrays = new SheetSpills(part.grid, part.prefix, {
      dynamicArrayMark: () => owner.dynamicArrayMark(),
      noteChange: (row, column) => owner.noteChange(this, row, column),
    });
    this.tables = new SheetTables(path, part.frame, () => owner.parts);
    this.comments = new CommentThreads(path, part.frame, owner);
    this.cellFormats = new SheetFormats(
      part,
      () => owner.styles(),
      (row, column) => this.defaultStyle(row, column),
    );
    this.conditionalRules = new ConditionalFormats(part.frame, () => owner.styles());
    this.entryRules = new EntryRules(part.frame);
    this.options = new SheetOptions(part.frame);
    this.drawing = new SheetDrawing(path, part.frame, () => owner.parts);
    this.drawnCharts = new SheetCharts(this.drawing, this, (name) => owner.isChartRefreshed(name));
    this.shapes = new SheetShapes(this.drawing);
  }

  get name(): string {
    return this.owner.sheetName(this);
  }
  set name(name: string) {
    this.owner.renameSheet(this, name);
  }

  get visibility(): SheetVisibility {
    return this.owner.visibility(this);
  }
  set visibility(visibility: SheetVisibility) {
    this.owner.setVisibility(this, visibility);
  }

  get isProtected(): boolean {
    return this.options.protection !== null;
  }

  usedRange(valuesOnly: boolean): GridRange | null {
    return this.part.grid.usedRange(WHOLE_SHEET, valuesOnly);
  }

  usedRangeWithin(range: GridRange, valuesOnly: boolean): GridRange | null {
    return this.part.grid.usedRange(range, valuesOnly);
  }

  content(row: number, column: number): CellContent {
    const cell = this.part.grid.cell(row, column);
    if (!cell) return { value: null, formula: null };
    const formula = this.formulas.shown(row, column, cell);
    const content = { value: cell.value, formula };
    return formula !== null && this.dynamicArrays.isMarked(row, column) ? { ...content, isDynamic: true } : content;
  }

  setContent(row: number, column: number, content: CellContent): void {
    this.put(row, column, content, "open");
  }

  /** Of a plan, whose figures were computed together: a formula that comes with its value keeps it. `format` is the number of its new one, where it gets one. */
  setPlanned(row: number, column: number, content: CellContent, format?: number): void {
    const known = content.value === null ? "open" : "settled formula";
    this.put(row, column, content, content.formula === null ? "settled value" : known, format);
  }

  private put(row: number, column: number, content: CellContent, how: HowChanged, format?: number): void {
    this.dynamicArrays.detach(row, column);
    const old = this.part.grid.cell(row, column);
    if (old) this.formulas.detach(row, column, old);
    if (old && old.formulaXml !== "" && content.formula === null) this.owner.noteFormulaRemoved();
    const style = format ?? old?.style ?? this.defaultStyle(row, column);
    const value = content.value === "" && content.formula === null ? null : content.value;
    if (value === null && content.formula === null && style === this.defaultStyle(row, column)) {
      if (old) this.part.grid.set(row, column, null);
    } else {
      const formulaXml = content.formula === null ? "" : this.formulas.written(content.formula);
      const known = value === null && formulaXml !== "" ? UNCOMPUTED : value;
      this.part.grid.set(row, column, { style, value: known, formulaXml, xml: null, extra: "" });
    }
    if (content.formula !== null && content.isDynamic === true) this.dynamicArrays.enter(row, column);
    this.owner.noteChange(this, row, column, how);
  }

  /** A result of calculation; `keep` leaves the file's own text of the cell, for values that were merely missing. */
  setComputed(row: number, column: number, value: CellValue, keep: boolean): void {
    const cell = this.part.grid.cell(row, column);
    if (!cell || cell.value === value) return;
    if (keep && cell.xml !== null) cell.value = value;
    else this.part.grid.set(row, column, { ...cell, value, xml: null });
  }

  style(row: number, column: number): CellStyle {
    const cell = this.part.grid.cell(row, column);
    return this.owner.styles().style(cell?.style ?? this.defaultStyle(row, column));
  }

  /** The number format of a cell format, by its number. */
  numberFormat(xf: number): string {
    return this.owner.styles().numberFormat(xf);
  }

  setStyle(range: GridRange, style: CellStyle): void {
    this.cellFormats.setStyles([{ range, style }]);
  }

  resetStyle(range: GridRange): void {
    this.cellFormats.reset(range);
  }

  clear(range: GridRange, what: "contents" | "all"): void {
    clearCells(this, this.part.grid, range, what);
  }

  /** Back to an empty sheet: contents and the filter go, and within the area formats, sizes and merged areas; the page, notes and objects stay. */
  reset(own: GridRange = WHOLE_SHEET): void {
    const { grid, frame } = this.part;
    if (own !== WHOLE_SHEET) return resetWithin(this, own);
    grid.forEachCell((row, column, cell) => {
      if (cell.formulaXml !== "") this.owner.noteFormulaRemoved();
      this.owner.noteChange(this, row, column);
    });
    grid.clear();
    this.owner.noteEmptied(this);
    this.formulas.forget();
    this.dynamicArrays.forget();
    clearColumns(frame);
    this.unmerge(WHOLE_SHEET);
    dropFilter(frame);
  }

  get links(): SheetLinks {
    return new SheetLinks(this.path, this.part.frame, () => this.owner.parts);
  }

  get frozenRows(): number {
    return readFrozen(this.part.frame).rows;
  }
  set frozenRows(rows: number) {
    setFrozen(this.part.frame, { rows, columns: this.frozenColumns });
  }
  get frozenColumns(): number {
    return readFrozen(this.part.frame).columns;
  }
  set frozenColumns(columns: number) {
    setFrozen(this.part.frame, { rows: this.frozenRows, columns });
  }

  get printing(): SheetPrinting {
    return new SheetPrinting(this.part.frame);
  }

  get pageSetup(): PageSetup {
    return { ...readPage(this.part.frame), ...this.owner.printedNames(this) };
  }
  set pageSetup(page: PageSetup) {
    writePage(this.part.frame, page);
    this.owner.setPrintedNames(this, page);
  }

  get rowBreaks(): readonly number[] {
    return readBreaks(this.part.frame, "rowBreaks");
  }
  set rowBreaks(rows: readonly number[]) {
    writeBreaks(this.part.frame, "rowBreaks", rows);
  }
  get columnBreaks(): readonly number[] {
    return readBreaks(this.part.frame, "colBreaks");
  }
  set columnBreaks(columns: readonly number[]) {
    writeBreaks(this.part.frame, "colBreaks", columns);
  }

  get conditionalFormats(): readonly ConditionalFormat[] {
    return this.conditionalRules.list();
  }
  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    return this.conditionalRules.add(format);
  }
  removeConditionalFormat(id: string): void {
    this.conditionalRules.remove(id);
  }

  rewriteAround(change: (formula: string) => string): void {
    rewriteAround(this.part.frame, this, change);
  }

  /** In cells and around them. Answers the cells that have another formula. */
  rewriteReferences(change: (formula: string) => string): readonly { readonly row: number; readonly column: number }[] {
    this.rewriteAround(change);
    return this.formulas.rewrite(change);
  }

  get entryControls(): readonly EntryControl[] {
    return readEntryControls(this.part.frame);
  }
  addEntryControl(control: EntryControl): void {
    addEntryControl(this.part.frame, control);
  }
  removeEntryControls(range: GridRange): void {
    this.entryRules.remove(range);
  }

  shiftCells(shift: Shift): void {
    this.conditionalRules.settle();
    this.dynamicArrays.collapseAll();
    this.owner.shiftReferences(this, shift);
    for (const [row, column] of moveCells(this.part.grid, shift)) this.owner.noteChange(this, row, column);
    shiftFurniture(this.part, this.tables, this.cellFormats, shift);
    shiftAnchors(this.drawing, shift);
    shiftComments(this.owner.parts, this.path, shift);
    this.conditionalRules.forget();
    this.dynamicArrays.moved();
    this.owner.noteFormulaRemoved();
  }

  get objects(): readonly SheetObject[] {
    return readSheetObjects(this.owner.parts, this.path, this.part.frame);
  }

  get charts(): readonly SheetChart[] {
    return this.drawnCharts.list();
  }
  setChart(chart: ChartPlan): void {
    this.drawnCharts.set(chart);
  }
  removeChart(name: string): void {
    this.drawnCharts.remove(name);
  }
  saveCharts(): void {
    this.drawnCharts.save(this.part.grid.changed);
  }
  valueAt(row: number, column: number): CellValue {
    return this.part.grid.cell(row, column)?.value ?? null;
  }

  setSelected(selected: boolean): void {
    setTabSelected(this.part.frame, selected);
  }

  /** The part in pieces, settled and its declared extent brought up to date first, so that each time gives the same. */
  toPieces(): PartText {
    this.conditionalRules.settle();
    const dimension = this.part.frame.find("dimension");
    if (dimension && this.part.grid.changed) {
      const used = this.usedRange(false);
      dimension.xml = setAttributes(dimension.xml, { ref: used ? formatRanges([used]) : "A1" });
    }
    return () => this.part.pieces();
  }

  // An empty cell takes the format of its row, else of its column.
  private defaultStyle(row: number, column: number): number {
    const { grid } = this.part;
    if (isTrue(grid.rowAttribute(row, "customFormat"))) return Number(grid.rowAttribute(row, "s") ?? 0);
    return Number(this.run(column)?.attributes.get("style") ?? 0);
  }
}

// How much of what depends on a changed cell must be computed anew.
/** A value or a formula that came with others is settled: their values agree, and among them none is computed anew. */
export type HowChanged = "open" | "settled value" | "settled formula";
