// Finds the headings of indicator tables: targets and achieved values over the years, beside them, or by row.
import { formatLocalCell } from "../../domain/cell-ref";
import { findYearColumn } from "../headings/heading-bands";
import type { Heading, HeadingReader } from "../headings/headings";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { HeadingPlace, TableHeader } from "../headings/table-header";
import { readTitleYear, type TitleYear } from "../headings/title-year";
import { readYearCells } from "../headings/year-cell";

/** "Cible" or "Réalisé"; where the heading does not say it, a year holds a target. */
type Mesure = "cible" | "realise";

export interface ValueColumn {
  readonly column: number;
  readonly mesure: Mesure;
  /** Null in a table that names the year of each row in a column. */
  readonly annee: number | null;
  readonly heading: HeadingPlace;
}

export interface IndicatorHeader extends TableHeader {
  readonly actionColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly t0: HeadingPlace | null;
  readonly values: readonly ValueColumn[];
  /** No heading of the table says which values are targets and which are achieved. */
  readonly isUnsaid: boolean;
  /** Repeated columns, and others that are no label. */
  readonly otherColumns: readonly number[];
  readonly yearColumn: HeadingPlace | null;
  readonly titleYear: TitleYear | null;
}

export interface LocatedIndicators {
  readonly headers: readonly IndicatorHeader[];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: readonly string[];
}

type Said = Pick<Heading, "role" | "colonne" | "annee">;

const NOTHING: Said = { role: null, colonne: null, annee: null };

const headingAt = (row: GridRow | null, column: number, headings: HeadingReader): Said => {
  const text = row?.text(column) ?? null;
  return text === null ? NOTHING : headings.read(text);
};

function findRole(row: GridRow, role: Heading["role"], headings: HeadingReader, left = 0): number | null {
  for (let column = Math.max(row.left, left); column <= row.right; column += 1) {
    if (headingAt(row, column, headings).role === role) return column;
  }
  return null;
}

/** Where the table may begin: right of the amounts that stand on its left. */
function findStart(row: GridRow, next: GridRow | null, from: number, headings: HeadingReader): number {
  for (let column = from - 1; column >= row.left; column -= 1) {
    if ([row, next].some((cells) => headingAt(cells, column, headings).colonne !== null)) return column + 1;
  }
  return 0;
}

const mesureOf = (role: Heading["role"]): Mesure | null => (role === "cible" || role === "realise" ? role : null);

interface Columns {
  readonly t0: HeadingPlace | null;
  readonly values: readonly ValueColumn[];
  readonly isUnsaid: boolean;
  readonly others: readonly number[];
  readonly right: number;
}

/** `next` is the row below, which only sometimes belongs to the heading. */
function readColumns(
  row: GridRow,
  next: GridRow | null,
  isDouble: boolean,
  from: number,
  headings: HeadingReader,
): Columns {
  const below = isDouble ? next : null;
  const yearsIn = (cells: GridRow | null) =>
    new Map(cells && readYearCells(cells, headings, "indicators").map((c) => [c.column, c.annee]));
  const above = yearsIn(row);
  const under = yearsIn(below);
  const seen = new Set<string>();
  const values: ValueColumn[] = [];
  const others: number[] = [];
  let t0: HeadingPlace | null = null;
  let current: { annee: number; heading: HeadingPlace } | null = null;
  /** "Cibles" or "Réalisé" merged over years. */
  let band: Mesure | null = null;
  let isUnsaid = true;
  let right = from;
  for (let column = from; column <= Math.max(row.right, below?.right ?? 0); column += 1) {
    const [own, sub] = [headingAt(row, column, headings), headingAt(below, column, headings)];
    const isBudget = own.colonne !== null || headingAt(next, column, headings).colonne !== null;
    const isOtherTable = isBudget || (column > from && own.role === "indicateur");
    if (isOtherTable) break;
    if (own.role === "t0" || sub.role === "t0") {
      t0 ??= { row: (own.role === "t0" ? row : (below ?? row)).row, column };
      band = null;
      right = column;
      continue;
    }
    const annee = above.get(column) ?? (own.role === "realise" ? own.annee : null);
    const anneeBelow = under.get(column) ?? (sub.role === "realise" ? sub.annee : null);
    if (row.value(column) !== null) {
      band = mesureOf(own.role);
      // A column without a year of its own, "Réalisé" beside "2024", is about the year on its left.
      if (annee !== null) current = { annee, heading: { row: row.row, column } };
      else if (band !== "realise") current = null;
    }
    if (below && anneeBelow !== null) current = { annee: anneeBelow, heading: { row: below.row, column } };
    const said = mesureOf(sub.role) ?? mesureOf(own.role) ?? band;
    // A year merged over "Cible" and "Réalisé" stands over the first only.
    const isHeaded =
      annee !== null || anneeBelow !== null || mesureOf(sub.role) !== null || mesureOf(own.role) !== null;
    if (!isHeaded) continue;
    const mesure = said ?? "cible";
    const slot = `${mesure}/${current?.annee ?? ""}`;
    if (said !== null) isUnsaid = false;
    const heading =
      current && current.heading.column === column ? current.heading : { row: (below ?? row).row, column };
    const isYearless = current === null && below !== null && sub.role === null;
    if (isYearless) continue;
    if (seen.has(slot)) others.push(column);
    else values.push({ column, mesure, annee: current?.annee ?? null, heading });
    seen.add(slot);
    right = column;
  }
  return { t0, values, isUnsaid, others, right };
}

const isDated = ({ annee }: ValueColumn): boolean => annee !== null;

function readHeader(
  grid: SheetGrid,
  row: GridRow,
  previous: IndicatorHeader | undefined,
  headings: HeadingReader,
): IndicatorHeader | null {
  const indicatorColumn = findRole(row, "indicateur", headings);
  const from = indicatorColumn ?? findRole(row, "t0", headings);
  // Under a column of years, "T0" is the year of a row.
  if (from === null || (indicatorColumn === null && from === previous?.yearColumn?.column)) return null;
  const next = grid.row(row.row + 1);
  const start = findStart(row, next, from, headings);
  const single = readColumns(row, next, false, from, headings);
  const double = next && readColumns(row, next, true, from, headings);
  const isSingleDated = single.values.some(isDated);
  const yearColumn = isSingleDated ? null : findYearColumn(grid, row.row, row.row, headings, start);
  // The first row of data may hold a figure that looks like a year.
  const mayBeHeading = single.values.length === 0 || next?.text(from) === null;
  const isBelow = isSingleDated ? hasSubheadings(next, from, headings) : !yearColumn && mayBeHeading;
  const isDouble = isBelow && double !== null && double.values.some(isDated);
  const columns = isDouble ? double : single;
  const bottom = isDouble && next ? next.row : row.row;
  const actionColumn = findRole(row, "action", headings, start);
  const common = {
    grid,
    top: row.row,
    bottom,
    left: Math.min(actionColumn ?? from, from),
    right: columns.right,
    actionColumn: actionColumn !== null && actionColumn < columns.right ? actionColumn : null,
    indicatorColumn,
    t0: columns.t0,
    isUnsaid: columns.isUnsaid,
    otherColumns: columns.others,
  };
  const dated = columns.values.filter(isDated);
  if (dated.length > 0) return { ...common, values: dated, yearColumn: null, titleYear: null };
  if (columns.values.length === 0) return null;
  if (yearColumn) {
    const left = Math.min(common.left, yearColumn.column);
    return { ...common, left, values: columns.values, yearColumn, titleYear: null };
  }
  const titleYear = readTitleYear(grid, row, previous?.bottom ?? null, from, headings);
  if (!titleYear) return null;
  const values = columns.values.map((value) => ({ ...value, annee: titleYear.annee }));
  return { ...common, values, yearColumn: null, titleYear };
}

function hasSubheadings(row: GridRow | null, from: number, headings: HeadingReader): boolean {
  for (let column = from; row && column <= row.right; column += 1) {
    const { role } = headingAt(row, column, headings);
    if (role === "cible" || role === "realise" || role === "t0") return true;
  }
  return false;
}

export function locateIndicatorTables(grid: SheetGrid, headings: HeadingReader): LocatedIndicators {
  const headers: IndicatorHeader[] = [];
  const nearMisses: string[] = [];
  for (const row of grid.rows) {
    if (row.isBlank || row.row <= (headers.at(-1)?.bottom ?? -1)) continue;
    const header = readHeader(grid, row, headers.at(-1), headings);
    if (header) headers.push(header);
    else {
      const column = findRole(row, "indicateur", headings) ?? findRole(row, "t0", headings);
      if (column !== null && column !== headers.at(-1)?.yearColumn?.column) {
        nearMisses.push(
          `«\u00a0${row.text(column)?.trim()}\u00a0» en ${formatLocalCell(row.row, column)} mais aucune année de cible à côté`,
        );
      }
    }
  }
  return { headers, nearMisses };
}
