// What one of the tables that are put together says again of the same row: read, but no part of what they make together.
import { cellKey, type CellRef } from "../../domain/cell-ref";
import type { MontantCell, TableauBudgetaire, TableauExecution } from "../../domain/dossier";
import { cellsOfRow, rowsOfTable } from "../../domain/lines/rows-of-table";

type Tableau = TableauBudgetaire | TableauExecution;

const filledCells = (tableau: Tableau): readonly MontantCell[] =>
  rowsOfTable(tableau)
    .flatMap((row) => cellsOfRow(row))
    .filter(({ lu, formula }) => lu.kind !== "missing" || formula !== null);

/** The cells of the parts that the whole has no place for. */
export function saidTwice(parts: readonly Tableau[], whole: Tableau): readonly CellRef[] {
  const kept = new Set(filledCells(whole).map(({ ref }) => cellKey(ref)));
  return parts.flatMap(filledCells).flatMap(({ ref }) => (kept.has(cellKey(ref)) ? [] : [ref]));
}
