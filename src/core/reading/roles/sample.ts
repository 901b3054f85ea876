// The few cells that a person looks at to say what a column holds: the labels, a neighbour, the column, a neighbour.
import { columnName } from "xlsx-model/local-cell";
import type { Sample } from "../../domain/question";
import { withoutTurning } from "../../domain/words/steering";
import { wordsOfPath } from "../../domain/words/path-words";
import { afficher } from "../../domain/values/affichage";
import { nameOfRow, type GridRow, type SheetGrid } from "../sheet-grid";
import type { HeadedColumn } from "./headed-columns";

const ROWS = 3;

/** As the sheet shows it, on one line. */
export const shown = (row: GridRow | null, column: number): string =>
  row === null
    ? ""
    : withoutTurning(afficher(row.value(column), row.numberFormat(column)))
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
  const cellsOf = (at: number): readonly string[] => figures.map(({ column }) => shown(grid.row(at), column));
  const labelOf = (at: number): readonly string[] => (labels === null ? [] : [shown(grid.row(at), labels)]);
  const headed = figures.map(({ column, path }) => ({
    column,
    heading: wordsOfPath(path),
    isAsked: column === asked.column,
  }));
  if (grid.isTurned) {
    return {
      columns: [
        { name: "", heading: "", isAsked: false },
        ...listed.map((at) => ({ name: nameOfRow(grid, at), heading: labelOf(at).join(""), isAsked: false })),
      ],
      rows: headed.map(({ column, heading, isAsked }) => ({
        number: column + 1,
        cells: [heading, ...listed.map((at) => shown(grid.row(at), column))],
        isAsked,
      })),
    };
  }
  return {
    columns: [
      ...(labels === null ? [] : [{ name: columnName(labels), heading: headOf(labels), isAsked: false }]),
      ...headed.map(({ column, ...told }) => ({ name: columnName(column), ...told })),
    ],
    rows: listed.map((at) => ({ number: at + 1, cells: [...labelOf(at), ...cellsOf(at)], isAsked: false })),
  };
}

/** The words left of it that are the longest: a number of action, or of axe, tells a person less. */
function labelColumn(grid: SheetGrid, rows: readonly number[], column: number): number | null {
  const texts = rows.flatMap((at) => grid.row(at)?.textsIn(0, column - 1) ?? []);
  const [longest] = [...texts].sort((one, other) => other.text.length - one.text.length);
  return longest?.column ?? null;
}
