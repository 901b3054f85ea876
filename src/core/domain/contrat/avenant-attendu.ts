// The avenant that a provisional year still lacks once it has begun, and the cell that shows the year.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../dossier";
import { isFirm } from "../../contract/avenants/fermete";

type Situation = Pick<Dossier, "convention" | "asOf" | "feuilleContrat" | "budget">;

/** Null where the workbook does not show the year. */
export function cellOfYear({ feuilleContrat, budget }: Situation, annee: number): CellRef | null {
  const heading = budget?.annees.find((each) => each.annee === annee)?.heading;
  return feuilleContrat?.cellsAnnee.get(annee) ?? heading ?? null;
}

/** Whether the rule of the yearly avenant says it already: what it says need not be said again. */
export function isAvenantSignale(situation: Situation, annee: number): boolean {
  const { convention, asOf } = situation;
  const hasBegun = convention.annees.some((each) => each.annee === annee && each.debut <= asOf);
  return hasBegun && !isFirm(convention, annee) && cellOfYear(situation, annee) !== null;
}
