// How much of a contract stands in a workbook: its actions by their words, and its amounts beside them.
import type { Action, Convention } from "../../contract/convention";
import { accord } from "../../domain/words/accord";
import { foldLabel } from "../../domain/words/label";
import { formatNombre } from "../../domain/words/format";
import { LIMITS } from "../limits";
import type { Releve } from "./releve";

export interface Indices {
  readonly convention: Convention;
  readonly actions: number;
  /** Actions whose words stand in the workbook. */
  readonly nommees: number;
  /** Parts other than 0 of the years that the workbook names. */
  readonly montants: number;
  /** How many amounts stand beside their action, or beside what may well be that action under another title. */
  readonly trouves: number;
}

/** The parts of an action that can be looked for. */
const partsOf = ({ montants }: Action, isShown: (annee: number) => boolean): readonly number[] =>
  montants
    .filter(({ annee }) => isShown(annee))
    .flatMap(({ etat, collectivite }) => [etat, collectivite])
    .filter((montant) => montant !== 0);

/** How many amounts of a retitled action stand beside one label: at least half of them, and two different ones. */
function foundBesideAnother(parts: readonly number[], releve: Releve): number {
  const counts = new Map<string, { found: number; readonly different: Set<number> }>();
  for (const part of parts) {
    for (const label of releve.parMontant.get(part) ?? []) {
      const count = counts.get(label) ?? { found: 0, different: new Set() };
      count.found += 1;
      count.different.add(part);
      counts.set(label, count);
    }
  }
  const likely = [...counts.values()].filter(({ found, different }) => found * 2 >= parts.length && different.size > 1);
  return Math.max(0, ...likely.map(({ found }) => found));
}

/** `releve` is the workbook's. */
export function chercherContrat(convention: Convention, releve: Releve): Indices {
  const { groupes, annees } = releve;
  const isNamed = convention.annees.some(({ annee }) => annees.has(annee));
  const isShown = (annee: number): boolean => !isNamed || annees.has(annee);
  let [nommees, montants, trouves] = [0, 0, 0];
  for (const action of convention.actions) {
    const parts = partsOf(action, isShown);
    const own = [action.intitule, ...action.alias].flatMap((label) => groupes.get(foldLabel(label)) ?? []);
    montants += parts.length;
    if (own.length > 0) nommees += 1;
    trouves +=
      own.length > 0
        ? parts.filter((part) => own.some(({ euros, milliers }) => euros.has(part) || milliers.has(part))).length
        : foundBesideAnother(parts, releve);
  }
  return { convention, actions: convention.actions.length, nommees, montants, trouves };
}

/** What stands of it, out of all of it: what is missing counts against it. */
const part = ({ actions, nommees, montants, trouves }: Indices): number =>
  (nommees + trouves) / Math.max(1, actions + montants);

/** Whether so much more stands of the one that the other is out of the question. */
export function prevaut(one: Indices, other: Indices): boolean {
  return part(one) > 0 && part(other) * LIMITS.nearTie <= part(one);
}

export const compareIndices = (left: Indices, right: Indices): number => part(right) - part(left);

/** "Val-Clair : 8 actions sur 8 et 64 montants sur 64". */
export function decrireIndices({ convention, actions, nommees, montants, trouves }: Indices): string {
  const amounts = montants > 0 ? ` et ${accord(trouves, "montant")} sur ${formatNombre(montants)}` : "";
  return `${convention.collectivite.nom} : ${accord(nommees, "action")} sur ${formatNombre(actions)}${amounts}`;
}
