// Figures that say again, or otherwise, what another cell of the same table or of one beside it says: named, never dropped in silence.
import { sheetKey, type CellRef, type RangeRef } from "../domain/cell-ref";
import type { PlageNonLue } from "../domain/dossier";
import { compareTexts } from "../domain/words/compare-texts";
import type { GridRow } from "./sheet-grid";

type Sujet = NonNullable<PlageNonLue["sujet"]>;

const POURQUOI: Readonly<Record<Sujet, string>> = {
  budget: "déjà donné par un autre des tableaux réunis : montants lus, mais non comparés",
  execution: "déjà donné par un autre des tableaux réunis : montants lus, mais non comparés",
  indicators: "autre valeur que celle d’une colonne de même intitulé : lue, mais non comparée",
  echeancier: "autre date de réalisation que celle de l’échéancier : lue, mais non comparée",
  imputation: "autre montant que celui d’une colonne ou d’un total de même intitulé : lu, mais non comparé",
};

/** A column that has the heading of another one. */
export interface RepeatedColumn {
  readonly column: number;
  readonly of: number;
}

/** Where a row says two things under the same heading; an empty cell says nothing. */
export const contradicting = (row: GridRow, columns: readonly RepeatedColumn[]): readonly number[] =>
  columns.flatMap(({ column, of }) => {
    const value = row.value(column);
    return value === null || value === row.value(of) ? [] : [column];
  });

/** A range for each of their columns. */
export function unreadRepeats(refs: readonly CellRef[] | undefined, sujet: Sujet): readonly PlageNonLue[] {
  const columns = new Map<string, RangeRef>();
  for (const { sheet, row, column } of refs ?? []) {
    const key = `${sheetKey(sheet)}/${column}`;
    const { top, bottom } = columns.get(key) ?? { top: row, bottom: row };
    columns.set(key, { sheet, left: column, right: column, top: Math.min(top, row), bottom: Math.max(bottom, row) });
  }
  return [...columns.values()]
    .sort((a, b) => compareTexts(a.sheet, b.sheet) || a.left - b.left)
    .map((range) => ({ range, pourquoi: POURQUOI[sujet], sujet }));
}
