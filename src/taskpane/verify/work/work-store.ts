// What the list to finish shows, kept while the agent looks at another tab.
import type { Corrected } from "../../../usecases/correct-findings";
import type { Entry } from "../../../usecases/justify-finding";
import type { CorrectionPlan } from "../../../core/why/correction";
import { recall } from "../../kept";
import { tabStores } from "../../tab-store";
import { firstFilter, type WorkFilter } from "./work-list";

/** What somebody is about to say in a card. */
export type Said = Entry["kind"];

/** In the place of a discrepancy's id: all that can be corrected safely. */
export const ALL_SAFE = "*";

/** What is open in a card. */
export type OpenPanel =
  | { readonly kind: "correct"; readonly finding: string; readonly plans: readonly CorrectionPlan[] }
  | { readonly kind: "justify"; readonly finding: string; readonly says: Said };

export interface WorkState {
  readonly filter: WorkFilter;
  /** Id of the discrepancy last gone to. */
  readonly current: string | null;
  /** Whether its line is open into a card. */
  readonly isOpen: boolean;
  readonly panel: OpenPanel | null;
  /** The pane's own changes that can be taken back, the last one first. */
  readonly done: readonly Corrected[];
  /** Id of the discrepancy, or of the element, that the keyboard goes to once it is drawn. */
  readonly focus: string | null;
}

export const workStore = tabStores<WorkState>({
  filter: firstFilter(recall("filters")),
  current: null,
  isOpen: false,
  panel: null,
  done: [],
  focus: null,
});
