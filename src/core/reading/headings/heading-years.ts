// Which year of the row above each column of a heading is about.
import type { NaturedParty, PartyCell } from "./heading-bands";
import type { HeadingReader } from "./headings";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { holdsAmount, readYearCells, type YearCell } from "./year-cell";

/** How far above the parties the years may stand: one decorated row between them. */
const MAX_YEAR_DISTANCE = 3;

function nearestLeft(cells: readonly YearCell[], column: number): YearCell | null {
  let found: YearCell | null = null;
  for (const cell of cells) {
    if (cell.column > column) break;
    found = cell;
  }
  return found === null || found.annee === null ? null : found;
}

/** A new group begins where a party comes again: "Total Etat DM | Total Etat DM". */
function groupParties(parties: readonly NaturedParty[]): readonly (readonly NaturedParty[])[] {
  const groups: NaturedParty[][] = [];
  const seen = new Set<string>();
  for (const party of parties) {
    const key = `${party.nature ?? party.band?.nature ?? ""}/${party.colonne}`;
    if (groups.length === 0 || seen.has(key)) {
      groups.push([]);
      seen.clear();
    }
    seen.add(key);
    groups.at(-1)?.push(party);
  }
  return groups;
}

/** A year may stand over each column, over the first of its columns (merged) or over the middle one (centred by hand). */
export function assignYears(
  parties: readonly NaturedParty[],
  years: readonly YearCell[],
): ReadonlyMap<number, YearCell> {
  const assigned = new Map<number, YearCell>();
  const firstYear = years.find(({ annee }) => annee !== null);
  // Over the first column of all, so over the first column of each: what its columns are called does not matter then.
  if (firstYear && firstYear.column <= (parties[0]?.column ?? 0)) {
    for (const { column } of parties) {
      const year = nearestLeft(years, column);
      if (year) assigned.set(column, year);
    }
    return assigned;
  }
  const groups = groupParties(parties);
  groups.forEach((group, index) => {
    const from = group[0]?.column ?? 0;
    const to = groups[index + 1]?.[0]?.column ?? Infinity;
    const own = years.filter(({ column, annee }) => annee !== null && column >= from && column < to);
    const distinct = new Set(own.map(({ annee }) => annee));
    for (const { column } of group) {
      const near = nearestLeft(years, column);
      const year = distinct.size !== 1 ? near : near && own.includes(near) ? near : (own[0] ?? null);
      if (year) assigned.set(column, year);
    }
  });
  return assigned;
}

export function findYearRow(grid: SheetGrid, row: GridRow, parties: readonly PartyCell[], headings: HeadingReader) {
  const from = parties[0]?.column ?? 0;
  const to = parties.at(-1)?.column ?? 0;
  for (let distance = 1; distance <= MAX_YEAR_DISTANCE; distance += 1) {
    const above = grid.row(row.row - distance);
    const years = above && !above.isBlank && !holdsAmount(above) ? readYearCells(above, headings, "budget") : [];
    if (above && years.some(({ column, annee }) => annee !== null && column >= from && column <= to)) {
      return { row: above, years };
    }
  }
  return null;
}
