// How many times the formula of a table's cell counts each other amount cell of the table.
import type { AmountEntries, Entree } from "../lines/amount-entries";
import type { MontantCell } from "../dossier";
import { isSubtotalFormula, readCouverture } from "./formula-coverage";

/** `parSomme` is the part of the coefficient that SUM brings: it passes over texts. */
export interface Poids {
  readonly coefficient: number;
  readonly parSomme: number;
}

export type Pesee =
  /** No formula, or one that names no cell: the figure was typed. */
  | { readonly kind: "typed" }
  | { readonly kind: "unknown" }
  | { readonly kind: "known"; readonly poids: ReadonlyMap<Entree, Poids>; readonly constante: number };

const TYPED: Pesee = { kind: "typed" };
const UNKNOWN: Pesee = { kind: "unknown" };

export function weigh({ formula, ref }: MontantCell, entries: AmountEntries): Pesee {
  if (formula === null) return TYPED;
  const couverture = readCouverture(formula, ref.sheet);
  if (couverture.kind === "unknown") return UNKNOWN;
  const { termes, constante } = couverture;
  if (termes.length === 0) return TYPED;
  // What another workbook adds up there cannot be told.
  if (termes.some(({ range }) => range.sheet.includes("["))) return UNKNOWN;
  const poids = new Map<Entree, Poids>();
  for (const { range, coefficient, ignoresText, skipsSubtotals } of termes) {
    for (const entree of entries.within(range)) {
      if (skipsSubtotals && entree.cell.formula !== null && isSubtotalFormula(entree.cell.formula)) continue;
      const before = poids.get(entree);
      poids.set(entree, {
        coefficient: (before?.coefficient ?? 0) + coefficient,
        parSomme: (before?.parSomme ?? 0) + (ignoresText ? coefficient : 0),
      });
    }
  }
  return { kind: "known", poids, constante };
}

/** In centimes, finer than one where the cell is; missing and unreadable amounts weigh nothing. */
export function exactCentimes({ lu }: MontantCell): number {
  if (lu.kind !== "montant") return 0;
  return lu.euros === undefined ? lu.montant : lu.euros * 100;
}

/** What SUM makes of the cells, to the centime: it passes over texts. */
export function sumCentimes(cells: readonly MontantCell[]): number {
  const alone = { coefficient: 1, parSomme: 1 };
  return Math.round(cells.reduce((sum, cell) => sum + weighedCentimes(cell, alone), 0));
}

/** What the formula gets from the cell, in centimes. */
export function weighedCentimes(cell: MontantCell, { coefficient, parSomme }: Poids): number {
  const isText = cell.lu.kind === "montant" && cell.lu.source === "text";
  return (isText ? coefficient - parSomme : coefficient) * exactCentimes(cell);
}
