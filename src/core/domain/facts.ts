// What reading yields: every figure of a recognised table with what it is about, whatever the layout it stood in.
import type { Unite } from "./values/unite";
import type { Action, Axe, Indicateur } from "./contrat/convention";
import type { MontantCell, ValeurCell } from "./cells";

/** What an amount is: of the contract, planned or changed by the agent, spent, or paid by the State. */
export type NatureMontant = "contracted" | "forecast" | "modified" | "executed" | "paid";
export type NatureValeur = "t0" | "target" | "achieved";

/** Whose amount it is; "autres" is financing that belongs to the total cost and stays outside the 50 % and the envelope. */
export type Part = "etat" | "collectivite" | "autres" | "total";

/** A year of the contract, or the total over all the years that the table shows. */
export type Periode = number | "periode";

/** The row that a figure stands in: of an action, of an axe's sums, of the table's sums. */
export type RangDeLigne = "action" | "axe" | "total";

export interface AmountFact {
  readonly kind: "montant";
  readonly nature: NatureMontant;
  readonly annee: Periode;
  readonly part: Part;
  readonly rang: RangDeLigne;
  /** Index in `lignesAction` or `lignesAxe` of its table; 0 for the table's sums. */
  readonly ligne: number;
  /** Null where the row is none that the contract knows. */
  readonly action: Action | null;
  readonly axe: Axe | null;
  readonly unit: Unite;
  readonly cell: MontantCell;
}

export interface ValueFact {
  readonly kind: "valeur";
  readonly nature: NatureValeur;
  /** Null for a T0. */
  readonly annee: number | null;
  /** Index in `lignesIndicateur`. */
  readonly ligne: number;
  readonly action: Action | null;
  readonly indicateur: Indicateur | null;
  readonly cell: ValeurCell;
}

export type Fact = AmountFact | ValueFact;
