// The workbook's tabs and what goes with their positions: names of a sheet, repeated rows, what prints, the active tab.
import { absoluteRange } from "../cell-ref";
import type { SheetVisibility } from "../sheet-values";
import type { DefinedName } from "../workbook-model";
import { dropSheetInFormula, renameSheetInFormula } from "../formulas/rewrite";
import { PRINT_AREA, readPrintArea } from "../sheet/print-area";
import type { PrintedNames } from "../sheet/page-setup";
import { PRINT_TITLES, readPrintTitles, writePrintTitles } from "../sheet/print-titles";
import { DefinedNames } from "./defined-names";
import { checkSheetName } from "./sheet-name";
import type { SheetEntry, WorkbookPart } from "./workbook-part";

export class WorkbookTabs {
  private readonly definedNames: DefinedNames;

  constructor(private readonly part: WorkbookPart) {
    this.definedNames = new DefinedNames(part.part);
  }

  entries(): readonly SheetEntry[] {
    return this.part.entries();
  }

  entry(id: string): SheetEntry | undefined {
    return this.part.entries().find(({ sheetId }) => String(sheetId) === id);
  }

  /** Names of all tabs, chart sheets included. */
  tabNames(): string[] {
    return this.part.entries().map(({ name }) => name);
  }

  get activeId(): string | undefined {
    const active = this.part.entries()[this.part.activeTab];
    return active && String(active.sheetId);
  }
  set activeId(id: string | undefined) {
    this.part.activeTab = Math.max(0, this.position(id ?? ""));
  }

  /** References in formulas are the sheets' business; those in names follow. */
  rename(id: string, name: string): void {
    const old = this.entry(id)?.name ?? "";
    checkSheetName(
      name,
      this.tabNames().filter((other) => other !== old),
    );
    this.part.changeEntry(Number(id), { name });
    this.definedNames.rewriteFormulas((formula) => renameSheetInFormula(formula, old, name));
  }

  rewriteNames(change: (formula: string) => string): void {
    this.definedNames.rewriteFormulas(change);
  }

  setVisibility(id: string, visibility: SheetVisibility): void {
    if (visibility === this.entry(id)?.visibility) return;
    this.part.changeEntry(Number(id), { state: visibility === "visible" ? null : visibility });
  }

  remove(id: string): void {
    const gone = this.entry(id)?.name ?? "";
    this.definedNames.rewriteFormulas((formula) => dropSheetInFormula(formula, gone));
    this.reorder(this.part.entries().filter(({ sheetId }) => String(sheetId) !== id));
  }

  move(id: string, position: number): void {
    const entry = this.entry(id);
    if (!entry) return;
    const others = this.part.entries().filter(({ sheetId }) => sheetId !== entry.sheetId);
    others.splice(Math.max(0, position), 0, entry);
    this.reorder(others);
  }

  get names(): DefinedName[] {
    const entries = this.part.entries();
    return this.definedNames.list().flatMap(({ name, formula, hidden, tab, comment }) => {
      const entry = tab === null ? null : entries[tab];
      if (entry === undefined) return [];
      const said = comment === undefined ? {} : { comment };
      return { name, formula, hidden, scope: entry && String(entry.sheetId), ...said };
    });
  }

  /**
   * Copies the names of the sheet, and those of the workbook that stand for its cells: on the copy they are names of
   * the copy alone.
   */
  copyNames(from: string, to: string): void {
    const [source, copy] = [this.entry(from)?.name ?? "", this.entry(to)?.name ?? ""];
    const tab = this.position(from);
    const own = this.definedNames.list().filter((entry) => entry.tab === tab);
    const shared = this.definedNames
      .list()
      .filter(
        ({ name, tab: of, formula }) =>
          of === null && !own.some((each) => each.name === name) && names(formula, source),
      );
    for (const entry of [...own, ...shared])
      this.definedNames.set({
        ...entry,
        formula: renameSheetInFormula(entry.formula, source, copy),
        tab: this.position(to),
      });
  }

  setName({ scope, formula, ...name }: DefinedName): void {
    const tab = scope === null ? null : this.position(scope);
    this.definedNames.set({ ...name, formula: formula.replace(/^=/, ""), tab });
  }

  removeName(name: string, scope: string | null): void {
    this.definedNames.remove(name, scope === null ? null : this.position(scope));
  }

  printedNames(id: string): PrintedNames {
    const { rows, columns } = readPrintTitles(this.formulaOf(PRINT_TITLES, id));
    return { titleRows: rows, titleColumns: columns, printArea: readPrintArea(this.formulaOf(PRINT_AREA, id)) };
  }

  /** What says the same is left as it is: an area that nothing here could have written, such as a computed one, stays until another is given. */
  setPrintedNames(id: string, { titleRows, titleColumns, printArea }: PrintedNames): void {
    const before = this.printedNames(id);
    const sheet = this.entry(id)?.name ?? "";
    if (String(titleRows) !== String(before.titleRows) || String(titleColumns) !== String(before.titleColumns))
      this.setFormulaOf(PRINT_TITLES, id, writePrintTitles(sheet, { rows: titleRows, columns: titleColumns }));
    const [area, old] = [printArea, before.printArea].map(
      (ranges) => ranges?.map((range) => absoluteRange({ sheet, ...range })).join(",") ?? null,
    );
    if (area !== undefined && area !== old) this.setFormulaOf(PRINT_AREA, id, area);
  }

  private formulaOf(name: string, id: string): string | undefined {
    const tab = this.position(id);
    return this.definedNames.list().find((entry) => entry.tab === tab && entry.name === name)?.formula;
  }

  private setFormulaOf(name: string, id: string, formula: string | null): void {
    if (formula === null) this.removeName(name, id);
    else this.setName({ name, formula, hidden: false, scope: id });
  }

  private position(id: string): number {
    return this.part.entries().findIndex(({ sheetId }) => String(sheetId) === id);
  }

  /** Writes the tabs in a new order; names of a sheet and the active tab follow theirs. */
  private reorder(entries: readonly SheetEntry[]): void {
    const before = this.part.entries();
    const active = this.activeId;
    const positions = before.map(({ sheetId }) => {
      const at = entries.findIndex((entry) => entry.sheetId === sheetId);
      return at < 0 ? null : at;
    });
    this.part.setEntries(entries);
    this.definedNames.renumber(positions);
    this.activeId = active;
  }
}

const names = (formula: string, sheet: string) => dropSheetInFormula(formula, sheet) !== formula;
