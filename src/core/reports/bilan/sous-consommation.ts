// What of an action is below the alert threshold in a year, in words: the whole of it, or the State's part alone.
import { formatTaux } from "../../domain/values/taux";
import type { LigneFinanciere } from "./bilan";

/** "exécutée à 51,2 %", "part État exécutée à 55,74 %"; of a rate that no figure gives, the threshold alone is told. */
export function describeTauxBas({ annees, partEtatSousConsommee }: LigneFinanciere, annee: number): string {
  const year = annees.find((each) => each.annee === annee);
  const unknown = "sous le seuil d’alerte";
  if (!year) return unknown;
  if (!partEtatSousConsommee.includes(annee)) {
    return year.taux ? `exécutée à ${formatTaux(year.taux.numerateur, year.taux.denominateur)}` : unknown;
  }
  const { value: montant } = year.execute.etat;
  return montant === null ? unknown : `part État exécutée à ${formatTaux(montant, year.contractualise.etat)}`;
}
