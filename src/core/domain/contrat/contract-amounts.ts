// What the contract in force says of an amount: how much, for which year, firm or provisional, and the least part.
import type { Action, Convention } from "./convention";
import type { Colonne, LigneAction, MontantCell } from "../dossier";
import { addMontants, montantFromCentimes, type Montant } from "../values/montant";

const ZERO = montantFromCentimes(0);

/** A year that the contract does not give to the action is worth 0. */
export function contractAmount(action: Action, annee: number, colonne: Colonne): Montant {
  const year = action.montants.find((montants) => montants.annee === annee);
  if (!year) return ZERO;
  return colonne === "total" ? addMontants(year.etat, year.collectivite) : year[colonne];
}

/** Once the contract or an avenant has fixed the year's amounts. */
export function isFirm(convention: Convention, annee: number): boolean {
  return convention.creditsEtat.some((credit) => credit.annee === annee && credit.statut === "ferme");
}

/** A year is closed the day after its last day. */
export function isClosed(year: { readonly fin: string }, asOf: string): boolean {
  return asOf > year.fin;
}

/** An amount that the contract has and the cell lacks: montant-contractualise reports it, and nothing else does. */
export function isOwed(ligne: LigneAction, annee: number, colonne: Colonne, cell: MontantCell): boolean {
  return cell.lu.kind === "missing" && ligne.action !== null && contractAmount(ligne.action, annee, colonne) > 0;
}

/** Whether a row shows exactly the contract's amount there. */
export function isAsContracted(ligne: LigneAction, annee: number, colonne: Colonne): boolean {
  const cell = ligne.montants.get(annee)?.[colonne];
  if (!ligne.action || !cell || cell.lu.kind === "unreadable") return false;
  const shown = cell.lu.kind === "montant" ? cell.lu.montant : 0;
  return shown === contractAmount(ligne.action, annee, colonne);
}

// Whole numbers, for a threshold such as 0.4 or 0.333 is no exact float; bigint, for its product with centimes may be large.
const SCALE = 1_000_000;

/**
 * The least part of the local party beside a State's part, in whole centimes rounded up:
 * part ≥ seuil × (État + part). Throws a RangeError for a threshold of 1, which allows no State's part at all.
 */
export function leastLocalPart(seuil: number, etat: Montant): Montant {
  const share = BigInt(Math.round(seuil * SCALE));
  const rest = BigInt(SCALE) - share;
  if (rest <= 0n) throw new RangeError("a threshold of 1 leaves no room for the other party");
  const product = BigInt(etat) * share;
  const quotient = product / rest;
  return montantFromCentimes(Number(product > 0n && product % rest > 0n ? quotient + 1n : quotient));
}
