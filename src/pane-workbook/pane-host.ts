// What stands under the pane: Excel, or a file in a page.
import type { CellRef, Place } from "xlsx-model/cell-ref";
import type { RawWorkbook, WorkbookPort } from "../core/workbook-port";

/** The workbook while one job of the agent's runs on it. */
export interface OpenWorkbook {
  readonly port: WorkbookPort;
  /** Throws WorkbookError when no single cell is selected. */
  selectedCell(): Promise<CellRef>;
  /** Takes the agent there. Throws WorkbookError when the sheet is gone or hidden. */
  selectCell(cell: Place): Promise<void>;
}

export interface PaneHost {
  /**
   * One job at a time; `patienceMs` is how long it may stay silent before it is said to wait for a cell being edited.
   * Throws WorkbookError, and nothing else, when the workbook refuses or is lost.
   */
  run<T>(work: (open: OpenWorkbook) => Promise<T>, onWaitingForCell?: () => void, patienceMs?: number): Promise<T>;
  /** Calls back at each edit of the agent's own; what the pane writes is none. */
  watchChanges(onChange: () => void): Promise<unknown>;
  /** A workbook that the agent chose on his computer, as it is read. Throws WorkbookError for what is none. */
  readFile(bytes: Uint8Array, name: string): Promise<RawWorkbook>;
  /** A thread of `signed-files/thread.ts`. */
  startReading(): Promise<Worker>;
}
