// Whether a cell of a table shows the amount that the contract gives to its action.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Colonne, LigneAction, MontantCell, MontantLu } from "../dossier";

/** An amount that the contract has and the cell lacks: montant-contractualise reports it, and nothing else does. */
export function isOwed(ligne: LigneAction, annee: number, colonne: Colonne, cell: MontantCell): boolean {
  return cell.lu.kind === "missing" && ligne.action !== null && contractAmount(ligne.action, annee, colonne) > 0;
}

/** Whether the contract gives the action an amount that its cell does not show. */
export function isOwedBy(action: Action | null, annee: number, colonne: Colonne, lu: MontantLu): boolean {
  return lu.kind === "missing" && action !== null && contractAmount(action, annee, colonne) > 0;
}

/** Whether a row shows exactly the contract's amount there. */
export function isAsContracted(ligne: LigneAction, annee: number, colonne: Colonne): boolean {
  const cell = ligne.montants.get(annee)?.[colonne];
  return cell !== null && cell !== undefined && showsContracted(cell, ligne.action, annee, colonne);
}

/** Whether the cell shows the contract's amount of the action. */
export function showsContracted({ lu }: MontantCell, action: Action | null, annee: number, colonne: Colonne): boolean {
  if (!action || lu.kind === "unreadable") return false;
  return (lu.kind === "montant" ? lu.montant : 0) === contractAmount(action, annee, colonne);
}
