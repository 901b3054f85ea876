// The bands of columns of a table whose formulas add each other: its parts, each kind of column beside them, totals of some actions.
import { groupBy } from "../domain/group-by";
import type { Convention } from "../contract/convention";
import { isSameSheet, sheetKey, type CellRef, type RangeRef } from "xlsx-model/cell-ref";
import { lowerBound } from "xlsx-model/lower-bound";
import { remember } from "../domain/remember";
import { BESIDE, isBeside, isPart, repeatedPart, type BesideRole, type ColumnRole } from "../domain/column-roles";
import type { Colonne } from "../domain/tables";
import type { Row, YearFact } from "./fact";
import type { FactTable } from "./fact-tables";
import { nameAxeRows, namePart, type Ligne } from "./lines/budget-lines";
import { joinKeys, locateFact, nameColumn, wordOf, type Identity } from "./place-fact";
import { isYear, yearSums, type Sum } from "./sums";

export interface Band {
  readonly table: FactTable;
  readonly kind: "parts" | BesideRole | "contractualise" | "groupe";
  readonly facts: readonly YearFact[];
  readonly sums: readonly Sum<YearFact>[];
  /** What findings on formulas call the totals of some actions; null in the other bands. */
  readonly groups: { readonly key: string; readonly names: ReadonlyMap<Row, Ligne> } | null;
}

/** The part that a column is among those of its band: what stands beside the parts is a whole. */
export const colonneOf = ({ column }: YearFact): Colonne =>
  isPart(column) ? column : (repeatedPart(column) ?? "total");

const kindOf = (column: ColumnRole): Band["kind"] =>
  isPart(column) ? "parts" : isBeside(column) ? column : "contractualise";

/** As many bands as the groups need to stand apart: an action is under one of them. */
function groupBands(table: FactTable): readonly Band[] {
  const { rows, facts, tableau } = table;
  const bounds = ({ index }: Row): { readonly de: number; readonly a: number } => {
    const of = tableau.sommes[index]?.of;
    return of?.kind === "groupe" ? of : { de: 0, a: 0 };
  };
  const apart: Row[][] = [];
  for (const row of rows.filter(({ kind }) => kind === "groupe")) {
    const { de, a } = bounds(row);
    const band = apart.find((others) => others.map(bounds).every((other) => de >= other.a || a <= other.de));
    if (band) band.push(row);
    else apart.push([row]);
  }
  return apart.map((groups, index): Band => {
    const labels = groups.flatMap((row) => tableau.sommes[row.index]?.label ?? []);
    const named = nameAxeRows(labels.map((label) => ({ label, axe: null })));
    const own = new Set(groups);
    const isOwn = ({ row, column }: YearFact): boolean => isPart(column) && (row.kind === "action" || own.has(row));
    return {
      table,
      kind: "groupe",
      facts: facts.filter(isYear).filter(isOwn),
      sums: yearSums(table).filter(({ fact }) => isOwn(fact)),
      groups: {
        key: index === 0 ? "groupe" : `groupe-${index + 1}`,
        names: new Map(groups.flatMap((row, rank) => (named[rank] ? [[row, named[rank]] as const] : []))),
      },
    };
  });
}

export interface Bands {
  readonly parts: Band;
  /** Those that the table has columns of. */
  readonly beside: readonly Band[];
  readonly groups: readonly Band[];
}

export const bandsOf = remember((table: FactTable): Bands => {
  const band = (kind: Band["kind"]): Band => {
    const isOwn = ({ row, column }: YearFact): boolean => row.kind !== "groupe" && kindOf(column) === kind;
    const facts = table.facts.filter(isYear).filter(isOwn);
    return { table, kind, facts, sums: yearSums(table).filter(({ fact }) => isOwn(fact)), groups: null };
  };
  const beside = [...BESIDE, "contractualise" as const].map(band);
  return {
    parts: band("parts"),
    beside: beside.filter(({ facts }) => facts.length > 0),
    groups: groupBands(table),
  };
});

/** What tells a finding of the band from those of the parts; null for the parts. */
export const keyOfBand = ({ kind, groups }: Band, fact: YearFact): string | null =>
  kind === "parts" ? null : (groups?.key ?? wordOf(fact));

/** What a finding on the formula of a cell of the band says of it. */
export function situateInBand(
  convention: Convention,
  { table, groups }: Band,
  fact: YearFact,
): Identity & { readonly place: string } {
  const { row, year, column } = fact;
  const colonne = colonneOf(fact);
  const prefix = table.key === null ? "" : `${table.nom}, `;
  const named = groups?.names.get(row);
  if (groups && named) {
    const place = `${prefix}${named.nom} – ${year} – ${namePart(convention, colonne)}`;
    return { subject: { year, party: colonne }, key: joinKeys(named.key, groups.key, table.key), place };
  }
  const { subject, key } = locateFact(table, fact);
  const place = `${prefix}${row.ligne.nom} – ${year} – ${nameColumn(convention, column)}`;
  return { subject: { ...subject, party: colonne }, ...(key !== undefined && { key }), place };
}

interface Column {
  readonly rows: readonly number[];
  readonly facts: readonly YearFact[];
}

function inOrder(own: readonly YearFact[]): Column {
  const facts = [...own].sort((one, other) => one.cell.ref.row - other.cell.ref.row);
  return { rows: facts.map(({ cell }) => cell.ref.row), facts };
}

/** The facts of a band by their sheet, column and row. */
const indexOf = remember(({ facts }: Band): ReadonlyMap<string, ReadonlyMap<number, Column>> => {
  const sheets = groupBy(facts, ({ cell }) => sheetKey(cell.ref.sheet));
  const columnsOf = (own: readonly YearFact[]) => groupBy(own, ({ cell }) => cell.ref.column);
  return new Map(
    [...sheets].map(([sheet, own]) => [sheet, new Map([...columnsOf(own)].map(([at, each]) => [at, inOrder(each)]))]),
  );
});

/** Those that stand within the range. */
export function factsWithin(band: Band, { sheet, top, bottom, left, right }: RangeRef): readonly YearFact[] {
  const found: YearFact[] = [];
  for (const [column, { rows, facts }] of indexOf(band).get(sheetKey(sheet)) ?? []) {
    if (column < left || column > right) continue;
    for (let at = lowerBound(rows, top); (rows[at] ?? Infinity) <= bottom; at += 1) {
      const fact = facts[at];
      if (fact) found.push(fact);
    }
  }
  return found;
}

export function factAt(band: Band, { sheet, row, column }: CellRef): YearFact | null {
  return factsWithin(band, { sheet, top: row, bottom: row, left: column, right: column })[0] ?? null;
}

/** Whether some of them stand on that sheet. */
export const isOnSheet = (band: Band, sheet: string): boolean => indexOf(band).has(sheetKey(sheet));

const byFact = remember(({ sums }: Band) => new Map(sums.map((sum) => [sum.fact, sum])));

/** Null for a cell of no sum. */
export const sumOf = (band: Band, fact: YearFact): Sum<YearFact> | null => byFact(band).get(fact) ?? null;

const groupSums = remember((table: FactTable) =>
  yearSums(table).filter(({ fact }) => fact.row.kind === "groupe" && isPart(fact.column)),
);

/** Totals of some actions that stand within the range: a formula of the parts that takes one up adds its rows. */
export const groupsWithin = ({ table, kind }: Band, range: RangeRef): readonly Sum<YearFact>[] =>
  kind === "parts" ? groupSums(table).filter(({ fact: { cell } }) => isWithin(cell.ref, range)) : [];

export const isWithin = ({ sheet, row, column }: CellRef, range: RangeRef): boolean =>
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right &&
  isSameSheet(sheet, range.sheet);
