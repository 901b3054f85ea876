// The state of the pane as one reducer: what is running, what was found, what is filtered.
import type { Verification } from "../core/verification";
import type { Step } from "../usecases/verify-workbook";
import { ALL, type Filter } from "./verify/filter";

export type Job = "verify" | "clear" | "annexe" | "totals" | "report";

/** In the order in which the pane shows them. */
export const TABS = ["verify", "annexes", "totals", "reports"] as const;

export type Tab = (typeof TABS)[number];

/** A running job; `waitingForCell` while Excel refuses calls because a cell is being edited. */
export interface Running {
  readonly job: Job;
  readonly step: Step | null;
  readonly waitingForCell: boolean;
}

export interface Outcome {
  readonly verification: Verification;
  /** French sentences: what could not be written, and why. */
  readonly refusals: readonly string[];
  readonly verifiedAt: Date;
  /** The session's count of edits before the workbook was read. */
  readonly edits: number;
}

export interface Notice {
  readonly kind: "error" | "warning" | "success";
  readonly text: string;
}

export interface SessionState {
  readonly tab: Tab;
  /** ISO date the agent chose; "" for today, whenever that is. */
  readonly asOf: string;
  readonly running: Running | null;
  /** The job that ended last as asked; null while one runs. */
  readonly finished: Job | null;
  /** How many edits of the workbook are known of: what was read before the last of them is out of date. */
  readonly edits: number;
  readonly outcome: Outcome | null;
  readonly notices: readonly Notice[];
  readonly filter: Filter;
  /** Address of the cell last gone to. */
  readonly selectedCell: string | null;
}

export type SessionEvent =
  | { readonly type: "tab-chosen"; readonly tab: Tab }
  | { readonly type: "as-of-changed"; readonly asOf: string }
  | { readonly type: "started"; readonly job: Job }
  | { readonly type: "step-reached"; readonly step: Step }
  | { readonly type: "cell-edit-met" }
  | {
      readonly type: "verified";
      readonly verification: Verification;
      readonly refusals: readonly string[];
      readonly at: Date;
      readonly edits: number;
    }
  | { readonly type: "ended"; readonly notices: readonly Notice[] }
  | { readonly type: "workbook-edited" }
  | { readonly type: "filter-changed"; readonly filter: Filter }
  | { readonly type: "cell-selected"; readonly cell: string }
  | { readonly type: "select-failed"; readonly text: string };

export const initialState: SessionState = {
  tab: "verify",
  asOf: "",
  running: null,
  finished: null,
  edits: 0,
  outcome: null,
  notices: [],
  filter: ALL,
  selectedCell: null,
};

export function reduce(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case "tab-chosen":
      return { ...state, tab: event.tab };
    case "as-of-changed":
      return { ...state, asOf: event.asOf };
    case "started":
      return {
        ...state,
        running: { job: event.job, step: null, waitingForCell: false },
        finished: null,
        notices: [],
      };
    case "step-reached":
      if (!state.running) return state;
      return { ...state, running: { ...state.running, step: event.step, waitingForCell: false } };
    case "cell-edit-met":
      if (!state.running) return state;
      return { ...state, running: { ...state.running, waitingForCell: true } };
    case "verified": {
      const { verification, refusals, at, edits } = event;
      const outcome = { verification, refusals, verifiedAt: at, edits };
      return { ...state, outcome, filter: ALL, selectedCell: null };
    }
    case "ended":
      return {
        ...state,
        running: null,
        finished: event.notices.some(({ kind }) => kind === "error") ? null : (state.running?.job ?? null),
        notices: event.notices,
      };
    case "workbook-edited":
      return { ...state, edits: state.edits + 1 };
    case "filter-changed":
      return { ...state, filter: event.filter };
    case "cell-selected":
      return { ...state, selectedCell: event.cell, notices: [] };
    case "select-failed":
      return { ...state, notices: [{ kind: "error", text: event.text }] };
  }
}

/** Whether the workbook was edited since this was read from it. */
export function isStale({ edits }: SessionState, read: { readonly edits: number } | null): boolean {
  return read !== null && read.edits < edits;
}
