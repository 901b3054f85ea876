// The heading of a table as the readers of rows know it, and how any kind of heading is looked for.
import { LIMITS } from "../limits";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { HeadedSheet, isYearCell, type HeadingRow } from "./heading-cells";
import type { HeadingReader } from "./headings";
import type { ValueColumn } from "./scopes";
import type { HeadingPlace, TableHeader } from "./table-header";
import type { TitleYear } from "./title-year";

export interface Header extends TableHeader {
  readonly columns: readonly ValueColumn[];
  /** The header cells of columns that say, for each row, its year, its axe, its action. */
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

export abstract class HeaderFinder {
  readonly headers: Header[] = [];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: string[] = [];
  protected readonly sheet: HeadedSheet;

  constructor(grid: SheetGrid, headings: HeadingReader) {
    this.sheet = new HeadedSheet(grid, headings);
  }

  /** The heading that this row begins, or is the heart of; null for none. */
  protected abstract read(seed: HeadingRow): Header | null;

  /** `seeds` are the rows that are not of figures. */
  find(seeds: readonly GridRow[]): this {
    for (const row of seeds) {
      if (row.row <= (this.previous?.bottom ?? -1)) continue;
      const seed = this.sheet.row(row.row);
      const header = seed && this.read(seed);
      if (header) this.headers.push(header);
    }
    return this;
  }

  protected get previous(): Header | undefined {
    return this.headers.at(-1);
  }

  protected findYearColumn(top: number, bottom: number, left = 0): HeadingPlace | null {
    const place = this.sheet.findRole("annee", top, bottom, left);
    if (!place) return null;
    let passed = 0;
    for (let at = bottom + 1; at <= bottom + LIMITS.rowsToScope && passed < 2; at += 1) {
      const cells = this.sheet.cells(at);
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
    const { yearColumn = null } = more;
    const places = rows.map(({ row }) => row.row);
    const top = Math.min(...places, yearColumn?.row ?? Infinity);
    const bottom = Math.max(...places);
    const numbers = columns.map(({ column }) => column);
    // Where rows name their axe in words, the labels tell it; a bare number needs a heading that says so.
    const axe = this.sheet.findRole("axe", top, bottom);
    const isNumbered = axe !== null && typeof this.sheet.grid.row(bottom + 1)?.value(axe.column) === "number";
    return {
      grid: this.sheet.grid,
      top,
      bottom,
      left: Math.min(...numbers),
      right: Math.max(...numbers),
      columns,
      yearColumn,
      axeColumn: yearColumn || isNumbered ? axe : null,
      actionColumn: yearColumn && (this.sheet.findRole("action", top, bottom)?.column ?? null),
      indicatorColumn: null,
      arePartiesInRows: false,
      areYearsInRows: false,
      isOfOneParty: false,
      titleYear: null,
      ...more,
    };
  }
}
