// Runs what the agent asks for, from the pane and from the ribbon alike, and keeps the session's state.
import type { Place } from "xlsx-model/cell-ref";
import { readSpeaker, speaker } from "../core/domain/outside-words";
import { isPartie } from "../core/domain/parties";
import type { Qui } from "../core/domain/registre";
import type { PreviousVerification } from "../core/situation/since-last";
import type { Situation } from "../core/situation/situation";
import { WorkbookError } from "xlsx-model/plan";
import { DiffersFromShown } from "../usecases/as-shown";
import type { Entry, ShownFinding } from "../usecases/justify-finding";
import type { Step, VerifiedWorkbook } from "../usecases/verify-workbook";
import type { AnnexesService } from "./annexes/annexes-service";
import type { ContratService } from "./contrat/contrat-service";
import type { QuestionsService } from "./reading/questions-service";
import type { ReportsService } from "./reports/reports-service";
import { keep, recall } from "./kept";
import {
  initialState,
  reduce,
  type Job,
  type Notice,
  type Outcome,
  type SessionEvent,
  type SessionState,
  type Tab,
} from "./session";
import { isRealDate } from "./read-date";
import { texts } from "./texts";
import type { CorrectionsService } from "./verify/work/corrections-service";
import type { TotalsService } from "./totals/totals-service";

/** The workbook as the pane needs it; every failure the agent can act on is a WorkbookError. */
export interface PaneWorkbook {
  /** `qui` is who the agent declared to be; null where he gave no name. */
  verify(
    asOf: string,
    onStep: (step: Step) => Promise<void>,
    onWaitingForCell: () => void,
    qui: Qui | null,
  ): Promise<VerifiedWorkbook>;
  /** Answers what could not be cleared, as French sentences. */
  clearHighlights(onWaitingForCell: () => void): Promise<readonly string[]>;
  selectCell(cell: Place, onWaitingForCell: () => void): Promise<void>;
  watchChanges(onChange: () => void): Promise<unknown>;
  /** Reads the workbook and writes nothing: what the pane shows of it before anything is asked. */
  situate(asOf: string): Promise<Situation>;
  readonly corrections: CorrectionsService;
  /** Written in the workbook beside it. DiffersFromShown where it is no longer as it was shown. */
  justify(shown: ShownFinding, entry: Entry, onWaitingForCell: () => void): Promise<void>;
  readonly questions: () => Promise<QuestionsService>;
  readonly contrat: ContratService;
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
  /** For anything that changes what a verification says: `write`, then the verification. */
  verifyAfter(write: (asOf: string, onWaitingForCell: () => void) => Promise<void>): Promise<boolean>;
  /** Ends a verification before its next step: nothing has been written then. Does nothing once it writes. */
  stop(): void;
  clearHighlights(): Promise<boolean>;
  selectCell(cell: Place): Promise<void>;
  /**
   * What the jobs of the tabs are made of: one job at a time, its failure shown as a sentence. `work` gets the as-of date.
   * False when it did not end as asked.
   */
  perform(job: Job, work: (asOf: string, onWaitingForCell: () => void) => Promise<readonly Notice[]>): Promise<boolean>;
  /** The add-in itself changed cells that were verified: Excel's own word for it is not heard. */
  noteEdit(): void;
  /** Begins to watch for edits; does nothing when it already does. */
  watch(): Promise<void>;
  /** ISO date of the day. */
  today(): string;
  chooseTab(tab: Tab): void;
  /** The agent has read it. */
  closeNotice(text: string): void;
  setAsOf(asOf: string): void;
  /** Who works here, kept on this machine. */
  declare(qui: Qui): void;
}

/** What a later verification is held against: what the first of this session was, or the first itself. */
async function firstOf({ since, verification }: Outcome): Promise<PreviousVerification> {
  return (
    since ?? (await import(/* webpackChunkName: "results" */ "../core/situation/since-last")).asPrevious(verification)
  );
}

export function createSession(workbook: PaneWorkbook, now: () => Date): Session {
  const kept = readSpeaker(recall("party"));
  const party = isPartie(kept) ? kept : null;
  let state: SessionState = { ...initialState, qui: { name: recall("name"), capacity: recall("capacity"), party } };
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
      const notice =
        error instanceof Stopped
          ? ({ kind: "warning", text: texts.stopped } as const)
          : ({ kind: "error", text: sentenceFor(error) } as const);
      dispatch({ type: "ended", notices: [notice] });
      return false;
    }
  }

  async function verify(before?: (asOf: string) => Promise<void>): Promise<boolean> {
    const verified = await run("verify", async () => {
      const asOf = state.asOf || isoDate(now());
      if (!isUsableDate(asOf)) return [{ kind: "error", text: texts.dateInvalid }];
      const notices = before ? await differing(() => before(asOf)) : [];
      const { edits } = state;
      const verified = await workbook.verify(asOf, onStep, onWaitingForCell, state.qui.name ? state.qui : null);
      const { verification, refusals, kept = [], previous = null, procesVerbal = null, news = [] } = verified;
      const since = state.outcome ? await firstOf(state.outcome) : previous;
      dispatch({ type: "verified", verification, refusals, since, procesVerbal, news, at: now(), edits });
      return [...notices, ...kept.map((text) => ({ kind: "success", text }) as const)];
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

  async function selectCell(cell: Place): Promise<void> {
    try {
      await workbook.selectCell(cell, () => dispatch({ type: "select-waits", text: texts.waitingForCell }));
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

  async function onStep(step: Step): Promise<void> {
    if (state.running?.isStopping) throw new Stopped();
    dispatch({ type: "step-reached", step });
    // The step is shown, and a click on « Arrêter » heard, before the work that holds the page begins.
    await new Promise((resolve) => setTimeout(resolve));
    if (state.running?.isStopping) throw new Stopped();
  }
  const onWaitingForCell = () => dispatch({ type: "cell-edit-met" });

  function verifyAfter(write: Parameters<Session["verifyAfter"]>[0]): Promise<boolean> {
    return verify(async (asOf) => {
      await write(asOf, onWaitingForCell);
      // What the other tabs show is of what stood there before.
      dispatch({ type: "workbook-edited" });
    });
  }

  return {
    workbook,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    verify: () => verify(),
    verifyAfter,
    stop() {
      if (state.running?.job === "verify" && state.running.step !== "write") dispatch({ type: "stop-asked" });
    },
    clearHighlights,
    selectCell,
    perform,
    noteEdit: () => dispatch({ type: "workbook-edited" }),
    watch,
    today: () => isoDate(now()),
    closeNotice: (text) => dispatch({ type: "notice-closed", text }),
    chooseTab: (tab) => dispatch({ type: "tab-chosen", tab }),
    declare(qui) {
      keep("name", qui.name);
      keep("capacity", qui.capacity);
      keep("party", qui.party ? speaker(qui.party) : "");
      dispatch({ type: "declared", qui });
    },
    setAsOf: (asOf) => dispatch({ type: "as-of-changed", asOf }),
  };
}

/** What was agreed to is no longer what stands: the verification that follows shows what does. */
async function differing(write: () => Promise<void>): Promise<readonly Notice[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof DiffersFromShown)) throw error;
    return [{ kind: "warning", text: error.message }];
  }
}

/** The agent asked for it. */
class Stopped extends Error {}

/** What the agent is told of a failure. */
export function sentenceFor(error: unknown): string {
  if (error instanceof WorkbookError) return error.message;
  // eslint-disable-next-line no-console -- for who mends it: an agent is never shown a program's own words
  console.error(error);
  return error instanceof Error && error.name === "ChunkLoadError" ? texts.filesMissing : texts.unexpected;
}

/** The day where the agent sits, not in UTC. */
export function isoDate(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** What is typed may be no date yet, or of another century. */
export function isUsableDate(iso: string): boolean {
  return iso.startsWith("20") && isRealDate(iso);
}
