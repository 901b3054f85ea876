// The state of the pane as one reducer: what is running, what was found, where the agent went.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Qui } from "../core/domain/registre";
import type { Parole } from "../core/domain/parole";
import type { Verification } from "../core/verification";
import type { PreviousProcesVerbal } from "../core/situation/previous-proces-verbal";
import type { PreviousVerification } from "../core/situation/since-last";
import type { Step } from "../usecases/verify-workbook";

export type Job = "verify" | "clear" | "correct" | "justify" | "annexe" | "avenant" | "totals" | "report";

/** In the order in which the pane shows them. */
export const TABS = ["verify", "contrat", "documents"] as const;

/** What the tab « Documents » is made of: sheets that are inserted, totals, reports. */
export const DOCUMENTS = ["annexes", "totals", "reports"] as const;

/** What is shown: a tab, a part of one, or the help, which is in no tab. */
export type Tab = Exclude<(typeof TABS)[number], "documents"> | (typeof DOCUMENTS)[number] | "aide";

export const isDocument = (tab: Tab): tab is (typeof DOCUMENTS)[number] =>
  DOCUMENTS.some((document) => document === tab);

/** A running job; `waitingForCell` while Excel refuses calls because a cell is being edited. */
export interface Running {
  readonly job: Job;
  readonly step: Step | null;
  readonly waitingForCell: boolean;
  /** The agent asked for its end; what is under way is ended first. */
  readonly isStopping: boolean;
}

export interface Outcome {
  readonly verification: Verification;
  /** French sentences: what could not be written, and why. */
  readonly refusals: readonly string[];
  readonly verifiedAt: Date;
  /** The session's count of edits before the workbook was read. */
  readonly edits: number;
  /** What this one is held against: the workbook's last verification before this session, else the session's first. */
  readonly since: PreviousVerification | null;
  /** The workbook's procès-verbal, as it was read. */
  readonly procesVerbal: PreviousProcesVerbal | null;
  /** What the other party said since this one last verified. */
  readonly news: readonly Parole[];
}

export interface Notice {
  readonly kind: "error" | "warning" | "success";
  readonly text: string;
}

export interface SessionState {
  readonly tab: Tab;
  /** ISO date the agent chose; "" for today, whenever that is. */
  readonly asOf: string;
  /** Who works here, as he declared it; without a name and a party while he has not. */
  readonly qui: Qui;
  readonly running: Running | null;
  /** The job that ended last as asked; null while one runs, and once a cell has been gone to. */
  readonly finished: Job | null;
  /** How many edits of the workbook are known of: what was read before the last of them is out of date. */
  readonly edits: number;
  readonly outcome: Outcome | null;
  readonly notices: readonly Notice[];
  /** The cell last gone to. */
  readonly selectedCell: CellRef | null;
}

export type SessionEvent =
  | { readonly type: "tab-chosen"; readonly tab: Tab }
  | { readonly type: "as-of-changed"; readonly asOf: string }
  | { readonly type: "declared"; readonly qui: Qui }
  | { readonly type: "started"; readonly job: Job }
  | { readonly type: "step-reached"; readonly step: Step }
  | { readonly type: "cell-edit-met" }
  | { readonly type: "stop-asked" }
  | {
      readonly type: "verified";
      readonly verification: Verification;
      readonly refusals: readonly string[];
      readonly at: Date;
      readonly edits: number;
      readonly since: PreviousVerification | null;
      readonly procesVerbal: PreviousProcesVerbal | null;
      readonly news: readonly Parole[];
    }
  | { readonly type: "ended"; readonly notices: readonly Notice[] }
  | { readonly type: "notice-closed"; readonly text: string }
  | { readonly type: "workbook-edited" }
  | { readonly type: "cell-selected"; readonly cell: CellRef }
  | { readonly type: "select-waits"; readonly text: string }
  | { readonly type: "select-failed"; readonly text: string };

export const initialState: SessionState = {
  tab: "verify",
  asOf: "",
  qui: { name: "", capacity: "", party: null },
  running: null,
  finished: null,
  edits: 0,
  outcome: null,
  notices: [],
  selectedCell: null,
};

export function reduce(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case "tab-chosen":
      return { ...state, tab: event.tab };
    case "as-of-changed":
      return { ...state, asOf: event.asOf };
    case "declared":
      return { ...state, qui: event.qui };
    case "started":
      return {
        ...state,
        running: { job: event.job, step: null, waitingForCell: false, isStopping: false },
        finished: null,
        notices: [],
      };
    case "step-reached":
      if (!state.running) return state;
      return { ...state, running: { ...state.running, step: event.step, waitingForCell: false } };
    case "cell-edit-met":
      if (!state.running) return state;
      return { ...state, running: { ...state.running, waitingForCell: true } };
    case "stop-asked":
      if (!state.running) return state;
      return { ...state, running: { ...state.running, isStopping: true } };
    case "verified": {
      const { verification, refusals, at, edits, since, procesVerbal, news: last } = event;
      const news = [...(state.outcome?.news ?? []), ...last];
      const outcome = { verification, refusals, verifiedAt: at, edits, since, procesVerbal, news };
      return { ...state, outcome, selectedCell: null };
    }
    case "ended":
      return {
        ...state,
        running: null,
        finished: event.notices.some(({ kind }) => kind === "error") ? null : (state.running?.job ?? null),
        notices: event.notices,
      };
    case "notice-closed":
      return { ...state, notices: state.notices.filter(({ text }) => text !== event.text) };
    case "workbook-edited":
      return { ...state, edits: state.edits + 1 };
    case "cell-selected":
      return { ...state, selectedCell: event.cell, finished: null, notices: [] };
    case "select-waits":
      return { ...state, notices: [{ kind: "warning", text: event.text }] };
    case "select-failed":
      return { ...state, notices: [{ kind: "error", text: event.text }] };
  }
}

/** Whether the workbook was edited since this was read from it. */
export function isStale({ edits }: SessionState, read: { readonly edits: number } | null): boolean {
  return read !== null && read.edits < edits;
}
