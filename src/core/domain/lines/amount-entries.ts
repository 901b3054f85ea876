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
  /** Of the action rows, by their index; undefined where a row has none. */
  ofActions(annee: number, colonne: Colonne): readonly (Entree | undefined)[];
  /** Those that stand within the range. */
  within(range: RangeRef, tell: (entree: Entree) => void): void;
  /** Totals of some actions that stand within the range, each with the entries of its rows; null for a table without any. */
  readonly groups: ((range: RangeRef, tell: (total: MontantCell, rows: readonly Entree[]) => void) => void) | null;
  /** Whether some of them stand on that sheet. */
  isOn(sheet: string): boolean;
}

/** By year, then column, then index of the row; undefined where a row has none. */
type ColonnesDActions = Map<number, Record<Colonne, (Entree | undefined)[]>>;

function listEntries(tableau: TableauBudgetaire): { readonly all: Entree[]; readonly actions: ColonnesDActions } {
  const all: Entree[] = [];
  const actions: ColonnesDActions = new Map();
  // A hundred thousand of them: loops over the rows' amounts would make as many objects again.
  const add = (kind: Entree["kind"], index: number, ligne: Ligne, montants: MontantsParAnnee): void => {
    montants.forEach((cells, annee) => {
      let columns = actions.get(annee);
      if (!columns) actions.set(annee, (columns = { etat: [], collectivite: [], total: [] }));
      for (let rank = 0; rank < COLONNES.length; rank += 1) {
        const colonne = COLONNES[rank] ?? "total";
        const cell = cells[colonne];
        if (!cell) continue;
        const entree = { kind, index, ligne, annee, colonne, cell };
        all.push(entree);
        if (kind === "action") columns[colonne][index] = entree;
      }
    });
  };
  nameActionRows(tableau.lignesAction).forEach((ligne, index) => add("action", index, ligne, ligne.ligne.montants));
  nameAxeRows(tableau.lignesAxe).forEach((ligne, index) => {
    const { sousTotal } = ligne.ligne;
    if (sousTotal) add("axe", index, ligne, sousTotal.montants);
  });
  if (tableau.total) add("total", 0, LIGNE_TOTAL, tableau.total.montants);
  return { all, actions };
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
function lowerBound(entries: readonly { readonly cell: MontantCell }[], row: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.cell.ref.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function search(
  columns: ReadonlyMap<number, readonly Entree[]>,
  range: RangeRef,
  tell: (entree: Entree) => void,
): void {
  columns.forEach((entries, column) => {
    if (column < range.left || column > range.right) return;
    for (let position = lowerBound(entries, range.top); position < entries.length; position += 1) {
      const entree = entries[position];
      if (!entree || entree.cell.ref.row > range.bottom) return;
      tell(entree);
    }
  });
}

const NONE: readonly Entree[] = [];

/** What a formula that takes up such a total adds are its rows. */
function indexGroups({ totauxDeGroupe = [] }: TableauBudgetaire, actions: ColonnesDActions): AmountEntries["groups"] {
  if (totauxDeGroupe.length === 0) return null;
  const byColumn = new Map<number, { readonly cell: MontantCell; readonly rows: readonly Entree[] }[]>();
  for (const { ligne, de, a } of totauxDeGroupe) {
    for (const [annee, cells] of ligne.montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (!cell) continue;
        const rows = (actions.get(annee)?.[colonne] ?? []).slice(de, a).flatMap((entree) => entree ?? []);
        const column = byColumn.get(cell.ref.column);
        if (column) column.push({ cell, rows });
        else byColumn.set(cell.ref.column, [{ cell, rows }]);
      }
    }
  }
  for (const column of byColumn.values()) column.sort((one, other) => one.cell.ref.row - other.cell.ref.row);
  return ({ sheet, top, bottom, left, right }, tell) => {
    byColumn.forEach((groups, column) => {
      if (column < left || column > right) return;
      for (let position = lowerBound(groups, top); position < groups.length; position += 1) {
        const group = groups[position];
        if (!group || group.cell.ref.row > bottom) return;
        if (isSameSheet(group.cell.ref.sheet, sheet)) tell(group.cell, group.rows);
      }
    });
  };
}

export const indexEntries = remember((tableau: TableauBudgetaire): AmountEntries => {
  const { all, actions } = listEntries(tableau);
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
  for (const sheet of bySheet.values()) {
    for (const entries of sheet.values()) sortByRow(entries);
  }
  const nowhere: ReadonlyMap<number, readonly Entree[]> = new Map();
  const inColumn = ({ sheet, column }: CellRef): readonly Entree[] => {
    // Cells of one sheet are asked for together.
    if (sheet !== name) columns = bySheet.get(sheetKey((name = sheet))) ?? new Map<number, Entree[]>();
    return columns.get(column) ?? NONE;
  };
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
    ofActions: (annee, colonne) => actions.get(annee)?.[colonne] ?? NONE,
    groups: indexGroups(tableau, actions),
    within: (range, tell) => search(bySheet.get(sheetKey(range.sheet)) ?? nowhere, range, tell),
    isOn: (sheet) => bySheet.has(sheetKey(sheet)),
  };
});

/** "I14", or "'Budget 2025'!I14" where the finding stands on another sheet. */
export function addressFrom(ref: CellRef, sheet: string): string {
  return isSameSheet(ref.sheet, sheet) ? formatLocalCell(ref.row, ref.column) : formatCellRef(ref);
}
