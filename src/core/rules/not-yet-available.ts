// The rules of the catalogue that this version does not know yet: listed as such, never as passed.
import type { RuleResult } from "../verification";

const REASON = "Règle pas encore disponible dans cette version.";

function announced(rule: string, article: string, title: string): RuleResult {
  return { rule, article, title, status: "not-checkable", reason: REASON };
}

/** In the order of the catalogue. */
export const notYetAvailable: readonly RuleResult[] = [
  announced("fiche-complete", "2.1", "Chaque action a une fiche complète"),
  announced("fiche-dans-la-periode", "2.2, 4", "Le calendrier d’une fiche tient dans la période du contrat"),
  announced("fiche-coherente", "annexe", "Chaque fiche s’accorde avec le contrat"),
  announced("imputation-du-contrat", "3", "L’imputation des crédits est celle du contrat"),
  announced("coordonnees-bancaires", "3", "Les coordonnées bancaires sont valides"),
  announced("avenant-annuel", "2.2, 3", "Chaque année commencée a son avenant"),
  announced("echeances", "2.3, 6", "Les échéances du contrat sont tenues"),
  announced("contrat-coherent", "2.2, 3", "Les paramètres du contrat s’accordent entre eux"),
];
