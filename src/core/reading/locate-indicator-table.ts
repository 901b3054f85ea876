// Finds the headings of indicator tables: "Indicateurs" or "Situation T0" beside the years of the targets.
import { formatLocalCell } from "../domain/cell-ref";
import type { Heading, HeadingReader } from "./headings";
import type { GridRow, SheetGrid } from "./sheet-grid";
import type { HeadingPlace, TableHeader } from "./table-header";
import { readYearCells } from "./year-cell";

export interface IndicatorHeader extends TableHeader {
  readonly actionColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly t0: HeadingPlace | null;
  readonly cibles: readonly { readonly annee: number; readonly heading: HeadingPlace }[];
  /** Columns of achieved values, and others that are no label. */
  readonly otherColumns: readonly number[];
}

export interface LocatedIndicators {
  readonly headers: readonly IndicatorHeader[];
  /** French clauses: what looked like a heading and why it is none. */
  readonly nearMisses: readonly string[];
}

const NOTHING: Pick<Heading, "role" | "colonne"> = { role: null, colonne: null };

const headingAt = (row: GridRow | null, column: number, headings: HeadingReader): Pick<Heading, "role" | "colonne"> => {
  const text = row?.text(column) ?? null;
  return text === null ? NOTHING : headings.read(text);
};

function findRole(row: GridRow, role: Heading["role"], headings: HeadingReader): number | null {
  for (let column = row.left; column <= row.right; column += 1) {
    if (headingAt(row, column, headings).role === role) return column;
  }
  return null;
}

interface Columns {
  readonly t0: HeadingPlace | null;
  readonly cibles: IndicatorHeader["cibles"];
  readonly others: readonly number[];
  readonly right: number;
}

/** `next` is the row below, which only sometimes belongs to the heading. */
function readColumns(
  row: GridRow,
  next: GridRow | null,
  isDouble: boolean,
  from: number,
  headings: HeadingReader,
): Columns {
  const below = isDouble ? next : null;
  const yearsIn = (cells: GridRow | null) =>
    new Map(cells && readYearCells(cells, headings, "indicators").map((c) => [c.column, c.annee]));
  const above = yearsIn(row);
  const under = yearsIn(below);
  const cibles = new Map<number, HeadingPlace>();
  const others: number[] = [];
  let t0: HeadingPlace | null = null;
  let current: { annee: number; heading: HeadingPlace } | null = null;
  let right = from;
  for (let column = from; column <= Math.max(row.right, below?.right ?? 0); column += 1) {
    const [own, sub] = [headingAt(row, column, headings), headingAt(below, column, headings)];
    const isBudget = own.colonne !== null || headingAt(next, column, headings).colonne !== null;
    const isOtherTable = isBudget || (column > from && own.role === "indicateur");
    if (isOtherTable) break;
    if (own.role === "t0" || sub.role === "t0") {
      t0 ??= { row: (own.role === "t0" ? row : (below ?? row)).row, column };
      right = column;
      continue;
    }
    const annee = above.get(column) ?? null;
    const anneeBelow = under.get(column) ?? null;
    if (annee !== null) current = { annee, heading: { row: row.row, column } };
    else if (above.has(column)) current = null;
    if (below && anneeBelow !== null) current = { annee: anneeBelow, heading: { row: below.row, column } };
    // A year merged over "Cible" and "Réalisé" stands over the first only.
    const isHeaded = annee !== null || anneeBelow !== null || sub.role === "cible" || sub.role === "realise";
    const isAchieved = own.role === "realise" || sub.role === "realise";
    if (isAchieved || (isHeaded && current && cibles.has(current.annee))) others.push(column);
    else if (isHeaded && current)
      cibles.set(
        current.annee,
        current.heading.column === column ? current.heading : { row: (below ?? row).row, column },
      );
    else continue;
    right = column;
  }
  return { t0, cibles: [...cibles].map(([annee, heading]) => ({ annee, heading })), others, right };
}

function readHeader(grid: SheetGrid, row: GridRow, headings: HeadingReader): IndicatorHeader | null {
  const indicatorColumn = findRole(row, "indicateur", headings);
  const from = indicatorColumn ?? findRole(row, "t0", headings);
  if (from === null) return null;
  const next = grid.row(row.row + 1);
  const single = readColumns(row, next, false, from, headings);
  const double = next && readColumns(row, next, true, from, headings);
  const below = single.cibles.length === 0 || hasSubheadings(next, from, headings) ? next : null;
  const columns = below && double ? double : single;
  if (columns.cibles.length === 0) return null;
  const actionColumn = findRole(row, "action", headings);
  return {
    grid,
    top: row.row,
    bottom: (below ?? row).row,
    left: Math.min(actionColumn ?? from, from),
    right: columns.right,
    actionColumn: actionColumn !== null && actionColumn < columns.right ? actionColumn : null,
    indicatorColumn,
    t0: columns.t0,
    cibles: columns.cibles,
    otherColumns: columns.others,
  };
}

function hasSubheadings(row: GridRow | null, from: number, headings: HeadingReader): boolean {
  for (let column = from; row && column <= row.right; column += 1) {
    const { role } = headingAt(row, column, headings);
    if (role === "cible" || role === "realise" || role === "t0") return true;
  }
  return false;
}

export function locateIndicatorTables(grid: SheetGrid, headings: HeadingReader): LocatedIndicators {
  const headers: IndicatorHeader[] = [];
  const nearMisses: string[] = [];
  for (const row of grid.rows) {
    if (row.isBlank || row.row <= (headers.at(-1)?.bottom ?? -1)) continue;
    const header = readHeader(grid, row, headings);
    if (header) headers.push(header);
    else {
      const column = findRole(row, "indicateur", headings) ?? findRole(row, "t0", headings);
      if (column !== null) {
        nearMisses.push(
          `«\u00a0${row.text(column)?.trim()}\u00a0» en ${formatLocalCell(row.row, column)} mais aucune année de cible à côté`,
        );
      }
    }
  }
  return { headers, nearMisses };
}
