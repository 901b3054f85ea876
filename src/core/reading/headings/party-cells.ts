// The heading cells of a row that name whose amounts stand below them.
import type { Colonne } from "../../domain/dossier";
import type { PartyCell } from "./heading-bands";
import type { HeadingReader } from "./headings";
import type { GridRow, SheetGrid } from "../sheet-grid";

/** How far above "Cible" and "Réalisé" the heading of the indicators may stand: over the years. */
const HEADING_ROWS = 2;

/** Columns headed "Indicateur" there or just above: what is achieved to their right is no amount. */
function indicatorColumns(grid: SheetGrid, row: GridRow, headings: HeadingReader): ReadonlySet<number> {
  const columns = new Set<number>();
  for (let number = row.row - HEADING_ROWS; number <= row.row; number += 1) {
    const above = grid.row(number);
    for (let column = above?.left ?? 0; above && column <= above.right; column += 1) {
      const text = above.text(column);
      if (text !== null && headings.read(text).role === "indicateur") columns.add(column);
    }
  }
  return columns;
}

/** Empty for a row that heads no table of amounts: one party alone is a word. */
export function readPartyCells(grid: SheetGrid, row: GridRow, headings: HeadingReader): readonly PartyCell[] {
  const cells: PartyCell[] = [];
  const parties = new Set<Colonne>();
  let indicators: ReadonlySet<number> | null = null;
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text === null) continue;
    const { colonne, execution, role, annee, unit, nature } = headings.read(text);
    const which = colonne ?? execution;
    if (which === null) continue;
    if (role === "realise" && execution === "total") {
      indicators ??= indicatorColumns(grid, row, headings);
      if (isRightOf(column, indicators, cells)) continue;
    }
    if (which !== "verse") parties.add(which);
    cells.push({ column, colonne: which, nature, annee, unit });
  }
  return parties.size >= 2 ? cells : [];
}

/** Whether the nearest heading to the left is the indicators'. */
function isRightOf(column: number, indicators: ReadonlySet<number>, parties: readonly PartyCell[]): boolean {
  const last = parties.at(-1)?.column ?? -1;
  return [...indicators].some((indicator) => indicator < column && indicator > last);
}
