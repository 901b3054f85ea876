// What the rules demand of a workbook that holds nothing but annexes, told from the contract and the day alone.
import type { Action, Convention } from "../../src/core/contract/convention";
import type { NumeroAction } from "../../src/core/domain/values/numero-action";

interface Held {
  readonly execution: boolean;
  readonly realises: boolean;
  /** Numbers of the actions that have their fiche. */
  readonly fiches: readonly NumeroAction[];
  readonly echeancier: boolean;
  readonly contrat: boolean;
}

interface Situation {
  /** In force on that day. */
  readonly convention: Convention;
  readonly asOf: string;
  readonly held: Held;
}

const isOpen = ({ indicateurs }: Action, index: number): boolean =>
  indicateurs[index]?.cibles.some(({ valeur }) => valeur === "nd") ?? false;

/** Identifiers of the findings, in alphabetical order. */
export function dueWarnings({ convention, asOf, held }: Situation): readonly string[] {
  const closed = convention.annees.filter(({ fin }) => fin < asOf).map(({ annee }) => annee);
  const begun = convention.annees.filter(({ debut }) => debut <= asOf).map(({ annee }) => annee);
  const provisional = new Set(
    convention.creditsEtat.filter(({ statut }) => statut === "provisionnel").map(({ annee }) => annee),
  );
  // A right or the end is never late, and a year that has begun without its avenant is said once, by another rule.
  const late = convention.echeances.filter(
    ({ date, avenantPour, genre = "obligation" }) => date < asOf && avenantPour === undefined && genre === "obligation",
  );
  const { execution, realises, fiches, echeancier, contrat } = held;
  const isComplete = ({ numero, fiche }: Action) => fiches.includes(numero) && fiche?.objectif !== undefined;
  return [
    ...(execution ? closed.map((annee) => `execution-renseignee/${annee}`) : []),
    ...(realises ? closed.map((annee) => `realise-renseigne/${annee}`) : []),
    // To be set during the first year.
    ...(closed.length > 0
      ? convention.actions.flatMap((action) =>
          action.indicateurs.flatMap(({ numero }, index) =>
            isOpen(action, index) ? [`cible-a-preciser/${action.numero}/indicateur-${numero}`] : [],
          ),
        )
      : []),
    ...begun.filter((annee) => provisional.has(annee)).map((annee) => `avenant-annuel/${annee}`),
    ...(echeancier || contrat ? late.map(({ id }) => `echeances/${id}`) : []),
    ...(fiches.length > 0
      ? convention.actions.filter((action) => !isComplete(action)).map(({ numero }) => `fiche-complete/${numero}`)
      : []),
  ].sort();
}
