// Sums, rates and differences of the report's amounts; what cannot be calculated stays so in every sum.
import type { Action } from "../domain/contrat/convention";
import { contractAmount } from "../domain/contrat/contract-amounts";
import { addMontants, montantFromCentimes, subtractMontants, type Montant } from "../domain/values/montant";
import type { Execution, MontantBilan, Taux } from "./bilan";

const ZERO = montantFromCentimes(0);

export const NON_CALCULABLE = "non calculable";
/** Of a year that is not over and of which nothing is given yet: nothing lacks. */
export const NON_CLOSE = "année non close";

/** Null as soon as one part is: `cells` are then those that prevent it. */
function sumBilan(parts: readonly MontantBilan[]): MontantBilan {
  const unknown = parts.filter(({ montant }) => montant === null);
  if (unknown.length > 0) {
    const raison = unknown.every((part) => part.raison === NON_CLOSE) ? NON_CLOSE : NON_CALCULABLE;
    return { montant: null, raison, cells: unknown.flatMap(({ cells }) => cells) };
  }
  const montant = parts.reduce<Montant>((sum, part) => addMontants(sum, part.montant ?? ZERO), ZERO);
  return { montant, raison: null, cells: [] };
}

export function rateOf(found: number | null, expected: number): Taux | null {
  return found === null || expected <= 0 ? null : { numerateur: found, denominateur: expected };
}

/** What the contract gives the action in a year. */
export function contractedOf(action: Action, annee: number): Execution["contractualise"] {
  const [etat, collectivite] = [contractAmount(action, annee, "etat"), contractAmount(action, annee, "collectivite")];
  return { etat, collectivite, total: addMontants(etat, collectivite) };
}

export function toExecution(contractualise: Execution["contractualise"], execute: Execution["execute"]): Execution {
  const { montant, raison, cells } = execute.total;
  return {
    contractualise,
    execute,
    taux: rateOf(montant, contractualise.total),
    nonConsomme:
      montant === null
        ? { montant, raison: raison === NON_CLOSE ? raison : NON_CALCULABLE, cells }
        : { montant: subtractMontants(contractualise.total, montant), raison: null, cells: [] },
  };
}

/** Adds up actions of a year, or years of an action. */
export function sumExecutions(parts: readonly Execution[]): Execution {
  const contracted = (colonne: keyof Execution["contractualise"]): Montant =>
    parts.reduce<Montant>((sum, { contractualise }) => addMontants(sum, contractualise[colonne]), ZERO);
  const executed = (colonne: keyof Execution["execute"]): MontantBilan =>
    sumBilan(parts.map(({ execute }) => execute[colonne]));
  return toExecution(
    { etat: contracted("etat"), collectivite: contracted("collectivite"), total: contracted("total") },
    { etat: executed("etat"), collectivite: executed("collectivite"), total: executed("total") },
  );
}
