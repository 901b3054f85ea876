// What the simulated Excel offers to the bridge, to the preview page and to the tests.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { Author, Selection } from "./excel-state";
import type { Faults } from "./faults";
import type { ClassTables } from "./object-table";
import type { ExcelProfile } from "./profile";
import type { Traffic } from "./traffic";
import type { HostEvent, RequestBody, ResponseBody } from "./wire";

/** Either the answer to the batch, or the transport's refusal. */
export type HostReply = { readonly status: 0; readonly body: string } | { readonly status: number };

export type CellInput = string | number | boolean;

export interface ExcelHostOptions {
  /** Which Excel it is; by default a French Microsoft 365 that is as strict as the house. */
  readonly profile?: ExcelProfile;
  /** Keeps the requests and answers, for tests that look at them. */
  readonly keepLog?: boolean;
}

export interface LoggedRequest {
  readonly request: RequestBody;
  readonly response: ResponseBody;
}

export interface ExcelHost {
  readonly profile: ExcelProfile;
  readonly model: WorkbookModel;
  readonly selection: Selection;
  /** What was asked for and does not exist here: every test holds it empty. */
  readonly unsupported: readonly string[];
  readonly traffic: Readonly<Traffic>;
  readonly log: readonly LoggedRequest[];
  /** References that the client has not released. */
  readonly keptReferences: number;
  readonly classes: ClassTables;
  /** Answers the counts since the last call. */
  takeTraffic(): Traffic;
  takeUnsupported(): string[];
  /** Runs one request of the client; requests run one at a time, as in Excel. */
  process(requestText: string, flags: number): Promise<HostReply>;
  reportUnsupported(what: string): void;
  /** The bridge receives the events here. */
  onEvent: (event: HostEvent) => void;
  /** The selection of the workbook, whichever sheet it is on. */
  onSelectionMoved: () => void;
  /** The add-in asks for its pane to be shown or hidden. */
  onPaneVisibility: (isVisible: boolean) => void;

  /**
   * Refuses the request that comes `after` as many others of the add-in (0: the next one): the transport with a status, or
   * Excel itself with an error code ("UndoNotSupported") before it does anything.
   */
  failRequest(fault: number | string, after?: number): void;
  /** Whatever else can go wrong at the wire, and what others do between two requests. */
  readonly faults: Faults;
  /** The agent starts to type in a cell, and stops. */
  beginCellEdit(): void;
  endCellEdit(): void;

  /** Ends once every formula has the value that Excel gives it. */
  calculate(): Promise<void>;
  /** The agent has Excel calculate when he asks for it only, or again by itself. */
  calculateByHand(isByHand: boolean): void;

  /** Gestures of the agent in the grid. */
  editCell(sheet: SheetModel, row: number, column: number, input: CellInput, by?: Author): Promise<void>;
  addSheet(name: string, by?: Author): Promise<SheetModel>;
  deleteSheet(sheet: SheetModel, by?: Author): Promise<void>;
  select(sheet: SheetModel, range: GridRange): void;
  /** A drawing, or several ranges at once: no range is selected until the next `select`. */
  selectNoCell(): void;
  activate(sheet: SheetModel): void;
  /** A click on the chart of that name. */
  activateChart(sheet: SheetModel, name: string): void;
  /** Opens another workbook in the place of this one. */
  open(model: WorkbookModel): void;

  /** Called after each change of cells, formats, sheets or selection; answers how to stop. */
  onModelChanged(listener: () => void): () => void;
}
