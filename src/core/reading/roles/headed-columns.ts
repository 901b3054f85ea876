// The columns of figures of a sheet, each under its headings: what an answer is given for, and how it is found again.
import { lireMontant } from "../../domain/values/lire-montant";
import { figureAt, type Figure } from "../account/figure-cells";
import { holdsAmount } from "../headings/heading-cells";
import type { HeadingPlace } from "../headings/table-header";
import { LIMITS } from "../limits";
import type { GridRow, SheetGrid } from "../sheet-grid";

/** The rows of one heading and of the figures under it. */
export interface Section {
  readonly grid: SheetGrid;
  /** From the top down; one at least. */
  readonly heads: readonly GridRow[];
  readonly rows: GridRow[];
}

export interface HeadedColumn {
  readonly section: Section;
  readonly column: number;
  /** The lowest cell that says something over it. */
  readonly leaf: HeadingPlace;
  /** What is typed over it, from the top down. */
  readonly path: readonly string[];
  readonly figures: readonly Figure[];
  /** The first column under the very same words; null for that one itself. */
  readonly sameAs: number | null;
}

const isMissingWord = (text: string): boolean => lireMontant(text, "General", "€").reason === "missing";

const wordsOf = (row: GridRow, column: number): string | null => {
  const value = row.value(column);
  return value === null ? null : String(value).replace(/\s+/gu, " ").trim();
};

/**
 * Words over several columns, and no amount: of a table it is a heading, or one of its rows that shows nothing.
 * `left` is the first column of figures of the table, infinite where it has none yet.
 */
function isHeadingRow(row: GridRow, section: Section | undefined, left: number): boolean {
  if (row.count < 2 || holdsAmount(row)) return false;
  if (section === undefined || section.rows.length === 0) return true;
  return row.filled(left).some((column) => !isMissingWord(wordsOf(row, column) ?? ""));
}

const figureColumns = (row: GridRow): readonly number[] =>
  row.filled().filter((column) => figureAt(row, column) !== null);

function sectionsOf(grid: SheetGrid): readonly Section[] {
  const sections: Section[] = [];
  let left = Infinity;
  for (const row of grid.rows) {
    if (row.isBlank) continue;
    const section = sections.at(-1);
    const last = section?.heads.at(-1);
    if (!isHeadingRow(row, section, left)) {
      section?.rows.push(row);
      left = Math.min(left, ...figureColumns(row));
      continue;
    }
    left = Infinity;
    if (section && section.rows.length === 0 && last?.row === row.row - 1) {
      sections[sections.length - 1] = { grid, heads: [...section.heads, row].slice(-LIMITS.headingRows - 1), rows: [] };
    } else sections.push({ grid, heads: [row], rows: [] });
  }
  return sections;
}

/** The cell to its left that heads it too: as far as the groups beside it are wide, where there are some. */
function groupOver(row: GridRow, from: number, column: number): number | undefined {
  const cells = row.filled(from);
  const near = cells.filter((cell) => cell <= column).at(-1);
  if (near === undefined || near === column || cells.some((cell) => cell > column)) return near;
  const widths = cells.slice(1).map((cell, index) => cell - (cells[index] ?? cell));
  return widths.length > 0 && column - near >= Math.max(...widths) ? undefined : near;
}

/** What stands over a column: its own cell of each row, or the one merged over it, right of the labels. */
function cellsOver({ heads, rows }: Section, column: number, isLowest: boolean): readonly HeadingPlace[] {
  const [first] = rows.filter((row) => figureAt(row, column) !== null);
  const labels = first?.textsIn(first.left, column - 1).at(-1)?.column ?? -1;
  return heads.flatMap((row, index) => {
    const isLeaf = isLowest && index === heads.length - 1;
    const near = isLeaf ? (row.value(column) === null ? undefined : column) : groupOver(row, labels + 1, column);
    return near === undefined ? [] : [{ row: row.row, column: near }];
  });
}

function columnsOf(section: Section): readonly HeadedColumn[] {
  const columns = [...new Set(section.rows.flatMap(figureColumns))].sort((a, b) => a - b);
  const seen = new Map<string, number[]>();
  return columns.flatMap((column): HeadedColumn[] => {
    const cells = cellsOver(section, column, true);
    const leaf = cells.at(-1);
    if (!leaf) return [];
    const words = cells.map((place) => wordsOf(section.grid.row(place.row) as GridRow, place.column) ?? "");
    const key = words.join("\n");
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, column]);
    const rank = earlier.length + 1;
    // Two columns under the same words are told apart by their order.
    const path = rank > 1 ? [...words, `${rank}e colonne`] : words;
    const figures = section.rows.flatMap((row) => figureAt(row, column) ?? []);
    return [{ section, column, leaf: { row: leaf.row, column }, path, figures, sameAs: earlier[0] ?? null }];
  });
}

export const headedColumns = (grid: SheetGrid): readonly HeadedColumn[] => sectionsOf(grid).flatMap(columnsOf);
