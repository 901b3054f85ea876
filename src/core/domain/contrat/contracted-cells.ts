// Whether a cell of a table shows the amount that the contract gives to its action.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Colonne, MontantCell, MontantLu } from "../dossier";

/** An amount that the contract has and the table lacks: montant-contractualise reports it, and nothing else does. */
export function isOwedBy(action: Action | null, annee: number, colonne: Colonne, lu: MontantLu): boolean {
  return lu.kind === "missing" && action !== null && contractAmount(action, annee, colonne) > 0;
}

/** Whether a cell shows exactly the contract's amount. */
export function showsContracted({ lu }: MontantCell, action: Action | null, annee: number, colonne: Colonne): boolean {
  if (!action || lu.kind === "unreadable") return false;
  return (lu.kind === "montant" ? lu.montant : 0) === contractAmount(action, annee, colonne);
}
