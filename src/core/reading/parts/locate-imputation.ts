// Finds tables of imputation: a heading with activity codes and amounts, or bare rows of codes.
import type { Axe, Convention } from "../../domain/contrat/convention";
import type { Repere } from "../../domain/dossier";
import type { Periode } from "../../domain/facts";
import { foldLabel } from "../../domain/words/label";
import { lireMontant } from "../../domain/values/lire-montant";
import { announcedUnit, type Unite } from "../../domain/values/unite";
import type { HeadingReader } from "../headings/headings";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { isAmountHeading, isCodeHeading, pillarNumber, readActivityCode, readChargeHeading } from "./part-words";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { RepeatedColumn } from "../unread-repeats";
import { isYear } from "../headings/heading-cells";

export interface ImputationHeader {
  readonly grid: SheetGrid;
  readonly top: number;
  readonly bottom: number;
  readonly codeColumn: number;
  /** The columns that say on what the credits are charged. */
  readonly charges: readonly { readonly repere: Repere; readonly column: number }[];
  readonly amounts: readonly { readonly annee: number; readonly row: number; readonly column: number }[];
  /** Columns of amounts of a year that another column has. */
  readonly repeated: readonly RepeatedColumn[];
  readonly unit: Unite;
}

export interface ImputationReaders {
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** The axe that a label names, by the contract's words for it or those of its imputation. */
  readonly findAxe: (text: string) => Axe | null;
  /** The year of amounts whose heading names none. */
  readonly defaultYear: number | null;
}

export function createImputationReaders(
  convention: Convention,
  headings: HeadingReader,
  labels: LabelReader,
): ImputationReaders {
  const byNumero = new Map(convention.axes.map((axe) => [axe.numero, axe]));
  const byLine = new Map(
    convention.imputation.lignes.flatMap(({ intitule, intituleActivite, axe }) =>
      [intitule, intituleActivite].map((label) => [foldLabel(label), axe] as const),
    ),
  );
  return {
    headings,
    labels,
    findAxe: (text) => {
      const numero = byLine.get(foldLabel(text)) ?? pillarNumber(text);
      return (numero === null ? null : byNumero.get(numero)) ?? labels.read(text).axe;
    },
    defaultYear: convention.imputation.lignes[0]?.annee ?? convention.annees[0]?.annee ?? null,
  };
}

/** As Excel keeps it, a code typed as a number has lost its first zero. */
export function codeIn(row: GridRow, column: number): string | null {
  const value = row.value(column);
  if (typeof value === "number")
    return Number.isInteger(value) ? readActivityCode(String(value).padStart(12, "0")) : null;
  return typeof value === "string" ? readActivityCode(value) : null;
}

const isLongNumber = (value: unknown): boolean => typeof value !== "number" || value >= 1e9;

const numeric = (annee: Periode | null): number | null => (typeof annee === "number" ? annee : null);

function yearIn(row: GridRow, column: number, { headings }: ImputationReaders): number | null {
  const value = row.value(column);
  if (typeof value === "number") return isYear(value) ? value : null;
  return typeof value === "string" ? numeric(headings.read(value).annee) : null;
}

const isCode = (row: GridRow, column: number): boolean =>
  isLongNumber(row.value(column)) && codeIn(row, column) !== null;

function findCode(row: GridRow): number | null {
  for (let column = row.left; column <= row.right; column += 1) {
    if (isCode(row, column)) return column;
  }
  return null;
}

export function findCodeHeading(row: GridRow): number | null {
  let found: number | null = null;
  for (const column of row.texts) {
    const text = row.text(column);
    if (text !== null && isCodeHeading(text)) found = column;
  }
  return found;
}

function readAmountColumns(
  rows: readonly GridRow[],
  codeColumn: number,
  readers: ImputationReaders,
): Pick<ImputationHeader, "amounts" | "repeated"> {
  const years = new Map<number, ImputationHeader["amounts"][number]>();
  const repeated: RepeatedColumn[] = [];
  const bare: { row: number; column: number; annee: number }[] = [];
  for (const row of rows) {
    for (let column = row.left; column <= row.right; column += 1) {
      if (column === codeColumn) continue;
      const annee = yearIn(row, column, readers);
      const text = row.text(column);
      const of = annee === null ? undefined : years.get(annee);
      if (annee !== null && !of) years.set(annee, { annee, row: row.row, column });
      else if (of && of.row === row.row && of.column !== column) repeated.push({ column, of: of.column });
      else if (text !== null && isAmountHeading(text) && readers.defaultYear !== null) {
        bare.push({ row: row.row, column, annee: readers.defaultYear });
      }
    }
  }
  if (years.size > 0) return { amounts: [...years.values()], repeated };
  const [first, ...others] = bare;
  return first
    ? { amounts: [first], repeated: others.map(({ column }) => ({ column, of: first.column })) }
    : { amounts: [], repeated: [] };
}

function titleYear(grid: SheetGrid, top: number, { headings }: ImputationReaders): number | null {
  for (let number = top - 1; number >= Math.max(0, top - LIMITS.imputationTitleRows); number -= 1) {
    const row = grid.row(number);
    for (const column of row?.texts ?? []) {
      const text = row?.text(column) ?? null;
      const annee = text === null ? null : headings.years.inTitle(text);
      if (annee !== null && headings.years.has(annee)) return annee;
    }
  }
  return null;
}

function readUnit(grid: SheetGrid, top: number, bottom: number): Unite {
  for (let number = bottom; number >= Math.max(0, top - LIMITS.imputationTitleRows); number -= 1) {
    const row = grid.row(number);
    for (const column of row?.texts ?? []) {
      const text = row?.text(column) ?? null;
      const unit = text === null || text.length > 80 ? null : announcedUnit(text);
      if (unit !== null) return unit;
    }
  }
  return "€";
}

/** A heading with "Code activité" and amounts; years may stand on the row above it or below it. */
function readHeadedTable(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  const codeColumn = findCodeHeading(row);
  if (codeColumn === null) return null;
  const below = grid.row(row.row + 1);
  const isDouble =
    below !== null && readAmountColumns([below], codeColumn, readers).amounts.length > 0 && !hasLabel(below, readers);
  const above = grid.row(row.row - 1);
  const rows = isDouble ? [row, below] : [row];
  let { amounts, repeated } = readAmountColumns(rows, codeColumn, readers);
  const isUnder = above !== null && readAmountColumns([above], codeColumn, readers).amounts.length > 0;
  if (isUnder && (amounts.length === 0 || !rows.some((cells) => hasYear(cells, readers)))) {
    ({ amounts, repeated } = readAmountColumns([above, ...rows], codeColumn, readers));
  }
  if (amounts.length === 0) return null;
  const top = isUnder ? row.row - 1 : row.row;
  const bottom = isDouble ? row.row + 1 : row.row;
  return {
    grid,
    top,
    bottom,
    codeColumn,
    charges: readCharges(rows, codeColumn),
    amounts: dateBareAmounts(grid, top, amounts, readers, rows),
    repeated,
    unit: readUnit(grid, top, bottom),
  };
}

/** The first column of each, where two have the same heading. */
function readCharges(rows: readonly GridRow[], codeColumn: number): ImputationHeader["charges"] {
  const found = new Map<Repere, number>();
  for (const row of rows) {
    for (const column of row.texts) {
      const text = row.text(column);
      const repere = text === null || column === codeColumn ? null : readChargeHeading(text);
      if (repere !== null && !found.has(repere)) found.set(repere, column);
    }
  }
  return [...found].map(([repere, column]) => ({ repere, column }));
}

const hasYear = (row: GridRow, readers: ImputationReaders): boolean => {
  for (let column = row.left; column <= row.right; column += 1) if (yearIn(row, column, readers) !== null) return true;
  return false;
};

function dateBareAmounts(
  grid: SheetGrid,
  top: number,
  amounts: ImputationHeader["amounts"],
  readers: ImputationReaders,
  rows: readonly GridRow[],
): ImputationHeader["amounts"] {
  if (amounts.length !== 1 || rows.some((row) => hasYear(row, readers))) return amounts;
  const annee = titleYear(grid, top, readers);
  return annee === null ? amounts : amounts.map((amount) => ({ ...amount, annee }));
}

/** Rows without any heading: the code is known by its digits, the amount is the last figure. */
function readBareTable(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  const codeColumn = findCode(row);
  if (codeColumn === null || readers.defaultYear === null) return null;
  for (let column = row.right; column >= row.left; column -= 1) {
    // Another code beside it is no amount.
    if (column === codeColumn || row.value(column) === null || isCode(row, column)) continue;
    const lu = lireMontant(row.value(column), row.numberFormat(column), "€");
    if (lu.kind !== "montant" || yearIn(row, column, readers) !== null) continue;
    const annee = titleYear(grid, row.row, readers) ?? readers.defaultYear;
    const amounts = [{ annee, row: row.row, column }];
    const unit = readUnit(grid, row.row, row.row - 1);
    return { grid, top: row.row, bottom: row.row - 1, codeColumn, charges: [], amounts, repeated: [], unit };
  }
  return null;
}

const hasLabel = (row: GridRow, readers: ImputationReaders): boolean => {
  for (const column of row.texts) {
    const text = row.text(column);
    if (text !== null && (readers.findAxe(text) !== null || readers.labels.read(text).total !== null)) return true;
  }
  return findCode(row) !== null;
};

/** The table that a row heads, or begins where no heading stands. */
export function locateImputation(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  return readHeadedTable(grid, row, readers) ?? readBareTable(grid, row, readers);
}
