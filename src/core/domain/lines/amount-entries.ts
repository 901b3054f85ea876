// The amount cells of a table with what each stands for, found by address or within a range.
import { COLONNES, LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./budget-lines";
import { formatCellRef, formatLocalCell, isSameSheet, sheetKey, type CellRef, type RangeRef } from "../cell-ref";
import type { Colonne, MontantCell, MontantsParAnnee, TableauBudgetaire } from "../dossier";
import { remember } from "../remember";

/** One amount cell: of an action, of an axe's subtotal or of the TOTAL row. */
export interface Entree {
  readonly kind: "action" | "axe" | "total";
  /** Index of its row in `lignesAction` or `lignesAxe`; 0 for the TOTAL row. */
  readonly index: number;
  readonly ligne: Ligne;
  readonly annee: number;
  readonly colonne: Colonne;
  readonly cell: MontantCell;
}

export interface AmountEntries {
  readonly all: readonly Entree[];
  at(ref: CellRef): Entree | null;
  of(cell: MontantCell): Entree | null;
  /** Those that stand within the range. */
  within(range: RangeRef): Iterable<Entree>;
  /** Whether some of them stand on that sheet. */
  isOn(sheet: string): boolean;
}

function listEntries(tableau: TableauBudgetaire): Entree[] {
  const rows: { kind: Entree["kind"]; index: number; ligne: Ligne; montants: MontantsParAnnee }[] = [];
  for (const [index, ligne] of nameActionRows(tableau.lignesAction).entries()) {
    rows.push({ kind: "action", index, ligne, montants: ligne.ligne.montants });
  }
  for (const [index, ligne] of nameAxeRows(tableau.lignesAxe).entries()) {
    const { sousTotal } = ligne.ligne;
    if (sousTotal) rows.push({ kind: "axe", index, ligne, montants: sousTotal.montants });
  }
  if (tableau.total) rows.push({ kind: "total", index: 0, ligne: LIGNE_TOTAL, montants: tableau.total.montants });
  const entries: Entree[] = [];
  // A hundred thousand of them: a loop over the rows' amounts would make as many objects again.
  for (const { kind, index, ligne, montants } of rows) {
    montants.forEach((cells, annee) => {
      COLONNES.forEach((colonne) => {
        const cell = cells[colonne];
        if (cell) entries.push({ kind, index, ligne, annee, colonne, cell });
      });
    });
  }
  return entries;
}

/** They stand in that order, but for the sums above their rows: thousands of comparisons less than sorting them. */
function sortByRow(entries: Entree[]): void {
  let last = -1;
  const isSorted = entries.every(({ cell: { ref } }) => {
    const isBelow = ref.row >= last;
    last = ref.row;
    return isBelow;
  });
  if (!isSorted) entries.sort((a, b) => a.cell.ref.row - b.cell.ref.row);
}

/** Position of the first row that is not above `row`. */
function lowerBound(entries: readonly Entree[], row: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.cell.ref.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* search(columns: ReadonlyMap<number, readonly Entree[]>, range: RangeRef): Generator<Entree> {
  for (const [column, entries] of columns) {
    if (column < range.left || column > range.right) continue;
    for (let position = lowerBound(entries, range.top); position < entries.length; position += 1) {
      const entree = entries[position];
      if (!entree || entree.cell.ref.row > range.bottom) break;
      yield entree;
    }
  }
}

export const indexEntries = remember((tableau: TableauBudgetaire): AmountEntries => {
  const all = listEntries(tableau);
  const bySheet = new Map<string, Map<number, Entree[]>>();
  let name: string | null = null;
  let columns = new Map<number, Entree[]>();
  all.forEach((entree) => {
    const { ref } = entree.cell;
    // Cells of one sheet stand together.
    if (ref.sheet !== name) {
      name = ref.sheet;
      const sheet = sheetKey(name);
      columns = bySheet.get(sheet) ?? new Map<number, Entree[]>();
      bySheet.set(sheet, columns);
    }
    const column = columns.get(ref.column);
    if (column) column.push(entree);
    else columns.set(ref.column, [entree]);
  });
  for (const columns of bySheet.values()) {
    for (const entries of columns.values()) sortByRow(entries);
  }
  const nowhere: ReadonlyMap<number, readonly Entree[]> = new Map();
  const inColumn = ({ sheet, column }: CellRef): readonly Entree[] => bySheet.get(sheetKey(sheet))?.get(column) ?? [];
  return {
    all,
    at: (ref) => {
      const entries = inColumn(ref);
      const found = entries[lowerBound(entries, ref.row)];
      return found?.cell.ref.row === ref.row ? found : null;
    },
    of: (cell) => {
      const entries = inColumn(cell.ref);
      let own: Entree | null = null;
      for (let position = lowerBound(entries, cell.ref.row); position < entries.length; position += 1) {
        const entree = entries[position];
        if (!entree || entree.cell.ref.row !== cell.ref.row) break;
        if (entree.cell === cell) own = entree;
      }
      return own;
    },
    within: (range) => search(bySheet.get(sheetKey(range.sheet)) ?? nowhere, range),
    isOn: (sheet) => bySheet.has(sheetKey(sheet)),
  };
});

/** "I14", or "'Budget 2025'!I14" where the finding stands on another sheet. */
export function addressFrom(ref: CellRef, sheet: string): string {
  return isSameSheet(ref.sheet, sheet) ? formatLocalCell(ref.row, ref.column) : formatCellRef(ref);
}
