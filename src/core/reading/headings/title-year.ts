// The year of a whole table, where no column names one: in its heading, its title or the name of its sheet.
import type { HeadingReader } from "./headings";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { HeadingPlace } from "./table-header";
import { isYear } from "./heading-cells";
import { LIMITS } from "../limits";
import { isDateFormat } from "../../domain/values/parse-nombre";

export interface TitleYear {
  readonly annee: number;
  /** Null when only the sheet's name says it. */
  readonly place: HeadingPlace | null;
  /** What the sheet's name says, where it says another year. */
  readonly sheetYear: number | null;
}

/** The only year that the cells of a row speak of. */
interface NamedYear {
  readonly annee: number;
  readonly place: HeadingPlace;
}

function readRowYear(row: GridRow, from: number, to: number, headings: HeadingReader): NamedYear | null {
  let found: NamedYear | null = null;
  for (let column = from; column <= to; column += 1) {
    const value = row.value(column);
    let annee: number | null = null;
    if (typeof value === "string") annee = headings.years.inTitle(value);
    else if (typeof value === "number" && isYear(value) && !isDateFormat(row.numberFormat(column))) annee = value;
    if (annee === null) continue;
    if (found && found.annee !== annee) return null;
    found ??= { annee, place: { row: row.row, column } };
  }
  return found;
}

function holdsFigures(row: GridRow): boolean {
  let figures = 0;
  for (let column = row.left; column <= row.right; column += 1) {
    const value = row.value(column);
    if (typeof value === "number" && !isYear(value)) figures += 1;
  }
  return figures > 1;
}

/**
 * `after` is the last heading row of the table above, null for the first table of the sheet: the sheet's name speaks
 * of that one only. A year of the contract, even farther away, prevails over another one.
 */
export function readTitleYear(
  grid: SheetGrid,
  heading: GridRow,
  after: number | null,
  firstColumn: number,
  headings: HeadingReader,
): TitleYear | null {
  const own = headings.years.inTitle(grid.sheet);
  const titles: NamedYear[] = [];
  const top = Math.max((after ?? -1) + 1, heading.row - LIMITS.titleYearRows);
  for (let at = heading.row; at >= top; at -= 1) {
    const row = grid.row(at);
    if (!row) continue;
    if (at < heading.row && holdsFigures(row)) break;
    const found = readRowYear(row, row.left, at === heading.row ? firstColumn - 1 : row.right, headings);
    if (found) titles.push(found);
  }
  const { years } = headings;
  const title = titles.find(({ annee }) => years.has(annee));
  const sheetYear = after === null ? own : null;
  if (title) return { ...title, sheetYear: sheetYear === title.annee ? null : sheetYear };
  if (sheetYear !== null && years.has(sheetYear)) return { annee: sheetYear, place: null, sheetYear: null };
  const [other] = titles;
  if (other) return { ...other, sheetYear: sheetYear === other.annee ? null : sheetYear };
  return sheetYear === null ? null : { annee: sheetYear, place: null, sheetYear: null };
}
