// The « matrice des indicateurs »: T0, target, achieved, rate and trend of each indicator, the national ones marked.
import { known, notKnown, type Known } from "../../domain/known";
import { isClosed } from "../../contract/in-force/annees-closes";
import type { Action, Convention, Indicateur, Valeur } from "../../contract/convention";
import type { Dossier, TableauIndicateurs, ValeurCell } from "../../domain/dossier";
import type { NatureValeur } from "../../domain/natures";
import type { IndicatorRow } from "../../facts/fact";
import { contractTarget, nameIndicatorRows } from "../../facts/lines/indicator-lines";
import { foldLabel } from "../../domain/words/label";
import { estEnMots, mentionsDe, orienter } from "../../facts/lines/mesure";
import { nationalRows } from "../../facts/lines/realise-lines";
import { cellKey, type CellRef } from "xlsx-model/cell-ref";
import type { Verification } from "../../verification";
import { rateOf } from "../../facts/ledger/ecriture";
import type { LigneMatrice, MesureAnnuelle } from "./bilan";
import type { NumeroAction } from "../../domain/values/numero-action";

interface Source extends Pick<Dossier, "convention" | "asOf" | "indicators"> {
  /** What the rule says of an achieved value; null where it says nothing of it. */
  readonly niveauDe: (cell: CellRef) => MesureAnnuelle["niveau"];
}

/** Of the values that the rule on targets compared, those of which it found nothing are attained. */
function juge({ findings, rules }: Pick<Verification, "findings" | "rules">): Source["niveauDe"] {
  const own = findings.filter(({ rule }) => rule === "cible-atteinte");
  const found = new Map(own.flatMap(({ cells, severity }) => cells.map((cell) => [cellKey(cell), severity] as const)));
  const isJudged = rules.some(({ rule, coverage }) => rule === "cible-atteinte" && coverage.compared > 0);
  return (cell) => {
    if (!isJudged) return null;
    const severity = found.get(cellKey(cell));
    return severity === undefined ? "atteinte" : severity === "info" ? "partielle" : "sous-le-seuil";
  };
}

const place = (action: NumeroAction, indicateur: number): string => `${action}/${indicateur}`;

function indexRows(convention: Convention, table: TableauIndicateurs | null): ReadonlyMap<string, IndicatorRow> {
  const byPlace = new Map<string, IndicatorRow>();
  for (const row of table ? nameIndicatorRows(convention, table) : []) {
    const { indicateur, place: at } = row;
    if (!indicateur || at.action === undefined) continue;
    const key = place(at.action, indicateur.numero);
    if (!byPlace.has(key)) byPlace.set(key, row);
  }
  return byPlace;
}

/** Differences of decimals carry binary noise (0.3 − 0.1). */
function difference(later: number | null, earlier: Valeur | null): number | null {
  return later === null || typeof earlier !== "number" ? null : Math.round((later - earlier) * 1e6) / 1e6;
}

/** What the contract says, or the figure that the workbook gives where the contract leaves it to be set. */
function settle(contract: Valeur | null, cell: ValeurCell | null): Valeur | null {
  if (contract === "nd" && cell?.known.reason === null) return cell.known.value;
  return contract;
}

interface Attendu {
  readonly isDue: boolean;
  readonly isOver: boolean;
  readonly hasRow: boolean;
  readonly enMots: boolean;
}

function readAchieved(cell: ValeurCell | null, { isDue, isOver, hasRow, enMots }: Attendu): Known<number | string> {
  const cells = cell ? [cell.ref] : [];
  if (cell?.known.reason === "unreadable") return enMots ? known(cell.text, cells) : notKnown("unreadable", cells);
  if (cell?.known.reason === null) return known(cell.known.value, cells);
  if (!isDue) return notKnown("not-due", cells);
  if (!isOver) return notKnown("not-closed", cells);
  return notKnown(hasRow ? "missing" : "no-row", cells);
}

interface Mesures {
  readonly t0: Valeur | null;
  cible(annee: number): Valeur | null;
  cell(nature: NatureValeur, annee: number): ValeurCell | null;
  isDue(annee: number): boolean;
  readonly hasRow: boolean;
  /** Null for a national indicator that the contract only names. */
  readonly indicateur: Indicateur | null;
}

function measure(
  { convention, asOf, niveauDe }: Source,
  annees: readonly number[],
  mesures: Mesures,
): MesureAnnuelle[] {
  const all = convention.annees;
  return annees.map((annee) => {
    const index = all.findIndex((year) => year.annee === annee);
    const year = all[index];
    const isOver = year !== undefined && isClosed(convention, year, asOf);
    const enMots = mesures.indicateur !== null && estEnMots(mesures.indicateur);
    const realise = readAchieved(mesures.cell("achieved", annee), {
      isDue: mesures.isDue(annee),
      isOver,
      hasRow: mesures.hasRow,
      enMots,
    });
    const sens = mesures.indicateur?.sens;
    const cible = mesures.cible(annee);
    const before = all[index - 1]?.annee;
    const figure = typeof realise.value === "number" ? realise.value : null;
    const cell = mesures.cell("achieved", annee);
    const isCompared = isOver && cell !== null && figure !== null && figure >= 0 && typeof cible === "number";
    const previous = before === undefined ? null : mesures.cell("achieved", before);
    return {
      annee,
      cible,
      cibleCell: mesures.cell("target", annee)?.ref ?? null,
      realise,
      cibleEnMots: mesures.indicateur?.cibles.find((each) => each.annee === annee)?.texte ?? null,
      taux: typeof cible === "number" && figure !== null ? rateOf(...orienter(figure, cible, sens)) : null,
      // A year that is not closed has nothing to reach yet, and what is told in words a person judges.
      niveau: isCompared && !enMots ? niveauDe(cell.ref) : null,
      depuisT0: difference(figure, mesures.t0),
      depuisPrecedente: difference(figure, previous?.known.reason === null ? previous.known.value : null),
    };
  });
}

function runs(action: Action, annee: number): boolean {
  return action.montants.some((montants) => montants.annee === annee);
}

function composeLigne(
  source: Source,
  annees: readonly number[],
  action: Action,
  indicateur: Indicateur,
  row: IndicatorRow | null,
  isNational: boolean,
): LigneMatrice {
  const cell = (nature: NatureValeur, annee: number | null) => row?.at(nature, annee)?.cell ?? null;
  const t0Cell = cell("t0", null);
  const t0 = settle(indicateur.t0, t0Cell);
  return {
    action: { numero: action.numero, intitule: action.intitule, axe: action.axe },
    numero: indicateur.numero,
    intitule: indicateur.intitule,
    isNational,
    sens: indicateur.sens ?? "hausse",
    isPart: indicateur.unite === "pourcentage",
    mentions: [...(isNational ? ["indicateur national"] : []), ...mentionsDe(indicateur)],
    t0,
    t0EnMots: indicateur.t0Texte ?? null,
    t0Cell: t0Cell?.ref ?? null,
    annees: measure(source, annees, {
      t0,
      cible: (annee) => settle(contractTarget(indicateur, annee), cell("target", annee)),
      cell,
      isDue: (annee) => contractTarget(indicateur, annee) !== null && runs(action, annee),
      hasRow: row !== null,
      indicateur,
    }),
  };
}

/** A national indicator that is none of an action's: the workbook alone gives its targets. */
function composeNational(
  source: Source,
  annees: readonly number[],
  intitule: string,
  rows: readonly IndicatorRow[],
): LigneMatrice {
  const given = (cell: ValeurCell | null | undefined): Valeur | null =>
    cell?.known.reason === null ? cell.known.value : null;
  const cell = (nature: NatureValeur, annee: number): ValeurCell | null => {
    const cells = rows.flatMap((row) => row.at(nature, annee)?.cell ?? []);
    return cells.find(({ known: lu }) => lu.reason !== "missing") ?? cells[0] ?? null;
  };
  const t0Cell = rows[0]?.at("t0", null)?.cell;
  const t0 = given(t0Cell);
  return {
    action: null,
    numero: null,
    intitule,
    isNational: true,
    sens: "hausse",
    isPart: false,
    mentions: ["indicateur national"],
    t0,
    t0EnMots: null,
    t0Cell: t0Cell?.ref ?? null,
    annees: measure(source, annees, {
      t0,
      cible: (annee) => given(cell("target", annee)),
      cell,
      isDue: () => true,
      hasRow: rows.length > 0,
      indicateur: null,
    }),
  };
}

/** The contract's indicators in its order, then the national ones that stand under no action. */
export function composeMatrice(
  dossier: Dossier,
  verification: Pick<Verification, "findings" | "rules">,
  annees: readonly number[],
): LigneMatrice[] {
  const { convention, asOf, indicators } = dossier;
  const source: Source = { convention, asOf, indicators, niveauDe: juge(verification) };
  const rows = indexRows(convention, indicators);
  const national = new Set(convention.indicateursNationaux.map(foldLabel));
  const placed = new Set<string>();
  const lignes = convention.actions.flatMap((action) =>
    action.indicateurs.map((indicateur) => {
      const labels = [indicateur.intitule, ...indicateur.alias].map(foldLabel).filter((label) => national.has(label));
      for (const label of labels) placed.add(label);
      const ligne = rows.get(place(action.numero, indicateur.numero)) ?? null;
      return composeLigne(source, annees, action, indicateur, ligne, labels.length > 0);
    }),
  );
  const found = new Map(
    indicators ? nationalRows(convention, indicators).map((national) => [national.intitule, national.rows]) : [],
  );
  const others = convention.indicateursNationaux.filter((intitule) => !placed.has(foldLabel(intitule)));
  return [...lignes, ...others.map((intitule) => composeNational(source, annees, intitule, found.get(intitule) ?? []))];
}
