// Figures that say again, or otherwise, what another cell of the same table or of one beside it says: named, never dropped in silence.
import { isSameSheet, type CellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue } from "../domain/dossier";
import { compareTexts } from "../domain/words/compare-texts";
import type { GridRow } from "./sheet-grid";

type Sujet = NonNullable<PlageNonLue["sujet"]>;

const AUTRES_MONTANTS =
  "second total, total partiel, ou montant que donne aussi une autre colonne ou un autre des tableaux réunis : montants lus, mais non comparés";

const POURQUOI: Readonly<Record<Sujet, string>> = {
  budget: AUTRES_MONTANTS,
  execution: AUTRES_MONTANTS,
  indicators: "autre valeur que celle d’une colonne de même intitulé : lue, mais non comparée",
  echeancier: "autre date de réalisation que celle de l’échéancier : lue, mais non comparée",
  imputation: "autre montant que celui d’une colonne ou d’un total de même intitulé : lu, mais non comparé",
};

/** A column that has the heading of another one. */
export interface RepeatedColumn {
  readonly column: number;
  readonly of: number;
}

/** Tells the columns where a row says two things under the same heading; an empty cell says nothing. */
export function contradicting(row: GridRow, columns: readonly RepeatedColumn[], tell: (column: number) => void): void {
  columns.forEach(({ column, of }) => {
    const value = row.value(column);
    if (value !== null && value !== row.value(of)) tell(column);
  });
}

type Side = "top" | "left";

/** Ranges that touch along one side are one. */
function joinAlong(ranges: readonly RangeRef[], along: Side, across: Side): readonly RangeRef[] {
  const ends = { top: "bottom", left: "right" } as const;
  const joined: RangeRef[] = [];
  const sorted = [...ranges].sort(
    (a, b) => compareTexts(a.sheet, b.sheet) || a[across] - b[across] || a[along] - b[along],
  );
  for (const range of sorted) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      isSameSheet(last.sheet, range.sheet) &&
      last[across] === range[across] &&
      last[ends[across]] === range[ends[across]] &&
      last[ends[along]] + 1 === range[along];
    if (isNext) joined[joined.length - 1] = { ...last, [ends[along]]: range[ends[along]] };
    else joined.push(range);
  }
  return joined;
}

/** Cells that touch, as ranges: down their columns first, then side by side. */
export function joinCells(refs: readonly CellRef[]): readonly RangeRef[] {
  const cells = refs.map(({ sheet, row, column }): RangeRef => ({
    sheet,
    top: row,
    bottom: row,
    left: column,
    right: column,
  }));
  return joinAlong(joinAlong(cells, "top", "left"), "left", "top");
}

export const unreadRepeats = (refs: readonly CellRef[] | undefined, sujet: Sujet): readonly PlageNonLue[] =>
  joinCells(refs ?? []).map((range) => ({ range, pourquoi: POURQUOI[sujet], sujet }));
