// What the located headings of any table have in common, and how the tables of one sheet share its rows and columns.
import { LIMITS } from "../limits";
import type { GridRow, SheetGrid } from "../sheet-grid";

export interface HeadingPlace {
  readonly row: number;
  readonly column: number;
}

export interface TableHeader {
  readonly grid: SheetGrid;
  /** Rows of the heading, inclusive. */
  readonly top: number;
  readonly bottom: number;
  /** First and last column of the heading's recognised cells. */
  readonly left: number;
  readonly right: number;
}

/** The part of a sheet that belongs to one table. */
export interface TableZone {
  /** Where its title rows begin. */
  readonly titleTop: number;
  /** Where they begin when titles apart, between blank rows, are its own too: they may say a unit, or what it is about. */
  readonly titlesFrom: number;
  /** Where the first table of the sheet begins: what stands above speaks of the whole sheet. */
  readonly sheetTop: number;
  /** First row that is no longer its own. */
  readonly end: number;
  /** Columns in which its labels may stand, amounts included. */
  readonly left: number;
  readonly right: number;
}

const overlap = (a: TableHeader, b: TableHeader): boolean => a.left <= b.right && b.left <= a.right;
const sideBySide = (a: TableHeader, b: TableHeader): boolean =>
  !overlap(a, b) && Math.abs(a.top - b.top) <= LIMITS.besideRows;

const isBlankRow = (row: GridRow | null): boolean => row === null || row.isBlank;

const isTitleRow = (row: GridRow | null): boolean => row !== null && !row.isBlank && row.numbers === 0;

export const holdsOneText = (row: GridRow | null): boolean => row?.count === 1 && row.numbers === 0;

function findTitleTop(header: TableHeader, after: number): number {
  let top = header.top;
  while (top - 1 > after && header.top - top < LIMITS.titleRows && isTitleRow(header.grid.row(top - 1))) top -= 1;
  return top;
}

/** Lines of text between blank rows, just above the titles that touch the heading. */
function findTitlesApart({ grid, top: headerTop }: TableHeader, titleTop: number, after: number): number {
  let bottom = titleTop - 1;
  while (bottom > after && headerTop - bottom < LIMITS.titleRows && isBlankRow(grid.row(bottom))) bottom -= 1;
  let top = bottom + 1;
  while (top - 1 > after && headerTop - top < LIMITS.titleRows && holdsOneText(grid.row(top - 1))) top -= 1;
  return top <= bottom && isBlankRow(grid.row(top - 1)) ? top : titleTop;
}

/**
 * `headers` are all those of one sheet, of whatever kind. There may be many, so that each looks at its neighbours
 * only.
 */
export function createZoneFinder(headers: readonly TableHeader[]): (header: TableHeader) => TableZone {
  const sorted = [...headers].sort((a, b) => a.top - b.top);
  const rank = new Map(sorted.map((header, index) => [header, index]));
  return (header) => {
    const at = rank.get(header) ?? sorted.length;
    let above: TableHeader | null = null;
    let end = Infinity;
    let left = 0;
    let right = Infinity;
    const narrow = (other: TableHeader): void => {
      if (!sideBySide(header, other)) return;
      if (other.right < header.left) left = Math.max(left, other.right + 1);
      else right = Math.min(right, other.left - 1);
    };
    for (let index = at - 1; index >= 0; index -= 1) {
      const other = sorted[index];
      if (!other || (above && header.top - other.top > LIMITS.besideRows)) break;
      if (!above && overlap(header, other) && other.bottom < header.top) above = other;
      narrow(other);
    }
    for (let index = at + 1; index < sorted.length; index += 1) {
      const other = sorted[index];
      // No title reaches further up.
      const isFar = other && other.top - LIMITS.titleRows >= end && other.top - header.top > LIMITS.besideRows;
      if (!other || isFar) break;
      if (overlap(header, other) && other.top > header.bottom) end = Math.min(end, findTitleTop(other, header.bottom));
      narrow(other);
    }
    const titleTop = above ? findTitleTop(header, above.bottom) : 0;
    const titlesFrom = above ? findTitlesApart(header, titleTop, above.bottom) : 0;
    return { titleTop, titlesFrom, sheetTop: sorted[0]?.top ?? header.top, end, left, right };
  };
}

/** First text of a row within the zone, or what the row shows first. */
export function rowText(row: GridRow, { left, right }: TableZone): string {
  const text = row.texts.find(({ column }) => column >= left && column <= right);
  const shown = text?.column ?? row.filled(left, right)[0];
  return shown === undefined ? "" : String(row.value(shown)).trim();
}
