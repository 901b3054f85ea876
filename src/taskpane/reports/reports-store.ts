// What came of the reports asked for, kept beside the session so that it outlives the tab.
import type { Bilan } from "../../core/bilan/bilan";
import type { Controle } from "../../core/proces-verbal/controler";
import type { Establishment } from "../../usecases/establish-proces-verbal";
import type { Session } from "../session-store";
import type { Notice } from "../session";
import type { WantedPeriode } from "./reports-service";
import { forgetFile, keepWordFile, saveFile, type SavedFile } from "./save-file";
import { texts } from "./texts";

export interface ReportsState {
  readonly bilan: {
    readonly bilan: Bilan;
    /** Null until the sheets, or the document, of this period were asked for. */
    readonly sheetNames: readonly string[] | null;
    readonly file: SavedFile | null;
    /** The session's count of edits when the workbook was read. */
    readonly edits: number;
  } | null;
  readonly procesVerbal:
    ((Establishment | { readonly kind: "checked"; readonly controle: Controle }) & { readonly edits: number }) | null;
}

export interface ReportsStore {
  getState(): ReportsState;
  subscribe(listener: () => void): () => void;
  set(changes: Partial<ReportsState>): void;
}

const stores = new WeakMap<Session, ReportsStore>();

function createStore(): ReportsStore {
  let state: ReportsState = { bilan: null, procesVerbal: null };
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(changes) {
      const { bilan } = state;
      if (bilan?.file && changes.bilan !== undefined && changes.bilan?.file !== bilan.file) forgetFile(bilan.file);
      state = { ...state, ...changes };
      for (const listener of listeners) listener();
    },
  };
}

export function reportsOf(session: Session): ReportsStore {
  let store = stores.get(session);
  if (!store) stores.set(session, (store = createStore()));
  return store;
}

const toWarnings = (sentences: readonly string[]): Notice[] => sentences.map((text) => ({ kind: "warning", text }));

/** False when something could not be written, which the pane then says. */
export function writeBilanSheets(session: Session, periode: WantedPeriode): Promise<boolean> {
  const store = reportsOf(session);
  return session.perform("report", async (asOf, onWaitingForCell) => {
    store.set({ bilan: null });
    const { edits } = session.getState();
    const { bilan, sheetNames, refusals } = await session.workbook.reports.writeBilan(periode, asOf, onWaitingForCell);
    store.set({ bilan: { bilan, sheetNames, file: null, edits } });
    return toWarnings(refusals);
  });
}

export function makeWordBilan(session: Session, periode: WantedPeriode): Promise<boolean> {
  const store = reportsOf(session);
  return session.perform("report", async (asOf, onWaitingForCell) => {
    store.set({ bilan: null });
    const { edits } = session.getState();
    const { bilan, bytes } = await session.workbook.reports.wordBilan(periode, asOf, onWaitingForCell);
    const file = keepWordFile(texts.fileName(bilan.entete.periodeTexte), bytes);
    store.set({ bilan: { bilan, sheetNames: null, file, edits } });
    saveFile(file);
    return [];
  });
}

export function establishProcesVerbal(session: Session, replace: boolean): Promise<boolean> {
  const store = reportsOf(session);
  return session.perform("report", async (asOf, onWaitingForCell) => {
    store.set({ procesVerbal: null });
    const { edits } = session.getState();
    const established = await session.workbook.reports.establish(asOf, replace, onWaitingForCell);
    store.set({ procesVerbal: { ...established, edits } });
    return established.kind === "established" ? toWarnings(established.refusals) : [];
  });
}

export function checkProcesVerbal(session: Session): Promise<boolean> {
  const store = reportsOf(session);
  return session.perform("report", async (_asOf, onWaitingForCell) => {
    store.set({ procesVerbal: null });
    const { edits } = session.getState();
    const controle = await session.workbook.reports.check(onWaitingForCell);
    store.set({ procesVerbal: { kind: "checked", controle, edits } });
    return [];
  });
}
