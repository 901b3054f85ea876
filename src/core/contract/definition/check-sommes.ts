// Whether the amounts of a contract add up: the axes to the envelope of each year, the actions to the axes.
import type { Convention } from "../convention";
import { axeDe } from "../in-force/en-vigueur";
import { regleParAction } from "../in-force/montants-regles";
import { addMontants, montantFromCentimes, type Montant } from "../../domain/values/montant";

/** A sum that is not what it should be. */
export interface SommeFausse {
  readonly annee: number;
  /** Null where the sum is compared with the State's amount for the whole year. */
  readonly axe: number | null;
  readonly de: "axes" | "actions";
  readonly found: Montant;
  readonly expected: Montant;
}

/** The split of each year that has one adds up to the State's amount. */
export function checkRepartitions(convention: Convention): readonly SommeFausse[] {
  return convention.creditsEtat.flatMap(({ annee, montant: expected, repartition }): SommeFausse[] => {
    if (!repartition) return [];
    const found = addMontants(...repartition.map(({ montant }) => montant));
    return found === expected ? [] : [{ annee, axe: null, de: "axes", found, expected }];
  });
}

/** The State's parts of the actions, by year and axe. */
export function sumActions({ actions }: Convention): (annee: number, axe: number | null) => Montant {
  const sums = new Map<string, number>();
  const add = (key: string, montant: Montant): void => void sums.set(key, (sums.get(key) ?? 0) + montant);
  for (const action of actions) {
    for (const { annee, etat } of action.montants) {
      add(`${annee}`, etat);
      add(`${annee}/${axeDe(action, annee)}`, etat);
    }
  }
  return (annee, axe) => montantFromCentimes(sums.get(axe === null ? `${annee}` : `${annee}/${axe}`) ?? 0);
}

/** Where a year has a split its axes are compared, and the year as a whole only where they hold no mistake. */
export function checkActions(convention: Convention): readonly SommeFausse[] {
  if (!regleParAction(convention)) return [];
  const sumOf = sumActions(convention);
  return convention.creditsEtat.flatMap(({ annee, montant, repartition = [] }): SommeFausse[] => {
    const axes = repartition.flatMap(({ axe, montant: expected }): SommeFausse[] => {
      const found = sumOf(annee, axe);
      return found === expected ? [] : [{ annee, axe, de: "actions", found, expected }];
    });
    if (axes.length > 0) return axes;
    // A split that does not add up to the envelope is told as such, and nothing else of it.
    const isSplitWrong = repartition.length > 0 && addMontants(...repartition.map((part) => part.montant)) !== montant;
    const found = sumOf(annee, null);
    if (isSplitWrong || found === montant) return [];
    return [{ annee, axe: null, de: "actions", found, expected: montant }];
  });
}
