// Finds the headings of budget and execution tables: years over the parties, beside them, in a column or in a title.
import { formatLocalCell } from "../../domain/cell-ref";
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
} from "../headings/heading-bands";
import { assignYears, findYearRow } from "../headings/heading-years";
import { announcesExecution, type HeadingReader } from "../headings/headings";
import { readPartyCells } from "../headings/party-cells";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { HeadingPlace, TableHeader } from "../headings/table-header";
import { readTitleYear, type TitleYear } from "../headings/title-year";
import type { YearCell } from "../headings/year-cell";

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
  // Under a column of years, an amount of 2025 € heads nothing.
  if (read.columns.length === 0 && isUndated(parties) && !findYearColumn(grid, row.row - 2, row.row, headings)) {
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
  const ownYear = readTitleYear(grid, row, previous?.bottom ?? null, parties[0]?.column ?? 0, headings);
  const titleYear = ownYear ?? (isUnderExecutionTitle(grid, row) ? (previous?.titleYear ?? null) : null);
  if (!titleYear) return null;
  const columns = without.columns.map((column) => ({
    ...column,
    annee: titleYear.annee,
    yearHeading: titleYear.place ?? column.heading,
  }));
  return toHeader(grid, { top, bottom: without.bottom, columns }, headings, null, titleYear);
}

/** "Réalisé" under the budget of the same sheet: the year is that of the table above. */
function isUnderExecutionTitle(grid: SheetGrid, heading: GridRow): boolean {
  const row = grid.row(heading.row - 1);
  for (let column = row?.left ?? 0; row && column <= row.right; column += 1) {
    const text = row.text(column);
    if (text !== null && announcesExecution(text)) return true;
  }
  return false;
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
    const parties = row.row <= (headers.at(-1)?.bottom ?? -1) ? [] : readPartyCells(grid, row, headings);
    if (parties.length === 0) continue;
    const header = readHeader(grid, row, parties, headers.at(-1), headings);
    if (header) headers.push(header);
    else {
      const first = formatLocalCell(row.row, parties[0]?.column ?? 0);
      nearMisses.push(`des parts en ${first} mais aucune année de budget au-dessus`);
    }
  }
  return { headers, nearMisses };
}
