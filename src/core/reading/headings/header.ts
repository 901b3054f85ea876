// The heading of a table as the readers of rows know it, and how any kind of heading is looked for.
import { LIMITS } from "../limits";
import type { SheetGrid } from "../sheet-grid";
import {
  findRole,
  holdsAmount,
  isOfFigures,
  isYearCell,
  readHeadingRow,
  type HeadingCell,
  type HeadingRow,
} from "./heading-cells";
import type { HeadingReader } from "./headings";
import type { ValueColumn } from "./scopes";
import type { HeadingPlace, TableHeader } from "./table-header";
import type { TitleYear } from "./title-year";

export interface Header extends TableHeader {
  readonly kind: "amounts" | "indicators";
  readonly columns: readonly ValueColumn[];
  /** The header cells of columns that say, for each row, its year, its axe, its party. */
  readonly yearColumn: HeadingPlace | null;
  readonly axeColumn: HeadingPlace | null;
  readonly actionColumn: number | null;
  readonly indicatorColumn: number | null;
  /** The parties stand in the labels of the rows, not over the columns. */
  readonly arePartiesInRows: boolean;
  /** The years stand in the labels of the rows. */
  readonly areYearsInRows: boolean;
  /** It is the heading of one party's amounts, as of a table beside that of the other. */
  readonly isOfOneParty: boolean;
  /** The title or the sheet name that gives the year of the whole table. */
  readonly titleYear: TitleYear | null;
}

export interface FoundHeaders {
  readonly headers: readonly Header[];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: readonly string[];
}

export const NO_CELLS: readonly HeadingCell[] = [];

/** The nearest row above that says such things over these columns, with nothing but words between. */
export function findAbove(
  grid: SheetGrid,
  row: number,
  from: number,
  to: number,
  isSuch: (cell: HeadingCell) => boolean,
  headings: HeadingReader,
): HeadingRow | null {
  for (let distance = 1; distance <= LIMITS.headingRows; distance += 1) {
    const above = readHeadingRow(grid.row(row - distance), headings);
    if (!above || holdsAmount(above)) continue;
    if (above.cells.some((cell) => isSuch(cell) && cell.column >= from && cell.column <= to)) return above;
  }
  return null;
}

export abstract class HeaderFinder {
  private readonly found: Header[] = [];
  readonly nearMisses: string[] = [];

  constructor(
    protected readonly grid: SheetGrid,
    protected readonly headings: HeadingReader,
    private readonly kind: Header["kind"],
  ) {}

  /** The heading that this row begins, or is the heart of; null for none. */
  protected abstract read(seed: HeadingRow): Header | null;

  find(): FoundHeaders {
    for (const row of this.grid.rows) {
      if (row.row <= (this.found.at(-1)?.bottom ?? -1) || isOfFigures(row, this.headings)) continue;
      const seed = readHeadingRow(row, this.headings);
      const header = seed && this.read(seed);
      if (header) this.found.push(header);
    }
    return { headers: this.found, nearMisses: this.nearMisses };
  }

  protected get previous(): Header | undefined {
    return this.found.at(-1);
  }

  protected findYearColumn(top: number, bottom: number, left = 0, right = Infinity): HeadingPlace | null {
    const place = findRole(this.grid, "annee", top, bottom, this.headings, left, right);
    if (!place) return null;
    let passed = 0;
    for (let at = bottom + 1; at <= bottom + LIMITS.rowsToScope && passed < 2; at += 1) {
      const cells = readHeadingRow(this.grid.row(at), this.headings)?.cells ?? NO_CELLS;
      const own = cells.find(({ column }) => column === place.column);
      if (!own) continue;
      if (isYearCell(own)) return place;
      // Above its years may stand the heading of an axe, or the initial situation; over labels the word is decoration.
      if (own.heading.nature !== "t0" && cells.length > 1) return null;
      passed += 1;
    }
    return null;
  }

  protected toHeader(rows: readonly HeadingRow[], columns: readonly ValueColumn[], more: Partial<Header> = {}): Header {
    const places = [...rows.map(({ row }) => row.row), ...(more.yearColumn ? [more.yearColumn.row] : [])];
    const top = Math.min(...places);
    const bottom = Math.max(...rows.map(({ row }) => row.row));
    const numbers = columns.map(({ column }) => column);
    const hasYearColumn = Boolean(more.yearColumn);
    return {
      grid: this.grid,
      kind: this.kind,
      top,
      bottom,
      left: Math.min(...numbers),
      right: Math.max(...numbers),
      columns,
      yearColumn: null,
      axeColumn: hasYearColumn ? findRole(this.grid, "axe", top, bottom, this.headings) : null,
      actionColumn: null,
      indicatorColumn: null,
      arePartiesInRows: false,
      areYearsInRows: false,
      isOfOneParty: false,
      titleYear: null,
      ...more,
    };
  }
}
