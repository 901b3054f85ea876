// What stands around the amounts of a budget table: the labels of its rows, its unit, the first cell of its heading.
import type { TableauBudgetaire } from "../../domain/dossier";
import { readShareLabel } from "../../domain/words/share-label";
import { readTitleUnit, type Unit } from "../headings/headings";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import type { BudgetHeader } from "./locate-budget-table";
import type { GridRow } from "../sheet-grid";
import { holdsOneText, type TableZone } from "../headings/table-header";

export interface RowLabel {
  readonly column: number;
  readonly text: string;
  readonly meaning: LabelMeaning;
}

/** The columns of the zone that hold text and no amount, from left to right. */
export function findTextColumns(header: BudgetHeader, rows: readonly GridRow[], zone: TableZone): readonly number[] {
  const amounts = new Set(header.columns.map(({ column }) => column));
  const columns = new Set<number>();
  for (const row of rows) {
    for (let column = Math.max(row.left, zone.left); column <= Math.min(row.right, zone.right); column += 1) {
      if (!columns.has(column) && !amounts.has(column) && row.text(column) !== null) columns.add(column);
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

export function readTableUnit(header: BudgetHeader, zone: TableZone): Unit | null {
  for (let row = header.bottom; row >= Math.max(zone.titlesFrom, header.top - 10); row -= 1) {
    const cells = header.grid.row(row);
    if (!cells) continue;
    // A title that stands alone in its row is that of all the tables side by side.
    const isShared = row < header.top && holdsOneText(cells);
    const left = isShared ? cells.left : Math.max(cells.left, zone.left);
    const right = isShared ? cells.right : Math.min(cells.right, zone.right);
    for (let column = left; column <= right; column += 1) {
      // A unit in a party's or a year's heading is that column's alone.
      if (row >= header.top && column >= header.left && column <= header.right) continue;
      const text = cells.text(column);
      const unit = text === null ? null : readTitleUnit(text);
      if (unit !== null) return unit;
    }
  }
  return null;
}

export function findRowLabels(row: GridRow, columns: readonly number[], labels: LabelReader): readonly RowLabel[] {
  const found: RowLabel[] = [];
  for (const column of columns) {
    const text = row.text(column);
    if (text !== null) found.push({ column, text, meaning: labels.read(text) });
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

/** The first cell with content of the heading's first row. */
export function findFirstHeading(header: BudgetHeader, left: number): TableauBudgetaire["heading"] {
  const row = header.grid.row(header.top);
  let column = left;
  while (row && column < header.left && row.value(column) === null) column += 1;
  if (row && row.value(column) === null) {
    column = Math.min(...header.columns.map(({ yearHeading }) => yearHeading.column));
  }
  return { sheet: header.grid.sheet, row: header.top, column };
}
