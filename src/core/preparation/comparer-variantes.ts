// Variants side by side: what differs between them, action by action and axe by axe, and what each would break.
import type { Proposition } from "../reports/avenant/proposition";
import { ZERO, type Montant } from "../domain/values/montant";

export interface LigneComparee {
  readonly quoi: string;
  /** By variant, in their order. */
  readonly montants: readonly Montant[];
}

export interface VariantesComparees {
  readonly noms: readonly string[];
  /** Only what differs, the State's part. */
  readonly actions: readonly LigneComparee[];
  readonly collectivite: readonly LigneComparee[];
  readonly axes: readonly LigneComparee[];
  readonly enveloppe: readonly Montant[];
  /** What its actions take of it. */
  readonly partEtat: readonly Montant[];
  readonly aRegler: readonly number[];
}

const differs = ({ montants }: LigneComparee): boolean => new Set(montants).size > 1;

/** Actions in the order of the contract, those that only some variants create last. */
export function comparerVariantes(propositions: readonly Proposition[]): VariantesComparees {
  const names = new Map(
    propositions.flatMap(({ lignes }) => lignes.map(({ action }) => [action.numero, action.intitule] as const)),
  );
  const parts = (part: "etat" | "collectivite"): LigneComparee[] =>
    [...names].map(([numero, intitule]) => ({
      quoi: `${numero} – ${intitule}`,
      montants: propositions.map(
        ({ lignes }) => lignes.find(({ action }) => action.numero === numero)?.apres[part] ?? ZERO,
      ),
    }));
  const axes = (propositions[0]?.axes ?? []).map(({ numero, intitule }) => ({
    quoi: `Axe ${numero} – ${intitule}`,
    montants: propositions.map((each) => each.axes.find((axe) => axe.numero === numero)?.apres ?? ZERO),
  }));
  return {
    noms: propositions.map(({ variante }) => variante.nom),
    actions: parts("etat").filter(differs),
    collectivite: parts("collectivite").filter(differs),
    axes: axes.filter(differs),
    enveloppe: propositions.map(({ enveloppe }) => enveloppe.credits),
    partEtat: propositions.map(({ total }) => total.apres.etat),
    aRegler: propositions.map(({ rompus }) => rompus.length),
  };
}
