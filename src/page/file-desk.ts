// A file under the grid and under the pane: what the agent types and what the pane writes, one after the other.
import type { CellRef, Place } from "xlsx-model/cell-ref";
import type { RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError, type GridRange } from "xlsx-model/plan";
import { refusals } from "../core/sheets/parts/refusals";
import { openFileWorkbook, type FileWorkbook } from "../files/file-workbook";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { Desk, Entry, Selection } from "../grid/workbook/desk";
import type { OpenWorkbook, PaneHost } from "../pane-workbook/pane-host";

const FIRST_CELL: GridRange = { top: 0, left: 0, bottom: 0, right: 0 };

/** What of the work would be lost with the page: nothing, all since the last copy, or what only a download may hold. */
export type Unsaved = "nothing" | "changes" | "downloaded";

export interface Copy {
  readonly bytes: Uint8Array;
  /** How often the workbook had changed when it was made. */
  readonly version: number;
}

export class FileDesk implements Desk, PaneHost {
  readonly #ranges = new Map<string, GridRange>();
  readonly #shown = new Set<() => void>();
  readonly #edited = new Set<() => void>();
  readonly #written = new Set<() => void>();
  #file: FileWorkbook;
  #queue: Promise<unknown> = Promise.resolve();
  #unsaved: Unsaved;
  #version = 0;

  /** Throws WorkbookError, with a French sentence, for what is no sound workbook. */
  constructor(
    bytes: Uint8Array,
    readonly name: string,
    unsaved: Unsaved = "nothing",
  ) {
    this.#file = openFileWorkbook(bytes, name);
    this.#unsaved = unsaved;
  }

  get model(): WorkbookModel {
    return this.#file.model;
  }

  get selection(): Selection {
    const sheet = this.model.activeSheet;
    return { sheet, range: this.#ranges.get(sheet.id) ?? FIRST_CELL };
  }

  get unsaved(): Unsaved {
    return this.#unsaved;
  }

  get version(): number {
    return this.#version;
  }

  /** The workbook as it is between two jobs, never half written. */
  copy(): Promise<Copy> {
    return this.#inTurn(() => Promise.resolve({ bytes: this.#file.save(), version: this.#version }));
  }

  /** What changed since the copy was made is in it no more, and stays unsaved. */
  settle(copy: Pick<Copy, "version">, as: "kept" | "downloaded"): void {
    if (copy.version === this.#version) this.#unsaved = as === "kept" ? "nothing" : as;
    this.#tell();
  }

  async readFile(bytes: Uint8Array, name: string): Promise<RawWorkbook> {
    return openFileWorkbook(bytes, name).port.read();
  }

  select(sheet: SheetModel, range: GridRange): void {
    this.#ranges.set(sheet.id, range);
    this.activate(sheet);
  }

  activate(sheet: SheetModel): void {
    const own = this.model.sheets.find(({ id }) => id === sheet.id);
    if (own && own !== this.model.activeSheet) this.model.activeSheet = own;
    this.#tell();
  }

  // A click in the pane takes the keyboard from the cell being edited, and so ends the entry: nothing has to wait.
  beginEdit(): void {}
  endEdit(): void {}

  enter(sheet: SheetModel, entries: readonly Entry[]): Promise<void> {
    return this.#inTurn(async () => {
      // The model may be another one since: see `run`.
      const own = this.model.sheets.find(({ id }) => id === sheet.id);
      if (!own) return;
      for (const { row, column, content, numberFormat } of entries) {
        own.setContent(row, column, content);
        if (numberFormat !== undefined)
          own.setStyle({ top: row, left: column, bottom: row, right: column }, { numberFormat });
      }
      this.#change();
      await this.model.calculate();
      for (const listener of this.#edited) listener();
      this.#tell();
    });
  }

  onChanged(listener: () => void): () => void {
    this.#shown.add(listener);
    return () => this.#shown.delete(listener);
  }

  /** A job that fails leaves the workbook as it was before it wrote. */
  run<T>(work: (open: OpenWorkbook) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const { port, undo } = this.#guardedPort();
      try {
        return await work({
          port,
          selectedCell: () => Promise.resolve(this.#selectedCell()),
          selectCell: (cell) => Promise.resolve(this.#goTo(cell)),
        });
      } catch (error) {
        undo();
        throw error;
      } finally {
        this.#tell();
      }
    });
  }

  watchChanges(onChange: () => void): Promise<() => void> {
    this.#edited.add(onChange);
    return Promise.resolve(() => this.#edited.delete(onChange));
  }

  async startReading(): Promise<Worker> {
    return (await import(/* webpackChunkName: "signed-files" */ "./start-reading")).startReading();
  }

  /** Called when the pane writes into the workbook. */
  onWritten(listener: () => void): void {
    this.#written.add(listener);
  }

  #guardedPort(): { readonly port: WorkbookPort; readonly undo: () => void } {
    const { port } = this.#file;
    const unsavedBefore = this.#unsaved;
    let before: Uint8Array | null = null;
    return {
      port: {
        read: async () => {
          await drawn();
          return port.read();
        },
        readMarks: () => port.readMarks(),
        survey: (area) => port.survey(area),
        apply: async (plan, read) => {
          await drawn();
          before ??= this.#file.save();
          this.#change();
          for (const listener of this.#written) listener();
          return port.apply(plan, read);
        },
      },
      undo: () => {
        if (!before) return;
        this.#file = openFileWorkbook(before, this.name);
        this.#unsaved = unsavedBefore;
      },
    };
  }

  #selectedCell(): CellRef {
    const { sheet, range } = this.selection;
    return { sheet: sheet.name, row: range.top, column: range.left };
  }

  #goTo({ sheet: name, row, column, end = { row, column } }: Place): void {
    const sheet = this.model.sheets.find((each) => each.name === name);
    if (!sheet) throw new WorkbookError(refusals.sheetGone(name));
    if (sheet.visibility !== "visible") throw new WorkbookError(refusals.sheetHidden(name));
    this.select(sheet, { top: row, left: column, bottom: end.row, right: end.column });
  }

  #change(): void {
    this.#unsaved = "changes";
    this.#version += 1;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #tell(): void {
    for (const listener of this.#shown) listener();
  }
}

/** The pane says what it does before the work takes the page's only thread. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
