// From the cells of a heading to the attributes of each column: a cell speaks of its own column, and of those it is merged over.
import type { Part, Periode } from "../../domain/facts";
import type { Unite } from "../../domain/values/unite";
import { isNatureCell, isPeriodCell, isYearCell, type HeadingCell, type HeadingRow } from "./heading-cells";
import type { Nature, Span } from "./headings";
import type { HeadingPlace } from "./table-header";

export interface ValueColumn {
  readonly column: number;
  /** Null where the rows, the title or the sheet say it. */
  readonly annee: Periode | null;
  /** Of a total over some years of the contract only: the first and the last. */
  readonly span?: Span;
  /** Null where the rows say it, and for figures that are no amounts. */
  readonly part: Part | null;
  readonly nature: Nature | null;
  /** Of an execution table: what was contracted, said again beside what was executed. */
  readonly isRepeated?: true;
  readonly unit: Unite | null;
  /** The cell with the party's word, or the column's own. */
  readonly heading: HeadingPlace;
  /** The cell that names the year. */
  readonly yearHeading: HeadingPlace;
}

/** The rows of one heading, from top to bottom. */
export interface HeadingRows {
  readonly rows: readonly HeadingRow[];
  /** The columns of the figures lie from here on. */
  readonly from: number;
  readonly to: number;
}

interface Said<Value> {
  readonly value: Value;
  readonly place: HeadingPlace;
  readonly cell: HeadingCell;
}

type Attribute<Value> = (cell: HeadingCell) => Value | null;

const partOf: Attribute<Part> = ({ heading }) => heading.part;
const natureOf: Attribute<Nature> = ({ heading }) => heading.nature;
const unitOf: Attribute<Unite> = ({ heading }) => heading.unit;
const yearIn: Attribute<Periode> = ({ heading }) => heading.annee;

const nearestLeft = (cells: readonly HeadingCell[], column: number): HeadingCell | null => {
  let found: HeadingCell | null = null;
  for (const cell of cells) {
    if (cell.column > column) break;
    found = cell;
  }
  return found;
};

/** What a cell of the column says, from the lowest row up; else a cell merged over it, in a row that says such things. */
function say<Value>(
  { rows }: Pick<HeadingRows, "rows">,
  column: number,
  attribute: Attribute<Value>,
  /** The lowest cells stand each over its own column. */
  merged = rows.slice(0, -1),
): Said<Value> | null {
  const at = (row: HeadingRow, cell: HeadingCell | null): Said<Value> | null => {
    const value = cell && attribute(cell);
    return cell && value !== null ? { value, cell, place: { row: row.row.row, column: cell.column } } : null;
  };
  for (const row of [...rows].reverse()) {
    const own = row.cells.find((cell) => cell.column === column) ?? null;
    const said = at(row, own);
    if (said) return said;
  }
  for (const row of merged.slice().reverse()) {
    const said = at(row, nearestLeft(row.cells, column));
    if (said) return said;
  }
  return null;
}

/** A new group begins where the same thing comes again: "Total Etat DM | Total Etat DM". */
function groupColumns(columns: readonly number[], heads: HeadingRows): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const seen = new Set<string>();
  for (const column of columns) {
    const key = `${say(heads, column, natureOf)?.value ?? ""}/${say(heads, column, partOf)?.value ?? ""}`;
    if (groups.length === 0 || seen.has(key)) {
      groups.push([]);
      seen.clear();
    }
    seen.add(key);
    groups.at(-1)?.push(column);
  }
  return groups;
}

/** A year may stand over each column, over the first of its columns (merged) or over the middle one (centred by hand). */
function assignYears(
  columns: readonly number[],
  { row, cells }: HeadingRow,
  heads: HeadingRows,
): ReadonlyMap<number, HeadingCell> {
  const assigned = new Map<number, HeadingCell>();
  const nearest = (column: number): HeadingCell | null => {
    const cell = nearestLeft(cells, column);
    return cell && yearIn(cell) !== null ? cell : null;
  };
  const first = cells.find((cell) => yearIn(cell) !== null);
  // Over the first column of all, so over the first column of each: what its columns are called does not matter then.
  if (first && first.column <= (columns[0] ?? 0)) {
    for (const column of columns) {
      const year = nearest(column);
      if (year) assigned.set(column, year);
    }
    return assigned;
  }
  const groups = groupColumns(columns, { ...heads, rows: heads.rows.filter((other) => other.row !== row) });
  groups.forEach((group, index) => {
    const from = group[0] ?? 0;
    const to = groups[index + 1]?.[0] ?? Infinity;
    const own = cells.filter((cell) => yearIn(cell) !== null && cell.column >= from && cell.column < to);
    const distinct = new Set(own.map(yearIn));
    for (const column of group) {
      const near = nearest(column);
      const year = distinct.size !== 1 ? near : near && own.includes(near) ? near : (own[0] ?? null);
      if (year) assigned.set(column, year);
    }
  });
  return assigned;
}

const says = ({ heading: { annee, part, nature } }: HeadingCell): boolean =>
  annee !== null || part !== null || nature !== null;

/** Said whole in a row above, over an empty cell: "T0", "Versé", "Total 2024-2027". */
const isWhole = ({ heading: { annee, part, nature } }: HeadingCell): boolean =>
  nature === "t0" || nature === "paid" || (annee !== null && (part !== null || nature !== null));

function findColumns({ rows, from, to }: HeadingRows): readonly number[] {
  const leaf = rows.at(-1);
  const columns = new Set<number>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.column < from || cell.column > to || columns.has(cell.column)) continue;
      const own = leaf?.cells.find(({ column }) => column === cell.column);
      if (own ? says(own) : isWhole(cell)) columns.add(cell.column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

/** A total of years stands beside them: "2024 | 2025 | Total", each over its parties. */
function readYearRow(row: HeadingRow): HeadingRow {
  const isBeside = row.cells.filter(isYearCell).length > 1;
  const cells = row.cells.map((cell): HeadingCell => {
    const { heading } = cell;
    const isTotal = isBeside && heading.annee === null && heading.part === "total" && heading.nature === null;
    return isTotal ? { ...cell, heading: { ...heading, annee: "periode", part: null } } : cell;
  });
  return { ...row, cells };
}

/** Under "Réalisé 2024 S1", beside "2024", stand figures of nobody knows what: the year beside is not theirs. */
function isUnderUnknown(column: number, { rows, from }: HeadingRows, isDated: boolean): boolean {
  return rows.slice(0, -1).some((row) => {
    if (row.cells.some(isYearCell) ? isDated : !row.cells.some(isNatureCell)) return false;
    const over = nearestLeft(row.cells, column);
    return over !== null && over.column >= from && over.heading.isUnknown === true;
  });
}

/** "Contractualisé | Consommé" under 2024 says nothing of the columns of 2025. */
function withinYear(row: HeadingRow, column: number, years: ReadonlyMap<number, HeadingCell>): HeadingRow {
  const year = years.get(column);
  return { ...row, cells: row.cells.filter((cell) => (years.get(cell.column) ?? year) === year) };
}

/** Each column of figures with what the heading says of it. */
export function readScopes(heads: HeadingRows): readonly ValueColumn[] {
  const columns = findColumns(heads);
  const leaf = heads.rows.at(-1);
  // The row whose cells are years over others; the columns' own years need none.
  const hasYears = heads.rows.some((row) => row !== leaf && row.cells.some(isYearCell));
  const isOver = (row: HeadingRow): boolean => row !== leaf && row.cells.some(hasYears ? isYearCell : isPeriodCell);
  const yearRows = heads.rows.filter(isOver).map(readYearRow);
  const dated = columns.filter((column) => say(heads, column, natureOf)?.value !== "t0");
  const assigned = yearRows.map((row) => [row, assignYears(dated, row, heads)] as const);
  return columns.flatMap((column): ValueColumn[] => {
    const own = say({ ...heads, rows: heads.rows.filter((row) => !isOver(row)) }, column, yearIn);
    const isOwn = own !== null && own.cell.column === column;
    const above = isOwn
      ? undefined
      : assigned.map(([row, years]) => [row, years.get(column), years] as const).find(([, year]) => year);
    const year = above?.[1];
    if (isUnderUnknown(column, heads, isOwn || year !== undefined)) return [];
    const leafNature = leaf?.cells.find((cell) => cell.column === column)?.heading.nature ?? null;
    const said = say(
      { ...heads, rows: heads.rows.map((row) => (isOver(row) ? readYearRow(row) : row)) },
      column,
      partOf,
    );
    // "Versé" under "Cumul" is no total for all that.
    const part = said && leafNature !== null && isPeriodCell(said.cell) ? null : said;
    const place = part?.place ?? { row: leaf?.row.row ?? 0, column };
    const yearPlace = isOwn ? own.place : year && above ? { row: above[0].row.row, column: year.column } : null;
    const natures = heads.rows
      .filter((row) => row === leaf || row.cells.some(isNatureCell))
      .map((row) => (above && row.row.row > above[0].row.row ? withinYear(row, column, above[2]) : row));
    const groups = natures.filter((row) => row !== leaf);
    const group = say({ rows: groups }, column, natureOf, groups)?.value;
    // "Versé" over "Réalisé 2024": what every group repeats tells none apart.
    const nature =
      (leafNature === "executed" && group === "paid" ? group : leafNature) ??
      part?.cell.heading.nature ??
      say({ rows: natures }, column, natureOf)?.value ??
      year?.heading.nature ??
      (isOwn ? own.cell.heading.nature : null);
    const annee = isOwn ? own.value : year ? yearIn(year) : null;
    const span = (isOwn ? own.cell : year)?.heading.span;
    const unit = say(heads, column, unitOf)?.value ?? null;
    const headings = { heading: place, yearHeading: yearPlace ?? place };
    return [
      { column, annee, ...(span && { span }), part: part?.value ?? null, nature: nature ?? null, unit, ...headings },
    ];
  });
}
