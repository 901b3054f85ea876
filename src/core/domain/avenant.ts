// The contract in force at a date: the contract as its avenants amend it.
import type { Convention } from "./convention";

export interface ConventionEnVigueur {
  readonly convention: Convention;
  /** Numbers of the avenants in force at the as-of date. */
  readonly avenants: readonly number[];
}

/** A contract definition holds no avenant: what was signed is in force at every as-of date. */
export function conventionEnVigueur(convention: Convention): ConventionEnVigueur {
  return { convention, avenants: [] };
}
