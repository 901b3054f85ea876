// Amounts of money as whole centimes, so that no comparison ever sees a floating-point euro.

declare const centimes: unique symbol;

/** An amount in whole centimes (may be negative). */
export type Montant = number & { readonly [centimes]: true };

/** Rounds a number of euros to the nearest centime, half away from zero. Source: accounting practice. */
export function montantFromEuros(euros: number): Montant {
  // A binary float such as 1.005 sits just below its decimal: the nudge undoes that, and stays far below a centime.
  const scaled = Math.abs(euros) * 100;
  const nudge = Math.min(scaled * Number.EPSILON, 1e-6);
  return montantFromCentimes(Math.sign(euros) * Math.round(scaled + nudge));
}

/** Wraps a whole number of centimes; throws a RangeError when it is not a safe whole number. */
export function montantFromCentimes(value: number): Montant {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of centimes: ${value}`);
  return (value === 0 ? 0 : value) as Montant;
}

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
