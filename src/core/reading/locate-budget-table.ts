// Finds the headings of budget and execution tables: years over the parties, beside them, in a column or in a title.
import { formatLocalCell } from "../domain/cell-ref";
import type { Colonne } from "../domain/dossier";
import {
  assignBand,
  findHeading,
  findYearColumn,
  readNatureBand,
  readNaturesBelow,
  readYearsBelow,
  type AmountColumn,
  type NaturedParty,
  type PartyCell,
} from "./heading-bands";
import type { HeadingReader } from "./headings";
import type { GridRow, SheetGrid } from "./sheet-grid";
import type { HeadingPlace, TableHeader } from "./table-header";
import { readTitleYear, type TitleYear } from "./title-year";
import { readYearCells, type YearCell } from "./year-cell";

export interface BudgetHeader extends TableHeader {
  readonly columns: readonly AmountColumn[];
  /** The header cell of the column that names the year of each row. */
  readonly yearColumn: HeadingPlace | null;
  readonly axeColumn: HeadingPlace | null;
  /** The title or the sheet name that gives the year of the whole table. */
  readonly titleYear: TitleYear | null;
}

export interface LocatedBudgets {
  readonly headers: readonly BudgetHeader[];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: readonly string[];
}

/** How far above the parties the years may stand: one decorated row between them. */
const MAX_YEAR_DISTANCE = 3;

function readPartyCells(row: GridRow, headings: HeadingReader): readonly PartyCell[] {
  const cells: PartyCell[] = [];
  const parties = new Set<Colonne>();
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text === null) continue;
    const { colonne, execution, annee, unit, nature } = headings.read(text);
    const which = colonne ?? execution;
    if (which === null) continue;
    if (which !== "verse") parties.add(which);
    cells.push({ column, colonne: which, nature, annee, unit });
  }
  return parties.size >= 2 ? cells : [];
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
    last(groups)?.push(party);
  }
  return groups;
}

/** A year may stand over each column, over the first of its columns (merged) or over the middle one (centred by hand). */
function assignYears(parties: readonly NaturedParty[], years: readonly YearCell[]): ReadonlyMap<number, YearCell> {
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

function findYearRow(grid: SheetGrid, row: GridRow, parties: readonly PartyCell[], headings: HeadingReader) {
  const from = parties[0]?.column ?? 0;
  const to = last(parties)?.column ?? 0;
  for (let distance = 1; distance <= MAX_YEAR_DISTANCE; distance += 1) {
    const above = grid.row(row.row - distance);
    const years = above && !above.isBlank ? readYearCells(above, headings, "budget") : [];
    if (above && years.some(({ column, annee }) => annee !== null && column >= from && column <= to)) {
      return { row: above, years };
    }
  }
  return null;
}

interface Columns {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly AmountColumn[];
}

/** Years in the parties' own cells or in a row above. */
function readYearsAbove(
  grid: SheetGrid,
  row: GridRow,
  parties: readonly NaturedParty[],
  top: number,
  headings: HeadingReader,
): Columns {
  const yearRow = findYearRow(grid, row, parties, headings);
  const above = yearRow ? assignYears(parties, yearRow.years) : new Map<number, YearCell>();
  const columns = parties.flatMap(({ column, colonne, annee, unit, nature, band }): AmountColumn[] => {
    const heading = { row: row.row, column };
    const common = { column, colonne, heading };
    if (annee !== null) {
      return [{ ...common, nature: nature ?? band?.nature ?? null, annee, yearHeading: heading, unit }];
    }
    const year = above.get(column);
    if (!yearRow || !year || year.annee === null) return [];
    const text = yearRow.row.text(year.column);
    const said = text === null ? null : headings.read(text);
    return [
      {
        ...common,
        nature: nature ?? band?.nature ?? said?.nature ?? null,
        annee: year.annee,
        yearHeading: { row: yearRow.row.row, column: year.column },
        unit: unit ?? said?.unit ?? null,
      },
    ];
  });
  const usesYearRow = yearRow !== null && columns.some(({ yearHeading }) => yearHeading.row !== row.row);
  return { top: usesYearRow ? Math.min(top, yearRow.row.row) : top, bottom: row.row, columns };
}

function isUndated(parties: readonly PartyCell[]): boolean {
  return parties.every(({ annee }) => annee === null);
}

function readHeader(
  grid: SheetGrid,
  row: GridRow,
  parties: readonly PartyCell[],
  previous: BudgetHeader | undefined,
  headings: HeadingReader,
): BudgetHeader | null {
  const band = readNatureBand(grid, row, parties, headings);
  const natured = assignBand(parties, band?.cells ?? []);
  const top = band?.row ?? row.row;
  let read = readYearsAbove(grid, row, natured, top, headings);
  if (read.columns.length === 0 && isUndated(parties)) {
    read = readYearsBelow(grid, row, natured, headings) ?? read;
  }
  const dated = read.columns.length > 0 ? read.columns : undated(row, natured);
  const below = read.bottom === row.row ? readNaturesBelow(grid, row, dated, headings) : null;
  if (read.columns.length > 0) {
    return toHeader(grid, below ? { ...read, ...below } : read, headings, null, null);
  }
  if (!isUndated(parties)) return null;

  const without = below ?? { bottom: row.row, columns: undated(row, natured) };
  const yearColumn = findYearColumn(grid, row.row - 2, without.bottom, headings);
  if (yearColumn) {
    return toHeader(grid, { top: Math.min(top, yearColumn.row), ...without }, headings, yearColumn, null);
  }
  const isUnderYears = previous !== undefined && previous.titleYear === null && overlaps(previous, parties);
  if (isUnderYears) return null;
  const titleYear = readTitleYear(grid, row, previous?.bottom ?? null, parties[0]?.column ?? 0, headings);
  if (!titleYear) return null;
  const columns = without.columns.map((column) => ({
    ...column,
    annee: titleYear.annee,
    yearHeading: titleYear.place ?? column.heading,
  }));
  return toHeader(grid, { top, bottom: without.bottom, columns }, headings, null, titleYear);
}

/** Columns whose year is said elsewhere. */
function undated(row: GridRow, parties: readonly NaturedParty[]): readonly AmountColumn[] {
  return parties.map(({ column, colonne, unit, nature, band }) => {
    const heading = { row: row.row, column };
    const known = nature ?? band?.nature ?? null;
    return { column, colonne, nature: known, annee: null, heading, yearHeading: heading, unit };
  });
}

function overlaps({ left, right }: TableHeader, parties: readonly PartyCell[]): boolean {
  return parties.some(({ column }) => column >= left && column <= right);
}

function toHeader(
  grid: SheetGrid,
  { top, bottom, columns }: Columns,
  headings: HeadingReader,
  yearColumn: HeadingPlace | null,
  titleYear: TitleYear | null,
): BudgetHeader {
  const left = Math.min(...columns.map(({ column }) => column));
  const right = Math.max(...columns.map(({ column }) => column));
  const axeColumn = yearColumn ? findHeading(grid, "axe", top, bottom, headings) : null;
  return { grid, top, bottom, left, right, columns, yearColumn, axeColumn, titleYear };
}

export function locateBudgetTables(grid: SheetGrid, headings: HeadingReader): LocatedBudgets {
  const headers: BudgetHeader[] = [];
  const nearMisses: string[] = [];
  for (const row of grid.rows) {
    const parties = row.row <= (last(headers)?.bottom ?? -1) ? [] : readPartyCells(row, headings);
    if (parties.length === 0) continue;
    const header = readHeader(grid, row, parties, last(headers), headings);
    if (header) headers.push(header);
    else {
      const first = formatLocalCell(row.row, parties[0]?.column ?? 0);
      nearMisses.push(`des parts en ${first} mais aucune année de budget au-dessus`);
    }
  }
  return { headers, nearMisses };
}
