// What the list to finish shows, kept while the agent looks at another tab.
import type { Corrected } from "../../../usecases/correct-findings";
import type { Entry } from "../../../usecases/justify-finding";
import type { CorrectionPlan } from "../../../core/why/correction";
import { recall } from "../../kept";
import { tabStores } from "../../tab-store";
import { firstFilter, type WorkFilter } from "./work-list";

/** What somebody is about to say in a card. */
export type Said = Entry["kind"];

/** What is open in a card. */
export type OpenPanel =
  | { readonly kind: "correct"; readonly finding: string; readonly plans: readonly CorrectionPlan[] }
  | { readonly kind: "justify"; readonly finding: string; readonly says: Said };

export interface WorkState {
  readonly filter: WorkFilter;
  /** Id of the discrepancy last gone to. */
  readonly current: string | null;
  readonly panel: OpenPanel | null;
  /** The pane's own last change, while it can be taken back. */
  readonly done: Corrected | null;
  /** Id of the discrepancy, or of the element, that the keyboard goes to once it is drawn. */
  readonly focus: string | null;
  /** Discrepancies to do when the list was begun. */
  readonly begunWith: number;
}

export const workStore = tabStores<WorkState>({
  filter: firstFilter(recall("filters")),
  current: null,
  panel: null,
  done: null,
  focus: null,
  begunWith: 0,
});
