// The sums that rules hold against what they should add, each with its place: rows of sums of a table, of what stands beside its parts, of recapitulations.
import type { Action, Convention } from "../contract/convention";
import { BESIDE } from "../domain/column-roles";
import type { Colonne } from "../domain/tables";
import type { AmountFact, Row, YearFact } from "./fact";
import type { FactTable, RecapTable } from "./fact-tables";
import { groupOf, rowsUnder, type Group, type GroupKey } from "./groups";
import { COLONNES } from "./lines/budget-lines";
import { anneesDemandees } from "./lines/demandes";
import { globalPayments } from "./payments";
import { locateFact, placeFact, type Identity } from "./place-fact";
import { isInColumn, isYear, sumsOfRow, type Sum } from "./sums";

const isMissing = ({ known }: AmountFact): boolean => known.reason === "missing";

/** A row of sums may sum some columns only; an empty cell is a hole where another year of the column is filled. */
const shownColumns = ({ facts }: Row): readonly Colonne[] =>
  COLONNES.filter((colonne) => facts.some((fact) => fact.year !== null && fact.column === colonne && !isMissing(fact)));

const yearsOf = ({ facts }: Row): readonly number[] => [...new Set(facts.filter(isYear).map(({ year }) => year))];

export interface AskedSum {
  readonly place: string;
  readonly identity: Identity;
  readonly fact: YearFact;
  readonly group: Group;
}

/** Nothing stands there to compare. */
export interface NoSum {
  readonly place: string;
  readonly pourquoi: string;
}

/** A year that the budget lacks is one that was not compared; the execution table has its years in time. */
export function* askedSums(
  convention: Convention,
  table: FactTable,
  row: Row,
): Generator<AskedSum | NoSum, void, undefined> {
  const { nom, key } = table;
  const columns = shownColumns(row);
  if (columns.length === 0) {
    // What stands beside the parts, as a payment, is looked at by itself.
    if (!row.facts.every(isMissing)) return;
    const place = key === null ? row.ligne.nom : `${nom}, ${row.ligne.nom}`;
    yield { place, pourquoi: `${nom}, ${row.ligne.nom} : la ligne ne porte aucun montant.` };
    return;
  }
  const sums = sumsOfRow(table, row);
  for (const { annee, pourquoi } of anneesDemandees(convention, table)) {
    if (pourquoi !== null) {
      if (key === null) yield { place: `${row.ligne.nom} – ${annee}`, pourquoi };
      continue;
    }
    for (const colonne of columns) {
      const sum = sums.find(({ fact }) => fact.year === annee && fact.column === colonne);
      if (!sum?.group) continue;
      const { fact, group } = sum;
      yield { place: placeFact(convention, table, fact), identity: locateFact(table, fact), fact, group };
    }
  }
}

/** Of what stands beside the parts, or of some actions only: a sum that no contract states. */
export interface PlainSum {
  readonly place: string;
  readonly identity: Identity;
  readonly fact: YearFact;
  /** The facts of its column that it should add; null where a row has none there. */
  readonly addends: readonly YearFact[] | null;
}

const plainSum = (
  convention: Convention,
  table: FactTable,
  { fact, addends }: Sum<YearFact>,
  isWhole = true,
): PlainSum => ({
  place: placeFact(convention, table, fact),
  identity: locateFact(table, fact),
  fact,
  addends: isWhole ? addends : null,
});

/** Other financing, and what the State has paid, of a row of sums. */
export function* besideSums(convention: Convention, table: FactTable, row: Row): Generator<PlainSum, void, undefined> {
  const under = rowsUnder(table, row);
  if (under.length === 0) return;
  for (const column of BESIDE) {
    const sums = sumsOfRow(table, row).filter(({ fact }) => fact.column === column);
    // A row of sums may sum some columns only.
    if (sums.every(({ fact }) => isMissing(fact))) continue;
    for (const sum of sums) {
      const { fact, addends } = sum;
      const globaux = column === "verse" ? globalPayments(table).filter(({ year }) => year === fact.year) : [];
      // What stands in the row itself is no sum, or has addends that are no actions.
      if (globaux.some((global) => global.row === row)) continue;
      const others = row.kind === "total" ? globaux.flatMap(({ facts }) => facts) : [];
      const own = others.filter((other) => isInColumn(other.cell, fact.cell));
      const isWhole = new Set(addends.map((addend) => addend.row)).size === under.length;
      yield plainSum(convention, table, { ...sum, addends: [...addends, ...own] }, isWhole);
    }
  }
}

/** Totals of some actions only, as of a sous-axe. */
export function* groupSums(convention: Convention, table: FactTable): Generator<PlainSum, void, undefined> {
  for (const row of table.rows.filter(({ kind }) => kind === "groupe")) {
    const sums = sumsOfRow(table, row);
    for (const colonne of shownColumns(row)) {
      for (const sum of sums) if (sum.fact.column === colonne) yield plainSum(convention, table, sum);
    }
  }
}

export interface RecapSum {
  readonly place: string;
  readonly identity: Identity;
  readonly fact: YearFact;
  /** Of one column, or of both parts where the table has no total; null where it has nothing of them. */
  readonly groups: readonly Group[] | null;
  /** The rows that may be of this axe too: nothing tells which is theirs. */
  readonly sansAxe: readonly Group[];
}

/** The rows of a recapitulation that it holds against its source: those of its axes, or its TOTAL. */
function recapRows({ rows, tableau }: RecapTable, kind: "axe" | "total"): readonly Row[] {
  // Where other rows stand among the axes, the TOTAL adds them too.
  const isWhole = kind === "axe" || tableau.lignesAction.length === 0;
  return isWhole ? rows.filter((row) => row.kind === kind) : [];
}

/** Null for an axe that the contract does not have. */
function keyInSource({ kind, axe }: Row): GroupKey | null {
  if (kind === "total") return "total";
  return axe ? `axe-${axe.numero}` : null;
}

function groupsInSource(
  { source }: RecapTable,
  key: GroupKey,
  year: number,
  colonne: Colonne,
): readonly Group[] | null {
  const own = groupOf(source, key, year, colonne);
  if (own.facts.length > 0) return [own];
  const parts =
    colonne === "total" ? [groupOf(source, key, year, "etat"), groupOf(source, key, year, "collectivite")] : [];
  return parts.length > 0 && parts.every(({ facts }) => facts.length > 0) ? parts : null;
}

/** A row of sums may sum some columns only. */
export function* recapSums(
  convention: Convention,
  recap: RecapTable,
  kind: "axe" | "total",
): Generator<RecapSum, void, undefined> {
  for (const row of recapRows(recap, kind)) {
    const columns = shownColumns(row);
    const key = keyInSource(row);
    for (const year of yearsOf(row)) {
      if (!convention.annees.some(({ annee }) => annee === year)) continue;
      for (const colonne of columns) {
        const [fact] = row.at(year, colonne);
        if (!fact) continue;
        const groups = key === null ? null : groupsInSource(recap, key, year, colonne);
        const doubtful = kind === "axe" ? (groups ?? []) : [];
        yield {
          place: placeFact(convention, recap, fact),
          identity: locateFact(recap, fact),
          fact,
          groups,
          sansAxe: doubtful.map(({ column }) => groupOf(recap.source, "sans-axe", year, column)),
        };
      }
    }
  }
}

export interface RepeatedSum {
  readonly fact: YearFact;
  readonly colonne: Colonne;
  /** Of the rows that stand under it: a row is judged by itself, and not again in its sum. */
  readonly addends: readonly YearFact[];
  /** The actions of the contract whose amounts it adds. */
  readonly actions: readonly Action[];
}

/** The subtotals and the total of what an execution table says again was contracted. */
export function* repeatedSums(convention: Convention, table: FactTable): Generator<RepeatedSum, void, undefined> {
  for (const row of table.rows) {
    if (row.kind !== "axe" && row.kind !== "total") continue;
    const { axe } = row;
    // Of a heading that is no axe of the contract there is nothing to say.
    if (row.kind === "axe" && axe === null) continue;
    const actions = convention.actions.filter((action) => axe === null || action.axe === axe.numero);
    const sums = sumsOfRow(table, row);
    for (const year of yearsOf(row)) {
      for (const colonne of COLONNES) {
        const own = sums.find(({ fact }) => fact.year === year && fact.column === `contractualise-${colonne}`);
        if (own) yield { fact: own.fact, colonne, addends: own.addends, actions };
      }
    }
  }
}
