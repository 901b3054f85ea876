// The simulated Excel: takes the client's request batches and the agent's gestures, over a workbook model.
import type { GridRange } from "../core/workbook-port";
import type { SheetModel, WorkbookModel } from "../files/workbook-model";
import { ADD_IN_SERVICES, addInClasses } from "./classes/add-in-classes";
import { chartClasses } from "./classes/chart-classes";
import { conditionalFormatClasses } from "./classes/conditional-format-classes";
import { dataValidationClasses } from "./classes/data-validation-classes";
import { nameClasses } from "./classes/name-classes";
import { pageLayoutClasses } from "./classes/page-layout-classes";
import { rangeClasses } from "./classes/range-classes";
import { rangeFormatClasses } from "./classes/range-format-classes";
import { sheetObjectClasses } from "./classes/sheet-object-classes";
import { workbookClasses } from "./classes/workbook-classes";
import { worksheetClasses } from "./classes/worksheet-classes";
import { ExcelState, type Author, type Selection } from "./excel-state";
import type { ClassTables } from "./object-table";
import { RichApiHost } from "./rich-api-host";
import { countedAs, noTraffic, type Traffic } from "./traffic";
import { typedInput } from "./typed-input";
import type { HostEvent, RequestBody, ResponseBody } from "./wire";
import type { CellInput, ExcelHost, ExcelHostOptions, HostReply, LoggedRequest } from "./excel-host";
import { FAULT } from "./fault";

/** Flag of a request that waits for the end of cell editing. */
const DELAY_FOR_CELL_EDIT = 64;
/** Excel's limit for a request and for an answer. */
const MAX_BYTES = 5 * 1024 * 1024;

export class SimulatedExcel implements ExcelHost {
  onEvent: (event: HostEvent) => void = () => {};
  onPaneVisibility: (isVisible: boolean) => void = () => {};
  readonly log: LoggedRequest[] = [];
  readonly classes: ClassTables;
  readonly #state: ExcelState;
  readonly #engine: RichApiHost;
  readonly #listeners = new Set<() => void>();
  readonly #faults: { fault: number | string; after: number }[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #cellEdit: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(
    model: WorkbookModel,
    readonly options: ExcelHostOptions,
  ) {
    const state = new ExcelState(model);
    this.#state = state;
    this.classes = {
      ...workbookClasses(state, (referenceId) => this.#engine.release(referenceId)),
      ...addInClasses((isVisible) => this.onPaneVisibility(isVisible)),
      ...worksheetClasses(state),
      ...sheetObjectClasses(),
      ...rangeClasses(state),
      ...rangeFormatClasses(state),
      ...chartClasses(state),
      ...conditionalFormatClasses(state),
      ...dataValidationClasses(state),
      ...nameClasses(state),
      ...pageLayoutClasses(state),
    };
    this.#engine = new RichApiHost({
      classes: this.classes,
      root: () => state.objectOf(state.model, "Workbook", () => ({ className: "Workbook" })),
      newObjects: ADD_IN_SERVICES,
      settle: () => this.#settle(),
    });
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
    const fault = counter === "requests" ? this.#dueFault() : null;
    if (typeof fault === "number") return { status: fault };
    if (fault !== null) return { status: 0, body: JSON.stringify(refusal(fault)) };
    if (sent > MAX_BYTES) return { status: FAULT.requestTooLarge };

    const response = await this.#engine.process(request);
    await this.#settle();
    const body = JSON.stringify(response);
    if (this.options.keepLog) this.log.push({ request, response });
    this.#announce();
    const received = byteLength(body);
    if (received > MAX_BYTES) return { status: FAULT.responseTooLarge };
    traffic.bytesReceived += received;
    return { status: 0, body };
  }

  #dueFault(): number | string | null {
    const due = this.#faults.findIndex(({ after }) => after === 0);
    for (const fault of this.#faults) fault.after -= 1;
    return due < 0 ? null : (this.#faults.splice(due, 1)[0]?.fault ?? null);
  }

  async #settle(): Promise<void> {
    this.#engine.unsupported.push(...this.#state.finish());
    if (!this.#state.isDirty) return;
    await this.#state.model.calculate();
  }

  /** Tells the client what it listens to, and the page that something is to be drawn again. */
  #announce(): void {
    const { notices } = this.#state;
    for (const { type, target, details } of notices.splice(0)) {
      if (this.#engine.isRegistered({ type, target })) {
        this.onEvent({ messageType: type, targetId: target, message: JSON.stringify(details) });
      }
    }
    const isChanged = this.#state.isDirty || this.#state.hasMovedSelection;
    this.#state.isDirty = false;
    this.#state.hasMovedSelection = false;
    if (isChanged) for (const listener of this.#listeners) listener();
  }

  failRequest(fault: number | string, after = 0): void {
    this.#faults.push({ fault, after });
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
    const edit = this.#queue.then(async () => {
      this.#state.writable(sheet).setContent(row, column, typedInput(input, sheet.style(row, column).numberFormat));
      this.#state.cellsChanged(sheet, { top: row, left: column, bottom: row, right: column }, by);
      if (!this.#state.isCalculatedByHand) await this.#settle();
      this.#announce();
    });
    this.#queue = edit.catch(() => undefined);
    return edit;
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

  open(model: WorkbookModel): void {
    this.#state.open(model);
    this.#announce();
  }

  onModelChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function refusal(code: string): ResponseBody {
  const error = { Code: code, Message: code, Location: "", ActionIndex: 0, HttpStatusCode: 400 };
  return { Results: [], TraceIds: [], Error: error };
}

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;
