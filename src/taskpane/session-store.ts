// Runs what the agent asks for, from the pane and from the ribbon alike, and keeps the session's state.
import type { TableChoice } from "../core/verification";
import { WorkbookError } from "../core/workbook-port";
import type { Step, VerifiedWorkbook } from "../usecases/verify-workbook";
import type { AnnexesService } from "./annexes/annexes-service";
import type { Filter } from "./verify/filter";
import type { ReportsService } from "./reports/reports-service";
import { initialState, reduce, type Job, type Notice, type SessionEvent, type SessionState, type Tab } from "./session";
import { texts } from "./texts";
import type { TotalsService } from "./totals/totals-service";

/** The workbook as the pane needs it; every failure the agent can act on is a WorkbookError. */
export interface PaneWorkbook {
  verify(asOf: string, onStep: (step: Step) => void, onWaitingForCell: () => void): Promise<VerifiedWorkbook>;
  /** Keeps in the workbook which table counts; `heading` is one of the candidates'. */
  chooseTable(choice: TableChoice, heading: string, onWaitingForCell: () => void): Promise<void>;
  /** Answers what could not be cleared, as French sentences. */
  clearHighlights(onWaitingForCell: () => void): Promise<readonly string[]>;
  /** `cell` as findings name it: "'Tableau budgétaire'!D7". */
  selectCell(cell: string, onWaitingForCell: () => void): Promise<void>;
  watchChanges(onChange: () => void): Promise<unknown>;
  readonly annexes: AnnexesService;
  readonly totals: TotalsService;
  readonly reports: ReportsService;
}

export interface Session {
  readonly workbook: PaneWorkbook;
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** False when it did not end as asked, and the pane has something to say about it. */
  verify(): Promise<boolean>;
  /** Keeps the choice in the workbook, then verifies. */
  chooseTable(choice: TableChoice, heading: string): Promise<boolean>;
  clearHighlights(): Promise<boolean>;
  selectCell(cell: string): Promise<void>;
  /**
   * What the jobs of the tabs are made of: one job at a time, its failure shown as a sentence. `work` gets the as-of date.
   * False when it did not end as asked.
   */
  perform(job: Job, work: (asOf: string, onWaitingForCell: () => void) => Promise<readonly Notice[]>): Promise<boolean>;
  /** The add-in itself changed cells that were verified: Excel's own word for it is not heard. */
  noteEdit(): void;
  /** Begins to watch for edits; does nothing when it already does. */
  watch(): Promise<void>;
  chooseTab(tab: Tab): void;
  setAsOf(asOf: string): void;
  setFilter(filter: Filter): void;
}

export function createSession(workbook: PaneWorkbook, now: () => Date): Session {
  let state = initialState;
  let isWatching = false;
  const listeners = new Set<() => void>();

  function dispatch(event: SessionEvent): void {
    state = reduce(state, event);
    for (const listener of listeners) listener();
  }

  /** One job at a time: a second click, in the pane or in the ribbon, changes nothing. */
  async function run(job: Job, work: () => Promise<readonly Notice[]>): Promise<boolean> {
    if (state.running) return false;
    dispatch({ type: "started", job });
    try {
      const notices = await work();
      dispatch({ type: "ended", notices });
      return notices.every(({ kind }) => kind === "success");
    } catch (error) {
      dispatch({ type: "ended", notices: [{ kind: "error", text: sentenceFor(error) }] });
      return false;
    }
  }

  async function verify(before?: () => Promise<void>): Promise<boolean> {
    const verified = await run("verify", async () => {
      const asOf = state.asOf || isoDate(now());
      if (!isUsableDate(asOf)) return [{ kind: "error", text: texts.dateInvalid }];
      if (before) await before();
      const { edits } = state;
      const { verification, refusals } = await workbook.verify(asOf, onStep, onWaitingForCell);
      dispatch({ type: "verified", verification, refusals, at: now(), edits });
      return [];
    });
    await watch();
    return verified;
  }

  function clearHighlights(): Promise<boolean> {
    return run("clear", async () => {
      const refusals = await workbook.clearHighlights(onWaitingForCell);
      if (refusals.length === 0) return [{ kind: "success", text: texts.cleared }];
      return refusals.map((text) => ({ kind: "warning", text }));
    });
  }

  function perform(job: Job, work: Parameters<Session["perform"]>[1]): Promise<boolean> {
    return run(job, async () => {
      const asOf = state.asOf || isoDate(now());
      if (!isUsableDate(asOf)) return [{ kind: "error", text: texts.dateInvalid }];
      return work(asOf, onWaitingForCell);
    });
  }

  async function selectCell(cell: string): Promise<void> {
    try {
      await workbook.selectCell(cell, onWaitingForCell);
      dispatch({ type: "cell-selected", cell });
    } catch (error) {
      dispatch({ type: "select-failed", text: sentenceFor(error) });
    }
  }

  async function watch(): Promise<void> {
    if (isWatching) return;
    isWatching = true;
    try {
      await workbook.watchChanges(() => dispatch({ type: "workbook-edited" }));
    } catch {
      // Without it the pane cannot tell that its results are stale; the next verification tries again.
      isWatching = false;
    }
  }

  const onStep = (step: Step) => dispatch({ type: "step-reached", step });
  const onWaitingForCell = () => dispatch({ type: "cell-edit-met" });

  return {
    workbook,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    verify: () => verify(),
    chooseTable: (choice, heading) =>
      verify(async () => {
        await workbook.chooseTable(choice, heading, onWaitingForCell);
        // What the other tabs show is of the table that counted before.
        dispatch({ type: "workbook-edited" });
      }),
    clearHighlights,
    selectCell,
    perform,
    noteEdit: () => dispatch({ type: "workbook-edited" }),
    watch,
    chooseTab: (tab) => dispatch({ type: "tab-chosen", tab }),
    setAsOf: (asOf) => dispatch({ type: "as-of-changed", asOf }),
    setFilter: (filter) => dispatch({ type: "filter-changed", filter }),
  };
}

function sentenceFor(error: unknown): string {
  if (error instanceof WorkbookError) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return error instanceof Error && error.name === "ChunkLoadError" ? texts.filesMissing : texts.unexpected(detail);
}

/** The day where the agent sits, not in UTC. */
export function isoDate(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A date field lets one type the year 2 or 20266. */
export function isUsableDate(iso: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(iso);
}
