// A fact as it would read once a finding is settled: what causes are looked for with.
import type { Action } from "../contract/convention";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { MontantCell, ValeurCell } from "../domain/dossier";
import type { Montant } from "../domain/values/montant";
import type { ActionRow } from "./fact";
import type { FactTable } from "./fact-tables";

export type CorrectedFact =
  /** Null for a number that nobody knows: the cell can be read, and that is all. */
  | { readonly kind: "montant"; readonly cell: MontantCell; readonly montant: Montant | null }
  | { readonly kind: "valeur"; readonly cell: ValeurCell; readonly nombre: number }
  /** A row that stands a second time goes. */
  | { readonly kind: "sans-ligne"; readonly table: FactTable; readonly row: ActionRow }
  /** A row that is missing comes, with the contract's amounts. */
  | { readonly kind: "avec-action"; readonly table: FactTable; readonly action: Action }
  /** A row goes under another axe. */
  | { readonly kind: "sous-axe"; readonly table: FactTable; readonly row: ActionRow; readonly axe: number };

export const setTo = (cell: MontantCell, montant: Montant | null): CorrectedFact => ({
  kind: "montant",
  cell,
  montant,
});

/** The same for two corrections that are one and the same change of the workbook. */
export function keyOfCorrection(correction: CorrectedFact): string {
  switch (correction.kind) {
    case "montant":
      return `${formatCellRef(correction.cell.ref)}=${correction.montant}`;
    case "valeur":
      return `${formatCellRef(correction.cell.ref)}=${correction.nombre}`;
    case "avec-action":
      return `+${correction.action.numero} ${correction.table.id}`;
    default:
      return `${correction.kind} ${correction.row.index} ${correction.table.id}`;
  }
}
