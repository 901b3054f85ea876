// The drafted contract as one of its avenants leaves it: what the next avenant is held against.
import { setAt } from "../contract/clauses/set-at";
import type { ConventionDefinition } from "../contract/convention";

type Avenant = NonNullable<ConventionDefinition["avenants"]>[number];
type Credit = ConventionDefinition["creditsEtat"][number];
type Action = ConventionDefinition["actions"][number];

export function amende(contrat: ConventionDefinition, avenant: Avenant): ConventionDefinition {
  const { creditsEtat = [], montants = [], cibles = [], actionsNouvelles = [], modifications = [] } = avenant;
  const credit = (own: Credit): Credit => {
    const { annee, montant, repartition } = creditsEtat.find((each) => each.annee === own.annee) ?? own;
    return annee === own.annee && creditsEtat.some((each) => each.annee === annee)
      ? { annee, montant: montant ?? own.montant, statut: "ferme", ...(repartition && { repartition }) }
      : own;
  };
  const action = (own: Action): Action => ({
    ...own,
    montants: own.montants.map((each) =>
      montants
        .filter(({ action: numero, annee }) => numero === own.numero && annee === each.annee)
        .reduce((before, { partie, montant }) => ({ ...before, [partie]: montant }), each),
    ),
    indicateurs: own.indicateurs.map((indicateur) => ({
      ...indicateur,
      cibles: indicateur.cibles.map((cible) => ({
        ...cible,
        valeur:
          cibles.find(
            (each) => each.action === own.numero && each.indicateur === indicateur.numero && each.annee === cible.annee,
          )?.valeur ?? cible.valeur,
      })),
    })),
  });
  const amended = {
    ...contrat,
    creditsEtat: contrat.creditsEtat.map(credit),
    actions: [...contrat.actions.map(action), ...actionsNouvelles],
  };
  return modifications.reduce((before, { sur, valeur }) => {
    const rank = before.echeances.findIndex(({ id }) => sur === `echeances/${id}/date`);
    const path = rank >= 0 ? ["echeances", rank, "date"] : sur.split("/");
    return sur.startsWith("imputation/") ? before : (setAt(before, path, valeur) as ConventionDefinition);
  }, amended);
}
