// What of the State's money an action did not use in a year: what was paid and is left, else what the next year could be reduced by.
import { montantFromCentimes, type Montant } from "../../domain/values/montant";

interface PartEtat {
  readonly contracted: Montant;
  readonly executed: Montant | null;
  readonly paid: Montant | null;
}

/** Null where nothing is left, or nobody knows. */
export function enjeuDe({
  contracted,
  executed,
  paid,
}: PartEtat): { readonly montant: Montant; readonly of: "verse" | "contractualise" } | null {
  if (executed === null) return null;
  const [of, given] =
    paid !== null && paid > 0 ? (["verse", paid] as const) : (["contractualise", contracted] as const);
  return given > executed ? { montant: montantFromCentimes(given - executed), of } : null;
}
