// From the cells of a heading to the attributes of each column: a cell speaks of its own column, and of those it is merged over.
import { besideOf } from "../../domain/column-roles";
import type { Part, Periode } from "../../domain/natures";
import type { Unite } from "../../domain/values/unite";
import { isNatureCell, isPeriodCell, isYearCell, type HeadingCell, type HeadingRow } from "./heading-cells";
import type { Nature, Span } from "./headings";
import type { HeadingPlace } from "./table-header";

export interface ValueColumn {
  readonly column: number;
  /** Null where the rows, the title or the sheet say it. */
  readonly annee: Periode | null;
  /** The first and the last year, of a total over some years of the contract only. */
  readonly span?: Span;
  /** Null where the rows say it, and for figures that are no amounts. */
  readonly part: Part | null;
  readonly nature: Nature | null;
  /** In an execution table: what was contracted, said again beside what was executed. */
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

type Attribute<Value> = (cell: HeadingCell) => Value | null;

const partOf: Attribute<Part> = ({ heading }) => heading.part;
const natureOf: Attribute<Nature> = ({ heading }) => heading.nature;
const unitOf: Attribute<Unite> = ({ heading }) => heading.unit;
const yearIn: Attribute<Periode> = ({ heading }) => heading.annee;

const nearestLeft = (cells: readonly HeadingCell[], column: number): HeadingCell | undefined =>
  cells.filter((cell) => cell.column <= column).at(-1);

/** The cell of the column that says it, from the lowest row up; else a cell merged over it, in a row that says such things. */
function findTelling(
  rows: readonly HeadingRow[],
  column: number,
  attribute: Attribute<unknown>,
  /** The lowest cells stand each over its own column. */
  merged: readonly HeadingRow[] = rows.slice(0, -1),
): HeadingCell | undefined {
  const own = rows.map(({ cells }) => cells.find((cell) => cell.column === column));
  const over = merged.map(({ cells }) => nearestLeft(cells, column));
  return [...over, ...own].filter((cell) => cell && attribute(cell) !== null).at(-1);
}

/** What that cell says. */
function say<Value>(
  rows: readonly HeadingRow[],
  column: number,
  attribute: Attribute<Value>,
  merged?: readonly HeadingRow[],
): Value | null {
  const cell = findTelling(rows, column, attribute, merged);
  return cell ? attribute(cell) : null;
}

/** A new group begins where the same thing comes again: "Total Etat DM | Total Etat DM". */
function groupColumns(columns: readonly number[], rows: readonly HeadingRow[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const seen = new Set<string>();
  for (const column of columns) {
    const key = `${say(rows, column, natureOf) ?? ""}/${say(rows, column, partOf) ?? ""}`;
    if (groups.length === 0 || seen.has(key)) {
      groups.push([]);
      seen.clear();
    }
    seen.add(key);
    groups.at(-1)?.push(column);
  }
  return groups;
}

type Years = ReadonlyMap<number, HeadingCell | undefined>;

/** A year may stand over each column, over the first of its columns (merged) or over the middle one (centred by hand). */
function assignYears(columns: readonly number[], { row, cells }: HeadingRow, rows: readonly HeadingRow[]): Years {
  const isYear = (cell: HeadingCell): boolean => yearIn(cell) !== null;
  const nearest = (column: number): HeadingCell | undefined => {
    const cell = nearestLeft(cells, column);
    return cell && isYear(cell) ? cell : undefined;
  };
  const years = cells.filter(isYear);
  // Over the first column of all, so over the first column of each: what its columns are called does not matter then.
  if (years[0] && years[0].column <= (columns[0] ?? 0)) {
    return new Map(columns.map((column) => [column, nearest(column)]));
  }
  const groups = groupColumns(
    columns,
    rows.filter((other) => other.row !== row),
  );
  return new Map(
    groups.flatMap((group, index) => {
      const [from = 0] = group;
      const to = groups[index + 1]?.[0] ?? Infinity;
      const own = years.filter(({ column }) => column >= from && column < to);
      const isOne = new Set(own.map(yearIn)).size === 1;
      return group.map((column) => {
        const near = nearest(column);
        return [column, !isOne || (near && own.includes(near)) ? near : own[0]] as const;
      });
    }),
  );
}

const says = ({ heading: { annee, part, nature } }: HeadingCell): boolean =>
  annee !== null || part !== null || nature !== null;

/** Said whole in a row above, over an empty cell: "T0", "Versé", "Total 2024-2027". */
const isWhole = ({ heading: { annee, part, nature } }: HeadingCell): boolean =>
  nature === "t0" || besideOf(nature) !== null || (annee !== null && (part !== null || nature !== null));

function findColumns({ rows, from, to }: HeadingRows): readonly number[] {
  const leaf = new Map(rows.at(-1)?.cells.map((cell) => [cell.column, cell]));
  const cells = rows.flatMap((row) => row.cells).filter(({ column }) => column >= from && column <= to);
  const isShown = (cell: HeadingCell): boolean => {
    const own = leaf.get(cell.column);
    return own ? says(own) : isWhole(cell);
  };
  return [...new Set(cells.filter(isShown).map(({ column }) => column))].sort((a, b) => a - b);
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
    return over !== undefined && over.column >= from && over.heading.isUnknown === true;
  });
}

/** "CALPAE 2023" over parts of its own, left of "2024": they are none of that year, wherever its heading stands over its columns. */
function isUnderOther(column: number, { cells }: HeadingRow, columns: readonly number[]): boolean {
  const over = nearestLeft(cells, column);
  return over?.heading.isUnknown === true && columns.includes(over.column);
}

/** "Contractualisé | Consommé" under 2024 says nothing of the columns of 2025. */
function withinYear(row: HeadingRow, column: number, years: Years): HeadingRow {
  const year = years.get(column);
  return { ...row, cells: row.cells.filter((cell) => (years.get(cell.column) ?? year) === year) };
}

/** Each column of figures with what the heading says of it. */
export function readScopes(heads: HeadingRows): readonly ValueColumn[] {
  const { rows } = heads;
  const columns = findColumns(heads);
  const leaf = rows.at(-1);
  // The row whose cells are years over others; the columns' own years need none.
  const hasYears = rows.some((row) => row !== leaf && row.cells.some(isYearCell));
  const isOver = (row: HeadingRow): boolean => row !== leaf && row.cells.some(hasYears ? isYearCell : isPeriodCell);
  const told = rows.map((row) => (isOver(row) ? readYearRow(row) : row));
  const undatedRows = rows.filter((row) => !isOver(row));
  const natureRows = rows.filter((row) => row === leaf || row.cells.some(isNatureCell));
  const dated = columns.filter((column) => say(rows, column, natureOf) !== "t0");
  const assigned = rows.filter(isOver).map((row) => {
    const own = dated.filter((column) => !isUnderOther(column, row, columns));
    return assignYears(own, readYearRow(row), rows);
  });
  return columns.flatMap((column): ValueColumn[] => {
    const undated = findTelling(undatedRows, column, yearIn);
    const own = undated?.column === column ? undated : undefined;
    const years = own ? undefined : assigned.find((each) => each.get(column));
    const year = own ?? years?.get(column);
    if (isUnderUnknown(column, heads, year !== undefined)) return [];
    const leafNature = say(rows.slice(-1), column, natureOf, []);
    const said = findTelling(told, column, partOf);
    // "Versé" under "Cumul" is no total for all that.
    const part = said && leafNature !== null && isPeriodCell(said) ? undefined : said;
    const natures = natureRows.map((row) =>
      years && year && row.row.row > year.row ? withinYear(row, column, years) : row,
    );
    const groups = natures.filter((row) => row !== leaf);
    const group = say(groups, column, natureOf, groups);
    // "Versé" over "Réalisé 2024": what every group repeats tells none apart.
    const nature =
      (leafNature === "executed" && group === "paid" ? group : leafNature) ??
      part?.heading.nature ??
      say(natures, column, natureOf) ??
      year?.heading.nature ??
      null;
    const heading = part ?? { row: leaf?.row.row ?? 0, column };
    const span = year?.heading.span;
    return [
      {
        column,
        annee: year ? yearIn(year) : null,
        ...(span && { span }),
        part: part ? partOf(part) : null,
        nature,
        unit: say(rows, column, unitOf),
        heading,
        yearHeading: year ?? heading,
      },
    ];
  });
}
