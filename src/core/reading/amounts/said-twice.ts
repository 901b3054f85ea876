// What one of the tables that are put together says again of the same row: read, but no part of what they make together.
import { cellKey, sheetKey, type CellRef, type RangeRef } from "../../domain/cell-ref";
import type { MontantCell, PlageNonLue, TableauBudgetaire, TableauExecution } from "../../domain/dossier";
import { cellsOfRow, rowsOfTable } from "../../domain/lines/rows-of-table";
import { compareTexts } from "../../domain/words/compare-texts";

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

const DEJA_LU = "déjà donné par un autre des tableaux réunis : montants lus, mais non comparés";

/** A range for each of their columns. */
export function unreadRepeats(
  refs: readonly CellRef[] | undefined,
  sujet: "budget" | "execution",
): readonly PlageNonLue[] {
  const columns = new Map<string, RangeRef>();
  for (const { sheet, row, column } of refs ?? []) {
    const key = `${sheetKey(sheet)}/${column}`;
    const { top, bottom } = columns.get(key) ?? { top: row, bottom: row };
    columns.set(key, { sheet, left: column, right: column, top: Math.min(top, row), bottom: Math.max(bottom, row) });
  }
  return [...columns.values()]
    .sort((a, b) => compareTexts(a.sheet, b.sheet) || a.left - b.left)
    .map((range) => ({ range, pourquoi: DEJA_LU, sujet }));
}
