// What an avenant takes away from a contract: a party, an envelope, an axe, a sub-action, an indicator, a line, or a statement that it need not make.
import { slug } from "../../domain/words/typographie";
import { listClauses } from "../clauses/clauses";
import type { Action, Convention } from "../convention";
import { change, dropAt } from "../clauses/set-at";

/** Null where the contract has no such thing. */
type Retrait = (convention: Convention, names: readonly string[]) => Convention | null;

/** Null where nothing of the list goes. */
function without<Each>(list: readonly Each[] | undefined, goes: (each: Each) => boolean): Each[] | null {
  const kept = (list ?? []).filter((each) => !goes(each));
  return list && kept.length < list.length ? kept : null;
}

function ofAction(
  convention: Convention,
  numero: string | undefined,
  amended: (action: Action) => Partial<Action> | null,
): Convention | null {
  const rank = convention.actions.findIndex((action) => action.numero === Number(numero));
  const action = convention.actions[rank];
  const own = action ? amended(action) : null;
  return own && change(convention, ["actions", rank], { ...action, ...own });
}

const signataire: Retrait = (convention, [, own]) => {
  const signataires = without(convention.signataires, ({ nom }) => slug(nom) === own);
  return signataires && { ...convention, signataires };
};

/** With its amounts, which are all nothing. */
const financeur: Retrait = (convention, [, own]) => {
  const autresFinanceurs = without(convention.autresFinanceurs, ({ nom }) => slug(nom) === own);
  if (!autresFinanceurs) return null;
  const actions = convention.actions.map((action) => {
    const autres = without(action.autres, (each) => slug(each.financeur) === own);
    return autres ? { ...action, autres } : action;
  });
  return { ...convention, autresFinanceurs, actions };
};

const national: Retrait = (convention, [, own]) => {
  const indicateursNationaux = without(convention.indicateursNationaux, (intitule) => slug(intitule) === own);
  if (!indicateursNationaux) return null;
  const nationaux = without(convention.nationaux, ({ intitule }) => slug(intitule) === own);
  return { ...convention, indicateursNationaux, ...(nationaux && { nationaux }) };
};

const enveloppe: Retrait = (convention, [, own]) => {
  const enveloppes = without(convention.enveloppes, ({ id, intitule }) => id === own || slug(intitule) === own);
  return enveloppes && { ...convention, enveloppes };
};

/** With what was said for it alone: its thresholds, its part of nothing, the links of the fiches. */
const axe: Retrait = (convention, [, numero]) => {
  const isOfIt = (each: { readonly axe?: number | undefined }): boolean => each.axe === Number(numero);
  const axes = without(convention.axes, (each) => each.numero === Number(numero));
  if (!axes) return null;
  const { cofinancement, imputation } = convention;
  const seuils = without(cofinancement.seuils, isOfIt);
  return {
    ...convention,
    axes,
    cofinancement: seuils ? { ...cofinancement, seuils } : cofinancement,
    creditsEtat: convention.creditsEtat.map((credit) => {
      const repartition = without(credit.repartition, isOfIt);
      return repartition ? { ...credit, repartition } : credit;
    }),
    imputation: { ...imputation, lignes: imputation.lignes.filter((ligne) => !isOfIt(ligne)) },
    actions: convention.actions.map((action) => {
      const { fiche } = action;
      const axesLies = without(fiche?.axesLies, (lie) => lie === Number(numero));
      return fiche && axesLies ? { ...action, fiche: { ...fiche, axesLies } } : action;
    }),
  };
};

const sousAction: Retrait = (convention, [, action, numero]) =>
  ofAction(convention, action, (own) => {
    const sousActions = without(own.sousActions, (each) => each.numero === numero);
    return sousActions && { sousActions };
  });

const indicateur: Retrait = (convention, [, action, numero]) =>
  ofAction(convention, action, (own) => {
    const indicateurs = without(own.indicateurs, (each) => each.numero === Number(numero));
    return indicateurs && { indicateurs };
  });

const seuil: Retrait = (convention, [, axe, annee]) => {
  const seuils = without(
    convention.cofinancement.seuils,
    (each) => `${each.axe ?? "tous"}` === axe && `${each.annee ?? "toutes"}` === annee,
  );
  return seuils && { ...convention, cofinancement: { ...convention.cofinancement, seuils } };
};

const imputation: Retrait = (convention, [, annee, axe]) => {
  const lignes = without(
    convention.imputation.lignes,
    (ligne) => ligne.annee === Number(annee) && ligne.axe === Number(axe),
  );
  return lignes && { ...convention, imputation: { ...convention.imputation, lignes } };
};

const echeance: Retrait = (convention, [, own]) => {
  const echeances = without(convention.echeances, ({ id }) => id === own);
  return echeances && { ...convention, echeances };
};

/** A statement that a definition may do without. */
const parole: Retrait = (convention, [cle]) => {
  const clause = listClauses(convention).find((each) => each.cle === cle);
  return clause ? dropAt(convention, clause.chemin) : null;
};

const CHOSES: readonly (readonly [RegExp, Retrait])[] = [
  [/^signataires\/([^/]+)$/, signataire],
  [/^financeurs\/([^/]+)$/, financeur],
  [/^nationaux\/([^/]+)$/, national],
  [/^enveloppes\/([^/]+)$/, enveloppe],
  [/^axes\/(\d+)$/, axe],
  [/^actions\/(\d+)\/sous-actions\/([^/]+)$/, sousAction],
  [/^actions\/(\d+)\/indicateurs\/(\d+)$/, indicateur],
  [/^cofinancement\/seuils\/(\d+|tous)\/(\d{4}|toutes)$/, seuil],
  [/^imputation\/lignes\/(\d{4})\/(\d+)$/, imputation],
  [/^echeances\/([^/]+)$/, echeance],
];

/** Statements of a thing that stands without them. */
export const PAROLES =
  /^(?:signeLe|effetLe|ordonnateur|comptable|(?:etat|collectivite)\/(?:representant|qualite)|signataires\/\d+\/(?:role|representant|qualite)|enveloppes\/[^/]+\/financeur|actions\/\d+\/operateurs|actions\/\d+\/sous-actions\/[^/]+\/operateur|actions\/\d+\/indicateurs\/\d+\/(?:unite|sens|cumul|t0\/texte|cibles\/\d+\/texte)|nationaux\/\d+\/(?:code|unite))$/;

/**
 * "signataires/2" for "signataires/caf", null where there is none: of what is numbered by its order, those after one that goes
 * take its number.
 */
export function placeNumerotee(convention: Convention, cle: string): string | null {
  const { signataires = [], autresFinanceurs = [], indicateursNationaux: nationaux } = convention;
  const [, list, own] = /^(signataires|financeurs|nationaux)\/([^/]+)$/.exec(cle) ?? [];
  if (list === undefined) return null;
  const named = list === "signataires" ? signataires : autresFinanceurs;
  const names = list === "nationaux" ? nationaux : named.map(({ nom }) => nom);
  const rank = names.findIndex((nom) => slug(nom) === own);
  return rank < 0 ? null : `${list}/${rank + 1}`;
}

/** The contract without it, whatever depends on it. */
export function retirer(convention: Convention, cle: string): Convention | null {
  if (PAROLES.test(cle)) return parole(convention, [cle]);
  for (const [words, retrait] of CHOSES) {
    const names = words.exec(cle);
    if (names) return retrait(convention, names);
  }
  return null;
}

/** Years that begin after the contract's end are none of it any more: those that hold no money go. */
export function sansAnnees(convention: Convention, gone: ReadonlySet<number>): Convention {
  const stays = ({ annee }: { readonly annee: number }): boolean => !gone.has(annee);
  const { cofinancement, enveloppes, imputation } = convention;
  return {
    ...convention,
    annees: convention.annees.filter(stays),
    creditsEtat: convention.creditsEtat.filter(stays),
    cofinancement: {
      ...cofinancement,
      ...(cofinancement.seuils && {
        seuils: cofinancement.seuils.filter(({ annee }) => annee === undefined || !gone.has(annee)),
      }),
    },
    ...(enveloppes && {
      enveloppes: enveloppes.map((each) => ({ ...each, montants: each.montants.filter(stays) })),
    }),
    imputation: { ...imputation, lignes: imputation.lignes.filter(stays) },
    echeances: convention.echeances.filter(({ avenantPour }) => avenantPour === undefined || !gone.has(avenantPour)),
    actions: convention.actions.map((action) => ({
      ...action,
      montants: action.montants.filter(stays),
      ...(action.autres && { autres: action.autres.filter(stays) }),
      ...(action.sousActions && {
        sousActions: action.sousActions.map((each) => ({
          ...each,
          ...(each.montants && { montants: each.montants.filter(stays) }),
        })),
      }),
      indicateurs: action.indicateurs.map((each) => ({ ...each, cibles: each.cibles.filter(stays) })),
    })),
  };
}
