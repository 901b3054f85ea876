// Finds tables of imputation: a heading with activity codes and amounts, or bare rows of codes.
import type { Axe, Convention } from "../../contract/convention";
import type { Repere } from "../../domain/dossier";
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
  /** The axe of one of the contract's codes, its twelve digits. */
  readonly axeOfCode: (code: string) => Axe | null;
  /** The year of amounts whose heading names none. */
  readonly defaultYear: number | null;
}

export function createImputationReaders(
  { axes, annees, imputation: { lignes } }: Convention,
  headings: HeadingReader,
  labels: LabelReader,
): ImputationReaders {
  const axe = new Map(axes.map((each) => [each.numero, each]));
  const byCode = new Map(lignes.map((ligne) => [ligne.code, ligne.axe]));
  const byLine = new Map(
    lignes.flatMap((ligne) => [ligne.intitule, ligne.intituleActivite].map((label) => [foldLabel(label), ligne.axe])),
  );
  return {
    headings,
    labels,
    findAxe: (text) => axe.get(byLine.get(foldLabel(text)) ?? pillarNumber(text) ?? NaN) ?? labels.read(text).axe,
    axeOfCode: (code) => axe.get(byCode.get(code) ?? NaN) ?? null,
    defaultYear: lignes[0]?.annee ?? annees[0]?.annee ?? null,
  };
}

/** As Excel keeps it, a code typed as a number has lost its first zero. */
export function codeIn(row: GridRow, column: number): string | null {
  const value = row.value(column);
  if (typeof value === "string") return readActivityCode(value);
  return Number.isInteger(value) ? readActivityCode(String(value).padStart(12, "0")) : null;
}

function yearIn(row: GridRow, column: number, { headings }: ImputationReaders): number | null {
  const value = row.value(column);
  const annee = typeof value === "string" ? headings.read(value).annee : value;
  return typeof annee === "number" && (typeof value === "string" || isYear(annee)) ? annee : null;
}

/** A short number is an amount, whatever its digits. */
function isCode(row: GridRow, column: number): boolean {
  const value = row.value(column);
  if (value === null || (typeof value === "number" && value < LIMITS.codeFrom)) return false;
  return codeIn(row, column) !== null;
}

function findCode(row: GridRow): number | null {
  // Among amounts none is so long, nearly always.
  if (row.greatest < LIMITS.codeFrom)
    return row.texts.find(({ text }) => readActivityCode(text) !== null)?.column ?? null;
  return row.filled().find((column) => isCode(row, column)) ?? null;
}

/** The last one, where several are headed so. */
export function findCodeHeading(row: GridRow): number | null {
  let found: number | null = null;
  row.texts.forEach(({ column, text }) => {
    if (isCodeHeading(text)) found = column;
  });
  return found;
}

type Amounts = Pick<ImputationHeader, "amounts" | "repeated">;

function readAmountColumns(rows: readonly GridRow[], codeColumn: number, readers: ImputationReaders): Amounts {
  const years = new Map<number, ImputationHeader["amounts"][number]>();
  const repeated: RepeatedColumn[] = [];
  const bare: ImputationHeader["amounts"][number][] = [];
  for (const row of rows) {
    for (const column of row.filled().filter((each) => each !== codeColumn)) {
      const annee = yearIn(row, column, readers);
      const of = annee === null ? undefined : years.get(annee);
      if (annee !== null && !of) years.set(annee, { annee, row: row.row, column });
      else if (of && of.row === row.row) repeated.push({ column, of: of.column });
      else if (readers.defaultYear !== null && isAmountHeading(row.text(column) ?? "")) {
        bare.push({ row: row.row, column, annee: readers.defaultYear });
      }
    }
  }
  if (years.size > 0) return { amounts: [...years.values()], repeated };
  const [first, ...others] = bare;
  if (!first) return { amounts: [], repeated: [] };
  return { amounts: [first], repeated: others.map(({ column }) => ({ column, of: first.column })) };
}

/** What the first text says that says it, from a row up to the highest title row of a table. */
function saidAbove<Said>(grid: SheetGrid, from: number, top: number, read: (text: string) => Said | null): Said | null {
  for (let number = from; number >= Math.max(0, top - LIMITS.imputationTitleRows); number -= 1) {
    for (const { text } of grid.row(number)?.texts ?? []) {
      const said = read(text);
      if (said !== null) return said;
    }
  }
  return null;
}

const titleYear = (grid: SheetGrid, top: number, { headings: { years } }: ImputationReaders): number | null =>
  saidAbove(grid, top - 1, top, (text) => {
    const annee = years.inTitle(text);
    return annee !== null && years.has(annee) ? annee : null;
  });

const readUnit = (grid: SheetGrid, top: number, bottom: number): Unite =>
  saidAbove(grid, bottom, top, (text) => (text.length > 80 ? null : announcedUnit(text))) ?? "€";

/** A heading with "Code activité" and amounts; years may stand on the row above it or below it. */
function readHeadedTable(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  const codeColumn = findCodeHeading(row);
  if (codeColumn === null) return null;
  const amountsOf = (...rows: readonly GridRow[]): Amounts => readAmountColumns(rows, codeColumn, readers);
  const [above, below] = [grid.row(row.row - 1), grid.row(row.row + 1)];
  const isDouble = below !== null && amountsOf(below).amounts.length > 0 && !hasLabel(below, readers);
  const rows = isDouble ? [row, below] : [row];
  const isDated = rows.some((cells) => hasYear(cells, readers));
  const isUnder = above !== null && amountsOf(above).amounts.length > 0;
  let found = amountsOf(...rows);
  if (isUnder && (found.amounts.length === 0 || !isDated)) found = amountsOf(above, ...rows);
  const [first, ...others] = found.amounts;
  if (!first) return null;
  const top = isUnder ? row.row - 1 : row.row;
  const bottom = isDouble ? row.row + 1 : row.row;
  const annee = others.length > 0 || isDated ? null : titleYear(grid, top, readers);
  return {
    grid,
    top,
    bottom,
    codeColumn,
    charges: readCharges(rows, codeColumn),
    amounts: annee === null ? found.amounts : [{ ...first, annee }],
    repeated: found.repeated,
    unit: readUnit(grid, top, bottom),
  };
}

/** The first column of each, where two have the same heading. */
function readCharges(rows: readonly GridRow[], codeColumn: number): ImputationHeader["charges"] {
  const found = new Map<Repere, number>();
  for (const { column, text } of rows.flatMap((row) => row.texts)) {
    const repere = column === codeColumn ? null : readChargeHeading(text);
    if (repere !== null && !found.has(repere)) found.set(repere, column);
  }
  return [...found].map(([repere, column]) => ({ repere, column }));
}

const hasYear = (row: GridRow, readers: ImputationReaders): boolean =>
  row.filled().some((column) => yearIn(row, column, readers) !== null);

/** Rows without any heading: the code is known by its digits, the amount is the last figure. */
function readBareTable(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  const codeColumn = findCode(row);
  if (codeColumn === null || readers.defaultYear === null) return null;
  const amountColumns = row.filled().filter((each) => {
    // Another code beside it is no amount.
    if (each === codeColumn || isCode(row, each) || yearIn(row, each, readers) !== null) return false;
    return lireMontant(row.value(each), row.numberFormat(each), "€").reason === null;
  });
  const column = amountColumns.at(-1);
  if (column === undefined) return null;
  const [top, bottom] = [row.row, row.row - 1];
  const annee = titleYear(grid, top, readers) ?? readers.defaultYear;
  const amounts = [{ annee, row: top, column }];
  return { grid, top, bottom, codeColumn, charges: [], amounts, repeated: [], unit: readUnit(grid, top, bottom) };
}

const hasLabel = (row: GridRow, { findAxe, labels }: ImputationReaders): boolean =>
  row.texts.some(({ text }) => findAxe(text) !== null || labels.read(text).total !== null) || findCode(row) !== null;

/** The table that a row heads, or begins where no heading stands. */
export function locateImputation(grid: SheetGrid, row: GridRow, readers: ImputationReaders): ImputationHeader | null {
  return readHeadedTable(grid, row, readers) ?? readBareTable(grid, row, readers);
}
