// The state of the simulated Excel: the open workbook, the selection, and what the running batch has changed.
import type { GridRange } from "xlsx-model/plan";
import type { OpenChart } from "xlsx-model/charts/open-chart";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { Shift } from "xlsx-model/formulas/shift-references";
import { formatLocal } from "./address";
import { changedValues, type CellChange } from "./cell-change";
import { rangeObject, type RangeObject } from "./classes/range-object";
import { keepPlacements } from "./follow-drawings";
import { followShift } from "./follow-shift";
import type { EventKey, HostObject } from "./object-table";
import type { ExcelProfile, KnownBug } from "./profile";
import { ChartEvents } from "./chart-events";
import { TableEvents } from "./table-events";
import { followCells } from "./table-follow";
import { noTraffic, type Traffic } from "./traffic";
import { hostErrors } from "./wire";

/** Who changes a cell: the add-in through the client, the agent in the grid, or somebody else with the same file. */
export type Author = "add-in" | "agent" | "co-author";

const sourceOf = (by: Author): "Local" | "Remote" => (by === "co-author" ? "Remote" : "Local");

export interface Selection {
  readonly sheet: SheetModel;
  readonly range: GridRange;
}

/** Message types of the client library. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  deleted: 15,
  selectionChanged: 14,
} as const;
/** The target of the events of the workbook and of its collections. */
export const WORKBOOK_TARGET = "Workbook";

/** What a protection may allow, of what is simulated. */
type Allowed = "formatCells" | "formatColumns" | "formatRows" | "insertColumns" | "insertRows";

interface Notice extends EventKey {
  /** Asked for once it is told. */
  readonly details: () => unknown;
}

export interface FormulaPlace {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

export class ExcelState {
  readonly traffic: Traffic = noTraffic();
  readonly notices: Notice[] = [];
  readonly charts = new ChartEvents((notice) => this.#tell(notice));
  readonly tables = new TableEvents((notice) => this.#tell(notice));
  /** The add-in may ask to be told of nothing for a while. */
  areEventsOn = true;
  /** Cells that listeners were told of, by the key that they can ask for them with. */
  readonly toldRanges = new Map<string, RangeObject>();
  readonly changedNames = new Set<string>();
  /** Since the last calculation. */
  writtenFormulas: FormulaPlace[] = [];
  /** Set by every write: formulas are to be computed, listeners to be told. */
  isDirty = false;
  /** Excel calculates a workbook that it opens. */
  isOpened = true;
  hasMovedSelection = false;
  /** Excel calculates on request: entries leave the formulas as they were. */
  isCalculatedByHand = false;
  /** By the add-in or by the agent: until the next calculation. */
  isCalculationAsked = false;
  hasCellSelected = true;
  selection: Selection;
  readonly #objects = new WeakMap<object, Map<string, HostObject>>();
  /** What the client holds and what the running request has made. */
  liveObjects: () => Iterable<HostObject> = () => [];
  readonly #unfinished = new Set<() => string | null>();

  constructor(
    public model: WorkbookModel,
    readonly profile: ExcelProfile,
  ) {
    this.selection = firstCell(model.activeSheet);
  }

  open(model: WorkbookModel): void {
    this.model = model;
    this.charts.forget();
    this.selection = firstCell(model.activeSheet);
    this.hasCellSelected = true;
    this.isOpened = true;
    this.isDirty = true;
    // Each workbook finds Excel as it starts: what an add-in switched off in the last one is on.
    this.areEventsOn = true;
    this.isCalculatedByHand = false;
  }

  /** The word, in the profile's language, by which Excel names new sheets, tables and charts. */
  word(french: string, english: string): string {
    return this.profile.locale === "fr-FR" ? french : english;
  }

  hasBug(bug: KnownBug): boolean {
    return this.profile.bugs.has(bug);
  }

  /** One host object for each object of the model, so that a kept reference stays the same. */
  objectOf<T extends HostObject>(owner: object, className: string, make: () => T): T {
    const objects = this.#objects.get(owner) ?? new Map<string, HostObject>();
    this.#objects.set(owner, objects);
    const object = objects.get(className) ?? make();
    objects.set(className, object);
    return object as T;
  }

  sheet(key: unknown): SheetModel | null {
    const wanted = String(key).toLowerCase();
    return (
      this.model.sheets.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted) ?? null
    );
  }

  /** Excel refuses every write to a protected sheet but those that its protection allows, by the file's word for it. */
  writable(sheet: SheetModel, allowedBy?: Allowed): SheetModel {
    const isAllowed = allowedBy !== undefined && /^(?:0|false)$/.test(sheet.options.protection?.get(allowedBy) ?? "");
    if (sheet.isProtected && !isAllowed) throw hostErrors.accessDenied();
    this.isDirty = true;
    return sheet;
  }

  /** What stands in cells that are not locked can be written all the same. */
  writableCells(sheet: SheetModel, range: GridRange): SheetModel {
    if (sheet.isProtected && sheet.cellFormats.within(range).every(({ locked }) => !locked)) {
      this.isDirty = true;
      return sheet;
    }
    return this.writable(sheet);
  }

  /** Sheets of a protected workbook can be neither added, removed, renamed, moved nor hidden. */
  writableStructure(): WorkbookModel {
    if (this.model.isStructureProtected) throw hostErrors.accessDenied();
    this.isDirty = true;
    return this.model;
  }

  /** Wherever Excel calculates on request only, this is one. */
  calculate(): void {
    this.isDirty = true;
    this.isCalculationAsked = true;
  }

  /** A name appeared, went or changed: the formulas that use it are entered anew, as they stand. */
  nameChanged(name: string): void {
    this.isDirty = true;
    this.changedNames.add(name.toLowerCase());
  }

  /** Its value is due when the request ends, if not before. */
  formulaWritten(sheet: SheetModel, row: number, column: number): void {
    this.writtenFormulas.push({ sheet, row, column });
  }

  /** What takes several calls to say (a border, a conditional format): written once whole, or told why it is not. */
  finishLater(finish: () => string | null): void {
    this.#unfinished.add(finish);
  }

  /** Answers what stayed incomplete. */
  finish(): string[] {
    const incomplete = [...this.#unfinished].map((finish) => finish()).filter((reason) => reason !== null);
    this.#unfinished.clear();
    return incomplete;
  }

  /** The sheet is one that can be written. */
  shiftCells(sheet: SheetModel, shift: Shift): void {
    const placeDrawings = keepPlacements(sheet, shift);
    sheet.shiftCells(shift);
    placeDrawings();
    followShift(this.liveObjects(), sheet, shift);
  }

  cellsChanged(sheet: SheetModel, range: GridRange, by: Author, change: CellChange = {}): void {
    this.isDirty = true;
    followCells(this, sheet, range);
    const source = sourceOf(by);
    const triggerSource = by === "add-in" ? "ThisLocalAddin" : "Unknown";
    const { changeType = "RangeEdited", tableChange = changeType, shiftDirection = "None", before } = change;
    const values = changedValues(sheet, range, before);
    const told = (cells: GridRange) => ({
      address: formatLocal(cells),
      source,
      triggerSource,
      worksheetId: sheet.id,
      referenceId: this.#toldRange(sheet, cells),
      ...values(),
    });
    this.tables.changed(sheet, range, (cells) => ({ ...told(cells), changeType: tableChange }));
    this.#notify(EVENT.changed, sheet, () => ({ ...told(range), changeType, shiftDirection }));
  }

  #toldRange(sheet: SheetModel, range: GridRange): string {
    const key = `told:${this.toldRanges.size}`;
    this.toldRanges.set(key, rangeObject(sheet, range));
    return key;
  }

  /** What is written while an object is made is told with it. */
  quietly(work: () => void): void {
    const count = this.notices.length;
    work();
    this.notices.length = count;
  }

  activate(sheet: SheetModel): void {
    if (this.model.activeSheet === sheet) return;
    const left = this.model.activeSheet;
    this.charts.leave();
    this.model.activeSheet = sheet;
    this.selection = firstCell(sheet);
    this.hasMovedSelection = true;
    this.#notify(EVENT.deactivated, left, () => ({ worksheetId: left.id }));
    this.#notify(EVENT.activated, sheet, () => ({ worksheetId: sheet.id }));
  }

  /** As a bug has it: told, and not done. */
  tellActivated(sheet: SheetModel): void {
    this.#notify(EVENT.activated, sheet, () => ({ worksheetId: sheet.id }));
  }

  /** No range is selected until the next one. */
  activateChart(sheet: SheetModel, chart: OpenChart): void {
    this.activate(sheet);
    this.hasCellSelected = false;
    this.charts.activate(sheet, chart);
  }

  select(sheet: SheetModel, range: GridRange): void {
    this.activate(sheet);
    this.charts.leave();
    this.selection = { sheet, range };
    this.hasCellSelected = true;
    this.hasMovedSelection = true;
    this.#notify(EVENT.selectionChanged, sheet, () => ({ address: formatLocal(range), worksheetId: sheet.id }));
    this.tables.selected(sheet, range);
  }

  sheetAdded(sheet: SheetModel, by: Author = "add-in"): void {
    this.isDirty = true;
    const details = { source: sourceOf(by), worksheetId: sheet.id };
    this.#tell({ type: EVENT.added, target: WORKBOOK_TARGET, details: () => details });
  }

  sheetDeleted(sheet: SheetModel, by: Author = "add-in"): void {
    this.isDirty = true;
    if (this.selection.sheet === sheet) this.selection = firstCell(this.model.activeSheet);
    const details = { source: sourceOf(by), worksheetId: sheet.id };
    this.#tell({ type: EVENT.deleted, target: WORKBOOK_TARGET, details: () => details });
  }

  #notify(type: number, sheet: SheetModel, details: () => unknown): void {
    this.#tell({ type, target: sheet.id, details });
    this.#tell({ type, target: WORKBOOK_TARGET, details });
  }

  #tell(notice: Notice): void {
    if (this.areEventsOn) this.notices.push(notice);
  }
}

function firstCell(sheet: SheetModel): Selection {
  return { sheet, range: { top: 0, left: 0, bottom: 0, right: 0 } };
}
