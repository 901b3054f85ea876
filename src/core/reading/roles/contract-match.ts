// Whose amounts of the contract, and of which year, stand in a column: to the centime, so many that it is no chance.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action, Convention } from "../../contract/convention";
import type { Part } from "../../domain/natures";
import type { SameAsContract } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import { COLONNES } from "../../facts/lines/budget-lines";
import { centimesOf, type Figure } from "../account/figure-cells";
import { clauseOf, describeRole } from "./column-roles";

/** Which action each figure stands on; those of no known action are left out. */
export type ActionOf = (figure: Figure) => Action | null;

/** So many of a column's amounts that are the contract's make evidence; fewer are chance. */
const FEWEST = 2;
/** And so large a share of those that the contract has there. */
const SHARE = 0.6;

export interface Match {
  /** Null where the amounts are the same in several years; and of several parties. */
  readonly annee: number | null;
  readonly part: (typeof COLONNES)[number] | null;
  readonly same: number;
  readonly of: number;
}

/** The year and the party whose amounts in the contract stand there, where they do. */
export function matchContract(
  figures: readonly Figure[],
  actionOf: ActionOf,
  unit: Unite,
  { annees }: Convention,
  isPossible: (annee: number, part: Part) => boolean = () => true,
): Match | null {
  const own = figures.flatMap((figure) => {
    const action = actionOf(figure);
    return action ? [{ action, centimes: centimesOf(figure, unit) }] : [];
  });
  const matches = annees.flatMap(({ annee }) =>
    COLONNES.filter((part) => isPossible(annee, part)).map((part) => {
      const due = own.filter(({ action }) => contractAmount(action, annee, part) > 0);
      const same = due.filter(({ action, centimes }) => contractAmount(action, annee, part) === centimes).length;
      return { annee, part, same, of: due.length };
    }),
  );
  const [best, ...others] = matches
    .filter(({ same, of }) => same >= FEWEST && same >= SHARE * of)
    .sort((one, other) => other.same - one.same);
  if (!best) return null;
  const equal = [best, ...others.filter(({ same }) => same === best.same)];
  const years = new Set(equal.map(({ annee }) => annee));
  const parts = new Set(equal.map(({ part }) => part));
  // The same amounts in two years, or of both parties, tell neither.
  return { ...best, annee: years.size === 1 ? best.annee : null, part: parts.size === 1 ? best.part : null };
}

export function describeMatch(convention: Convention, { annee, part, same, of }: Match): SameAsContract {
  const role = part === null ? null : describeRole(convention, part, "contracted", null);
  const whose = role === null ? "de l’une comme de l’autre partie" : clauseOf(convention, role);
  const when = annee === null ? "plusieurs années" : `${annee}`;
  return { same, of, year: annee, party: role?.party ?? null, what: `${whose}, ${when}` };
}
