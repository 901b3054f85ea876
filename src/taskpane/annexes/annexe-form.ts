// What is chosen in the tab « Annexes », and what it asks for.
import { isRepeated } from "../../core/situation/present-annexes";
import type { Situation } from "../../core/situation/situation";
import {
  DEFAULT_OPTIONS,
  requestAll,
  requestOf,
  type AnnexeOptions,
  type AnnexeRequest,
} from "../../core/sheets/annexes/annexe-request";
import type { Place } from "./annexes-service";
import { annexeTexts, type Wanted } from "./texts";

export interface AnnexeForm {
  readonly wanted: Wanted;
  readonly options: AnnexeOptions;
  /** What the agent asked for last, also while it cannot be had. */
  readonly place: Place;
}

export const INITIAL_FORM: AnnexeForm = { wanted: "budget", options: DEFAULT_OPTIONS, place: "new-sheets" };

export function requestsOf({ wanted, options }: AnnexeForm): readonly AnnexeRequest[] {
  return wanted === "toutes" ? requestAll(options) : [requestOf(wanted, options)];
}

/** Why what is asked for takes sheets of its own; null when one cell is enough. */
export function whyOnlyNewSheets({ wanted, options }: AnnexeForm): string | null {
  const texts = annexeTexts.onlyNewSheets;
  if (wanted === "execution") return options.annee === null ? texts.execution : null;
  if (wanted === "fiches") return options.action === null ? texts.fiches : null;
  return wanted === "contrat" || wanted === "toutes" ? texts[wanted] : null;
}

/** The sheets that hold what is asked for already; none where it may be asked for again without a question. */
export function repeatedIn({ wanted, options }: AnnexeForm, situation: Situation | null): readonly string[] {
  if (wanted === "toutes" || !situation) return [];
  return isRepeated(requestOf(wanted, options), situation.annexes, situation.fiches) ? situation.annexes[wanted] : [];
}

export function placeOf(form: AnnexeForm): Place {
  return whyOnlyNewSheets(form) === null ? form.place : "new-sheets";
}
