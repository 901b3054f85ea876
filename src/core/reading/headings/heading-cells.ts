// The cells of a row that hold something, with what each says as a heading.
import type { Periode } from "../../domain/natures";
import { isoDate } from "xlsx-model/values/date-serial";
import { isDateFormat } from "../../domain/values/parse-nombre";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { LIMITS } from "../limits";
import { NO_HEADING, type Heading, type HeadingReader, type Role } from "./headings";
import type { HeadingPlace } from "./table-header";

export interface HeadingCell extends HeadingPlace {
  readonly heading: Heading;
}

/** One row with its heading cells, from left to right. */
export interface HeadingRow {
  readonly row: GridRow;
  readonly cells: readonly HeadingCell[];
}

export const isYear = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;

export function headingAt(row: GridRow, column: number, headings: HeadingReader): Heading {
  const value = row.value(column);
  if (typeof value === "string") return headings.read(value);
  if (typeof value !== "number") return NO_HEADING;
  if (!isDateFormat(row.numberFormat(column))) return isYear(value) ? { ...NO_HEADING, annee: value } : NO_HEADING;
  const date = isoDate(value);
  return date === null ? NO_HEADING : { ...NO_HEADING, annee: headings.years.ofDate(date) };
}

/** A sheet whose rows are read as headings. */
export class HeadedSheet {
  constructor(
    readonly grid: SheetGrid,
    readonly headings: HeadingReader,
  ) {}

  /** Null for a row that holds nothing. */
  row(at: number): HeadingRow | null {
    const row = this.grid.row(at);
    if (!row || row.isBlank) return null;
    return {
      row,
      cells: row.filled().map((column) => ({ row: at, column, heading: headingAt(row, column, this.headings) })),
    };
  }

  cells(at: number): readonly HeadingCell[] {
    return this.row(at)?.cells ?? [];
  }

  /** The first column of the rows, from the lowest up, whose heading has this role; another table may stand beside. */
  findRole(role: Role, top: number, bottom: number, left = 0, right = Infinity): HeadingPlace | null {
    for (let at = bottom; at >= top; at -= 1) {
      const isSuch = ({ column, heading }: HeadingCell): boolean =>
        heading.role === role && column >= left && column <= right;
      const found = this.cells(at).find(isSuch);
      if (found) return { row: at, column: found.column };
    }
    return null;
  }

  /** The nearest row above that says such things over these columns, with nothing but words between. */
  findAbove(row: number, from: number, to: number, isSuch: (cell: HeadingCell) => boolean): HeadingRow | null {
    for (let distance = 1; distance <= LIMITS.headingRows; distance += 1) {
      const above = this.row(row - distance);
      if (!above || holdsAmount(above.row)) continue;
      if (above.cells.some((cell) => isSuch(cell) && cell.column >= from && cell.column <= to)) return above;
    }
    return null;
  }
}

/** The year that a cell is about and about nothing else but what is measured: "2024", "Année 2024", "Réalisé 2024". */
export const yearOf = ({ annee, part, role }: Heading): Periode | null =>
  part === null && role === null ? annee : null;

/** A cell that says "Total 2024-2027" or "Total" over parties, or a year. */
export const isYearCell = ({ heading }: HeadingCell): boolean => yearOf(heading) !== null;

/** "Cumul 2024-2027", "Total 2024-2025" over what was contracted, executed and paid. */
export const isPeriodCell = ({ heading: { annee, nature, role } }: HeadingCell): boolean =>
  annee === "periode" && nature === null && role === null;

/** "Prévu", "Réalisé", "Cible" alone: what the columns below it are. */
export const isNatureCell = ({ heading: { annee, part, nature } }: HeadingCell): boolean =>
  nature !== null && annee === null && part === null;

/** A number that is neither a year nor a date. */
export function isAmount(row: GridRow, column: number): boolean {
  const value = row.value(column);
  return typeof value === "number" && !isYear(value) && !isDateFormat(row.numberFormat(column));
}

/** Beside a number that is no year, 2000 is no year either. */
export function holdsAmount(row: GridRow): boolean {
  return row.numbers > 0 && row.filled().some((column) => isAmount(row, column));
}

/** An amount, and no word that could head a column: no heading begins there, and none has its heart there. */
export function isOfFigures(row: GridRow, headings: HeadingReader): boolean {
  if (!holdsAmount(row)) return false;
  return row.texts.every(({ text }) => {
    if (!headings.mayHead(text)) return true;
    const { part, nature, role } = headings.read(text);
    return part === null && nature === null && role === null;
  });
}

/** "(1) | 2 | 3 | 4" just below a heading, without a word: its columns are numbered. */
export function isNumbering(row: GridRow, columns: readonly { readonly column: number }[]): boolean {
  const [first] = columns;
  const from = first ? row.value(first.column) : null;
  return (
    columns.length > 2 &&
    typeof from === "number" &&
    from < columns.length &&
    row.texts.every(({ text }) => !/\p{L}/u.test(text)) &&
    columns.every(({ column }) => row.value(column) === from + column - (first?.column ?? 0))
  );
}

/** Years where the amounts of a table stand, beside no label: the heading of another one, which nobody understood. 2 024 € are an amount. */
export function isHeadingOfYears(
  row: GridRow,
  columns: readonly { readonly column: number }[],
  headings: HeadingReader,
): boolean {
  let years: Set<number> | null = null;
  let shown = 0;
  for (const { column } of columns) {
    if (row.value(column) === null) continue;
    const annee = yearOf(headingAt(row, column, headings));
    if (typeof annee !== "number") return false;
    years = (years ?? new Set<number>()).add(annee);
    shown += 1;
  }
  const isLabelled = row.texts.some(({ text }) => {
    const { role, annee, part } = headings.read(text);
    return role === null && annee === null && part === null;
  });
  return years !== null && years.size > 1 && years.size === shown && !isLabelled;
}
