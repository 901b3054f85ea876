// By when the State pays how much of what it gives: in one payment, or in the instalments that a contract states.
import { montantFromCentimes, type Montant } from "../../domain/values/montant";
import type { Convention } from "../convention";

type Versement = NonNullable<Convention["versements"]>[number];

/** Those of a year, in their order: its own where it has some, else those of every year. */
function versementsDe({ versements = [] }: Convention, annee: number): readonly Versement[] {
  const own = versements.filter((each) => each.annee === annee);
  return own.length > 0 ? own : versements.filter((each) => each.annee === undefined);
}

/** "80 % à la signature". */
export const direVersement = (
  { part, condition }: Pick<Versement, "part" | "condition">,
  formatPart: (share: number) => string,
): string => (condition === undefined ? formatPart(part) : `${formatPart(part)} (${condition})`);

export interface Echelons {
  /** What may have been paid: nothing, the first instalment, the first two… */
  readonly cumuls: readonly Montant[];
  /** How many of them are due by the day that one looks. */
  readonly dus: number;
  readonly versements: readonly Versement[];
}

/** A date without a year of its own is not the same day of each: only an instalment of one year has a date. */
export function echelonsDe(convention: Convention, annee: number, montant: Montant, asOf: string): Echelons | null {
  const versements = versementsDe(convention, annee);
  if (versements.length === 0) return null;
  const cumuls = [montantFromCentimes(0)];
  let share = 0;
  for (const { part } of versements) {
    share += part;
    // Shares that make up the whole leave no centime.
    cumuls.push(montantFromCentimes(share > 1 - 1e-9 ? montant : Math.round(montant * share)));
  }
  const dus = versements.reduce((count, { date }, rank) => (date !== undefined && date <= asOf ? rank + 1 : count), 0);
  return { cumuls, dus, versements };
}

/** The payment that was due, or is the nearest, where what was paid is none of them; null where it is one. */
export function echelonAttendu({ cumuls, dus }: Echelons, paid: number, tolerance = 1): Montant | null {
  const possible = cumuls.slice(dus);
  if (possible.some((cumul) => Math.abs(cumul - paid) <= tolerance)) return null;
  const byDistance = [...possible].sort((left, right) => Math.abs(left - paid) - Math.abs(right - paid));
  return byDistance[0] ?? null;
}
