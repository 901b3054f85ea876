// The signed contract with nothing left to settle, and its execution table's cells that follow its avenant.
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Avenant, Convention } from "../../../../src/core/contract/convention";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";

const avenant: Avenant = {
  numero: 1,
  signeLe: "2025-01-20",
  creditsEtat: [{ annee: 2025, montant: montantFromEuros(351_000) }],
  montants: [
    { action: 8, annee: 2025, partie: "etat", montant: montantFromEuros(36_000) },
    { action: 8, annee: 2025, partie: "collectivite", montant: montantFromEuros(36_000) },
  ],
  actionsNouvelles: [],
  indicateursNouveaux: [],
  actionsTerminees: [],
  cibles: [],
};
/** With its avenant for 2025 and every target set: nothing is left to do. */
export const settled: Convention = {
  ...contratIntegre,
  avenants: [avenant],
  actions: contratIntegre.actions.map((action) => ({
    ...action,
    indicateurs: action.indicateurs.map((each) => ({
      ...each,
      cibles: each.cibles.map((cible) => ({ ...cible, valeur: cible.valeur === "nd" ? 10 : cible.valeur })),
    })),
  })),
};
/** Of the execution table, typed as the avenant says. */
export const EIGHT = { F14: 36_000, G14: 36_000, H14: 72_000 };
