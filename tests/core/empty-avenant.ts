// An avenant that changes nothing yet, for tests that add to it.
import type { Avenant } from "../../src/core/contract/convention";

type Changes = "creditsEtat" | "montants" | "actionsNouvelles" | "indicateursNouveaux" | "actionsTerminees" | "cibles";

export const CHANGES_NOTHING: Pick<Avenant, Changes> = {
  creditsEtat: [],
  montants: [],
  actionsNouvelles: [],
  indicateursNouveaux: [],
  actionsTerminees: [],
  cibles: [],
};
