// One line of the contract's account: contracted, executed, other financing, cost and paid, of an action, an axe or all, in one year or several.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import { addMontants, type Montant } from "../../domain/values/montant";
import { inconnu, NON_CLOSE, subtractConnus, sumConnus, ZERO, type MontantConnu } from "./montant-connu";

/** A rate as the two figures it is made of, so that it is compared and shown exactly (domain/taux.ts). */
export interface Taux {
  readonly numerateur: number;
  /** Above zero. */
  readonly denominateur: number;
}

export interface Contractualise {
  readonly etat: Montant;
  readonly collectivite: Montant;
  readonly total: Montant;
}

export interface Execute {
  readonly etat: MontantConnu;
  readonly collectivite: MontantConnu;
  /** Of the two parties of the contract, without other financing: what is held against the contract. */
  readonly total: MontantConnu;
  /** Other financing: part of the cost, and outside of the contract. */
  readonly autres: MontantConnu;
  /** What the action cost, whoever paid for it. */
  readonly cout: MontantConnu;
}

export interface Ecriture {
  readonly contractualise: Contractualise;
  readonly execute: Execute;
  /** What the State has paid. */
  readonly verse: MontantConnu;
  /** Executed / contracted; null where either is not known, or nothing is contracted. */
  readonly taux: Taux | null;
  /** Contracted − executed: negative where more was executed than contracted. */
  readonly nonConsomme: MontantConnu;
  /** Paid − executed of the State's part: what could be asked back, or is still to be paid where it is negative. */
  readonly nonUtilise: MontantConnu;
}

export function rateOf(found: number | null, expected: number): Taux | null {
  return found === null || expected <= 0 ? null : { numerateur: found, denominateur: expected };
}

/** What the contract gives the action in a year. */
export function contractedOf(action: Action, annee: number): Contractualise {
  const [etat, collectivite] = [contractAmount(action, annee, "etat"), contractAmount(action, annee, "collectivite")];
  return { etat, collectivite, total: addMontants(etat, collectivite) };
}

const known = (montant: Montant): MontantConnu => ({ montant, raison: null, cells: [] });

export function toEcriture(contractualise: Contractualise, execute: Execute, verse: MontantConnu): Ecriture {
  return {
    contractualise,
    execute,
    verse,
    taux: rateOf(execute.total.montant, contractualise.total),
    nonConsomme: subtractConnus(known(contractualise.total), execute.total),
    nonUtilise: subtractConnus(verse, execute.etat),
  };
}

/** Of no year at all the sum is not 0: it is not known yet. */
function nothing(): Ecriture {
  const nonClose = inconnu(NON_CLOSE);
  const none = { etat: nonClose, collectivite: nonClose, total: nonClose, autres: nonClose, cout: nonClose };
  return toEcriture({ etat: ZERO, collectivite: ZERO, total: ZERO }, none, nonClose);
}

/** Adds up actions of a year, or years of an action. */
export function sumEcritures(parts: readonly Ecriture[]): Ecriture {
  const contracted = (colonne: keyof Contractualise): Montant =>
    parts.reduce<Montant>((sum, { contractualise }) => addMontants(sum, contractualise[colonne]), ZERO);
  const executed = (colonne: keyof Execute): MontantConnu => sumConnus(parts.map(({ execute }) => execute[colonne]));
  return toEcriture(
    { etat: contracted("etat"), collectivite: contracted("collectivite"), total: contracted("total") },
    {
      etat: executed("etat"),
      collectivite: executed("collectivite"),
      total: executed("total"),
      autres: executed("autres"),
      cout: executed("cout"),
    },
    sumConnus(parts.map(({ verse }) => verse)),
  );
}

export function cumulate(years: readonly Ecriture[]): Ecriture {
  return years.length > 0 ? sumEcritures(years) : nothing();
}
