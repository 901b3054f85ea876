// What the annexes of a signed contract give of the State's money, which its articles are held against.
import type { ConventionDefinition } from "../contract/convention";
import { montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import type { Candidat } from "./candidates";

export type Credits = ConventionDefinition["creditsEtat"];
type Axes = ConventionDefinition["axes"];
type Actions = ConventionDefinition["actions"];

export const euros = (montant: number): string => formatMontant(montantFromEuros(montant));

export const addUp = (montants: readonly number[]): number =>
  Math.round(montants.reduce((sum, montant) => sum + montant * 100, 0)) / 100;

/** What the tables give to an axe in a year; null where they have no such year. */
export function sommeDeLAxe(actions: Actions, annee: number, axe: number | null): number | null {
  const own = actions.filter((action) => axe === null || action.axe === axe);
  const parts = own.flatMap(({ montants }) => montants.filter((each) => each.annee === annee).map(({ etat }) => etat));
  return parts.length === 0 ? null : addUp(parts);
}

export const fromTable = <Value>(valeur: Value, what: string): Candidat<Value> => ({
  valeur,
  endroit: { lieu: what },
  dit: true,
  ecarte: null,
});

/** An article and a table that do not say the same may both be written so: nobody is to be blamed for the gap. */
export const contratEnEcart = (article: number, table: number) => ({
  libelle: "Les deux sont écrits ainsi",
  pourquoi: `L’écart de ${euros(Math.abs(addUp([article, -table])))} est dans le contrat lui-même : à corriger par avenant, sans reproche à personne.`,
  ajouts: [],
});

export interface Annexes {
  readonly axes: Axes;
  /** What the tables give, action by action or axe by axe. */
  readonly actions: Actions;
  readonly ofTables: Credits;
  /** A table that gives amounts of axes, and none of actions, settles their split. */
  readonly isByAxe: boolean;
}
