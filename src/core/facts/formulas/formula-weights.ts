// How many times the formula of a table's cell counts each other amount cell of the table.
import type { MontantCell } from "../../domain/dossier";
import {
  isSubtotalFormula,
  readCouverture,
  type HiddenRows,
  type Terme,
} from "xlsx-model/formula-text/formula-coverage";
import { remember } from "../../domain/remember";
import { nearestMontant } from "../../domain/values/montant";
import { EUROS } from "../../domain/values/unite";
import { factsWithin, groupsWithin, isOnSheet, type Band } from "../bands";
import type { YearFact } from "../fact";
import type { Sum } from "../sums";

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
      readonly masquees: ReadonlySet<YearFact>;
    };

/** The facts that a formula counts, with what each of them weighs in it. */
type Comptes = ReadonlyMap<YearFact, Poids>;

type Known = Extract<Pesee, { kind: "known" }>;

const TYPED: Pesee = { kind: "typed" };
const UNKNOWN: Pesee = { kind: "unknown" };
/** What may separate the figure shown from the figure computed, in centimes. */
const ROUNDING = 0.5 + 1e-6;

/** What a formula adds across columns in different units has no plain meaning. */
function weighOnce(band: Band, fact: YearFact): Pesee {
  const pesee = weighFormula(band, fact);
  if (pesee.kind !== "known") return pesee;
  return [...pesee.poids.keys()].every(({ unit }) => unit === fact.unit) ? pesee : UNKNOWN;
}

const weights = remember((band: Band) => remember((fact: YearFact) => weighOnce(band, fact)));

/** How often the formula of a cell of the band counts each other cell of it. */
export const weigh = (band: Band, fact: YearFact): Pesee => (fact.cell.formula === null ? TYPED : weights(band)(fact));

/** Centimes in one unit of the cell. */
export const centimesIn = ({ unit }: YearFact): number => 100 * EUROS[unit];

function weighFormula(band: Band, fact: YearFact): Pesee {
  const { formula, ref } = fact.cell;
  if (formula === null) return TYPED;
  const couverture = readCouverture(formula, ref.sheet);
  if (couverture.kind === "unknown") return UNKNOWN;
  const { termes, constante } = couverture;
  if (termes.length === 0) return TYPED;
  // What stands on another sheet, or in another workbook, and is no part of the table cannot be told.
  if (termes.some(({ range }) => !isOnSheet(band, range.sheet))) return UNKNOWN;
  const all = weighTermes(termes, band, constante, (hiddenRows) => hiddenRows === "left-out");
  if (!termes.some(({ hiddenRows }) => hiddenRows === "left-out-if-filtered")) return all;
  const filtered = weighTermes(termes, band, constante, (hiddenRows) => hiddenRows !== "counted");
  if (filtered.masquees.size === all.masquees.size) return all;
  // Whether a filter hides the rows or the agent did, only the figure tells.
  return [all, filtered].find((pesee) => shows(fact, pesee)) ?? UNKNOWN;
}

function weighTermes(
  termes: readonly Terme[],
  band: Band,
  constante: number,
  leavesOut: (hiddenRows: HiddenRows) => boolean,
): Known {
  const poids = new Map<YearFact, Poids>();
  const masquees = new Set<YearFact>();
  const add = (fact: YearFact, own: Poids): void => {
    const before = poids.get(fact);
    poids.set(fact, before ? addPoids(before, own) : own);
  };
  for (const { range, coefficient, ignoresText, skipsSubtotals, hiddenRows } of termes) {
    const alone: Poids = { coefficient, parSomme: ignoresText ? coefficient : 0 };
    const areLeftOut = leavesOut(hiddenRows);
    const isSkipped = ({ formula }: MontantCell): boolean =>
      skipsSubtotals && formula !== null && isSubtotalFormula(formula);
    for (const fact of factsWithin(band, range)) {
      if (isSkipped(fact.cell)) continue;
      if (areLeftOut && fact.cell.isRowHidden) masquees.add(fact);
      else add(fact, alone);
    }
    // A formula that takes up the total of some actions adds these.
    for (const { fact, addends } of groupsWithin(band, range)) {
      if (isSkipped(fact.cell) || (areLeftOut && fact.cell.isRowHidden)) continue;
      for (const addend of addends) add(addend, alone);
    }
  }
  return { kind: "known", poids, constante, masquees };
}

function addPoids(one: Poids, other: Poids): Poids {
  return { coefficient: one.coefficient + other.coefficient, parSomme: one.parSomme + other.parSomme };
}

function shows(fact: YearFact, { poids, constante }: Known): boolean {
  const { known: lu } = fact.cell;
  if (lu.reason !== null) return false;
  return Math.abs(constante * centimesIn(fact) + countedCentimes(poids) - lu.value) <= ROUNDING;
}

/** In centimes, what the formula makes of all that it counts. */
export function countedCentimes(poids: Comptes): number {
  let sum = 0;
  for (const [{ cell }, own] of poids) sum += weighedCentimes(cell, own);
  return sum;
}

/** In centimes, finer than one where the cell is; missing and unreadable amounts weigh nothing. */
export function exactCentimes({ known: lu }: MontantCell): number {
  if (lu.reason !== null) return 0;
  return lu.euros === undefined ? lu.value : lu.euros * 100;
}

const ALONE: Poids = { coefficient: 1, parSomme: 1 };

/** What SUM makes of the amounts and of other cells, to the centime: it passes over texts. */
export function sumCentimes({ addends, autres }: Pick<Sum, "addends" | "autres">): number {
  const added = [...addends, ...autres];
  return nearestMontant(added.reduce((centimes, { cell }) => centimes + weighedCentimes(cell, ALONE), 0));
}

/** What the formula gets from the cell, in centimes. */
export function weighedCentimes(cell: MontantCell, { coefficient, parSomme }: Poids): number {
  const isText = cell.known.reason === null && cell.known.source === "text";
  return (isText ? coefficient - parSomme : coefficient) * exactCentimes(cell);
}
