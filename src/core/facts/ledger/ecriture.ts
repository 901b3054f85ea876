// One line of the contract's account: contracted, executed, other financing, cost and paid, of an action, an axe or all, in one year or several.
import { known, notKnown, type Known } from "../../domain/known";
import { subtractKnown, sumKnown } from "../../domain/values/known-montant";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";

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
  readonly etat: Known<Montant>;
  readonly collectivite: Known<Montant>;
  /** Of the two parties of the contract, without other financing: what is held against the contract. */
  readonly total: Known<Montant>;
  /** Other financing: part of the cost, and outside of the contract. */
  readonly autres: Known<Montant>;
  /** What the action cost, whoever paid for it. */
  readonly cout: Known<Montant>;
}

export interface Ecriture {
  readonly contractualise: Contractualise;
  readonly execute: Execute;
  /** What the State has paid. */
  readonly verse: Known<Montant>;
  /** Executed / contracted; null where either is not known, or nothing is contracted. */
  readonly taux: Taux | null;
  /** Contracted − executed: negative where more was executed than contracted. */
  readonly nonConsomme: Known<Montant>;
  /** Of the State's part, what was paid and not used: of each action and closed year, where what another used beyond it hides nothing. */
  readonly nonUtilise: Known<Montant>;
  /** What was paid is known of the axe or of the year as a whole, and not of its actions; left out elsewhere. */
  readonly verseAuNiveau?: boolean;
}

export function rateOf(found: number | null, expected: number): Taux | null {
  return found === null || expected <= 0 ? null : { numerateur: found, denominateur: expected };
}

/** What the contract gives the action in a year. */
export function contractedOf(action: Action, annee: number): Contractualise {
  const [etat, collectivite] = [contractAmount(action, annee, "etat"), contractAmount(action, annee, "collectivite")];
  return { etat, collectivite, total: addMontants(etat, collectivite) };
}

/** What was paid and not used in one year. */
export function unusedOf(verse: Known<Montant>, etat: Known<Montant>): Known<Montant> {
  const left = subtractKnown(verse, etat);
  return left.value !== null && left.value < 0 ? known(ZERO, left.cells) : left;
}

export function toEcriture(
  contractualise: Contractualise,
  execute: Execute,
  verse: Known<Montant>,
  nonUtilise: Known<Montant>,
): Ecriture {
  return {
    contractualise,
    execute,
    verse,
    taux: rateOf(execute.total.value, contractualise.total),
    nonConsomme: subtractKnown(known(contractualise.total), execute.total),
    nonUtilise,
  };
}

/** Of no year at all the sum is not 0: it is not known yet. */
function nothing(): Ecriture {
  const nonClose = notKnown("not-closed");
  const none = { etat: nonClose, collectivite: nonClose, total: nonClose, autres: nonClose, cout: nonClose };
  return toEcriture({ etat: ZERO, collectivite: ZERO, total: ZERO }, none, nonClose, nonClose);
}

/** Adds up actions of a year, or years of an action. */
export function sumEcritures(parts: readonly Ecriture[]): Ecriture {
  const contracted = (colonne: keyof Contractualise): Montant =>
    parts.reduce<Montant>((sum, { contractualise }) => addMontants(sum, contractualise[colonne]), ZERO);
  const executed = (colonne: keyof Execute): Known<Montant> => sumKnown(parts.map(({ execute }) => execute[colonne]));
  return toEcriture(
    { etat: contracted("etat"), collectivite: contracted("collectivite"), total: contracted("total") },
    {
      etat: executed("etat"),
      collectivite: executed("collectivite"),
      total: executed("total"),
      autres: executed("autres"),
      cout: executed("cout"),
    },
    sumKnown(parts.map(({ verse }) => verse)),
    sumKnown(parts.map(({ nonUtilise }) => nonUtilise)),
  );
}

export function cumulate(years: readonly Ecriture[]): Ecriture {
  return years.length > 0 ? sumEcritures(years) : nothing();
}
