// The amount cells of a table with what each stands for, found by address or within a range.
import { COLONNES, LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne } from "./budget-lines";
import {
  formatCellRef,
  formatLocalCell,
  isSameSheet,
  sheetKey,
  type CellRef,
  type RangeRef,
} from "../../domain/cell-ref";
import type { Colonne, MontantCell, MontantsParAnnee, TableauBudgetaire } from "../../domain/dossier";
import { lowerBound } from "../../domain/lower-bound";
import { remember } from "../../domain/remember";

/** One amount cell: of an action, of an axe's subtotal or of the TOTAL row. */
export interface Entree {
  readonly kind: "action" | "axe" | "total";
  /** Index of its row in `lignesAction` or `lignesAxe`; 0 for the TOTAL row. */
  readonly index: number;
  readonly ligne: Ligne;
  readonly annee: number;
  readonly colonne: Colonne;
  readonly cell: MontantCell;
  /** Among all the amount cells of the table. */
  readonly position: number;
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

type Row = Pick<Entree, "kind" | "index" | "ligne">;

function listEntries(tableau: TableauBudgetaire): { readonly all: Entree[]; readonly actions: ColonnesDActions } {
  const all: Entree[] = [];
  const actions: ColonnesDActions = new Map();
  const take = (row: Row, annee: number, colonne: Colonne, cell: MontantCell, column: (Entree | undefined)[]): void => {
    const { kind, index, ligne } = row;
    const entree = { kind, index, ligne, annee, colonne, cell, position: all.length };
    all.push(entree);
    if (kind === "action") column[index] = entree;
  };
  // A hundred thousand of them: loops over the rows' amounts would make as many objects again.
  const add = (row: Row, montants: MontantsParAnnee): void => {
    montants.forEach((cells, annee) => {
      let columns = actions.get(annee);
      if (!columns) actions.set(annee, (columns = { etat: [], collectivite: [], total: [] }));
      const { etat, collectivite, total } = cells;
      if (etat) take(row, annee, "etat", etat, columns.etat);
      if (collectivite) take(row, annee, "collectivite", collectivite, columns.collectivite);
      if (total) take(row, annee, "total", total, columns.total);
    });
  };
  nameActionRows(tableau.lignesAction).forEach((ligne, index) =>
    add({ kind: "action", index, ligne }, ligne.ligne.montants),
  );
  nameAxeRows(tableau.lignesAxe).forEach((ligne, index) => {
    const { sousTotal } = ligne.ligne;
    if (sousTotal) add({ kind: "axe", index, ligne }, sousTotal.montants);
  });
  if (tableau.total) add({ kind: "total", index: 0, ligne: LIGNE_TOTAL }, tableau.total.montants);
  return { all, actions };
}

/** One column of one sheet, from top to bottom: the rows stand beside their amounts, to be looked through quickly. */
class EntreesDeColonne<Each extends { readonly cell: MontantCell } = Entree> {
  private rows: number[] = [];
  private entrees: Each[] = [];
  private isSorted = true;

  add(row: number, entree: Each): void {
    if (row < (this.rows.at(-1) ?? 0)) this.isSorted = false;
    this.rows.push(row);
    this.entrees.push(entree);
  }

  /** They stand in that order, but for the sums above their rows. */
  sort(): void {
    if (this.isSorted) return;
    const order = this.rows.map((_, position) => position).sort((a, b) => (this.rows[a] ?? 0) - (this.rows[b] ?? 0));
    this.entrees = order.flatMap((position) => this.entrees[position] ?? []);
    this.rows = order.map((position) => this.rows[position] ?? 0);
    this.isSorted = true;
  }

  /** Those of these rows. */
  within(top: number, bottom: number, tell: (entree: Each) => void): void {
    for (let position = lowerBound(this.rows, top); (this.rows[position] ?? Infinity) <= bottom; position += 1) {
      const entree = this.entrees[position];
      if (entree) tell(entree);
    }
  }

  at(row: number): Each | null {
    const position = lowerBound(this.rows, row);
    return this.rows[position] === row ? (this.entrees[position] ?? null) : null;
  }

  /** The last of them, where a table shows one cell twice. */
  of(cell: MontantCell, row: number): Each | null {
    let own: Each | null = null;
    this.within(row, row, (entree) => {
      if (entree.cell === cell) own = entree;
    });
    return own;
  }
}

const NONE: readonly Entree[] = [];

type Columns = Map<number, EntreesDeColonne>;

/** A total of some actions, with the entries of its rows. */
interface Groupe {
  readonly cell: MontantCell;
  readonly rows: readonly Entree[];
}

/** What a formula that takes up such a total adds are its rows. */
function indexGroups({ totauxDeGroupe = [] }: TableauBudgetaire, actions: ColonnesDActions): AmountEntries["groups"] {
  if (totauxDeGroupe.length === 0) return null;
  const byColumn = new Map<number, EntreesDeColonne<Groupe>>();
  for (const { ligne, de, a } of totauxDeGroupe) {
    for (const [annee, cells] of ligne.montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (!cell) continue;
        const rows = (actions.get(annee)?.[colonne] ?? []).slice(de, a).flatMap((entree) => entree ?? []);
        const column = byColumn.get(cell.ref.column) ?? new EntreesDeColonne<Groupe>();
        byColumn.set(cell.ref.column, column);
        column.add(cell.ref.row, { cell, rows });
      }
    }
  }
  byColumn.forEach((column) => column.sort());
  return ({ sheet, top, bottom, left, right }, tell) => {
    byColumn.forEach((groups, column) => {
      if (column < left || column > right) return;
      groups.within(top, bottom, ({ cell, rows }) => {
        if (isSameSheet(cell.ref.sheet, sheet)) tell(cell, rows);
      });
    });
  };
}

export const indexEntries = remember((tableau: TableauBudgetaire): AmountEntries => {
  const { all, actions } = listEntries(tableau);
  const bySheet = new Map<string, Columns>();
  let name: string | null = null;
  let columns: Columns = new Map();
  all.forEach((entree) => {
    const { sheet, row, column } = entree.cell.ref;
    // Cells of one sheet stand together.
    if (sheet !== name) {
      name = sheet;
      columns = bySheet.get(sheetKey(sheet)) ?? new Map();
      bySheet.set(sheetKey(sheet), columns);
    }
    let own = columns.get(column);
    if (!own) columns.set(column, (own = new EntreesDeColonne()));
    own.add(row, entree);
  });
  bySheet.forEach((ofSheet) => ofSheet.forEach((column) => column.sort()));
  const inColumn = ({ sheet, column }: CellRef): EntreesDeColonne | undefined => {
    // Cells of one sheet are asked for together.
    if (sheet !== name) columns = bySheet.get(sheetKey((name = sheet))) ?? new Map();
    return columns.get(column);
  };
  return {
    all,
    at: (ref) => inColumn(ref)?.at(ref.row) ?? null,
    of: (cell) => {
      const { ref } = cell;
      return inColumn(ref)?.of(cell, ref.row) ?? null;
    },
    ofActions: (annee, colonne) => actions.get(annee)?.[colonne] ?? NONE,
    groups: indexGroups(tableau, actions),
    within: ({ sheet, top, left, bottom, right }, tell) => {
      bySheet.get(sheetKey(sheet))?.forEach((entrees, column) => {
        if (column >= left && column <= right) entrees.within(top, bottom, tell);
      });
    },
    isOn: (sheet) => bySheet.has(sheetKey(sheet)),
  };
});

/** "I14", or "'Budget 2025'!I14" where the finding stands on another sheet. */
export function addressFrom(ref: CellRef, sheet: string): string {
  return isSameSheet(ref.sheet, sheet) ? formatLocalCell(ref.row, ref.column) : formatCellRef(ref);
}
