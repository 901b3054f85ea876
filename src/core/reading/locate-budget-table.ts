// Finds the headings of budget tables: years over the parties, parties over the years, or both in one row.
import { formatLocalCell } from "../domain/cell-ref";
import type { Colonne } from "../domain/dossier";
import type { HeadingReader, Unit } from "./headings";
import type { GridRow, SheetGrid } from "./sheet-grid";
import type { TableHeader } from "./table-header";
import { readYearCells, type YearCell } from "./year-cell";

export interface HeadingPlace {
  readonly row: number;
  readonly column: number;
}

interface AmountColumn {
  readonly column: number;
  readonly annee: number;
  readonly colonne: Colonne;
  /** The cell with the party's word. */
  readonly heading: HeadingPlace;
  /** The cell that names the year. */
  readonly yearHeading: HeadingPlace;
  readonly unit: Unit | null;
}

export interface BudgetHeader extends TableHeader {
  readonly columns: readonly AmountColumn[];
}

export interface LocatedBudgets {
  readonly headers: readonly BudgetHeader[];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: readonly string[];
}

interface PartyCell {
  readonly column: number;
  readonly colonne: Colonne;
  readonly annee: number | null;
  readonly unit: Unit | null;
}

/** How far above the parties the years may stand: one decorated row between them. */
const MAX_YEAR_DISTANCE = 3;

function readPartyCells(row: GridRow, headings: HeadingReader): readonly PartyCell[] {
  const cells: PartyCell[] = [];
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text === null) continue;
    const { colonne, annee, unit } = headings.read(text);
    if (colonne !== null) cells.push({ column, colonne, annee, unit });
  }
  return cells;
}

const last = <Item>(items: readonly Item[]): Item | undefined => items[items.length - 1];

function nearestLeft(cells: readonly YearCell[], column: number): YearCell | null {
  let found: YearCell | null = null;
  for (const cell of cells) {
    if (cell.column > column) break;
    found = cell;
  }
  return found === null || found.annee === null ? null : found;
}

/** A new group begins where a party comes again: "Total Etat DM | Total Etat DM". */
function groupParties(parties: readonly PartyCell[]): readonly (readonly PartyCell[])[] {
  const groups: PartyCell[][] = [];
  const seen = new Set<Colonne>();
  for (const party of parties) {
    if (groups.length === 0 || seen.has(party.colonne)) {
      groups.push([]);
      seen.clear();
    }
    seen.add(party.colonne);
    last(groups)?.push(party);
  }
  return groups;
}

/** A year may stand over each column, over the first of its columns (merged) or over the middle one (centred by hand). */
function assignYears(parties: readonly PartyCell[], years: readonly YearCell[]): ReadonlyMap<number, YearCell> {
  const assigned = new Map<number, YearCell>();
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

function findYearRow(grid: SheetGrid, row: GridRow, parties: readonly PartyCell[], headings: HeadingReader) {
  const from = parties[0]?.column ?? 0;
  const to = last(parties)?.column ?? 0;
  for (let distance = 1; distance <= MAX_YEAR_DISTANCE; distance += 1) {
    const above = grid.row(row.row - distance);
    const years = above && !above.isBlank ? readYearCells(above, headings) : [];
    if (above && years.some(({ column, annee }) => annee !== null && column >= from && column <= to)) {
      return { row: above, years };
    }
  }
  return null;
}

/** Parties over years: each column under a party is the year that stands there. */
function readYearsBelow(grid: SheetGrid, row: GridRow, parties: readonly PartyCell[], headings: HeadingReader) {
  const below = grid.row(row.row + 1);
  const from = parties[0]?.column ?? 0;
  const years = below ? readYearCells(below, headings).filter(({ column }) => column >= from) : [];
  if (!below || years.length < 2 || years.some(({ annee }) => annee === null)) return null;
  const columns = years.flatMap(({ column, annee }): AmountColumn[] => {
    const party = last(parties.filter((cell) => cell.column <= column));
    if (!party || annee === null) return [];
    const heading = { row: row.row, column: party.column };
    return [
      { column, annee, colonne: party.colonne, heading, yearHeading: { row: below.row, column }, unit: party.unit },
    ];
  });
  return { columns, bottom: below.row };
}

function readColumns(grid: SheetGrid, row: GridRow, parties: readonly PartyCell[], headings: HeadingReader) {
  const yearRow = findYearRow(grid, row, parties, headings);
  if (!yearRow && parties.every(({ annee }) => annee === null)) {
    const below = readYearsBelow(grid, row, parties, headings);
    return { top: row.row, bottom: below?.bottom ?? row.row, columns: below?.columns ?? [] };
  }
  const above = yearRow ? assignYears(parties, yearRow.years) : new Map<number, YearCell>();
  const columns = parties.flatMap(({ column, colonne, annee, unit }): AmountColumn[] => {
    const heading = { row: row.row, column };
    if (annee !== null) return [{ column, annee, colonne, heading, yearHeading: heading, unit }];
    const year = above.get(column);
    if (!yearRow || !year || year.annee === null) return [];
    const yearHeading = { row: yearRow.row.row, column: year.column };
    const text = yearRow.row.text(year.column);
    return [
      {
        column,
        annee: year.annee,
        colonne,
        heading,
        yearHeading,
        unit: unit ?? (text === null ? null : headings.read(text).unit),
      },
    ];
  });
  const usesYearRow = yearRow !== null && columns.some(({ yearHeading }) => yearHeading.row !== row.row);
  return { top: usesYearRow ? yearRow.row.row : row.row, bottom: row.row, columns };
}

export function locateBudgetTables(grid: SheetGrid, headings: HeadingReader): LocatedBudgets {
  const headers: BudgetHeader[] = [];
  const nearMisses: string[] = [];
  for (const row of grid.rows) {
    const parties = row.row <= (last(headers)?.bottom ?? -1) ? [] : readPartyCells(row, headings);
    if (new Set(parties.map(({ colonne }) => colonne)).size < 2) continue;
    const { top, bottom, columns } = readColumns(grid, row, parties, headings);
    if (columns.length > 0) {
      const left = Math.min(...columns.map(({ column }) => column));
      const right = Math.max(...columns.map(({ column }) => column));
      headers.push({ grid, top, bottom, left, right, columns });
    } else {
      const first = formatLocalCell(row.row, parties[0]?.column ?? 0);
      nearMisses.push(`des parts en ${first} mais aucune année de budget au-dessus`);
    }
  }
  return { headers, nearMisses };
}
