// The simulated Excel: takes the client's request batches and the agent's gestures, over a workbook model.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { ADD_IN_SERVICES, addInClasses } from "./classes/add-in-classes";
import { chartClasses } from "./classes/charts/chart-classes";
import { commentClasses } from "./classes/comment-classes";
import { conditionalFormatClasses } from "./classes/conditional-format-classes";
import { dataValidationClasses } from "./classes/data-validation-classes";
import { nameClasses } from "./classes/name-classes";
import { pageLayoutClasses } from "./classes/page-layout-classes";
import { protectionClasses } from "./classes/protection-classes";
import { enterCell } from "./classes/range-cells";
import { rangeClasses } from "./classes/range-classes";
import { rangeFormatClasses } from "./classes/range-format-classes";
import { shapeClasses } from "./classes/shapes/shape-classes";
import { sheetObjectClasses } from "./classes/sheet-object-classes";
import { storedDataClasses } from "./classes/stored-data-classes";
import { tableClasses } from "./classes/table-classes";
import { workbookClasses } from "./classes/workbook-classes";
import { removeSheet, worksheetClasses } from "./classes/worksheet-classes";
import { isFunctionOf } from "./formula/excel-functions";
import { enterAnew } from "./formula/changed-names";
import { keepOthers } from "./formula/by-hand";
import { closeCircles } from "./formula/circular";
import { valueBefore } from "./cell-change";
import { ExcelState, type Author, type Selection } from "./excel-state";
import type { ClassTables } from "./object-table";
import { excelProfile, type ExcelProfile } from "./profile";
import { RichApiHost } from "./rich-api-host";
import { countedAs, noTraffic, type Traffic } from "./traffic";
import { NotSimulated, type HostEvent, type RequestBody, type ResponseBody } from "./wire";
import type { CellInput, ExcelHost, ExcelHostOptions, HostReply, LoggedRequest } from "./host-interface";
import { FAULT } from "./fault";
import { Faults, firstActions, stoppedResponse } from "./faults";

/** Flag of a request that waits for the end of cell editing. */
const DELAY_FOR_CELL_EDIT = 64;
/** Excel's limit for a request and for an answer. */
const MAX_BYTES = 5 * 1024 * 1024;

export class SimulatedExcel implements ExcelHost {
  onEvent: (event: HostEvent) => void = () => {};
  onSelectionMoved: () => void = () => {};
  onPaneVisibility: (isVisible: boolean) => void = () => {};
  readonly log: LoggedRequest[] = [];
  readonly classes: ClassTables;
  readonly profile: ExcelProfile;
  readonly #state: ExcelState;
  readonly #engine: RichApiHost;
  readonly #listeners = new Set<() => void>();
  readonly faults = new Faults();
  #queue: Promise<unknown> = Promise.resolve();
  #cellEdit: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(
    model: WorkbookModel,
    readonly options: ExcelHostOptions,
  ) {
    this.profile = options.profile ?? excelProfile("microsoft-365", { houseRules: true });
    const state = new ExcelState(model, this.profile);
    this.#state = state;
    this.classes = {
      ...workbookClasses(state, (referenceId) => this.#engine.release(referenceId)),
      ...addInClasses((isVisible) => this.onPaneVisibility(isVisible)),
      ...worksheetClasses(state),
      ...sheetObjectClasses(state),
      ...shapeClasses(state),
      ...commentClasses(state),
      ...tableClasses(state, {
        read: (range) => this.classes["Range"]?.get?.["Values"]?.(range),
        write: (range, values) => this.classes["Range"]?.set?.["Values"]?.(range, values),
      }),
      ...rangeClasses(state, () => this.classes),
      ...rangeFormatClasses(state),
      ...chartClasses(state),
      ...conditionalFormatClasses(state),
      ...dataValidationClasses(state),
      ...nameClasses(state),
      ...pageLayoutClasses(state),
      ...protectionClasses(state),
      ...storedDataClasses(state),
    };
    this.#engine = new RichApiHost({
      classes: this.classes,
      root: () => state.objectOf(state.model, "Workbook", () => ({ className: "Workbook" })),
      level: this.profile.excelApi,
      isStrict: this.profile.houseRules,
      newObjects: ADD_IN_SERVICES,
      settle: () => this.#settle(),
    });
    state.liveObjects = () => this.#engine.liveObjects();
  }

  get model(): WorkbookModel {
    return this.#state.model;
  }
  get selection(): Selection {
    return this.#state.selection;
  }
  get traffic(): Traffic {
    return this.#state.traffic;
  }
  get unsupported(): readonly string[] {
    return this.#engine.unsupported;
  }
  get keptReferences(): number {
    return this.#engine.keptReferences;
  }

  takeTraffic(): Traffic {
    const taken = { ...this.#state.traffic };
    Object.assign(this.#state.traffic, noTraffic());
    return taken;
  }

  reportUnsupported(what: string): void {
    this.#engine.unsupported.push(what);
  }

  takeUnsupported(): string[] {
    return this.#engine.unsupported.splice(0);
  }

  process(requestText: string, flags: number): Promise<HostReply> {
    const answer = this.#queue.then(() => this.#answer(requestText, flags));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #answer(requestText: string, flags: number): Promise<HostReply> {
    const request = JSON.parse(requestText) as RequestBody;
    const { traffic } = this.#state;
    const sent = byteLength(requestText);
    const counter = countedAs(request);
    traffic[counter] += 1;
    traffic.bytesSent += sent;
    if (this.#cellEdit && flags & DELAY_FOR_CELL_EDIT) await this.#cellEdit.ended;
    if (this.#cellEdit) return { status: FAULT.cellEditMode };
    const fault = counter === "requests" ? await this.faults.verdict(request.Actions.length) : null;
    if (fault?.actions === 0) return answerTo(fault.error, { Results: [], TraceIds: [] }, request);
    if (sent > MAX_BYTES) return { status: FAULT.requestTooLarge };

    const response = await this.#engine.process(firstActions(request, fault?.actions ?? request.Actions.length));
    await this.#settle();
    const body = JSON.stringify(response);
    if (this.options.keepLog) this.log.push({ request, response });
    this.#announce();
    if (fault) return answerTo(fault.error, response, request);
    const received = byteLength(body);
    if (received > MAX_BYTES) return { status: FAULT.responseTooLarge };
    traffic.bytesReceived += received;
    return { status: 0, body };
  }

  async #settle(): Promise<void> {
    this.#engine.unsupported.push(...this.#state.finish());
    const { isDirty, isOpened, isCalculatedByHand, isCalculationAsked } = this.#state;
    const isByHand = isCalculatedByHand && !isCalculationAsked;
    if (isByHand ? this.#state.writtenFormulas.length === 0 : !(isDirty || isOpened)) return;
    const giveBack = isByHand ? keepOthers(this.#state) : () => undefined;
    this.#state.isOpened = false;
    this.#state.isCalculationAsked = false;
    enterAnew(this.#state);
    const { model } = this.#state;
    const excel = {
      isFunction: (name: string) => isFunctionOf(this.profile.version, name),
      isFrench: this.profile.locale === "fr-FR",
      isAsked: isCalculationAsked,
    };
    await model.calculate(excel);
    if (closeCircles(this.#state)) await model.calculate({ ...excel, isAsked: false });
    giveBack();
  }

  /** Tells the client what it listens to, and the page that something is to be drawn again. */
  #announce(): void {
    const { notices } = this.#state;
    for (const { type, target, details } of notices.splice(0)) {
      if (this.#engine.isRegistered({ type, target }))
        this.onEvent({ messageType: type, targetId: target, message: JSON.stringify(this.#told(details)) });
    }
    if (this.#state.hasMovedSelection && this.#state.areEventsOn) this.onSelectionMoved();
    const isChanged = this.#state.isDirty || this.#state.hasMovedSelection;
    this.#state.isDirty = false;
    this.#state.hasMovedSelection = false;
    if (isChanged) for (const listener of this.#listeners) listener();
  }

  /** A value that nobody here can compute is told of to no listener. */
  #told(details: () => unknown): unknown {
    try {
      return details();
    } catch (error) {
      if (!(error instanceof NotSimulated)) throw error;
      this.reportUnsupported(error.what);
      return {};
    }
  }

  failRequest(fault: number | string, after = 0): void {
    this.faults.plan({ error: fault, after, at: "before" });
  }

  calculate(): Promise<void> {
    const calculated = this.#queue.then(() => {
      this.#state.calculate();
      return this.#settle();
    });
    this.#queue = calculated.catch(() => undefined);
    return calculated;
  }

  calculateByHand(isByHand: boolean): void {
    this.#state.isCalculatedByHand = isByHand;
  }

  beginCellEdit(): void {
    if (this.#cellEdit) return;
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#cellEdit = { ended, end };
  }

  endCellEdit(): void {
    const edit = this.#cellEdit;
    this.#cellEdit = null;
    edit?.end();
  }

  editCell(sheet: SheetModel, row: number, column: number, input: CellInput, by: Author = "agent"): Promise<void> {
    return this.#gesture(() => {
      // In a merged area the agent selects all of it, and types into its corner.
      const { top, left } = sheet.merges.find((merge) => isWithin(merge, row, column)) ?? { top: row, left: column };
      const cell = { top, left, bottom: top, right: left };
      const before = valueBefore(sheet, cell);
      enterCell(this.#state, this.#state.writableCells(sheet, cell), top, left, input);
      this.#state.cellsChanged(sheet, cell, by, { before });
    });
  }

  /** What somebody does in the grid, between two requests. */
  #gesture<T>(act: () => T): Promise<T> {
    const done = this.#queue.then(async () => {
      const result = act();
      await this.#settle();
      this.#announce();
      return result;
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  addSheet(name: string, by: Author = "agent"): Promise<SheetModel> {
    return this.#gesture(() => {
      const sheet = this.#state.writableStructure().addSheet(name);
      this.#state.sheetAdded(sheet, by);
      return sheet;
    });
  }

  deleteSheet(sheet: SheetModel, by: Author = "agent"): Promise<void> {
    return this.#gesture(() => removeSheet(this.#state, sheet, by));
  }

  select(sheet: SheetModel, range: GridRange): void {
    this.#state.select(sheet, range);
    this.#announce();
  }

  selectNoCell(): void {
    this.#state.hasCellSelected = false;
  }

  activate(sheet: SheetModel): void {
    this.#state.activate(sheet);
    this.#announce();
  }

  activateChart(sheet: SheetModel, name: string): void {
    const chart = sheet.drawnCharts.opened().find((each) => each.name === name);
    if (!chart) throw new RangeError(`no chart is called ${name}`);
    this.#state.activateChart(sheet, chart);
    this.#announce();
  }

  open(model: WorkbookModel): void {
    this.#state.open(model);
    this.#announce();
  }

  onModelChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function answerTo(error: number | string, response: ResponseBody, { Actions }: RequestBody): HostReply {
  if (typeof error === "number") return { status: error };
  return { status: 0, body: JSON.stringify(stoppedResponse(response, error, Actions.length)) };
}

const isWithin = ({ top, left, bottom, right }: GridRange, row: number, column: number) =>
  top <= row && row <= bottom && left <= column && column <= right;

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;
