// The workbooks that are open in the page, each with its grid and its pane; one of them shows.
import { WorkbookError } from "xlsx-model/plan";
import { typographie } from "../core/domain/words/typographie";
import { SIGNATURE_LOST } from "xlsx-model/package/signature";
import { WorkbookSession } from "../grid/workbook/session";
import { paneWorkbook } from "../pane-workbook/pane-workbook";
import { createSession, isoDate, type Session } from "../taskpane/session-store";
import { FileDesk } from "./file-desk";
import { texts } from "./texts";

export interface OpenFile {
  readonly id: number;
  readonly name: string;
  readonly desk: FileDesk;
  readonly grid: WorkbookSession;
  readonly pane: Session;
}

export interface OpenFilesSnapshot {
  readonly files: readonly OpenFile[];
  readonly active: OpenFile | null;
  /** Why some could not be opened, and what is to be known of others. */
  readonly notices: readonly string[];
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class OpenFiles {
  readonly #listeners = new Set<() => void>();
  #snapshot: OpenFilesSnapshot = { files: [], active: null, notices: [] };
  #count = 0;

  constructor(private readonly now: () => Date) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): OpenFilesSnapshot => this.#snapshot;

  /** The first of those that open then shows; the others say why they do not. */
  async open(files: readonly Pick<File, "name" | "arrayBuffer">[]): Promise<void> {
    const opened: OpenFile[] = [];
    const notices: string[] = [];
    for (const file of files) {
      try {
        const one = await this.#openOne({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        opened.push(one);
        if (one.desk.model.isSigned) notices.push(typographie(`${one.name} : ${SIGNATURE_LOST}`));
      } catch (error) {
        // A file that is gone or unreadable, too, since it was chosen.
        notices.push(error instanceof WorkbookError ? error.message : texts.unreadable(file.name));
      }
    }
    const { files: before, active } = this.#snapshot;
    this.#show({ files: [...before, ...opened], active: opened[0] ?? active, notices });
  }

  activate(file: OpenFile): void {
    this.#show({ ...this.#snapshot, active: file });
  }

  close(file: OpenFile): void {
    const { files, active, notices } = this.#snapshot;
    const left = files.filter((each) => each !== file);
    const neighbour = left[Math.min(files.indexOf(file), left.length - 1)] ?? null;
    this.#show({ files: left, active: active === file ? neighbour : active, notices });
  }

  dismissNotices(): void {
    this.#show({ ...this.#snapshot, notices: [] });
  }

  async #openOne({ name, bytes }: NamedBytes): Promise<OpenFile> {
    const desk = new FileDesk(bytes, name);
    // What the file does not say of its formulas is seen at once.
    await desk.model.calculate();
    const grid = new WorkbookSession(desk);
    desk.onWritten(() => {
      grid.forgetHistory();
    });
    const pane = createSession(
      paneWorkbook(desk, () => isoDate(this.now())),
      this.now,
    );
    void pane.watch();
    return { id: ++this.#count, name, desk, grid, pane };
  }

  #show(snapshot: OpenFilesSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
