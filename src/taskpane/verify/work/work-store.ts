// What the list to finish shows, kept while the agent looks at another tab.
import type { Corrected } from "../../../usecases/correct-findings";
import type { CorrectionPlan } from "../../../core/why/correction";
import type { Partie } from "../../../core/domain/parties";
import { recall } from "../../kept";
import { tabStores } from "../../tab-store";
import { firstFilter, type WorkFilter } from "./work-list";

/** What is open in a card. */
export type OpenPanel =
  | { readonly kind: "correct"; readonly finding: string; readonly plans: readonly CorrectionPlan[] }
  | { readonly kind: "justify"; readonly finding: string };

/** Who signs, and for which party; "" and null where it is not known yet. */
export interface Signer {
  readonly by: string;
  readonly party: Partie | null;
}

export interface Signers {
  readonly reason: Signer;
  readonly answer: Signer;
}

const NOBODY: Signer = { by: "", party: null };

export interface WorkState {
  readonly filter: WorkFilter;
  /** Id of the discrepancy last gone to. */
  readonly current: string | null;
  readonly panel: OpenPanel | null;
  /** The pane's own last change, while it can be taken back. */
  readonly done: Corrected | null;
  /** Id of the discrepancy, or of the element, that the keyboard goes to once it is drawn. */
  readonly focus: string | null;
  /** Who signed last, as the one who gives reasons and as the one who answers. */
  readonly signed: Signers;
  /** Discrepancies to do when the list was begun. */
  readonly begunWith: number;
}

export const workStore = tabStores<WorkState>({
  filter: firstFilter(recall("filters")),
  current: null,
  panel: null,
  done: null,
  focus: null,
  signed: { reason: NOBODY, answer: NOBODY },
  begunWith: 0,
});
