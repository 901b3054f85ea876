// An .xlsx as the editable model that the adapters work on: each change goes to the part that holds it.
import { calculateFormulas } from "../formulas/calculate";
import { ChangedCells } from "../formulas/changed-cells";
import { renameColumnInFormula, renameTableInFormula } from "../formulas/rename-table";
import { dropSheetInFormula, renameSheetInFormula } from "../formulas/rewrite";
import { shiftFormula, type Shift } from "../formulas/shift-references";
import { addContentType, contentType, removeContentType } from "../package/content-types";
import { checkCopy } from "../package/copy-parts";
import { OpcPackage } from "../package/opc-package";
import { damaged, refusal } from "../package/refuse-file";
import { addRelationship, readRelationships, relationshipsPath, removeRelationship } from "../package/relationships";
import { isSigned, removeSignature } from "../package/signature";
import type { PrintedNames } from "../sheet/page-setup";
import { SheetPart } from "../sheet/sheet-part";
import { XlsxSheet, type HowChanged, type SheetOwner } from "../sheet/xlsx-sheet";
import { readTheme } from "../styles/colors";
import { StylesPart } from "../styles/styles-part";
import type { DefinedName, RunningExcel, SheetModel, WorkbookModel } from "../workbook-model";
import { parseXml } from "../xml/parse-xml";
import { EMPTY_SHEET, EMPTY_STYLES, SHEET_TYPE, STYLES_TYPE } from "./new-parts";
import { dropCalculationChain } from "./calculation-chain";
import { copyParts, withoutCodeName } from "./copy-sheet";
import { dynamicArrayMark } from "./dynamic-array-mark";
import { AddInSettings } from "./add-in-settings";
import { CustomXmlParts } from "./custom-xml";
import { checkConditionalFormats, checkEntries, ContentCount } from "./check-workbook";
import { checkSheetName } from "./sheet-name";
import { sharedStrings } from "./shared-strings";
import type { NamedRanges } from "../formula-text/plain-formula";
import { readTables } from "./tables";
import { WorkbookPart } from "./workbook-part";
import { WorkbookTabs } from "./workbook-tabs";

export class XlsxWorkbook implements WorkbookModel, SheetOwner {
  private readonly pack: OpcPackage;
  private readonly path: string;
  private readonly part: WorkbookPart;
  private readonly tabs: WorkbookTabs;
  private readonly strings: (index: number) => string;
  private readonly worksheets = new Map<string, XlsxSheet>();
  private readonly stylesPart: StylesPart;
  readonly customXml: CustomXmlParts;
  readonly addInSettings: AddInSettings;
  private formulaRemoved = false;
  private calculated: "as Excel" | "as known" | null = null;
  private changes = new Map<XlsxSheet, ChangedCells>();
  readonly isSigned: boolean;

  /** Throws WorkbookError when the bytes are no readable workbook. */
  /** Charts, by name, whose kept figures follow the cells when the file is saved. */
  isChartRefreshed: (name: string) => boolean = () => false;

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
    this.isSigned = isSigned(this.pack);
    this.part = this.pack.parse(this.path, (text) => new WorkbookPart(text));
    this.tabs = new WorkbookTabs(this.part);
    this.customXml = new CustomXmlParts(this.pack, this.path);
    this.addInSettings = new AddInSettings(this.pack);
    this.strings = sharedStrings(this.pack, this.target("sharedStrings"));
    this.openSheets();
    if (this.worksheets.size === 0)
      throw refusal(name, "ne contient aucune feuille de calcul", "Choisissez un autre classeur.");
    const theme = this.target("theme");
    const colors = readTheme(theme !== null && this.pack.has(theme) ? this.pack.parse(theme, parseXml) : null);
    const styles = this.target("styles");
    this.stylesPart =
      styles === null
        ? new StylesPart(EMPTY_STYLES, colors)
        : this.pack.parse(styles, (text) => new StylesPart(text, colors));
  }

  get isStructureProtected(): boolean {
    return this.structureProtection !== null;
  }
  get structureProtection(): ReadonlyMap<string, string> | null {
    return this.part.structureProtection;
  }
  protectStructure(attributes: ReadonlyMap<string, string> | null): void {
    this.part.structureProtection = attributes;
  }

  get sheets(): readonly XlsxSheet[] {
    return this.tabs.entries().flatMap(({ sheetId }) => this.worksheets.get(String(sheetId)) ?? []);
  }

  get activeSheet(): XlsxSheet {
    const active = this.worksheets.get(this.tabs.activeId ?? "");
    const sheet = active ?? this.sheets.find(({ visibility }) => visibility === "visible") ?? this.sheets[0];
    if (!sheet) throw new RangeError("no sheet left");
    return sheet;
  }
  set activeSheet(sheet: SheetModel) {
    this.tabs.activeId = sheet.id;
    for (const other of this.worksheets.values()) other.setSelected(other.id === sheet.id);
  }

  tabNames(): string[] {
    return this.tabs.tabNames();
  }

  addSheet(name: string): XlsxSheet {
    return this.addSheetPart(name, () => EMPTY_SHEET);
  }

  copySheet(id: string, name: string): XlsxSheet {
    const source = this.worksheets.get(id);
    if (!source) throw new RangeError("no sheet of that number");
    const from = source.name;
    checkCopy(this.pack, source.path);
    source.saveCharts();
    let change = (formula: string) => formula;
    const sheet = this.addSheetPart(name, (path) => {
      change = copyParts(this.pack, source.path, path);
      return withoutCodeName([...source.toPieces()()].join(""));
    });
    sheet.setSelected(false);
    sheet.rewriteReferences((formula) => renameSheetInFormula(change(formula), from, name));
    this.tabs.copyNames(id, sheet.id);
    return sheet;
  }

  private addSheetPart(name: string, textAt: (path: string) => string): XlsxSheet {
    checkSheetName(name, this.tabNames());
    let number = this.worksheets.size + 1;
    const folder = this.path.slice(0, this.path.lastIndexOf("/") + 1);
    while (this.pack.has(`${folder}worksheets/sheet${number}.xml`)) number++;
    const path = `${folder}worksheets/sheet${number}.xml`;
    this.pack.setText(path, textAt(path));
    addContentType(this.pack, path, SHEET_TYPE);
    const relationship = addRelationship(this.pack, this.path, "worksheet", `worksheets/sheet${number}.xml`);
    const id = String(this.part.addEntry(name, relationship));
    const sheet = new XlsxSheet(id, path, this.sheetPart(path, name), this);
    this.worksheets.set(id, sheet);
    return sheet;
  }

  removeSheet(id: string): void {
    const [sheet, entry] = [this.worksheets.get(id), this.tabs.entry(id)];
    if (!sheet || !entry) return;
    if (this.worksheets.size === 1) throw new RangeError("a workbook keeps at least one sheet");
    for (const { name } of sheet.charts) sheet.removeChart(name);
    this.tabs.remove(id);
    removeRelationship(this.pack, this.path, entry.relationship);
    removeContentType(this.pack, sheet.path);
    this.pack.remove(sheet.path);
    this.pack.remove(relationshipsPath(sheet.path));
    this.worksheets.delete(id);
    for (const other of this.worksheets.values()) {
      const changed = other.rewriteReferences((formula) => dropSheetInFormula(formula, entry.name));
      for (const { row, column } of changed.concat(other.formulas.overNames())) this.noteChange(other, row, column);
    }
    this.formulaRemoved = true;
  }

  moveSheet(id: string, position: number): void {
    this.tabs.move(id, position);
  }

  get names(): readonly DefinedName[] {
    return this.tabs.names;
  }

  setName(name: DefinedName): void {
    this.tabs.setName(name);
  }

  removeName(name: string, scope: string | null): void {
    this.tabs.removeName(name, scope);
  }

  async calculate(excel?: RunningExcel): Promise<void> {
    const changes = this.changes;
    this.changes = new Map();
    const how = excel ? "as Excel" : "as known";
    const first = this.calculated !== "as Excel" && this.calculated !== how;
    const isFirstOfAll = this.calculated === null;
    this.calculated = first ? how : this.calculated;
    await calculateFormulas({
      sheets: this.sheets,
      ...this.namedRanges,
      changes,
      everything: isFirstOfAll && this.part.fullCalcOnLoad,
      missing: first,
      excel,
    });
  }

  save(): Uint8Array {
    for (const sheet of this.worksheets.values()) {
      sheet.saveCharts();
      this.pack.setPieces(sheet.path, sheet.toPieces());
    }
    this.pack.setText(this.path, this.part.toString());
    this.saveStyles();
    if (this.formulaRemoved) dropCalculationChain(this.pack, this.path);
    if (this.pack.isChanged && this.isSigned) removeSignature(this.pack);
    return this.pack.save();
  }

  get mainPath(): string {
    return this.path;
  }

  get parts(): OpcPackage {
    return this.pack;
  }

  styles(): StylesPart {
    return this.stylesPart;
  }

  sheetName(sheet: XlsxSheet): string {
    return this.tabs.entry(sheet.id)?.name ?? "";
  }

  renameSheet(sheet: XlsxSheet, name: string): void {
    const old = sheet.name;
    if (old === name) return;
    this.tabs.rename(sheet.id, name);
    for (const other of this.worksheets.values())
      other.rewriteReferences((formula) => renameSheetInFormula(formula, old, name));
  }

  visibility(sheet: XlsxSheet): SheetModel["visibility"] {
    return this.tabs.entry(sheet.id)?.visibility ?? "visible";
  }

  setVisibility(sheet: XlsxSheet, visibility: SheetModel["visibility"]): void {
    this.tabs.setVisibility(sheet.id, visibility);
  }

  printedNames(sheet: XlsxSheet): PrintedNames {
    return this.tabs.printedNames(sheet.id);
  }

  setPrintedNames(sheet: XlsxSheet, names: PrintedNames): void {
    this.tabs.setPrintedNames(sheet.id, names);
  }

  renameTable(from: string, to: string): void {
    this.rewriteFormulas((formula) => renameTableInFormula(formula, from, to));
  }

  renameTableColumn(table: string, from: string, to: string): void {
    this.rewriteFormulas((formula) => renameColumnInFormula(formula, table, from, to));
  }

  private rewriteFormulas(change: (formula: string) => string): void {
    for (const sheet of this.worksheets.values()) sheet.formulas.rewrite(change);
    this.tabs.rewriteNames(change);
  }

  shiftReferences(sheet: XlsxSheet, shift: Shift): void {
    for (const other of this.worksheets.values()) {
      other.formulas.unshare();
      const changed = other.rewriteReferences((formula) => shiftFormula(formula, other.name, sheet.name, shift));
      const lost = /up|left/.test(shift.towards) ? [...changed, ...other.formulas.overNames()] : [];
      for (const { row, column } of lost) this.noteChange(other, row, column);
    }
    this.tabs.rewriteNames((formula) => shiftFormula(formula, null, sheet.name, shift));
  }

  noteChange(sheet: XlsxSheet, row: number, column: number, how: HowChanged = "open"): void {
    this.changesOf(sheet).note(row, column, how);
  }

  noteEmptied(sheet: XlsxSheet): void {
    this.changesOf(sheet).noteEmptied();
  }

  private changesOf(sheet: XlsxSheet): ChangedCells {
    const changed = this.changes.get(sheet) ?? new ChangedCells();
    this.changes.set(sheet, changed);
    return changed;
  }

  dynamicArrayMark(): number {
    return dynamicArrayMark(this.pack, this.path);
  }

  noteFormulaRemoved(): void {
    this.formulaRemoved = true;
  }

  private openSheets(): void {
    const relations = new Map(readRelationships(this.pack, this.path).map((relation) => [relation.id, relation]));
    const entries = this.part.entries();
    checkEntries(this.name, entries);
    const count = new ContentCount(this.name);
    for (const { name, relationship, sheetId } of entries) {
      const relation = relations.get(relationship);
      if (!relation) throw damaged(this.name, `la feuille « ${name} » n’y est pas`);
      // Chart, dialog and macro sheets hold no cells: they are kept and not shown.
      if (relation.kind !== "worksheet") continue;
      count.add(this.pack.text(relation.target));
      const id = String(sheetId);
      this.worksheets.set(id, new XlsxSheet(id, relation.target, this.sheetPart(relation.target, name), this));
    }
  }

  private sheetPart(path: string, name: string): SheetPart {
    const named = `la feuille « ${name} »`;
    // Cells are read when asked: what is malformed among them is found then, and named in the same way.
    const guard = <T>(read: () => T): T => this.pack.guard(read, named);
    const part = this.pack.parse(path, (text) => new SheetPart(text, this.strings, guard), named);
    checkConditionalFormats(this.name, part.frame.toString());
    return part;
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

  /** What formulas may name beside cells; Excel's own names are none of it. */
  get namedRanges(): Required<NamedRanges> {
    const sheets = this.sheets;
    const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
    return {
      names: this.names
        .filter(({ name }) => !name.startsWith("_xlnm."))
        .map(({ name, scope, formula }) => ({ name, sheet: scope && (nameOf.get(scope) ?? null), formula })),
      tables: sheets.flatMap((sheet) => readTables(this.pack, sheet)),
    };
  }
}
