// The contract in force at a date, and for each year: the one way to it, that all others lead to.
import { amend, inOrder, jourDe } from "../avenants/avenant";
import type { Action, Avenant, Convention } from "../convention";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface ConventionEnVigueur {
  readonly convention: Convention;
  /** Signed on or before the as-of date, in the order of their signature. */
  readonly avenants: readonly Avenant[];
}

/** A year is judged by what is in force on its last day; while it runs, on the day on which one looks. */
const jourDuJugement = ({ debut, fin }: Convention["annees"][number], asOf: string): string =>
  debut <= asOf && asOf <= fin ? asOf : fin;

/** `asOf` is an ISO date. A later avenant wins over an earlier one, figure by figure. */
export function conventionEnVigueur(signee: Convention, asOf: string): ConventionEnVigueur {
  const avenants = inOrder(signee.avenants.filter(({ signeLe }) => signeLe <= asOf));
  const le = (jour: string): Convention => avenants.reduce((before, avenant) => amend(before, avenant, jour), signee);
  const convention = le(asOf);
  const effets = avenants.flatMap((avenant) => (avenant.modifications ? [jourDe(avenant)] : []));
  const parAnnee = new Map(
    convention.annees.flatMap((year) => {
      const jour = jourDuJugement(year, asOf);
      // Most years have nothing of their own.
      return effets.some((effet) => effet <= jour !== effet <= asOf) ? [[year.annee, le(jour)] as const] : [];
    }),
  );
  return { convention: parAnnee.size === 0 ? convention : withYears(convention, parAnnee), avenants };
}

function withYears(convention: Convention, parAnnee: ReadonlyMap<number, Convention>): Convention {
  const axes = (action: Action): Action => {
    const others = [...parAnnee].flatMap(([annee, { actions }]) => {
      const axe = actions.find(({ numero }) => numero === action.numero)?.axe ?? action.axe;
      return axe === action.axe ? [] : [[annee, axe] as const];
    });
    return others.length === 0 ? action : { ...action, axes: new Map(others) };
  };
  return { ...convention, actions: convention.actions.map(axes), parAnnee };
}

/** The contract by whose clauses a year is judged. */
export const conventionDe = (convention: Convention, annee: number): Convention =>
  convention.parAnnee?.get(annee) ?? convention;

/** The axe that an action was in that year. */
export const axeDe = ({ axe, axes }: Action, annee: number): number => axes?.get(annee) ?? axe;

/** The same by its number; undefined for an action that the contract does not have. */
export function axeOfAction({ actions }: Convention, numero: NumeroAction, annee: number): number | undefined {
  const action = actions.find((one) => one.numero === numero);
  return action && axeDe(action, annee);
}
