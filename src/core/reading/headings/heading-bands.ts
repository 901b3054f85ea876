// The rows above and below the parties of a heading: contracted or executed, the years, and the columns beside.
import type { Colonne } from "../../domain/dossier";
import type { Heading, HeadingReader, Nature, Unit } from "./headings";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { HeadingPlace } from "./table-header";
import { readYearCells, yearOf } from "./year-cell";

export interface AmountColumn {
  readonly column: number;
  readonly colonne: Colonne | "verse";
  /** Null where nothing in the heading says whether the amounts are contracted or executed. */
  readonly nature: Nature | null;
  /** Null in a table that names the year of each row in a column. */
  readonly annee: number | null;
  /** The cell with the party's word. */
  readonly heading: HeadingPlace;
  /** The cell that names the year. */
  readonly yearHeading: HeadingPlace;
  readonly unit: Unit | null;
}

export interface PartyCell {
  readonly column: number;
  readonly colonne: Colonne | "verse";
  readonly nature: Nature | null;
  readonly annee: number | null;
  readonly unit: Unit | null;
}

/** A cell of the row that says "Prévu" or "Réalisé" over its columns; null for another word, which ends the band. */
interface NatureCell {
  readonly column: number;
  readonly nature: Nature | null;
}

export type NaturedParty = PartyCell & { readonly band: NatureCell | null };

const MAX_BAND_DISTANCE = 3;
/** How far under its heading a column of years may begin. */
const MAX_BLANK_ROWS = 20;

function bareNature({ nature, colonne, execution, annee }: Heading): Nature | null {
  return colonne === null && annee === null && (execution === null || execution === "total") ? nature : null;
}

function readNatures(row: GridRow, headings: HeadingReader): readonly NatureCell[] {
  const cells: NatureCell[] = [];
  for (let column = row.left; column <= row.right; column += 1) {
    if (row.value(column) === null) continue;
    const text = row.text(column);
    cells.push({ column, nature: text === null ? null : bareNature(headings.read(text)) });
  }
  return cells;
}

export function readNatureBand(
  grid: SheetGrid,
  row: GridRow,
  parties: readonly PartyCell[],
  headings: HeadingReader,
): { readonly row: number; readonly cells: readonly NatureCell[] } | null {
  const from = parties[0]?.column ?? 0;
  const to = parties.at(-1)?.column ?? 0;
  for (let distance = 1; distance <= MAX_BAND_DISTANCE; distance += 1) {
    const above = grid.row(row.row - distance);
    const cells = above && !above.isBlank ? readNatures(above, headings) : [];
    if (cells.some(({ column, nature }) => nature !== null && column >= from && column <= to)) {
      return { row: row.row - distance, cells };
    }
  }
  return null;
}

export function assignBand(parties: readonly PartyCell[], cells: readonly NatureCell[]): readonly NaturedParty[] {
  let next = 0;
  return parties.map((party) => {
    while (next < cells.length && (cells[next]?.column ?? 0) <= party.column) next += 1;
    return { ...party, band: cells[next - 1] ?? null };
  });
}

function lastUpTo<Item extends { readonly column: number }>(items: readonly Item[], column: number): Item | null {
  let found: Item | null = null;
  for (const item of items) if (item.column <= column) found = item;
  return found;
}

/** "Prévu | Réalisé" under each party. */
export function readNaturesBelow(
  grid: SheetGrid,
  row: GridRow,
  columns: readonly AmountColumn[],
  headings: HeadingReader,
): { readonly bottom: number; readonly columns: readonly AmountColumn[] } | null {
  const below = grid.row(row.row + 1);
  const from = columns[0]?.column ?? 0;
  const cells = below ? readNatures(below, headings).filter(({ column }) => column >= from) : [];
  const natures = new Set(cells.map(({ nature }) => nature));
  if (!below || !natures.has("prevu") || !natures.has("execution")) return null;
  const owned = cells.flatMap(({ column, nature }) => {
    const owner = lastUpTo(columns, column);
    return owner && nature !== null ? [{ ...owner, column, nature }] : [];
  });
  return { bottom: below.row, columns: owned };
}

/** Parties over years: each column under a party is the year that stands there. */
export function readYearsBelow(
  grid: SheetGrid,
  row: GridRow,
  parties: readonly NaturedParty[],
  headings: HeadingReader,
): { readonly top: number; readonly bottom: number; readonly columns: readonly AmountColumn[] } | null {
  const below = grid.row(row.row + 1);
  const from = parties[0]?.column ?? 0;
  const years = below ? readYearCells(below, headings, "budget").filter(({ column }) => column >= from) : [];
  if (!below || years.length < 2 || years.some(({ annee }) => annee === null)) return null;
  // One figure under each party, beside a label: amounts of 2 025 €.
  if (years.length <= parties.length && holdsLabel(below, from, headings)) return null;
  const columns = years.flatMap(({ column, annee }): AmountColumn[] => {
    const party = lastUpTo(parties, column);
    if (!party || annee === null) return [];
    const { colonne, unit, nature, band } = party;
    const heading = { row: row.row, column: party.column };
    const yearHeading = { row: below.row, column };
    const text = below.text(column);
    const said = text === null ? null : headings.read(text).nature;
    return [{ column, annee, colonne, nature: nature ?? band?.nature ?? said, heading, yearHeading, unit }];
  });
  return { top: row.row, bottom: below.row, columns };
}

function holdsLabel(row: GridRow, before: number, headings: HeadingReader): boolean {
  for (let column = row.left; column < before; column += 1) {
    const text = row.text(column);
    if (text !== null && headings.read(text).role === null) return true;
  }
  return false;
}

/** The first cell with this role in these rows and columns, inclusive; another table may stand beside. */
export function findHeading(
  grid: SheetGrid,
  role: Heading["role"],
  top: number,
  bottom: number,
  headings: HeadingReader,
  left = 0,
  right = Infinity,
): HeadingPlace | null {
  for (let at = bottom; at >= top; at -= 1) {
    const row = grid.row(at);
    for (let column = Math.max(row?.left ?? 0, left); row && column <= Math.min(row.right, right); column += 1) {
      const text = row.text(column);
      if (text !== null && headings.read(text).role === role) return { row: at, column };
    }
  }
  return null;
}

/** A column headed "Année" with years under it, perhaps below the heading of an axe; over labels the word is decoration. */
export function findYearColumn(
  grid: SheetGrid,
  top: number,
  bottom: number,
  headings: HeadingReader,
  left = 0,
  right = Infinity,
): HeadingPlace | null {
  const place = findHeading(grid, "annee", top, bottom, headings, left, right);
  if (!place) return null;
  let passed = 0;
  for (let at = bottom + 1; at <= bottom + MAX_BLANK_ROWS && passed < 2; at += 1) {
    const row = grid.row(at);
    if (!row || row.value(place.column) === null) continue;
    if (yearOf(row, place.column, headings, "budget") !== null) return place;
    const text = row.text(place.column);
    const isT0 = text !== null && headings.read(text).role === "t0";
    if (!isT0 && !isAlone(row, place.column)) return null;
    passed += 1;
  }
  return null;
}

function isAlone(row: GridRow, column: number): boolean {
  for (let at = row.left; at <= row.right; at += 1) if (at !== column && row.value(at) !== null) return false;
  return true;
}
