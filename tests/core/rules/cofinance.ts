// What others than the two parties give, in the contract.
import type { Action, Convention } from "../../../src/core/contract/convention";
import { addMontants, montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import { petitContrat } from "./petit-contrat";

/** Two others give to the first action in 2024, 100,10 € together; nobody to the others. */
export const cofinance: Convention = {
  ...petitContrat,
  autresFinanceurs: [{ nom: "Région" }, { nom: "CAF" }],
  actions: petitContrat.actions.map((action) =>
    action.numero === 1
      ? {
          ...action,
          autres: [
            { financeur: "Région", annee: 2024, montant: montantFromEuros(60) },
            { financeur: "CAF", annee: 2024, montant: montantFromEuros(40.1) },
          ],
        }
      : action,
  ),
};

/** In euros, all of them together. */
export function givenByOthers(action: Action | null, annee: number): number {
  const given = (action?.autres ?? []).filter((autre) => autre.annee === annee);
  return toEuros(addMontants(montantFromEuros(0), ...given.map(({ montant }) => montant)));
}
