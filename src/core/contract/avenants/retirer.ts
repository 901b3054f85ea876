// What an avenant takes away from a contract: a party, an envelope, an axe, a sub-action, an indicator, a line, or a clause that it need not have.
import { slug } from "../../domain/words/typographie";
import { listChoses, listClauses, type ChoseDite } from "../clauses/list-clauses";
import { dropAt } from "../clauses/set-at";
import { isOuverte } from "../clauses/types-de-clause";
import type { TableSection } from "../clauses/sections";
import type { Convention } from "../convention";
import { cleDeRetrait } from "./points-retirables";

/** Null where nothing of the list goes. */
function without<Each>(list: readonly Each[] | undefined, goes: (each: Each) => boolean): Each[] | null {
  const kept = (list ?? []).filter((each) => !goes(each));
  return list && kept.length < list.length ? kept : null;
}

/** The amounts of a financing party, which are all nothing. */
function sansFinancements(convention: Convention, { noms: { nom } }: ChoseDite): Convention {
  const actions = convention.actions.map((action) => {
    const autres = without(action.autres, (each) => slug(each.financeur) === slug(String(nom)));
    return autres ? { ...action, autres } : action;
  });
  return { ...convention, actions };
}

function sansDetail(convention: Convention, { element }: ChoseDite): Convention {
  const nationaux = without(convention.nationaux, ({ intitule }) => slug(intitule) === slug(String(element)));
  return { ...convention, ...(nationaux && { nationaux }) };
}

/** What was said for an axe alone: its thresholds, its part of nothing, the links of the fiches. */
function sansAxe(convention: Convention, { noms: { numero } }: ChoseDite): Convention {
  const isOfIt = (each: { readonly axe?: number | undefined }): boolean => each.axe === numero;
  const { cofinancement, imputation } = convention;
  const seuils = without(cofinancement.seuils, isOfIt);
  const enveloppes = without(convention.enveloppes, isOfIt);
  return {
    ...convention,
    ...(enveloppes && { enveloppes }),
    cofinancement: seuils ? { ...cofinancement, seuils } : cofinancement,
    creditsEtat: convention.creditsEtat.map((credit) => {
      const repartition = without(credit.repartition, isOfIt);
      return repartition ? { ...credit, repartition } : credit;
    }),
    imputation: { ...imputation, lignes: imputation.lignes.filter((ligne) => !isOfIt(ligne)) },
    actions: convention.actions.map((action) => {
      const { fiche } = action;
      const axesLies = without(fiche?.axesLies, (lie) => lie === numero);
      return fiche && axesLies ? { ...action, fiche: { ...fiche, axesLies } } : action;
    }),
  };
}

/** What goes with a thing. */
const AVEC: Readonly<Partial<Record<TableSection, (convention: Convention, thing: ChoseDite) => Convention>>> = {
  financeurs: sansFinancements,
  nationaux: sansDetail,
  axes: sansAxe,
};

function isNamed(thing: ChoseDite, cle: string): boolean {
  const { chose, noms } = thing;
  if (!chose.retrait && chose.section !== "indicateurs" && chose.section !== "seuils") return false;
  if (!chose.retrait && !chose.rangee) return false;
  const byLabel = chose.section === "enveloppes" && cle === `enveloppes/${slug(String(noms.intitule))}`;
  return byLabel || cleDeRetrait(thing) === cle;
}

/**
 * "signataires/2" for "signataires/caf", null where there is none: of what is numbered by its order, those after one that goes
 * take its number.
 */
export function placeNumerotee(convention: Convention, cle: string): string | null {
  const found = listChoses(convention).find(
    (thing) => thing.chose.retrait?.cle !== undefined && cleDeRetrait(thing) === cle,
  );
  return found?.key ?? null;
}

/** The contract without it, whatever depends on it. */
export function retirer(convention: Convention, cle: string): Convention | null {
  if (isOuverte(cle)) {
    const clause = listClauses(convention).find(({ key }) => key === cle);
    return clause ? dropAt(convention, clause.path) : null;
  }
  const things = listChoses(convention).filter((thing) => isNamed(thing, cle));
  // From the last one on: the others keep their places.
  return [...things].reverse().reduce<Convention | null>((before, thing) => {
    const left = dropAt(before ?? convention, thing.path);
    return AVEC[thing.chose.section]?.(left, thing) ?? left;
  }, null);
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
