// Whether the rows that a sum adds are the contract's actions, once each: which are absent, and which stand twice.
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Action, Convention } from "../contract/convention";
import type { SommeAffichee, TableSums } from "../facts/lines/table-sums";
import type { Montant } from "../domain/values/montant";

export interface ActionAbsente {
  readonly action: Action;
  /** What the contract gives it in that year and column, never nothing. */
  readonly montant: Montant;
}

/** The numbers of the contract's actions that it adds, repetitions included. */
function addedNumbers({ tableau }: TableSums, { addends }: SommeAffichee): readonly number[] {
  return addends.flatMap(({ index }) => tableau.lignesAction[index]?.action?.numero ?? []);
}

/** Those that the table's TOTAL, or an axe's subtotal, has no row to add for; none for an action's own total. */
export function absentActions(convention: Convention, sums: TableSums, somme: SommeAffichee): readonly ActionAbsente[] {
  const { kind, index, annee, colonne } = somme.entree;
  if (kind === "action") return [];
  const axe = kind === "axe" ? sums.tableau.lignesAxe[index]?.axe?.numero : null;
  const added = new Set(addedNumbers(sums, somme));
  const lacking = convention.actions.filter(
    (action) => !added.has(action.numero) && (axe === null || action.axe === axe),
  );
  return lacking
    .map((action) => ({ action, montant: contractAmount(action, annee, colonne) }))
    .filter(({ montant }) => montant !== 0);
}

/** Whether nothing is absent and nothing stands twice: what the sum should be is then beyond doubt. */
export function hasContractRows(convention: Convention, sums: TableSums, somme: SommeAffichee): boolean {
  if (somme.entree.kind === "action") return true;
  const added = addedNumbers(sums, somme);
  return new Set(added).size === added.length && absentActions(convention, sums, somme).length === 0;
}
