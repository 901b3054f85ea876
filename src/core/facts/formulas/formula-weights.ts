// How many times the formula of a table's cell counts each other amount cell of the table.
import type { AmountEntries, Entree } from "../lines/amount-entries";
import type { MontantCell } from "../../domain/dossier";
import { isSubtotalFormula, readCouverture, type HiddenRows, type Terme } from "../../domain/formulas/formula-coverage";
import { nearestMontant } from "../../domain/values/montant";

/** `parSomme` is the part of the coefficient that SUM brings: it passes over texts. */
export interface Poids {
  readonly coefficient: number;
  readonly parSomme: number;
}

export type Pesee =
  /** No formula, or one that names no cell: the figure was typed. */
  | { readonly kind: "typed" }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "known";
      readonly poids: Comptes;
      readonly constante: number;
      /** Those that it would count if their rows were not hidden. */
      readonly masquees: ReadonlySet<Entree>;
    };

/** The cells that a formula counts, once each, with what each of them weighs in it. */
export class Comptes {
  private readonly own: Entree[] = [];
  /** Those of several ranges; of one, all weigh the same. */
  private readonly poids: Poids[] = [];
  /** Where each stands; null while no cell can come twice. */
  private readonly places: Map<Entree, number> | null;

  /** One range names each cell once: nothing need be looked up for the thousands of a total. */
  constructor(ranges: number) {
    this.places = ranges > 1 ? new Map() : null;
  }

  add(entree: Entree, poids: Poids): void {
    if (!this.places) {
      this.own.push(entree);
      this.poids[0] = poids;
      return;
    }
    const place = this.places.get(entree);
    const before = place === undefined ? undefined : this.poids[place];
    if (place !== undefined && before) {
      this.poids[place] = addPoids(before, poids);
      return;
    }
    this.places.set(entree, this.own.length);
    this.own.push(entree);
    this.poids.push(poids);
  }

  get entrees(): readonly Entree[] {
    return this.own;
  }

  /** Of a cell that it counts; those of one range all weigh the same. */
  of(entree: Entree): Poids | undefined {
    return this.poids[this.places?.get(entree) ?? 0];
  }

  forEach(tell: (poids: Poids, entree: Entree) => void): void {
    this.own.forEach((entree, place) => {
      const poids = this.poids[this.places ? place : 0];
      if (poids) tell(poids, entree);
    });
  }

  /** In centimes, what the formula makes of all of them. */
  get centimes(): number {
    let sum = 0;
    this.forEach((poids, { cell }) => (sum += weighedCentimes(cell, poids)));
    return sum;
  }
}

type Known = Extract<Pesee, { kind: "known" }>;

export const TYPED: Pesee = { kind: "typed" };
const UNKNOWN: Pesee = { kind: "unknown" };
/** What may separate the figure shown from the figure computed, in centimes. */
const ROUNDING = 0.5 + 1e-6;

/** `centimes`, those in one unit of the cell, serve for a number written in the formula. */
export function weigh(cell: MontantCell, entries: AmountEntries, centimes: number): Pesee {
  const { formula, ref } = cell;
  if (formula === null) return TYPED;
  const couverture = readCouverture(formula, ref.sheet);
  if (couverture.kind === "unknown") return UNKNOWN;
  const { termes, constante } = couverture;
  if (termes.length === 0) return TYPED;
  // What stands on another sheet, or in another workbook, and is no part of the table cannot be told.
  if (termes.some(({ range }) => !entries.isOn(range.sheet))) return UNKNOWN;
  const all = weighTermes(termes, entries, constante, (hiddenRows) => hiddenRows === "left-out");
  if (!termes.some(({ hiddenRows }) => hiddenRows === "left-out-if-filtered")) return all;
  const filtered = weighTermes(termes, entries, constante, (hiddenRows) => hiddenRows !== "counted");
  if (filtered.masquees.size === all.masquees.size) return all;
  // Whether a filter hides the rows or the agent did, only the figure tells.
  return [all, filtered].find((pesee) => shows(cell, pesee, centimes)) ?? UNKNOWN;
}

function weighTermes(
  termes: readonly Terme[],
  entries: AmountEntries,
  constante: number,
  leavesOut: (hiddenRows: HiddenRows) => boolean,
): Known {
  const poids = new Comptes(entries.groups ? Infinity : termes.length);
  const masquees = new Set<Entree>();
  for (const { range, coefficient, ignoresText, skipsSubtotals, hiddenRows } of termes) {
    const alone: Poids = { coefficient, parSomme: ignoresText ? coefficient : 0 };
    const areLeftOut = leavesOut(hiddenRows);
    entries.within(range, (entree) => {
      const { cell } = entree;
      if (skipsSubtotals && cell.formula !== null && isSubtotalFormula(cell.formula)) return;
      if (areLeftOut && cell.isRowHidden) masquees.add(entree);
      else poids.add(entree, alone);
    });
    entries.groups?.(range, ({ formula, isRowHidden }, rows) => {
      if (skipsSubtotals && formula !== null && isSubtotalFormula(formula)) return;
      if (!(isRowHidden && leavesOut(hiddenRows))) for (const entree of rows) poids.add(entree, alone);
    });
  }
  return { kind: "known", poids, constante, masquees };
}

function addPoids(one: Poids, other: Poids): Poids {
  return { coefficient: one.coefficient + other.coefficient, parSomme: one.parSomme + other.parSomme };
}

function shows({ lu }: MontantCell, { poids, constante }: Known, centimes: number): boolean {
  if (lu.kind !== "montant") return false;
  return Math.abs(constante * centimes + poids.centimes - lu.montant) <= ROUNDING;
}

/** In centimes, finer than one where the cell is; missing and unreadable amounts weigh nothing. */
export function exactCentimes({ lu }: MontantCell): number {
  if (lu.kind !== "montant") return 0;
  return lu.euros === undefined ? lu.montant : lu.euros * 100;
}

const ALONE: Poids = { coefficient: 1, parSomme: 1 };

/** What SUM makes of the amounts and of other cells, to the centime: it passes over texts. */
export function sumCentimes(addends: readonly Entree[], others: readonly MontantCell[]): number {
  const sum = addends.reduce((centimes, { cell }) => centimes + weighedCentimes(cell, ALONE), 0);
  return nearestMontant(others.reduce((centimes, cell) => centimes + weighedCentimes(cell, ALONE), sum));
}

/** What the formula gets from the cell, in centimes. */
export function weighedCentimes(cell: MontantCell, { coefficient, parSomme }: Poids): number {
  const isText = cell.lu.kind === "montant" && cell.lu.source === "text";
  return (isText ? coefficient - parSomme : coefficient) * exactCentimes(cell);
}
