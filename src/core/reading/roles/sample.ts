// The few cells that a person looks at to say what a column holds: the labels, a neighbour, the column, a neighbour.
import { columnName } from "../../domain/cell-ref";
import type { Sample } from "../../domain/question";
import { afficher } from "../../domain/values/affichage";
import type { GridRow, SheetGrid } from "../sheet-grid";
import type { HeadedColumn } from "./headed-columns";

const ROWS = 3;

/** As the sheet shows it, on one line. */
export const shown = (row: GridRow | null, column: number): string =>
  row === null
    ? ""
    : afficher(row.value(column), row.numberFormat(column))
        .replace(/[ \t\r\n]+/g, " ")
        .trim();

const isSaid = (text: string): boolean => text !== "";

/** The one that stands before it, and the one after it, of those of the same table. */
function around({ column, section }: HeadedColumn, others: readonly HeadedColumn[]): readonly HeadedColumn[] {
  const own = others.filter((one) => one.section.heads[0]?.row === section.heads[0]?.row);
  const before = own.filter((one) => one.column < column).at(-1);
  const after = own.find((one) => one.column > column);
  return [before, after].filter((one) => one !== undefined);
}

/** `rows` are those that are shown first; `columns` all those of its sheet. */
export function sampleOf(asked: HeadedColumn, rows: readonly number[], columns: readonly HeadedColumn[]): Sample {
  const { section } = asked;
  const { grid } = section;
  const listed = rows.slice(0, ROWS);
  const figures = [asked, ...around(asked, columns)].sort((one, other) => one.column - other.column);
  const labels = labelColumn(grid, listed, asked.column);
  const headOf = (column: number): string =>
    section.heads
      .map((row) => shown(row, column))
      .filter(isSaid)
      .at(-1) ?? "";
  return {
    columns: [
      ...(labels === null ? [] : [{ name: columnName(labels), heading: headOf(labels), isAsked: false }]),
      ...figures.map(({ column, path }) => ({
        name: columnName(column),
        heading: path.filter(isSaid).join(" – "),
        isAsked: column === asked.column,
      })),
    ],
    rows: listed.map((at) => {
      const places = [...(labels === null ? [] : [labels]), ...figures.map(({ column }) => column)];
      return { number: at + 1, cells: places.map((column) => shown(grid.row(at), column)), isAsked: false };
    }),
  };
}

/** The words left of it that are the longest: a number of action, or of axe, tells a person less. */
function labelColumn(grid: SheetGrid, rows: readonly number[], column: number): number | null {
  const texts = rows.flatMap((at) => grid.row(at)?.textsIn(0, column - 1) ?? []);
  const [longest] = [...texts].sort((one, other) => other.text.length - one.text.length);
  return longest?.column ?? null;
}
