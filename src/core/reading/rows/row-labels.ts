// The labels of a table's rows: in which columns they stand, and which of several cells says what the row is.
import type { Action } from "../../domain/contrat/convention";
import type { Reconnaissance } from "../../domain/dossier";
import { readShareLabel } from "../../domain/words/share-label";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import type { GridRow } from "../sheet-grid";
import type { TableHeader, TableZone } from "../headings/table-header";

export interface RowLabel {
  /** The row that it stands in: written once, it names the rows below too. */
  readonly at: GridRow;
  readonly column: number;
  readonly text: string;
  readonly meaning: LabelMeaning;
  /** How the row was known as its action, where its words alone do not say it; left out for most. */
  readonly reconnaissance?: Reconnaissance;
  readonly contradiction?: { readonly parNumero: Action; readonly parIntitule: Action };
  /** What tells it from the other rows of its action. */
  readonly operateur?: string;
  /** Its amounts are those of the row above, told again in parts. */
  readonly isDetail?: boolean;
}

/** The columns of the zone that hold text and no figure, from left to right. */
export function findTextColumns(
  figures: readonly { readonly column: number }[],
  rows: readonly GridRow[],
  zone: TableZone,
): readonly number[] {
  const taken = new Set(figures.map(({ column }) => column));
  const columns = new Set<number>();
  for (const row of rows) {
    for (let column = Math.max(row.left, zone.left); column <= Math.min(row.right, zone.right); column += 1) {
      if (!columns.has(column) && !taken.has(column) && row.text(column) !== null) columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

/** The column with most labels of the contract, else the one that is `headed` so, else the one with most labels. */
export function findMainColumn(
  rows: readonly GridRow[],
  columns: readonly number[],
  labels: LabelReader,
  headed: number | null = null,
): number {
  const isHeaded = headed !== null && columns.includes(headed);
  let best = isHeaded ? headed : (columns[0] ?? 0);
  let bestScore = isHeaded ? Number.MIN_VALUE : 0;
  for (const column of columns) {
    let score = 0;
    for (const row of rows) {
      const text = row.text(column);
      if (text === null) continue;
      const { action, axe, isUnknownAxe, total, isNumberOnly } = labels.read(text);
      // What names an axe or a total says nothing of where the actions are.
      if (action && !isNumberOnly) score += 1;
      else if (!axe && !isUnknownAxe && !total) score += 1e-6;
    }
    const isBetter = score < 0.5 && !isHeaded ? score > bestScore + 0.5e-6 : score > bestScore + 0.5;
    if (isBetter) [best, bestScore] = [column, score];
  }
  return best;
}

export function findRowLabels(row: GridRow, columns: readonly number[], labels: LabelReader): readonly RowLabel[] {
  const found: RowLabel[] = [];
  for (const column of columns) {
    const text = row.text(column);
    if (text !== null) found.push({ at: row, column, text, meaning: labels.read(text) });
  }
  return found;
}

/** "Action 5 | Soutenir les associations": the words beside a bare number say what the row is. */
export function keepTelling(found: readonly RowLabel[], mainColumn: number): readonly RowLabel[] {
  if (!found.some(({ meaning }) => meaning.isNumberOnly)) return found;
  const hasWords = found.some(({ column, meaning }) => column === mainColumn && !meaning.isNumberOnly);
  const hasAxeWords = found.some(({ meaning }) => meaning.axe !== null && !meaning.isNumberOnly);
  return found.filter(({ meaning }) => !meaning.isNumberOnly || !(meaning.axe ? hasAxeWords : hasWords));
}

/** "Part de l’axe 2", "% du total": figures that are no amounts. */
export function isShareRow(found: readonly RowLabel[], mainColumn: number): boolean {
  const main = found.find(({ column }) => column === mainColumn);
  if (!main || found.some(({ meaning }) => meaning.action !== null || meaning.total !== null)) return false;
  const share = readShareLabel(main.text);
  return share !== null && (share.isPlain || main.text.includes("%"));
}

/** "Dont appui à l’école": what follows details the row above. */
const DETAIL = /^[\s•●▪·➢➤*+–-]*(?:dont|dt|y compris|soit)\b[\s:]*/iu;

export const isDetail = (text: string): boolean => DETAIL.test(text);

/** The first cell with content of the heading's first row. */
export function findFirstHeading(
  header: TableHeader & { readonly columns: readonly { readonly yearHeading: { readonly column: number } }[] },
  left: number,
) {
  const row = header.grid.row(header.top);
  let column = left;
  while (row && column < header.left && row.value(column) === null) column += 1;
  if (row && row.value(column) === null) {
    column = Math.min(...header.columns.map(({ yearHeading }) => yearHeading.column));
  }
  return { sheet: header.grid.sheet, row: header.top, column };
}
