// The contract in force at a date: the contract as the avenants signed by then amend it.
import type { Action, Avenant, Convention } from "./convention";

export interface ConventionEnVigueur {
  readonly convention: Convention;
  /** Signed on or before the as-of date, in the order of their signature. */
  readonly avenants: readonly Avenant[];
}

/** `asOf` is an ISO date. A later avenant wins over an earlier one, figure by figure. */
export function conventionEnVigueur(convention: Convention, asOf: string): ConventionEnVigueur {
  const avenants = convention.avenants
    .filter(({ signeLe }) => signeLe <= asOf)
    .sort((left, right) => left.signeLe.localeCompare(right.signeLe) || left.numero - right.numero);
  return { convention: avenants.reduce(amend, convention), avenants };
}

function amend(convention: Convention, avenant: Avenant): Convention {
  const actions = [...convention.actions, ...avenant.actionsNouvelles];
  return {
    ...convention,
    creditsEtat: amendCredits(convention.creditsEtat, avenant),
    actions: actions.map((action) => amendCibles(amendMontants(endAction(action, avenant), avenant), avenant)),
  };
}

function amendCredits(credits: Convention["creditsEtat"], avenant: Avenant): Convention["creditsEtat"] {
  const fixed = new Map(avenant.creditsEtat.map((credit) => [credit.annee, { ...credit, statut: "ferme" as const }]));
  const kept = credits.filter(({ annee }) => !fixed.has(annee));
  return [...kept, ...fixed.values()].sort((left, right) => left.annee - right.annee);
}

function endAction(action: Action, avenant: Avenant): Action {
  const end = avenant.actionsTerminees.find((ended) => ended.action === action.numero);
  return end ? { ...action, montants: action.montants.filter(({ annee }) => annee < end.aPartirDe) } : action;
}

function amendMontants(action: Action, avenant: Avenant): Action {
  const changes = avenant.montants.filter((change) => change.action === action.numero);
  if (changes.length === 0) return action;
  const montants = action.montants.map((montant) =>
    changes
      .filter(({ annee }) => annee === montant.annee)
      .reduce((amended, change) => ({ ...amended, [change.partie]: change.montant }), montant),
  );
  return { ...action, montants };
}

function amendCibles(action: Action, avenant: Avenant): Action {
  const changes = avenant.cibles.filter((change) => change.action === action.numero);
  if (changes.length === 0) return action;
  const indicateurs = action.indicateurs.map((indicateur) => ({
    ...indicateur,
    cibles: indicateur.cibles.map((cible) => {
      const change = changes.find(
        ({ indicateur: numero, annee }) => numero === indicateur.numero && annee === cible.annee,
      );
      return change ? { ...cible, valeur: change.valeur } : cible;
    }),
  }));
  return { ...action, indicateurs };
}
