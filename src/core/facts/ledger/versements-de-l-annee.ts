// The payments of the State that the tables show for a year, each with what the contract gives there: of actions, of axes, of all.
import { axeDe, axeOfAction } from "../../contract/in-force/en-vigueur";
import { known, notKnown, type Known } from "../../domain/known";
import { whereDue } from "../../domain/values/known-montant";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Convention } from "../../contract/convention";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import { readTogether, type Lecture } from "../lecture";
import { LIGNE_TOTAL, nameAction, nameAxe, type Ligne } from "../lines/budget-lines";
import { listedPlaces } from "../listed";
import { amountOf } from "../lines/imputation-lines";
import type { YearFact } from "../fact";
import { executionTable, tablesOf } from "../fact-tables";
import { globalPayments, paymentsBeyond, type GlobalPayment, type PaymentBeyond } from "../payments";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { ledgerOf } from "./ledger";
import { placesMontrees, rienAVerser, type Place } from "./places";
import type { NumeroAction } from "../../domain/values/numero-action";

/** What was paid for one action, one axe or the whole year. */
export interface Versement {
  readonly ligne: Ligne;
  /** Null for an axe or a whole year. */
  readonly place: Place | null;
  /** The contract's; null where it gives none, as of an axe that is not its own. */
  readonly expected: Montant | null;
  readonly facts: readonly YearFact[];
  read(lecture: Lecture): Known<Montant>;
}

export interface AnneeVersee {
  readonly annee: number;
  /** The payments that make up the year. */
  readonly parts: readonly Versement[];
  /** A list alone says them: what it does not name was not paid. Left out elsewhere. */
  readonly deListe?: true;
  /** Of no action of the contract: they belong to what was paid in the year. */
  readonly horsContrat: readonly PaymentBeyond[];
  /** What a list of payments says beside the tables, with what these say of the same. */
  readonly confrontes: readonly { readonly versement: Versement; readonly de: readonly Versement[] }[];
  /** What a recapitulation says again, with the payments of the year that it adds. */
  readonly reprises: readonly { readonly versement: Versement; readonly de: readonly Versement[] }[];
}

type Source = Pick<Dossier, "convention" | "asOf" | "budget" | "recapitulatifs" | "imputation" | "versements"> & {
  readonly execution: TableauExecution | null;
};

const creditsDe = ({ creditsEtat }: Convention, annee: number): Montant | null =>
  creditsEtat.find((credit) => credit.annee === annee)?.montant ?? null;

function creditsDeLAxe(convention: Convention, axe: number, annee: number): Montant {
  const actions = convention.actions.filter((action) => axeDe(action, annee) === axe);
  return (
    amountOf(convention, axe, annee) ?? addMontants(ZERO, ...actions.map((one) => contractAmount(one, annee, "etat")))
  );
}

export function readFacts(facts: readonly YearFact[], lecture: Lecture): Known<Montant> {
  const cells = facts.map(({ cell }) => cell);
  return whereDue(readTogether(lecture, cells), false);
}

function versementGlobal(convention: Convention, { row, year, facts }: GlobalPayment): Versement {
  const { axe } = row.ligne.place;
  const expected = row.kind === "total" ? creditsDe(convention, year) : null;
  return {
    ligne: row.ligne,
    place: null,
    expected: axe === undefined ? expected : creditsDeLAxe(convention, axe, year),
    facts,
    read: (lecture) => readFacts(facts, lecture),
  };
}

/** Those of the actions whose payments no axe, nor the year as a whole, shows in their place. */
function versementsDesActions(source: Source, annee: number, globaux: readonly GlobalPayment[]): Versement[] {
  const ledger = ledgerOf(source);
  if (!ledger.hasVerses([annee]) || globaux.some(({ row }) => row.kind === "total")) return [];
  const axes = new Set(globaux.map(({ row }) => row.ligne.place.axe));
  return placesMontrees(source, [annee])
    .filter(({ action }) => !axes.has(axeDe(action, annee)))
    .map((place): Versement => {
      const { action } = place;
      return {
        ligne: { place: { axe: axeDe(action, annee), action: action.numero }, nom: nameAction(action) },
        place,
        expected: contractAmount(action, annee, "etat"),
        facts: (source.execution ? executionTable(source.execution).actions : [])
          .filter((row) => row.action === action)
          .flatMap((row) => row.at(annee, "verse")),
        read: (lecture) => {
          const { verse } = ledger.depense(action, annee, lecture);
          return rienAVerser(place, verse) ? known(ZERO, verse.cells) : verse;
        },
      };
    });
}

/** Of the axes of which the imputation says when their amount was paid; the others of it are not known to be. */
function versementsImputes({ convention, imputation }: Source, annee: number): Versement[] {
  const lignes = imputation?.lignes.filter(({ montants }) => montants.has(annee)) ?? [];
  if (!lignes.some(({ verseEn }) => verseEn?.has(annee))) return [];
  return convention.axes.flatMap((axe): Versement | readonly [] => {
    const own = lignes.filter((ligne) => ligne.axe?.numero === axe.numero);
    if (own.length === 0) return [];
    const cells = own.flatMap(({ montants }) => montants.get(annee) ?? []);
    const isPaid = own.every(({ verseEn }) => verseEn?.has(annee) === true);
    return {
      ligne: { place: { axe: axe.numero }, nom: nameAxe(axe) },
      place: null,
      expected: creditsDeLAxe(convention, axe.numero, annee),
      facts: [],
      read: (lecture) =>
        isPaid
          ? readTogether(lecture, cells)
          : notKnown(
              "missing",
              cells.map(({ ref }) => ref),
            ),
    };
  });
}

/** Those of lists of payments, at the level at which they were made. */
function versementsListes({ convention, asOf, versements }: Source, annee: number): Versement[] {
  const axeOf = (numero: NumeroAction) => axeOfAction(convention, numero, annee);
  return listedPlaces(versements, annee, asOf, axeOf).flatMap(
    ({ action: numero, axe, facts }): Versement | readonly [] => {
      const action = convention.actions.find((one) => one.numero === numero);
      if (numero !== undefined && !action) return [];
      const cells = facts.map(({ cell }) => cell);
      const named = convention.axes.find((one) => one.numero === axe);
      const own = action && { action, annee, nom: `${nameAction(action)} – ${annee}` };
      return {
        ligne: action
          ? { place: { axe: axeDe(action, annee), action: action.numero }, nom: nameAction(action) }
          : named
            ? { place: { axe: named.numero }, nom: nameAxe(named) }
            : LIGNE_TOTAL,
        place: own ?? null,
        expected: action
          ? contractAmount(action, annee, "etat")
          : axe === undefined
            ? creditsDe(convention, annee)
            : creditsDeLAxe(convention, axe, annee),
        facts: [],
        read: (lecture) => readTogether(lecture, cells),
      };
    },
  );
}

/** The payments of the tables of which one of the list speaks; none where they are shown at a coarser level. */
function memesVersements(parts: readonly Versement[], { ligne: { place } }: Versement): readonly Versement[] {
  if (place.action !== undefined) return parts.filter(({ ligne }) => ligne.place.action === place.action);
  return place.axe === undefined ? parts : parts.filter(({ ligne }) => ligne.place.axe === place.axe);
}

function anneeVersee(source: Source, annee: number, isPaid: boolean): AnneeVersee {
  const { convention, execution } = source;
  const table = execution && executionTable(execution);
  const ofYear = ({ year }: { readonly year: number }): boolean => year === annee;
  const toVersement = (global: GlobalPayment): Versement => versementGlobal(convention, global);
  const globaux = table ? globalPayments(table).filter(ofYear) : [];
  const repris = table
    ? tablesOf({ ...source, execution })
        .recaps.filter((recap) => recap.source === table)
        .flatMap(globalPayments)
        .filter(ofYear)
    : [];
  const horsContrat = table ? paymentsBeyond(convention, table).filter(ofYear) : [];
  const isShown = isPaid || globaux.length > 0 || horsContrat.length > 0;
  const listes = versementsListes(source, annee);
  const confronter = (parts: readonly Versement[]): AnneeVersee["confrontes"] =>
    listes.map((versement) => ({ versement, de: memesVersements(parts, versement) }));
  const alone = { annee, horsContrat, reprises: [], confrontes: [] };
  if (!isShown && repris.length > 0) {
    const parts = repris.map(toVersement);
    return { ...alone, parts, confrontes: confronter(parts) };
  }
  const imputes = isShown ? [] : versementsImputes(source, annee);
  if (imputes.length > 0) return { ...alone, parts: imputes, confrontes: confronter(imputes) };
  if (!isShown && listes.length > 0) return { ...alone, parts: listes, deListe: true };
  const parts = [...versementsDesActions(source, annee, globaux), ...globaux.map(toVersement)];
  return {
    annee,
    parts,
    horsContrat,
    confrontes: confronter(parts),
    reprises: repris.map((global) => ({
      versement: toVersement(global),
      de: parts.filter(({ ligne }) => global.row.kind === "total" || ligne.place.axe === global.row.ligne.place.axe),
    })),
  };
}

/** The years of the contract for which the workbook has a place for payments, in its order. */
export function anneesVersees(source: Source): readonly AnneeVersee[] {
  const { execution } = source;
  const actions = execution ? executionTable(execution).actions : [];
  return source.convention.annees.flatMap(({ annee }) => {
    const paid = actions.flatMap((row) => row.at(annee, "verse"));
    const versee = anneeVersee(
      source,
      annee,
      paid.some(({ known }) => known.reason !== "missing"),
    );
    const { parts, horsContrat, reprises } = versee;
    return parts.length + horsContrat.length + reprises.length > 0 ? versee : [];
  });
}
