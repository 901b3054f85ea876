// The contract after an avenant: what each of its lines changes, in which order, and from which day.
import { compareTexts } from "../../domain/words/compare-texts";
import type { Action, Avenant, Convention, Credit, Echeance } from "../convention";
import { isFounding } from "./ajouter";
import { statutApres } from "./fermete";
import { dependanceDeLAnnee } from "./dependances";
import { modifier, type Modification } from "./modifier";
import { sansAnnees } from "./retirer";
import { addMontants, ZERO } from "../../domain/values/montant";

type Repartition = NonNullable<Credit["repartition"]>;

/** Of their signature. */
export function inOrder(avenants: readonly Avenant[]): Avenant[] {
  return [...avenants].sort((left, right) => compareTexts(left.signeLe, right.signeLe) || left.numero - right.numero);
}

/** What concerns no year waits for the day of effect; an amount of a year is that of the year as soon as it is signed. */
export const prendEffet = (avenant: Avenant, { sur }: Pick<Modification, "sur">, le: string): boolean =>
  jourDe(avenant) <= le || /\/20\d\d(?:\/|$)/.test(sur);

/** Years and axes come before all else that an avenant changes: its amounts may be of those. */
const isOfFrame = ({ sur }: Modification): boolean => sur.startsWith("periode/") || /^axes\/\d+\/intitule$/.test(sur);

/**
 * In the order in which they are made: the frame, amounts and actions between, then what other lines may belong to, then the
 * rest, and last what is taken away: by then nothing may depend on it.
 */
export function inTurn<Each extends Modification>(
  modifications: readonly Each[],
): { readonly frame: readonly Each[]; readonly rest: readonly Each[] } {
  const goes = ({ valeur }: Modification): boolean => valeur === null;
  const rest = modifications.filter((each) => !isOfFrame(each) && !goes(each));
  return {
    frame: modifications.filter((each) => isOfFrame(each) && !goes(each)),
    rest: [
      ...rest.filter(({ sur }) => isFounding(sur)),
      ...rest.filter(({ sur }) => !isFounding(sur)),
      ...modifications.filter(goes),
    ],
  };
}

/** The contract after one avenant, with what of it has taken effect by that day. */
export function amend(before: Convention, avenant: Avenant, le: string): Convention {
  const modifications = (avenant.modifications ?? []).filter((each) => prendEffet(avenant, each, le));
  const change = (convention: Convention, modification: Modification): Convention =>
    modifier(convention, modification, jourDe(avenant)) ?? convention;
  const { frame, rest } = inTurn(modifications);
  const amended = rest.reduce(change, amendFigures(frame.reduce(change, before), avenant));
  return modifications.some(({ sur }) => sur === FIN) ? jusquALaFin(amended) : amended;
}

export const FIN = "periode/fin";

/** From which the contract is as an avenant leaves it. */
export const jourDe = ({ signeLe, effetLe = signeLe }: Avenant): string => effetLe;

/** The years that begin after the contract's end. */
export const anneesApresLaFin = ({ annees, periode }: Convention): readonly number[] =>
  annees.filter(({ debut }) => debut > periode.fin).map(({ annee }) => annee);

/** A shorter period ends its last year, and takes away those after it that hold no money. */
export function jusquALaFin(convention: Convention): Convention {
  const gone = anneesApresLaFin(convention).filter((annee) => dependanceDeLAnnee(convention, annee) === null);
  const kept = sansAnnees(convention, new Set(gone));
  const { fin } = kept.periode;
  const annees = kept.annees.map((each) => (each.debut <= fin && each.fin > fin ? { ...each, fin } : each));
  return { ...kept, annees };
}

/** Amounts, targets, new and ended actions. */
export function amendFigures(convention: Convention, avenant: Avenant): Convention {
  const actions = [...convention.actions, ...avenant.actionsNouvelles];
  return {
    ...convention,
    creditsEtat: amendCredits(convention, avenant),
    echeances: addEcheances(convention.echeances, avenant),
    actions: actions.map((action) =>
      [addIndicateurs, endAction, amendMontants, amendCibles].reduce(
        (amended, change) => change(amended, avenant),
        action,
      ),
    ),
  };
}

/** What an avenant dates is a setting no more. */
function dater(echeance: Echeance, date: string): Echeance {
  const { reglage, ...fixed } = { ...echeance, date };
  return reglage === false ? { ...fixed, reglage } : fixed;
}

/** In the place of one that was a setting. */
function addEcheances(
  echeances: Convention["echeances"],
  { echeancesNouvelles = [] }: Avenant,
): Convention["echeances"] {
  return echeancesNouvelles.reduce((before, added) => {
    const rank = before.findIndex(({ id }) => id === added.id);
    const known = before[rank];
    if (!known) return [...before, added];
    return before.map((each) => (each === known ? dater(known, added.date) : each));
  }, echeances);
}

function addIndicateurs(action: Action, avenant: Avenant): Action {
  const added = avenant.indicateursNouveaux
    .filter((indicateur) => indicateur.action === action.numero)
    .map(({ numero, intitule, alias, t0, cibles }) => ({ numero, intitule, alias, t0, cibles }));
  return added.length === 0 ? action : { ...action, indicateurs: [...action.indicateurs, ...added] };
}

function sumOf(repartition: Repartition) {
  return addMontants(...repartition.map(({ montant }) => montant));
}

/** The axes that the avenant names, over those that it leaves as they are. */
function overlay(before: Repartition, after: Repartition): Repartition {
  const given = new Map(after.map((part) => [part.axe, part]));
  const kept = before.filter(({ axe }) => !given.has(axe));
  return [...kept, ...given.values()].sort((left, right) => left.axe - right.axe);
}

function amendCredit(
  before: Credit | undefined,
  after: Avenant["creditsEtat"][number],
  fixe: ReturnType<typeof statutApres>,
  axes: number,
): Credit {
  const { annee } = after;
  if (!after.repartition) {
    const montant = after.montant ?? before?.montant ?? ZERO;
    // A new amount whose split is not known leaves no split, not a wrong one.
    const repartition = before?.repartition;
    return { annee, montant, ...fixe, ...(repartition && sumOf(repartition) === montant && { repartition }) };
  }
  const repartition = overlay(before?.repartition ?? [], after.repartition);
  const whole = repartition.length === axes ? sumOf(repartition) : before?.montant;
  return { annee, montant: after.montant ?? whole ?? sumOf(repartition), ...fixe, repartition };
}

function amendCredits({ creditsEtat, axes, annees }: Convention, avenant: Avenant): Convention["creditsEtat"] {
  const byYear = new Map(creditsEtat.map((credit) => [credit.annee, credit]));
  for (const credit of avenant.creditsEtat) {
    const before = byYear.get(credit.annee);
    byYear.set(credit.annee, amendCredit(before, credit, statutApres(before, avenant, credit, annees), axes.length));
  }
  return [...byYear.values()].sort((left, right) => left.annee - right.annee);
}

function endAction(action: Action, avenant: Avenant): Action {
  const end = avenant.actionsTerminees.find((ended) => ended.action === action.numero);
  if (!end) return action;
  const isKept = ({ annee }: { readonly annee: number }): boolean => annee < end.aPartirDe;
  return {
    ...action,
    montants: action.montants.filter(isKept),
    indicateurs: action.indicateurs.map((indicateur) => ({
      ...indicateur,
      cibles: indicateur.cibles.filter(isKept),
    })),
  };
}

/** A year that the action did not have, new or taken up again, begins at nothing for the other party. */
function amendMontants(action: Action, avenant: Avenant): Action {
  const changes = avenant.montants.filter((change) => change.action === action.numero);
  if (changes.length === 0) return action;
  const byYear = new Map(action.montants.map((montants) => [montants.annee, montants]));
  for (const { annee, partie, montant } of changes) {
    const before = byYear.get(annee) ?? { annee, etat: ZERO, collectivite: ZERO };
    byYear.set(annee, { ...before, [partie]: montant });
  }
  return { ...action, montants: [...byYear.values()].sort((left, right) => left.annee - right.annee) };
}

function amendCibles(action: Action, avenant: Avenant): Action {
  const changes = avenant.cibles.filter((change) => change.action === action.numero);
  if (changes.length === 0) return action;
  const indicateurs = action.indicateurs.map((indicateur) => {
    const byYear = new Map(indicateur.cibles.map((cible) => [cible.annee, cible]));
    for (const { indicateur: numero, annee, valeur } of changes) {
      if (numero === indicateur.numero) byYear.set(annee, { annee, valeur });
    }
    return { ...indicateur, cibles: [...byYear.values()].sort((left, right) => left.annee - right.annee) };
  });
  return { ...action, indicateurs };
}
