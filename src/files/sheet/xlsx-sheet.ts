// A sheet of an .xlsx as the editable model that the adapters work on.
import {
  UNCOMPUTED,
  type CellStyle,
  type CellValue,
  type ChartPlan,
  type EntryControl,
  type GridRange,
} from "../../core/workbook-port";
import { SheetCharts } from "../charts/sheet-charts";
import { renameSheetInFormula, storedFormula } from "../formulas/rewrite";
import type { OpcPackage } from "../package/opc-package";
import type { StylesPart } from "../styles/styles-part";
import type {
  CellContent,
  ConditionalFormat,
  PageSetup,
  SheetChart,
  SheetModel,
  SheetObject,
  SheetVisibility,
} from "../workbook-model";
import { isTrue } from "../xml/parse-xml";
import { setAttributes } from "../xml/tags";
import { formulaElement, type Cell } from "./cell";
import { clearCells } from "./clear-cells";
import {
  charactersFromWidth,
  clearColumns,
  columnRun,
  readColumns,
  setColumn,
  widthFromCharacters,
  type ColumnRun,
} from "./columns";
import { ConditionalFormats } from "./conditional-formats";
import { addEntryControl, readEntryControls, removeEntryControls } from "./entry-controls";
import { addMerge, readMerges, removeMerges } from "./merges";
import { readPage, writePage } from "./page-setup";
import { formatRanges, WHOLE_SHEET } from "./ranges";
import { readRowBreaks, writeRowBreaks } from "./row-breaks";
import { dropFilter, hasFilter, showRows } from "./sheet-filter";
import { SheetFormulas } from "./sheet-formulas";
import { readSheetObjects } from "./sheet-objects";
import { SheetPart } from "./sheet-part";
import { readFrozenRows, setFrozenRows, setTabSelected } from "./sheet-views";

/** What a sheet asks of its workbook. */
export interface SheetOwner {
  readonly parts: OpcPackage;
  styles(): StylesPart;
  sheetName(sheet: XlsxSheet): string;
  renameSheet(sheet: XlsxSheet, name: string): void;
  visibility(sheet: XlsxSheet): SheetVisibility;
  setVisibility(sheet: XlsxSheet, visibility: SheetVisibility): void;
  titleRows(sheet: XlsxSheet): readonly [number, number] | null;
  setTitleRows(sheet: XlsxSheet, rows: readonly [number, number] | null): void;
  printArea(sheet: XlsxSheet): GridRange | null;
  setPrintArea(sheet: XlsxSheet, area: GridRange | null): void;
  /** Content changed: what depends on it is to be computed anew. */
  noteChange(sheet: XlsxSheet, row: number, column: number): void;
  /** A formula went: the workbook's order of calculation names a cell that has none any more. */
  noteFormulaRemoved(): void;
}

export class XlsxSheet implements SheetModel {
  readonly formulas: SheetFormulas;
  private readonly formats: ConditionalFormats;
  private readonly drawnCharts: SheetCharts;
  private columnCache: { readonly xml: string | undefined; readonly runs: readonly ColumnRun[] } | null = null;

  constructor(
    readonly id: string,
    readonly path: string,
    readonly part: SheetPart,
    private readonly owner: SheetOwner,
  ) {
    this.formulas = new SheetFormulas(part.grid, part.prefix);
    this.formats = new ConditionalFormats(part.frame, () => owner.styles());
    this.drawnCharts = new SheetCharts(path, part.frame, this, () => owner.parts);
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
    return isTrue(this.part.frame.tree("sheetProtection")?.attributes["sheet"]);
  }

  usedRange(valuesOnly: boolean): GridRange | null {
    return this.part.grid.usedRange(WHOLE_SHEET, valuesOnly);
  }

  usedRangeWithin(range: GridRange, valuesOnly: boolean): GridRange | null {
    return this.part.grid.usedRange(range, valuesOnly);
  }

  content(row: number, column: number): CellContent {
    const cell = this.part.grid.cell(row, column);
    return cell
      ? { value: cell.value, formula: this.formulas.shown(row, column, cell) }
      : { value: null, formula: null };
  }

  setContent(row: number, column: number, content: CellContent): void {
    const old = this.part.grid.cell(row, column);
    if (old) this.formulas.detach(row, column, old);
    if (old && old.formulaXml !== "" && content.formula === null) this.owner.noteFormulaRemoved();
    const style = old?.style ?? this.defaultStyle(row, column);
    const value = content.value === "" && content.formula === null ? null : content.value;
    if (value === null && content.formula === null && style === this.defaultStyle(row, column)) {
      if (old) this.part.grid.set(row, column, null);
    } else {
      const formulaXml =
        content.formula === null
          ? ""
          : formulaElement(storedFormula(content.formula.replace(/^=/, "")), this.part.prefix);
      const known = value === null && formulaXml !== "" ? UNCOMPUTED : value;
      this.part.grid.set(row, column, { style, value: known, formulaXml, xml: null, extra: "" });
    }
    this.owner.noteChange(this, row, column);
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
    const styles = this.owner.styles();
    const known = new Map<number, number>();
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const old = this.part.grid.cell(row, column);
        const base = old?.style ?? this.defaultStyle(row, column);
        const derived = known.get(base) ?? styles.derive(base, style);
        known.set(base, derived);
        if (derived !== base) this.part.grid.set(row, column, { ...(old ?? BLANK), style: derived, xml: null });
      }
    }
  }

  resetStyle({ top, left, bottom, right }: GridRange): void {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const old = this.part.grid.cell(row, column);
        if ((old?.style ?? this.defaultStyle(row, column)) === 0) continue;
        this.part.grid.set(row, column, { ...(old ?? BLANK), style: 0, xml: null });
      }
    }
  }

  clear(range: GridRange, what: "contents" | "all"): void {
    clearCells(this, this.part.grid, range, what);
  }

  /** Back to an empty sheet: contents, formats, sizes, merged areas and the filter go; the page, notes and objects stay. */
  reset(): void {
    const { grid, frame } = this.part;
    grid.forEachCell((row, column, cell) => {
      if (cell.formulaXml !== "") this.owner.noteFormulaRemoved();
      this.owner.noteChange(this, row, column);
    });
    grid.clear();
    this.formulas.forget();
    clearColumns(frame);
    removeMerges(frame, WHOLE_SHEET);
    dropFilter(frame);
  }

  get merges(): readonly GridRange[] {
    return readMerges(this.part.frame);
  }
  merge(range: GridRange): void {
    addMerge(this.part.frame, range);
  }
  unmerge(range: GridRange): void {
    removeMerges(this.part.frame, range);
  }

  columnWidth(column: number): number | null {
    const width = this.run(column)?.attributes.get("width");
    return width === undefined ? null : charactersFromWidth(Number(width));
  }
  setColumnWidth(column: number, characters: number | null): void {
    const width = characters === null ? null : String(widthFromCharacters(characters));
    setColumn(this.part.frame, column, { width, customWidth: width === null ? null : "1" });
  }
  isColumnHidden(column: number): boolean {
    return isTrue(this.run(column)?.attributes.get("hidden"));
  }

  rowHeight(row: number): number | null {
    const height = this.part.grid.rowAttributes(row).get("ht");
    return height === undefined ? null : Number(height);
  }
  setRowHeight(row: number, points: number | null): void {
    if (points === this.rowHeight(row)) return;
    const on = points === null ? null : "1";
    this.part.grid.setRowAttributes(row, { ht: points === null ? null : String(points), customHeight: on });
  }
  isRowHidden(row: number): boolean {
    return isTrue(this.part.grid.rowAttributes(row).get("hidden"));
  }
  showRows(): void {
    showRows(this.part.grid);
  }
  get isFiltered(): boolean {
    return hasFilter(this.part.frame);
  }
  removeFilter(): void {
    dropFilter(this.part.frame);
    showRows(this.part.grid);
  }

  get frozenRows(): number {
    return readFrozenRows(this.part.frame);
  }
  set frozenRows(rows: number) {
    setFrozenRows(this.part.frame, rows);
  }

  get pageSetup(): PageSetup {
    return {
      ...readPage(this.part.frame),
      titleRows: this.owner.titleRows(this),
      printArea: this.owner.printArea(this),
    };
  }
  set pageSetup(page: PageSetup) {
    writePage(this.part.frame, page);
    this.owner.setTitleRows(this, page.titleRows);
    this.owner.setPrintArea(this, page.printArea);
  }

  get rowBreaks(): readonly number[] {
    return readRowBreaks(this.part.frame);
  }
  set rowBreaks(rows: readonly number[]) {
    writeRowBreaks(this.part.frame, rows);
  }

  get conditionalFormats(): readonly ConditionalFormat[] {
    return this.formats.list();
  }
  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    return this.formats.add(format);
  }
  removeConditionalFormat(id: string): void {
    this.formats.remove(id);
  }

  renameReferences(from: string, to: string): void {
    this.formulas.rewrite((formula) => renameSheetInFormula(formula, from, to));
    this.drawnCharts.rename(from, to);
  }

  get entryControls(): readonly EntryControl[] {
    return readEntryControls(this.part.frame);
  }
  addEntryControl(control: EntryControl): void {
    addEntryControl(this.part.frame, control);
  }
  removeEntryControls(range: GridRange): void {
    removeEntryControls(this.part.frame, range);
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

  /** The part's text, its declared extent brought up to date when cells changed. */
  toText(): string {
    this.formats.settle();
    const dimension = this.part.frame.find("dimension");
    if (dimension && this.part.grid.changed) {
      const used = this.usedRange(false);
      dimension.xml = setAttributes(dimension.xml, { ref: used ? formatRanges([used]) : "A1" });
    }
    return this.part.toString();
  }

  private run(column: number): ColumnRun | undefined {
    const xml = this.part.frame.find("cols")?.xml;
    if (this.columnCache?.xml !== xml || !this.columnCache)
      this.columnCache = { xml, runs: readColumns(this.part.frame) };
    return columnRun(this.columnCache.runs, column);
  }

  // An empty cell takes the format of its row, else of its column.
  private defaultStyle(row: number, column: number): number {
    const attributes = this.part.grid.rowAttributes(row);
    if (isTrue(attributes.get("customFormat"))) return Number(attributes.get("s") ?? 0);
    return Number(this.run(column)?.attributes.get("style") ?? 0);
  }
}

const BLANK: Cell = { style: 0, value: null, formulaXml: "", xml: null, extra: "" };
