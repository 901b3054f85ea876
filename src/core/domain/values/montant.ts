// Amounts of money as whole centimes, so that no comparison ever sees a floating-point euro.
import { roundTo } from "xlsx-model/values/fifteen-digits";

declare const centimes: unique symbol;

/** An amount in whole centimes (may be negative). */
export type Montant = number & { readonly [centimes]: true };

/** Rounds a number of euros to the nearest centime, half away from zero. Source: accounting practice. */
export function montantFromEuros(euros: number): Montant {
  return nearestMontant(euros * 100);
}

/** The whole centime nearest to what a formula makes of whole ones. */
export function nearestMontant(centimes: number): Montant {
  return montantFromCentimes(roundTo(centimes, 0));
}

/** Wraps a whole number of centimes; throws a RangeError when it is not a safe whole number. */
export function montantFromCentimes(value: number): Montant {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of centimes: ${value}`);
  return (value === 0 ? 0 : value) as Montant;
}

export const ZERO = montantFromCentimes(0);

/** Euros as a plain number, for output only: never compare or add the result. */
export function toEuros(montant: Montant): number {
  return montant / 100;
}

export function addMontants(...montants: readonly Montant[]): Montant {
  let total = 0;
  for (const montant of montants) total += montant;
  return montantFromCentimes(total);
}

export function subtractMontants(left: Montant, right: Montant): Montant {
  return montantFromCentimes(left - right);
}
