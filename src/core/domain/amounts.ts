// The amounts and the figures of a row, in one shape from reading to facts: each with its year, what it is, and its cell.
import type { Unite } from "./values/unite";
import type { MontantCell, ValeurCell } from "./cells";
import { isPart, type ColumnRole } from "./column-roles";
import type { NatureValeur } from "./natures";

/** An amount of one year, or a total over several. */
export interface ShownAmount {
  /** Null for a total over several years. */
  readonly year: number | null;
  /** The first and the last of the years that a total adds, where its heading says which; null for all that the table shows. */
  readonly span: readonly [number, number] | null;
  readonly column: ColumnRole;
  /** What heads the column of another financing party; left out for the others. */
  readonly entete?: string;
  /** In which the figure is typed. */
  readonly unit: Unite;
  readonly cell: MontantCell;
}

/** A row that shows amounts. */
export interface Shows {
  /** In the order of its columns; a column that the table does not have has no amount, an empty cell is one that is missing. */
  readonly amounts: readonly ShownAmount[];
}

/** The first cell of that column in that year; undefined where the row has none. */
export const amountAt = ({ amounts }: Shows, year: number, column: ColumnRole): MontantCell | undefined =>
  amounts.find((amount) => amount.year === year && amount.column === column)?.cell;

/** The parts of single years: what each party gives, and their total. */
export const partsOf = ({ amounts }: Shows) =>
  amounts.flatMap(({ year, column, cell }) => (year !== null && isPart(column) ? [{ year, column, cell }] : []));

/** Those in which the row stands. */
export const yearsShown = ({ amounts }: Shows): ReadonlySet<number> =>
  new Set(amounts.flatMap(({ year }) => year ?? []));

/** A figure of an indicator. */
export interface ShownFigure {
  /** Null for the initial situation. */
  readonly year: number | null;
  readonly nature: NatureValeur;
  readonly cell: ValeurCell;
}

/** Undefined where the row has no such column. */
export const figureAt = (figures: readonly ShownFigure[], nature: NatureValeur, year: number | null) =>
  figures.find((figure) => figure.nature === nature && figure.year === year)?.cell;
