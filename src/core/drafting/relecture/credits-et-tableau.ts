// The State's credits of each year as the articles give them, beside what the actions of the tables add up to.
import { conventionSchema, type ConventionDefinition } from "../../contract/convention";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { addMontants, type Montant } from "../../domain/values/montant";

interface DeLAnnee {
  readonly annee: number;
  readonly article: Montant;
  readonly tableau: Montant;
}

export function creditsEtTableau(definition: ConventionDefinition): readonly DeLAnnee[] {
  const { creditsEtat, actions } = conventionSchema.parse(definition);
  return creditsEtat.map(({ annee, montant: article }) => ({
    annee,
    article,
    tableau: addMontants(...actions.map((action) => contractAmount(action, annee, "etat"))),
  }));
}
