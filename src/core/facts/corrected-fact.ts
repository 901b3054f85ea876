// A fact as it would read once a finding is settled: what causes are looked for with.
import type { Action } from "../contract/convention";
import type { MontantCell, TableauBudgetaire, ValeurCell } from "../domain/dossier";
import type { Montant } from "../domain/values/montant";

export type CorrectedFact =
  /** Null for a number that nobody knows: the cell can be read, and that is all. */
  | { readonly kind: "montant"; readonly cell: MontantCell; readonly montant: Montant | null }
  | { readonly kind: "valeur"; readonly cell: ValeurCell; readonly nombre: number }
  /** A row that stands a second time goes; `index` is that in `lignesAction`. */
  | { readonly kind: "sans-ligne"; readonly tableau: TableauBudgetaire; readonly index: number }
  /** A row that is missing comes, with the contract's amounts. */
  | { readonly kind: "avec-action"; readonly tableau: TableauBudgetaire; readonly action: Action }
  /** A row goes under another axe. */
  | { readonly kind: "sous-axe"; readonly tableau: TableauBudgetaire; readonly index: number; readonly axe: number };

export const setTo = (cell: MontantCell, montant: Montant | null): CorrectedFact => ({
  kind: "montant",
  cell,
  montant,
});
