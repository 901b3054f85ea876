// The places of the account as findings name them: an action of the contract in a year, and what its amounts are called.
import { contractAmount } from "../contrat/contract-amounts";
import type { Action, Convention } from "../contrat/convention";
import type { CellRef } from "../cell-ref";
import type { TableauExecution } from "../dossier";
import { nameAction, PARTY } from "../lines/budget-lines";
import { ANNEE_ABSENTE, AUCUNE_COLONNE, NON_CALCULABLE, type MontantConnu } from "./montant-connu";

export interface Place {
  readonly action: Action;
  readonly annee: number;
  /** "Action 1 – 2024". */
  readonly nom: string;
}

/** Every action of the contract in every one of these years in which the contract gives it something. */
export function placesDue({ actions }: Convention, annees: readonly number[]): Place[] {
  return actions.flatMap((action) =>
    annees
      .filter((annee) => contractAmount(action, annee, "total") > 0)
      .map((annee) => ({ action, annee, nom: `${nameAction(action)} – ${annee}` })),
  );
}

export function subjectOf({ action, annee }: Place, party: keyof typeof PARTY) {
  return { axe: action.axe, action: action.numero, year: annee, party: PARTY[party] };
}

/** Where an amount stands or should stand; the table's heading where it has no such cell. */
export function cellsOf({ heading }: TableauExecution, ...amounts: readonly MontantConnu[]): [CellRef, ...CellRef[]] {
  const [first = heading, ...others] = amounts.flatMap(({ cells }) => cells);
  return [first, ...others];
}

/** French sentence on the first of them that is not known: which, and why; once for what a whole year lacks. */
export function whyUnknown(
  { nom, annee }: { readonly nom: string; readonly annee?: number },
  ...amounts: readonly (readonly [nom: string, amount: MontantConnu])[]
): string {
  const [what, { raison }] = amounts.find(([, { montant }]) => montant === null) ?? ["montant", { raison: null }];
  const where = annee === undefined ? nom : `${annee}`;
  if (raison === ANNEE_ABSENTE) return `${where} : le tableau d’exécution n’a pas cette année.`;
  if (raison === AUCUNE_COLONNE)
    return `${where} : aucune colonne « ${what} » n’a été reconnue dans le tableau d’exécution.`;
  return `${nom} : ${what}, ${raison ?? NON_CALCULABLE}.`;
}
