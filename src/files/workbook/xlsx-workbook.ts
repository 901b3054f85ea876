// An .xlsx as the editable model that the adapters work on: each change goes to the part that holds it.
import { calculateFormulas } from "../formulas/calculate";
import { renameSheetInFormula } from "../formulas/rewrite";
import { addContentType, contentType, removeContentType } from "../package/content-types";
import { OpcPackage } from "../package/opc-package";
import { damaged, refusal } from "../package/refuse-file";
import { addRelationship, readRelationships, relationshipsPath, removeRelationship } from "../package/relationships";
import { formulaElement } from "../sheet/cell";
import { PRINT_TITLES, readTitleRows, writeTitleRows } from "../sheet/print-titles";
import { SheetPart } from "../sheet/sheet-part";
import { XlsxSheet, type SheetOwner } from "../sheet/xlsx-sheet";
import { readTheme } from "../styles/colors";
import { StylesPart } from "../styles/styles-part";
import type { DefinedName, SheetModel, SheetVisibility, WorkbookModel } from "../workbook-model";
import { parseXml } from "../xml/parse-xml";
import { DefinedNames } from "./defined-names";
import { EMPTY_SHEET, EMPTY_STYLES, SHEET_TYPE, STYLES_TYPE } from "./new-parts";
import { checkSheetName } from "./sheet-name";
import { sharedStrings } from "./shared-strings";
import { readTables, type Table } from "./tables";
import { WorkbookPart, type SheetEntry } from "./workbook-part";

export interface CellChange {
  readonly sheet: XlsxSheet;
  readonly row: number;
  readonly column: number;
}

export class XlsxWorkbook implements WorkbookModel, SheetOwner {
  private readonly pack: OpcPackage;
  private readonly path: string;
  private readonly part: WorkbookPart;
  private readonly definedNames: DefinedNames;
  private readonly strings: (index: number) => string;
  private readonly worksheets = new Map<string, XlsxSheet>();
  private readonly stylesPart: StylesPart;
  private formulaRemoved = false;
  private calculated = false;
  private changes: CellChange[] = [];

  /** Throws WorkbookError when the bytes are no readable workbook. */
  constructor(
    bytes: Uint8Array,
    public name: string,
  ) {
    this.pack = new OpcPackage(bytes, name);
    const main = readRelationships(this.pack, "").find(({ kind }) => kind === "officeDocument");
    const type = main && contentType(this.pack, main.target);
    if (!main || (type && !/spreadsheetml|ms-excel\.(?:sheet|template|addin)\.macroEnabled/.test(type)))
      throw this.pack.notAWorkbook();
    this.path = main.target;
    this.part = this.pack.parse(this.path, (text) => new WorkbookPart(text));
    this.definedNames = new DefinedNames(this.part.part);
    this.strings = sharedStrings(this.pack, this.target("sharedStrings"));
    this.openSheets();
    if (this.worksheets.size === 0)
      throw refusal(name, "ne contient aucune feuille de calcul", "Choisissez le classeur du contrat.");
    const theme = this.target("theme");
    const colors = readTheme(theme !== null && this.pack.has(theme) ? this.pack.parse(theme, parseXml) : null);
    const styles = this.target("styles");
    this.stylesPart =
      styles === null
        ? new StylesPart(EMPTY_STYLES, colors)
        : this.pack.parse(styles, (text) => new StylesPart(text, colors));
  }

  get isStructureProtected(): boolean {
    return this.part.isStructureProtected;
  }

  get sheets(): readonly XlsxSheet[] {
    return this.part.entries().flatMap((entry) => this.worksheets.get(String(entry.sheetId)) ?? []);
  }

  get activeSheet(): XlsxSheet {
    const active = this.worksheets.get(String(this.part.entries()[this.part.activeTab]?.sheetId));
    const sheet = active ?? this.sheets.find(({ visibility }) => visibility === "visible") ?? this.sheets[0];
    if (!sheet) throw new RangeError("no sheet left");
    return sheet;
  }
  set activeSheet(sheet: SheetModel) {
    this.part.activeTab = this.tab(sheet.id);
    for (const other of this.worksheets.values()) other.setSelected(other.id === sheet.id);
  }

  /** Names of all tabs, chart sheets included. */
  tabNames(): string[] {
    return this.part.entries().map(({ name }) => name);
  }

  addSheet(name: string): XlsxSheet {
    checkSheetName(name, this.tabNames());
    let number = this.worksheets.size + 1;
    const folder = this.path.slice(0, this.path.lastIndexOf("/") + 1);
    while (this.pack.has(`${folder}worksheets/sheet${number}.xml`)) number++;
    const path = `${folder}worksheets/sheet${number}.xml`;
    this.pack.setText(path, EMPTY_SHEET);
    addContentType(this.pack, path, SHEET_TYPE);
    const relationship = addRelationship(this.pack, this.path, "worksheet", `worksheets/sheet${number}.xml`);
    const id = String(this.part.addEntry(name, relationship));
    const sheet = new XlsxSheet(id, path, this.sheetPart(path), this);
    this.worksheets.set(id, sheet);
    return sheet;
  }

  removeSheet(id: string): void {
    const sheet = this.worksheets.get(id);
    const entries = this.part.entries();
    const entry = entries.find(({ sheetId }) => String(sheetId) === id);
    if (!sheet || !entry) return;
    if (this.worksheets.size === 1) throw new RangeError("a workbook keeps at least one sheet");
    this.reorder(entries.filter((other) => other !== entry));
    removeRelationship(this.pack, this.path, entry.relationship);
    removeContentType(this.pack, sheet.path);
    this.pack.remove(sheet.path);
    this.pack.remove(relationshipsPath(sheet.path));
    this.worksheets.delete(id);
    this.formulaRemoved = true;
  }

  moveSheet(id: string, position: number): void {
    const entries = this.part.entries();
    const entry = entries.find(({ sheetId }) => String(sheetId) === id);
    if (!entry) return;
    const others = entries.filter((other) => other !== entry);
    others.splice(Math.max(0, position), 0, entry);
    this.reorder(others);
  }

  get names(): readonly DefinedName[] {
    const entries = this.part.entries();
    return this.definedNames.list().flatMap(({ name, formula, hidden, tab }) => {
      if (tab === null) return { name, formula, hidden, scope: null };
      const entry = entries[tab];
      return entry ? { name, formula, hidden, scope: String(entry.sheetId) } : [];
    });
  }

  setName({ name, formula, hidden, scope }: DefinedName): void {
    this.definedNames.set(name, formula.replace(/^=/, ""), hidden, scope === null ? null : this.tab(scope));
  }

  removeName(name: string, scope: string | null): void {
    this.definedNames.remove(name, scope === null ? null : this.tab(scope));
  }

  async calculate(): Promise<void> {
    const changes = this.changes;
    this.changes = [];
    const first = !this.calculated;
    this.calculated = true;
    await calculateFormulas({
      sheets: this.sheets,
      names: this.names,
      tables: this.tables(),
      changes,
      everything: first && this.part.fullCalcOnLoad,
      missing: first,
    });
  }

  save(): Uint8Array {
    for (const sheet of this.worksheets.values()) this.pack.setText(sheet.path, sheet.toText());
    this.pack.setText(this.path, this.part.toString());
    this.saveStyles();
    if (this.formulaRemoved) this.dropCalculationChain();
    return this.pack.save();
  }

  styles(): StylesPart {
    return this.stylesPart;
  }

  sheetName(sheet: XlsxSheet): string {
    return this.part.entries()[this.tab(sheet.id)]?.name ?? "";
  }

  renameSheet(sheet: XlsxSheet, name: string): void {
    const old = sheet.name;
    if (old === name) return;
    checkSheetName(
      name,
      this.tabNames().filter((other) => other !== old),
    );
    this.part.changeEntry(Number(sheet.id), { name });
    this.definedNames.rewriteFormulas((formula) => renameSheetInFormula(formula, old, name));
    for (const other of this.worksheets.values()) {
      const { grid, prefix } = other.part;
      const followers: (() => void)[] = [];
      grid.forEachCell((row, column, cell) => {
        const stored = other.formulas.stored(row, column, cell);
        const renamed = stored === null ? null : renameSheetInFormula(stored, old, name);
        if (renamed === null || renamed === stored) return;
        followers.push(() => {
          grid.set(row, column, { ...cell, formulaXml: formulaElement(renamed, prefix), xml: null });
        });
      }, "!");
      for (const rewrite of followers) rewrite();
    }
  }

  visibility(sheet: XlsxSheet): SheetVisibility {
    return this.part.entries()[this.tab(sheet.id)]?.visibility ?? "visible";
  }

  setVisibility(sheet: XlsxSheet, visibility: SheetVisibility): void {
    if (visibility !== this.visibility(sheet))
      this.part.changeEntry(Number(sheet.id), { state: visibility === "visible" ? null : visibility });
  }

  titleRows(sheet: XlsxSheet): readonly [number, number] | null {
    return readTitleRows(this.printTitles(sheet));
  }

  setTitleRows(sheet: XlsxSheet, rows: readonly [number, number] | null): void {
    const tab = this.tab(sheet.id);
    const formula = writeTitleRows(sheet.name, rows, this.printTitles(sheet));
    if (formula === null) this.definedNames.remove(PRINT_TITLES, tab);
    else this.definedNames.set(PRINT_TITLES, formula, false, tab);
  }

  noteChange(sheet: XlsxSheet, row: number, column: number): void {
    this.changes.push({ sheet, row, column });
  }

  noteFormulaRemoved(): void {
    this.formulaRemoved = true;
  }

  private openSheets(): void {
    const relations = new Map(readRelationships(this.pack, this.path).map((relation) => [relation.id, relation]));
    for (const { name, relationship, sheetId } of this.part.entries()) {
      const relation = relations.get(relationship);
      if (!relation) throw damaged(this.name, `la feuille « ${name} » n’y est pas`);
      // Chart, dialog and macro sheets hold no cells: they are kept and not shown.
      if (relation.kind !== "worksheet") continue;
      const id = String(sheetId);
      this.worksheets.set(id, new XlsxSheet(id, relation.target, this.sheetPart(relation.target), this));
    }
  }

  private sheetPart(path: string): SheetPart {
    const { pack } = this;
    // Cells are read when asked: what is malformed among them is found then, and named in the same way.
    return pack.parse(path, (text) => new SheetPart(text, this.strings, (read) => pack.parse(path, read)));
  }

  private target(kind: string): string | null {
    return readRelationships(this.pack, this.path).find((relation) => relation.kind === kind)?.target ?? null;
  }

  private saveStyles(): void {
    const text = this.stylesPart.toString();
    let path = this.target("styles");
    if (path === null && text === EMPTY_STYLES) return;
    if (path === null) {
      path = `${this.path.slice(0, this.path.lastIndexOf("/") + 1)}styles.xml`;
      addContentType(this.pack, path, STYLES_TYPE);
      addRelationship(this.pack, this.path, "styles", "styles.xml");
    }
    this.pack.setText(path, text);
  }

  private tables(): Table[] {
    return this.sheets.flatMap((sheet) => readTables(this.pack, sheet));
  }

  private tab(id: string): number {
    return this.part.entries().findIndex(({ sheetId }) => String(sheetId) === id);
  }

  private printTitles(sheet: XlsxSheet): string | undefined {
    const tab = this.tab(sheet.id);
    return this.definedNames.list().find((name) => name.tab === tab && name.name === PRINT_TITLES)?.formula;
  }

  /** Writes the tabs in a new order; names of a sheet and the active tab follow theirs. */
  private reorder(entries: readonly SheetEntry[]): void {
    const before = this.part.entries();
    const active = before[this.part.activeTab];
    const positions = before.map(({ sheetId }) => {
      const at = entries.findIndex((entry) => entry.sheetId === sheetId);
      return at < 0 ? null : at;
    });
    this.part.setEntries(entries);
    this.definedNames.renumber(positions);
    this.part.activeTab = Math.max(
      0,
      entries.findIndex(({ sheetId }) => sheetId === active?.sheetId),
    );
  }

  // Excel repairs a workbook whose chain names cells without formula, and builds a missing chain by itself.
  private dropCalculationChain(): void {
    const chain = readRelationships(this.pack, this.path).find(({ kind }) => kind === "calcChain");
    if (!chain) return;
    removeRelationship(this.pack, this.path, chain.id);
    removeContentType(this.pack, chain.target);
    this.pack.remove(chain.target);
  }
}
