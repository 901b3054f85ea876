// The year of a whole table, where no column names one: in its heading, its title or the name of its sheet.
import type { HeadingReader } from "./headings";
import type { CellValue } from "xlsx-model/plan";
import type { GridRow } from "../sheet-grid";
import type { HeadingPlace } from "./table-header";
import { isYear, type HeadedSheet } from "./heading-cells";
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

function readRowYear(row: GridRow, to: number, { years }: HeadingReader): NamedYear | null {
  const named = row.filled(row.left, to).flatMap((column): NamedYear[] => {
    const value = row.value(column);
    const isNumber = typeof value === "number" && isYear(value) && !isDateFormat(row.numberFormat(column));
    const annee = typeof value === "string" ? years.inTitle(value) : isNumber ? value : null;
    return annee === null ? [] : [{ annee, place: { row: row.row, column } }];
  });
  const [first = null] = named;
  return named.every(({ annee }) => annee === first?.annee) ? first : null;
}

const isFigure = (value: CellValue): boolean => typeof value === "number" && !isYear(value);

const holdsFigures = (row: GridRow): boolean =>
  row.numbers > 1 && row.filled().filter((column) => isFigure(row.value(column))).length > 1;

/**
 * `after` is the last heading row of the table above, null for the first table of the sheet: the sheet's name speaks
 * of that one only. A year of the contract, even farther away, prevails over another one.
 */
export function readTitleYear(
  { grid, headings }: HeadedSheet,
  heading: GridRow,
  after: number | null,
  firstColumn: number,
): TitleYear | null {
  const titles: NamedYear[] = [];
  const top = Math.max((after ?? -1) + 1, heading.row - LIMITS.titleYearRows);
  for (let at = heading.row; at >= top; at -= 1) {
    const row = grid.row(at);
    if (!row) continue;
    if (at < heading.row && holdsFigures(row)) break;
    const found = readRowYear(row, at === heading.row ? firstColumn - 1 : row.right, headings);
    if (found) titles.push(found);
  }
  const { years } = headings;
  const sheetYear = after === null ? years.inTitle(grid.sheet) : null;
  const isOfSheet = sheetYear !== null && years.has(sheetYear);
  const chosen = titles.find(({ annee }) => years.has(annee)) ?? (isOfSheet ? undefined : titles[0]);
  if (chosen) return { ...chosen, sheetYear: sheetYear === chosen.annee ? null : sheetYear };
  return sheetYear === null ? null : { annee: sheetYear, place: null, sheetYear: null };
}
