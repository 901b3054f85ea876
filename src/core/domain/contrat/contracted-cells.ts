// Whether a cell of a table shows the amount that the contract gives to its action.
import type { Known } from "../known";
import type { Montant } from "../values/montant";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Colonne, MontantCell } from "../dossier";

/** An amount that the contract has and the table lacks: montant-contractualise reports it, and nothing else does. */
export function isOwedBy(action: Action | null, annee: number, colonne: Colonne, { reason }: Known<Montant>): boolean {
  return reason === "missing" && action !== null && contractAmount(action, annee, colonne) > 0;
}

/** Whether a cell shows exactly the contract's amount. */
export function showsContracted(
  { known: lu }: MontantCell,
  action: Action | null,
  annee: number,
  colonne: Colonne,
): boolean {
  if (!action || lu.reason === "unreadable") return false;
  return (lu.reason === null ? lu.value : 0) === contractAmount(action, annee, colonne);
}
