// Where a table shows the share of each axe: a column beside a year's amounts, or a row under an axe's.
import { COLONNES } from "../../facts/lines/budget-lines";
import type { CellRef } from "xlsx-model/cell-ref";
import type { AnneeColonnes, Colonne, TableauBudgetaire } from "../../domain/dossier";
import type { Row } from "../../facts/fact";
import type { FactTable } from "../../facts/fact-tables";
import { readShareLabel } from "../../domain/words/share-label";
import { labelOf, standsIn } from "../../facts/lines/table-places";
import type { RawCells } from "./raw-cells";

/** A cell that shows what an axe makes up of the whole, in one year and one column of amounts. */
export interface SharePlace {
  readonly cell: CellRef;
  /** Index in `lignesAxe`. */
  readonly axe: number;
  readonly annee: number;
  readonly colonne: Colonne;
  /** Its heading says that it is this share; else the figures that stand there must. */
  readonly isPlain: boolean;
  /** The same for all cells of one column, or of one row, of shares. */
  readonly series: string;
}

export interface SharePlaces {
  readonly places: readonly SharePlace[];
  /** Headings of shares of which nothing tells the year. */
  readonly undated: readonly CellRef[];
}

/** How far right of the last amount a column of shares may stand. */
const BESIDE = 3;

interface YearColumns {
  readonly annee: number;
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly headingRow: number;
}

function yearColumns({ annee, heading, colonnes }: AnneeColonnes): YearColumns | null {
  const columns = COLONNES.flatMap((colonne) => colonnes[colonne] ?? []);
  const [first] = columns;
  if (!first) return null;
  const numbers = columns.map(({ column }) => column);
  return {
    annee,
    sheet: first.heading.sheet,
    left: Math.min(...numbers),
    right: Math.max(...numbers),
    headingRow: Math.max(heading.row, ...columns.map((column) => column.heading.row)),
  };
}

/** "Part de l’axe 2025" wherever it stands; null where the heading names no year of the table, or two. */
function yearNamedBy(text: string, years: readonly YearColumns[]): YearColumns | null {
  const named = new Set(text.match(/(?<!\d)20\d\d(?!\d)/g));
  const [only] = named;
  return named.size === 1 ? (years.find(({ annee }) => annee === Number(only)) ?? null) : null;
}

/** The columns of shares of each sheet, each with the year that it names or beside whose amounts it stands. */
function shareColumns(years: readonly YearColumns[], others: readonly YearColumns[], cells: RawCells) {
  const found: { column: number; year: YearColumns; isNamed: boolean; isPlain: boolean; heading: CellRef }[] = [];
  for (const [index, year] of years.entries()) {
    const next = years.slice(index + 1).find(({ sheet }) => sheet === year.sheet);
    const isStacked = next !== undefined && next.left <= year.right;
    const beside = next && !isStacked ? next.left - 1 : year.right + BESIDE;
    // What stands beyond the amounts of another table is that table's.
    const foreign = others.filter(({ sheet, left }) => sheet === year.sheet && left > year.right);
    const end = Math.min(beside, ...foreign.map(({ left }) => left - 1));
    for (let column = year.right + 1; column <= end; column += 1) {
      const heading = { sheet: year.sheet, row: year.headingRow, column };
      const label = readShareLabel(cells.text(heading));
      if (label?.axe !== null) continue;
      const named = yearNamedBy(cells.text(heading), years);
      found.push({ column, year: named ?? year, isNamed: named !== null, isPlain: label.isPlain, heading });
    }
  }
  return found;
}

/** The first amount that the row shows in a year. */
const firstAmount = (row: Row, annee: number): CellRef | undefined =>
  COLONNES.flatMap((colonne) => row.at(annee, colonne))[0]?.cell.ref;

/** The cell of the axe's row in that column: its subtotal's row, or its heading's when the share stands there. */
function axeRow(
  { tableau, rows }: FactTable,
  index: number,
  annee: number,
  sheet: string,
  column: number,
  cells: RawCells,
) {
  const ligne = tableau.lignesAxe[index];
  if (!ligne || !standsIn(ligne, annee)) return null;
  const heading = labelOf(ligne, annee).ref;
  const sums = rows.find((each) => each.kind === "axe" && each.index === index);
  const subtotal = sums && firstAmount(sums, annee);
  const places = [subtotal, heading].flatMap((ref) => (ref?.sheet === sheet ? [ref.row] : []));
  const filled = places.find((row) => !cells.isEmpty({ sheet, row, column }));
  const row = filled ?? places[0];
  return row === undefined ? null : { sheet, row, column };
}

const yearsOf = ({ annees }: TableauBudgetaire): readonly YearColumns[] =>
  annees.flatMap((annee) => yearColumns(annee) ?? []);

function placesInColumns(table: FactTable, others: readonly TableauBudgetaire[], cells: RawCells): SharePlaces {
  const { tableau } = table;
  const years = yearsOf(tableau);
  const columns = shareColumns(years, others.flatMap(yearsOf), cells);
  const places: SharePlace[] = [];
  const undated: CellRef[] = [];
  for (const { column, year, isNamed, isPlain, heading } of columns) {
    const alike = years.filter(({ sheet, headingRow }) => sheet === year.sheet && headingRow === year.headingRow);
    const isLast = alike.at(-1) === year;
    // After the last year it may be the share of the whole contract, unless each year has its own.
    const isOwn =
      isNamed || !isLast || alike.every((each) => columns.some((other) => !other.isNamed && other.year === each));
    if (!isOwn) {
      undated.push(heading);
      continue;
    }
    for (const axe of tableau.lignesAxe.keys()) {
      const cell = axeRow(table, axe, year.annee, year.sheet, column, cells);
      if (cell) places.push({ cell, axe, annee: year.annee, colonne: "total", isPlain, series: `column ${column}` });
    }
  }
  return { places, undated };
}

/** Rows that were read as no row of amounts, and whose label is that of a share. */
function* placesInRows(table: FactTable, cells: RawCells): Generator<SharePlace> {
  const { tableau } = table;
  const parts = tableau.plages ?? [tableau];
  for (const { range, lignesIgnorees } of parts) {
    for (const { row: number, text } of lignesIgnorees) {
      const row = number - 1;
      const label = readShareLabel(cells.firstText(range.sheet, row) ?? text);
      if (!label) continue;
      for (const { annee, colonnes } of tableau.annees) {
        const axe = axeAbove(table, label.axe, annee, range.sheet, row);
        if (axe === null) continue;
        for (const colonne of COLONNES) {
          const heading = colonnes[colonne];
          if (heading?.heading.sheet !== range.sheet || heading.heading.row >= row) continue;
          const cell = { sheet: range.sheet, row, column: heading.column };
          if (!cells.isEmpty(cell)) yield { cell, axe, annee, colonne, isPlain: label.isPlain, series: `row ${row}` };
        }
      }
    }
  }
}

/** The axe that the label numbers, else the last one that begins above; null where nothing tells. */
function axeAbove(
  { tableau: { lignesAxe }, rows }: FactTable,
  numero: number | null,
  annee: number,
  sheet: string,
  row: number,
): number | null {
  if (numero !== null) {
    const index = lignesAxe.findIndex(({ axe }) => axe?.numero === numero);
    return index < 0 ? null : index;
  }
  const total = rows.find(({ kind }) => kind === "total");
  const totalRef = total && firstAmount(total, annee);
  if (totalRef?.sheet === sheet && totalRef.row < row) return null;
  let above: number | null = null;
  for (const [index, ligne] of lignesAxe.entries()) {
    const { ref } = labelOf(ligne, annee);
    if (standsIn(ligne, annee) && ref.sheet === sheet && ref.row < row) above = index;
  }
  return above;
}

/** A table of one row per action and year has no place for the share of an axe. */
export function findSharePlaces(table: FactTable, others: readonly TableauBudgetaire[], cells: RawCells): SharePlaces {
  const { enLignes, lignesAxe } = table.tableau;
  if (enLignes || lignesAxe.length === 0) return { places: [], undated: [] };
  const { places, undated } = placesInColumns(table, others, cells);
  return { places: [...places, ...placesInRows(table, cells)], undated };
}
