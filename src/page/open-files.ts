// The workbooks that are open in the page, each with its grid and its pane; one of them shows.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { WorkbookError } from "xlsx-model/plan";
import { typographie } from "../core/domain/words/typographie";
import { SIGNATURE_LOST } from "xlsx-model/package/signature";
import { WorkbookSession } from "../grid/workbook/session";
import { paneWorkbook } from "../pane-workbook/pane-workbook";
import { createSession, isoDate, type Session } from "../taskpane/session-store";
import { FileDesk } from "./file-desk";
import { heldLocks, holdLock, type RecoveryCopy } from "./recovery/copies";
import { keepCopy } from "./recovery/keep-copy";
import { texts } from "./texts";

export interface OpenFile {
  readonly id: number;
  readonly name: string;
  readonly desk: FileDesk;
  readonly grid: WorkbookSession;
  readonly pane: Session;
  /** Of the bytes as they were opened: the same file is known by it. */
  readonly fingerprint: string;
  /** No recovery copy of it is needed any more. */
  readonly release: () => Promise<void>;
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
  #canRecover = true;

  constructor(readonly now: () => Date) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): OpenFilesSnapshot => this.#snapshot;

  /** The first of those that open then shows; the others say why they do not. */
  async open(files: readonly Pick<File, "name" | "arrayBuffer">[]): Promise<void> {
    const notices: string[] = [];
    let shown: OpenFile | null = null;
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const one = await this.#openOnce({ name: file.name, bytes }, notices);
        shown ??= one;
      } catch (error) {
        // A file that is gone or unreadable, too, since it was chosen.
        notices.push(error instanceof WorkbookError ? error.message : texts.unreadable(file.name));
      }
    }
    this.#show({ ...this.#snapshot, active: shown ?? this.#snapshot.active, notices });
  }

  /** The work goes on under the copy that was found: where there is no room for a second one, none is lost. */
  async recover({ id, name, bytes }: RecoveryCopy): Promise<void> {
    try {
      if ((await heldLocks()).has(id)) return this.say([texts.openElsewhere(name)]);
      const one = await this.#openOne({ name, bytes }, { copy: id });
      this.#add(one);
      this.#show({ ...this.#snapshot, active: one, notices: [texts.recovered(name)] });
    } catch (error) {
      this.say([error instanceof WorkbookError ? error.message : texts.unreadable(name)]);
    }
  }

  say(notices: readonly string[]): void {
    this.#show({ ...this.#snapshot, notices });
  }

  activate(file: OpenFile): void {
    this.#show({ ...this.#snapshot, active: file });
  }

  close(file: OpenFile): void {
    const { files, active, notices } = this.#snapshot;
    const left = files.filter((each) => each !== file);
    const neighbour = left[Math.min(files.indexOf(file), left.length - 1)] ?? null;
    void file.release();
    this.#show({ files: left, active: active === file ? neighbour : active, notices });
  }

  /** The same file is shown where it is already open; whatever else bears its name is told apart. */
  async #openOnce(file: NamedBytes, notices: string[]): Promise<OpenFile> {
    const { name } = file;
    const { files } = this.#snapshot;
    const fingerprint = bytesToHex(sha256(file.bytes));
    const same = files.find((each) => each.fingerprint === fingerprint);
    if (same) {
      notices.push(texts.alreadyOpen(name));
      return same;
    }
    if (files.some((each) => each.name === name)) notices.push(texts.sameName(name));
    if ((await heldLocks()).has(fingerprint)) notices.push(texts.openElsewhere(name));
    const one = await this.#openOne(file, { fingerprint });
    if (one.desk.model.isSigned) notices.push(typographie(`${name} : ${SIGNATURE_LOST}`));
    this.#add(one);
    return one;
  }

  #add(file: OpenFile): void {
    const { files, active, notices } = this.#snapshot;
    this.#show({ files: [...files, file], active, notices });
  }

  async #openOne(
    { name, bytes }: NamedBytes,
    { copy, fingerprint = bytesToHex(sha256(bytes)) }: { readonly copy?: string; readonly fingerprint?: string },
  ): Promise<OpenFile> {
    const desk = new FileDesk(bytes, name, copy === undefined ? "nothing" : "changes");
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
    const id = ++this.#count;
    const closeLock = holdLock(fingerprint);
    const forget = keepCopy({
      desk,
      id: copy ?? crypto.getRandomValues(new Uint32Array(4)).join("-"),
      isKept: copy !== undefined,
      now: this.now,
      onImpossible: () => {
        this.#tellUnkept();
      },
    });
    const release = async (): Promise<void> => {
      closeLock();
      await forget();
    };
    return { id, name, desk, grid, pane, fingerprint, release };
  }

  #tellUnkept(): void {
    if (this.#canRecover) this.say([...this.#snapshot.notices, texts.noRecovery]);
    this.#canRecover = false;
  }

  #show(snapshot: OpenFilesSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
