// The tableau de bord of several contracts: the worst first, their sums per axe and year, and what changed since the one before.
import { groupBy } from "../../domain/group-by";
import { remember } from "../../domain/remember";
import { addComptes, isLu, type Compte, type Constat, type ConstatContrat } from "./constat";
import { compareWith, type Changements, type TableauPrecedent } from "./changements";

/** Sums over the contracts that have such an axe, or year. */
export interface Somme extends Compte {
  readonly contrats: number;
}

export interface SommeAnnuelle extends Somme {
  readonly annee: number;
  readonly axes: readonly (Somme & { readonly axe: number; readonly intitule: string })[];
}

/** A contract that several workbooks show: which of them is the good one nobody can tell, so that none is counted. */
export interface Doublon {
  readonly collectivite: string;
  readonly classeurs: readonly string[];
}

export interface Tableau {
  /** ISO date. */
  readonly asOf: string;
  /** The worst first. */
  readonly constats: readonly Constat[];
  readonly doublons: readonly Doublon[];
  readonly annees: readonly SommeAnnuelle[];
  readonly changements: Changements;
}

type Rang = readonly number[];

/** A workbook that could not be read comes before those in which something is wrong. */
function rankOf(constat: Constat): Rang {
  if (!isLu(constat)) return [1];
  const { erreurs, aTraiter, echeances, avenantsManquants, aReverser, nonVerifiables } = constat;
  return [0, erreurs, aTraiter, echeances.length, avenantsManquants.length, aReverser ?? 0, nonVerifiables];
}

function compareRangs(left: Rang, right: Rang): number {
  for (const [index, rank] of left.entries()) {
    const gap = (right[index] ?? 0) - rank;
    if (gap !== 0) return gap;
  }
  return 0;
}

const NAMES = new Intl.Collator("fr", { numeric: true });

const plainName = (constat: Constat): string => (isLu(constat) ? constat.contrat.collectivite : constat.classeur);

/** Names that several workbooks bear. */
const sharedNames = remember((constats: readonly Constat[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(
    constats.map(plainName).filter((name) => {
      const isKnown = seen.has(name);
      seen.add(name);
      return isKnown;
    }),
  );
});

/** The local party; with its file where another workbook of the tableau is the same party's. */
export function nameOf(constat: Constat, { constats }: Pick<Tableau, "constats">): string {
  const name = plainName(constat);
  return isLu(constat) && sharedNames(constats).has(name) ? `${name} (${constat.classeur})` : name;
}

/** By contract, where several workbooks show the same. */
const repeated = remember((constats: readonly Constat[]): readonly (readonly ConstatContrat[])[] => {
  const groups = groupBy(constats.filter(isLu), ({ contrat: { id, collectivite } }) =>
    JSON.stringify([id, collectivite]),
  );
  return [...groups.values()].filter(({ length }) => length > 1);
});

/** The contracts that enter counts and sums: their workbook could be read, and is the only one of its contract. */
export const contratsComptes = remember((constats: readonly Constat[]): readonly ConstatContrat[] => {
  const left = new Set(repeated(constats).flat());
  return constats.filter(isLu).filter((constat) => !left.has(constat));
});

function worstFirst(constats: readonly Constat[]): readonly Constat[] {
  return constats
    .map((constat) => ({ constat, rang: rankOf(constat) }))
    .sort(
      (left, right) =>
        compareRangs(left.rang, right.rang) ||
        NAMES.compare(plainName(left.constat), plainName(right.constat)) ||
        NAMES.compare(left.constat.classeur, right.constat.classeur),
    )
    .map(({ constat }) => constat);
}

function sum(contrats: readonly ConstatContrat[], annee: number, axe: number | null): Somme {
  const own = contrats
    .map(({ comptes }) => comptes.filter((compte) => compte.annee === annee && (axe === null || compte.axe === axe)))
    .filter(({ length }) => length > 0);
  return { contrats: own.length, ...addComptes(own.flat()) };
}

/** The words that most contracts have for an axe. */
function axesOf(contrats: readonly ConstatContrat[]): readonly { readonly axe: number; readonly intitule: string }[] {
  const words = new Map<number, Map<string, number>>();
  for (const { numero, intitule } of contrats.flatMap(({ axes }) => axes)) {
    const counts = words.get(numero) ?? new Map<string, number>();
    words.set(numero, counts.set(intitule, (counts.get(intitule) ?? 0) + 1));
  }
  return [...words]
    .sort(([left], [right]) => left - right)
    .map(([axe, counts]) => ({
      axe,
      intitule: [...counts].sort(([a, x], [b, y]) => y - x || NAMES.compare(a, b))[0]?.[0] ?? "",
    }));
}

/** Pure; the order of `given` does not matter. */
export function etablirTableau(given: readonly Constat[], asOf: string, precedent: TableauPrecedent | null): Tableau {
  const constats = worstFirst(given);
  const contrats = contratsComptes(constats);
  const annees = [...new Set(contrats.flatMap((contrat) => contrat.annees.map(({ annee }) => annee)))].sort();
  const axes = axesOf(contrats);
  return {
    asOf,
    constats,
    doublons: repeated(constats).map((group) => ({
      collectivite: group[0]?.contrat.collectivite ?? "",
      classeurs: group.map(({ classeur }) => classeur),
    })),
    annees: annees.map((annee) => ({
      annee,
      ...sum(contrats, annee, null),
      axes: axes
        .map(({ axe, intitule }) => ({ axe, intitule, ...sum(contrats, annee, axe) }))
        .filter((somme) => somme.contrats > 0),
    })),
    changements: compareWith(constats, precedent),
  };
}
