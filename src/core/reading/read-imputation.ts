// Reads the imputation of the State's credits: one row per axe, its activity code and its amounts.
import type { Axe, Convention } from "../domain/convention";
import type { Cell, LigneIgnoree, LigneImputationLue, MontantCell, TableauImputation } from "../domain/dossier";
import { foldLabel } from "../domain/label";
import { lireMontant } from "../domain/lire-montant";
import { readTitleUnit, type HeadingReader, type Unit } from "./headings";
import type { LabelReader } from "./label-reader";
import { isAmountHeading, isCodeHeading, pillarNumber, readActivityCode } from "./part-words";
import { readCell, readFigure, type GridRow, type SheetGrid } from "./sheet-grid";
import { isYear } from "./year-cell";

const MAX_GAP = 1;
const MAX_TITLE_ROWS = 4;

interface Header {
  readonly grid: SheetGrid;
  readonly top: number;
  readonly bottom: number;
  readonly codeColumn: number;
  readonly amounts: readonly { readonly annee: number; readonly row: number; readonly column: number }[];
  readonly unit: Unit;
}

interface Readers {
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** The axe that a label names, by the contract's words for it or those of its imputation. */
  readonly findAxe: (text: string) => Axe | null;
  /** The year of amounts whose heading names none. */
  readonly defaultYear: number | null;
}

function createReaders(convention: Convention, headings: HeadingReader, labels: LabelReader): Readers {
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
function codeIn(row: GridRow, column: number): string | null {
  const value = row.value(column);
  if (typeof value === "number")
    return Number.isInteger(value) ? readActivityCode(String(value).padStart(12, "0")) : null;
  return typeof value === "string" ? readActivityCode(value) : null;
}

const isLongNumber = (value: unknown): boolean => typeof value !== "number" || value >= 1e9;

function yearIn(row: GridRow, column: number, { headings }: Readers): number | null {
  const value = row.value(column);
  if (typeof value === "number") return isYear(value) ? value : null;
  return typeof value === "string" ? headings.read(value).annee : null;
}

function findCode(row: GridRow): number | null {
  for (let column = row.left; column <= row.right; column += 1) {
    if (isLongNumber(row.value(column)) && codeIn(row, column) !== null) return column;
  }
  return null;
}

function findCodeHeading(row: GridRow): number | null {
  let found: number | null = null;
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text !== null && isCodeHeading(text)) found = column;
  }
  return found;
}

function readAmountColumns(rows: readonly GridRow[], codeColumn: number, readers: Readers): Header["amounts"] {
  const years = new Map<number, Header["amounts"][number]>();
  const bare: { row: number; column: number; annee: number }[] = [];
  for (const row of rows) {
    for (let column = row.left; column <= row.right; column += 1) {
      if (column === codeColumn) continue;
      const annee = yearIn(row, column, readers);
      const text = row.text(column);
      if (annee !== null && !years.has(annee)) years.set(annee, { annee, row: row.row, column });
      else if (text !== null && isAmountHeading(text) && readers.defaultYear !== null) {
        bare.push({ row: row.row, column, annee: readers.defaultYear });
      }
    }
  }
  return years.size > 0 ? [...years.values()] : bare.slice(0, 1);
}

function titleYear(grid: SheetGrid, top: number, { headings }: Readers): number | null {
  for (let number = top - 1; number >= Math.max(0, top - MAX_TITLE_ROWS); number -= 1) {
    const row = grid.row(number);
    for (let column = row?.left ?? 0; row && column <= row.right; column += 1) {
      const text = row.text(column);
      const annee = text === null ? null : headings.years.inTitle(text);
      if (annee !== null && headings.years.has(annee)) return annee;
    }
  }
  return null;
}

function readUnit(grid: SheetGrid, top: number, bottom: number): Unit {
  for (let number = bottom; number >= Math.max(0, top - MAX_TITLE_ROWS); number -= 1) {
    const row = grid.row(number);
    for (let column = row?.left ?? 0; row && column <= row.right; column += 1) {
      const text = row.text(column);
      const unit = text === null || text.length > 80 ? null : readTitleUnit(text);
      if (unit !== null) return unit;
    }
  }
  return "€";
}

/** A heading with "Code activité" and amounts; years may stand on the row above it or below it. */
function readHeader(grid: SheetGrid, row: GridRow, readers: Readers): Header | null {
  const codeColumn = findCodeHeading(row);
  if (codeColumn === null) return null;
  const below = grid.row(row.row + 1);
  const isDouble =
    below !== null && readAmountColumns([below], codeColumn, readers).length > 0 && !hasLabel(below, readers);
  const above = grid.row(row.row - 1);
  const rows = isDouble ? [row, below] : [row];
  let amounts = readAmountColumns(rows, codeColumn, readers);
  const isUnder = above !== null && readAmountColumns([above], codeColumn, readers).length > 0;
  if (isUnder && (amounts.length === 0 || !rows.some((cells) => hasYear(cells, readers)))) {
    amounts = readAmountColumns([above, ...rows], codeColumn, readers);
  }
  if (amounts.length === 0) return null;
  const top = isUnder ? row.row - 1 : row.row;
  const bottom = isDouble ? row.row + 1 : row.row;
  return {
    grid,
    top,
    bottom,
    codeColumn,
    amounts: dateBareAmounts(grid, top, amounts, readers, rows),
    unit: readUnit(grid, top, bottom),
  };
}

const hasYear = (row: GridRow, readers: Readers): boolean => {
  for (let column = row.left; column <= row.right; column += 1) if (yearIn(row, column, readers) !== null) return true;
  return false;
};

function dateBareAmounts(
  grid: SheetGrid,
  top: number,
  amounts: Header["amounts"],
  readers: Readers,
  rows: readonly GridRow[],
): Header["amounts"] {
  if (amounts.length !== 1 || rows.some((row) => hasYear(row, readers))) return amounts;
  const annee = titleYear(grid, top, readers);
  return annee === null ? amounts : amounts.map((amount) => ({ ...amount, annee }));
}

/** Rows without any heading: the code is known by its digits, the amount is the last figure. */
function readBareHeader(grid: SheetGrid, row: GridRow, readers: Readers): Header | null {
  const codeColumn = findCode(row);
  if (codeColumn === null || readers.defaultYear === null) return null;
  for (let column = row.right; column >= row.left; column -= 1) {
    if (column === codeColumn || row.value(column) === null) continue;
    const lu = lireMontant(row.value(column), row.numberFormat(column), "€");
    if (lu.kind !== "montant" || yearIn(row, column, readers) !== null) continue;
    const annee = titleYear(grid, row.row, readers) ?? readers.defaultYear;
    const amounts = [{ annee, row: row.row, column }];
    return { grid, top: row.row, bottom: row.row - 1, codeColumn, amounts, unit: readUnit(grid, row.row, row.row - 1) };
  }
  return null;
}

interface RowLabel {
  readonly column: number;
  readonly axe: Axe | null;
  readonly isTotal: boolean;
  readonly isAction: boolean;
}

function readLabel(row: GridRow, header: Header, readers: Readers): RowLabel | null {
  const amounts = new Set(header.amounts.map(({ column }) => column));
  let first: RowLabel | null = null;
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text === null || column === header.codeColumn || amounts.has(column)) continue;
    const axe = readers.findAxe(text);
    const { total, action } = readers.labels.read(text);
    const label = { column, axe, isTotal: axe === null && total !== null, isAction: axe === null && action !== null };
    if (axe !== null || label.isTotal) return label;
    first ??= label;
  }
  return first;
}

const hasLabel = (row: GridRow, readers: Readers): boolean => {
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text !== null && (readers.findAxe(text) !== null || readers.labels.read(text).total !== null)) return true;
  }
  return findCode(row) !== null;
};

function readAmounts({ grid, amounts, unit }: Header, row: GridRow): ReadonlyMap<number, MontantCell> {
  return new Map(
    amounts.map(({ annee, column }) => [
      annee,
      readFigure(grid, row, column, (value, format) => lireMontant(value, format, unit)),
    ]),
  );
}

/** The axe of a code, for a row whose words name none. */
type CodeAxes = ReadonlyMap<string, Axe | null>;

function readTable(header: Header, readers: Readers, codes: CodeAxes): TableauImputation | null {
  const { grid, codeColumn } = header;
  const lignes: LigneImputationLue[] = [];
  const lignesIgnorees: LigneIgnoree[] = [];
  let total: TableauImputation["total"] = null;
  let bottom = header.bottom;
  let actions = 0;
  let gap = 0;
  for (let number = header.bottom + 1; gap <= MAX_GAP && total === null; number += 1) {
    const row = grid.row(number);
    if (!row || row.isBlank) {
      gap += 1;
      continue;
    }
    if (lignes.length > 0 && findCodeHeading(row) !== null) break;
    gap = 0;
    const label = readLabel(row, header, readers);
    const code = codeIn(row, codeColumn);
    const axe = label?.axe ?? (code === null ? null : (codes.get(code) ?? null));
    const shown: Cell = readCell(grid, row, label?.column ?? codeColumn);
    if (label?.isTotal) total = { label: shown, montants: readAmounts(header, row) };
    else if (axe || code !== null) {
      if (label?.isAction) actions += 1;
      lignes.push({ label: shown, axe, code: readCell(grid, row, codeColumn), montants: readAmounts(header, row) });
    } else {
      lignesIgnorees.push({ row: number + 1, text: shown.text.trim() });
      continue;
    }
    bottom = number;
  }
  // Codes beside the actions of a budget are not the imputation of the axes.
  if (lignes.length === 0 || actions > 0) return null;
  const columns = [
    codeColumn,
    ...header.amounts.map(({ column }) => column),
    ...lignes.map(({ label }) => label.ref.column),
  ];
  const [first] = header.amounts;
  return {
    range: { sheet: grid.sheet, top: header.top, left: Math.min(...columns), bottom, right: Math.max(...columns) },
    heading: { sheet: grid.sheet, row: header.top, column: first ? Math.min(codeColumn, first.column) : codeColumn },
    unit: header.unit,
    annees: header.amounts.map(({ annee, row, column }) => ({ annee, heading: { sheet: grid.sheet, row, column } })),
    lignes,
    total,
    lignesIgnorees: lignesIgnorees.filter(({ row }) => row <= bottom + 1),
  };
}

export function readImputations(
  grids: readonly SheetGrid[],
  convention: Convention,
  headings: HeadingReader,
  labels: LabelReader,
): readonly TableauImputation[] {
  const readers = createReaders(convention, headings, labels);
  const axes = new Map(convention.axes.map((axe) => [axe.numero, axe]));
  const codes = new Map(convention.imputation.lignes.map(({ code, axe }) => [code, axes.get(axe) ?? null]));
  const tables: TableauImputation[] = [];
  for (const grid of grids) {
    let from = 0;
    for (const row of grid.rows) {
      if (row.isBlank || row.row < from) continue;
      const header = readHeader(grid, row, readers) ?? readBareHeader(grid, row, readers);
      const table = header && readTable(header, readers, codes);
      if (!table) continue;
      tables.push(table);
      from = table.range.bottom + 1;
    }
  }
  return tables;
}
