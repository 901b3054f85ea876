// The labels of a table's rows: in which columns they stand, and which of several cells says what the row is.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Action } from "../../contract/convention";
import type { LigneSousAction } from "../../domain/tables";
import type { Designation, Reconnaissance } from "../../domain/dossier";
import { readShareLabel } from "../../domain/words/share-label";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import type { GridRow } from "../sheet-grid";
import type { Header } from "../headings/header";
import { isCheck } from "./aside-words";
import type { TableZone } from "../headings/table-header";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface RowLabel {
  /** The row that it stands in: written once, it names the rows below too. */
  readonly at: GridRow;
  readonly column: number;
  readonly text: string;
  readonly meaning: LabelMeaning;
  /** How the row was known as its action, where its words alone do not say it; left out for most. */
  readonly reconnaissance?: Reconnaissance;
  readonly designe?: Designation;
  /** The action that its number or a part of its words say, and that another row stands for by its own words. */
  readonly semblable?: Action;
  /** What tells it from the other rows of its action. */
  readonly operateur?: string;
  /** Its amounts are those of the row above, told again in parts. */
  readonly isDetail?: boolean;
  /** The sub-action that the contract gives to the action above. */
  readonly sousAction?: Pick<LigneSousAction, "action" | "sousAction">;
}

/** A row of a table with its labels. */
export interface Line {
  readonly row: GridRow;
  readonly found: readonly RowLabel[];
  /** In a cell of its own, beside the label. */
  readonly number: NumeroAction | null;
}

export const namesAction = ({ meaning }: RowLabel): boolean => meaning.action !== null;
/** Whether the label names an axe, of the contract or not. */
export const namesAxe = ({ meaning }: RowLabel): boolean => meaning.axe !== null || meaning.isUnknownAxe;
export const namesTotal = ({ meaning }: RowLabel): boolean => meaning.total !== null;
export const namesNothing = (label: RowLabel): boolean => !namesAction(label) && !namesAxe(label) && !namesTotal(label);

/** The columns of the zone that hold text and no figure, from left to right. */
export function findTextColumns(
  figures: readonly { readonly column: number }[],
  rows: readonly GridRow[],
  { left, right }: TableZone,
): readonly number[] {
  const columns = new Set<number>();
  rows.forEach(({ texts }) => texts.forEach(({ column }) => columns.add(column)));
  for (const { column } of figures) columns.delete(column);
  return [...columns].filter((column) => column >= left && column <= right).sort((a, b) => a - b);
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
  // Made at its full length at once, as a list that grows keeps room for more in every row.
  return row.texts
    .filter(({ column }) => columns.includes(column))
    .map(({ column, text }) => ({ at: row, column, text, meaning: labels.read(text) }));
}

/** "Action 5 | Soutenir les associations": the words beside a bare number say what the row is. */
export function keepTelling(found: readonly RowLabel[], mainColumn: number): readonly RowLabel[] {
  if (!found.some(({ meaning }) => meaning.isNumberOnly)) return found;
  const hasWords = found.some(({ column, meaning }) => column === mainColumn && !meaning.isNumberOnly);
  const hasAxeWords = found.some(({ meaning }) => meaning.axe !== null && !meaning.isNumberOnly);
  return found.filter(({ meaning }) => !meaning.isNumberOnly || !(meaning.axe ? hasAxeWords : hasWords));
}

/** "Part de l’axe 2", "% du total", "Écart": figures that are no amounts. */
export function isShareRow(found: readonly RowLabel[], mainColumn: number): boolean {
  const main = found.find(({ column }) => column === mainColumn);
  if (!main || found.some((label) => namesAction(label) || namesTotal(label))) return false;
  if (isCheck(main.text)) return true;
  const share = readShareLabel(main.text);
  return share !== null && (share.isPlain || main.text.includes("%"));
}

/** "Dont appui à l’école": what follows details the row above. */
const DETAIL = /^[\s•●▪·➢➤*+–-]*(?:dont|dt|y compris|soit)\b[\s:]*/iu;

export const isDetail = (text: string): boolean => DETAIL.test(text);

/** The first cell with content of the heading's first row. */
export function findFirstHeading({ grid, top, left: first, columns }: Header, left: number): CellRef {
  const row = grid.row(top);
  const [shown = Math.min(...columns.map(({ yearHeading }) => yearHeading.column))] = row?.filled(left, first) ?? [
    left,
  ];
  return { sheet: grid.sheet, row: top, column: shown };
}
