// The payments of the State that the tables show for a year, each with what the contract gives there: of actions, of axes, of all.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Convention } from "../../contract/convention";
import type { Dossier, MontantCell, TableauExecution } from "../../domain/dossier";
import type { Lecture } from "../lecture";
import { nameAction, type Ligne } from "../lines/budget-lines";
import { amountOf } from "../lines/imputation-lines";
import { recapTables } from "../lines/recap-sums";
import {
  versementsGlobaux,
  versementsHorsContrat,
  type VersementGlobal,
  type VersementHorsContrat,
} from "../lines/versements";
import { addMontants, type Montant } from "../../domain/values/montant";
import { ledgerOf } from "./ledger";
import { sumConnus, ZERO, type MontantConnu } from "./montant-connu";
import { placesMontrees, rienAVerser, type Place } from "./places";
import { readCell } from "./read-depense";

/** What was paid for one action, one axe or the whole year. */
export interface Versement {
  readonly ligne: Ligne;
  /** Null for an axe or a whole year. */
  readonly place: Place | null;
  /** The contract's; null where it gives none, as of an axe that is not its own. */
  readonly expected: Montant | null;
  readonly cells: readonly MontantCell[];
  read(lecture: Lecture): MontantConnu;
}

export interface AnneeVersee {
  readonly annee: number;
  /** The payments that make up the year. */
  readonly parts: readonly Versement[];
  /** Of no action of the contract: they belong to what was paid in the year. */
  readonly horsContrat: readonly VersementHorsContrat[];
  /** What a recapitulation says again, with the payments of the year that it adds. */
  readonly reprises: readonly { readonly versement: Versement; readonly de: readonly Versement[] }[];
}

type Source = Pick<Dossier, "convention" | "asOf" | "budget" | "recapitulatifs"> & {
  readonly execution: TableauExecution;
};

const creditsDe = ({ creditsEtat }: Convention, annee: number): Montant | null =>
  creditsEtat.find((credit) => credit.annee === annee)?.montant ?? null;

function creditsDeLAxe(convention: Convention, axe: number, annee: number): Montant {
  const actions = convention.actions.filter((action) => action.axe === axe);
  return (
    amountOf(convention, axe, annee) ?? addMontants(ZERO, ...actions.map((one) => contractAmount(one, annee, "etat")))
  );
}

export const readCells = (cells: readonly MontantCell[], lecture: Lecture): MontantConnu =>
  sumConnus(cells.map((cell) => readCell(cell, false, lecture)));

function versementGlobal(convention: Convention, { ligne, annee, heading, cells }: VersementGlobal): Versement {
  const { axe } = ligne.place;
  const expected = heading === null ? creditsDe(convention, annee) : null;
  return {
    ligne,
    place: null,
    expected: axe === undefined ? expected : creditsDeLAxe(convention, axe, annee),
    cells,
    read: (lecture) => readCells(cells, lecture),
  };
}

/** Those of the actions whose payments no axe, nor the year as a whole, shows in their place. */
function versementsDesActions(source: Source, annee: number, globaux: readonly VersementGlobal[]): Versement[] {
  const ledger = ledgerOf(source);
  if (!ledger.hasVerses([annee]) || globaux.some(({ heading }) => heading === null)) return [];
  const axes = new Set(globaux.map(({ ligne }) => ligne.place.axe));
  return placesMontrees(source, [annee])
    .filter(({ action }) => !axes.has(action.axe))
    .map((place): Versement => {
      const { action } = place;
      return {
        ligne: { place: { axe: action.axe, action: action.numero }, nom: nameAction(action) },
        place,
        expected: contractAmount(action, annee, "etat"),
        cells: source.execution.lignesAction
          .filter((ligne) => ligne.action === action)
          .flatMap(({ verses }) => verses?.get(annee) ?? []),
        read: (lecture) => {
          const { verse } = ledger.depense(action, annee, lecture);
          return rienAVerser(place, verse) ? { montant: ZERO, raison: null, cells: verse.cells } : verse;
        },
      };
    });
}

function anneeVersee(source: Source, annee: number, isPaid: boolean): AnneeVersee {
  const { convention, execution } = source;
  const toVersement = (global: VersementGlobal): Versement => versementGlobal(convention, global);
  const globaux = versementsGlobaux(execution).filter((global) => global.annee === annee);
  const repris = recapTables(source)
    .filter((recap) => recap.source === execution)
    .flatMap(({ tableau }) => versementsGlobaux(tableau))
    .filter((global) => global.annee === annee);
  const horsContrat = versementsHorsContrat(convention, execution).filter((hors) => hors.annee === annee);
  const isShown = isPaid || globaux.length > 0 || horsContrat.length > 0;
  if (!isShown && repris.length > 0) return { annee, parts: repris.map(toVersement), horsContrat, reprises: [] };
  const parts = [...versementsDesActions(source, annee, globaux), ...globaux.map(toVersement)];
  return {
    annee,
    parts,
    horsContrat,
    reprises: repris.map((global) => ({
      versement: toVersement(global),
      de: parts.filter(({ ligne }) => global.heading === null || ligne.place.axe === global.ligne.place.axe),
    })),
  };
}

const isFilled = ({ lu }: MontantCell): boolean => lu.kind !== "missing";

/** The years of the contract for which the tables have a place for payments, in its order. */
export function anneesVersees(source: Source): readonly AnneeVersee[] {
  return source.convention.annees.flatMap(({ annee }) => {
    const rows = source.execution.lignesAction.flatMap(({ verses }) => verses?.get(annee) ?? []);
    const versee = anneeVersee(source, annee, rows.some(isFilled));
    const { parts, horsContrat, reprises } = versee;
    return parts.length + horsContrat.length + reprises.length > 0 ? versee : [];
  });
}
