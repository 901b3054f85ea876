// What correcting discrepancies would write, cell by cell, and what follows from it, as data seen before anything is written.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Montant } from "../domain/values/montant";
import type { FixChoice } from "../verification";
import type { NumeroAction } from "../domain/values/numero-action";

/** What a cell holds: a typed value, or an English formula with its "=". */
export interface CellContent {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
}

export interface Correction {
  /** Ids of the discrepancies that it settles. */
  readonly findings: readonly string[];
  readonly cell: CellRef;
  readonly before: CellContent;
  readonly after: CellContent;
  /** The amount that the cell says before and after; a side is null where nobody knows it, the whole for what is no amount. */
  readonly montants: { readonly before: Montant | null; readonly after: Montant | null } | null;
  /** US number format of the cell as it was read. */
  readonly numberFormatBefore: string;
  /** US; null where the cell's own stays. */
  readonly numberFormatAfter: string | null;
}

/** A discrepancy that cannot be corrected for the agent, and why, as a French clause. */
export interface LeftAlone {
  readonly finding: string;
  readonly why: string;
}

/** A whole of nothing is not financed at all. */
export interface Share {
  readonly part: Montant;
  readonly whole: Montant;
}

/** What becomes of a figure that the contract bounds. `expected` is the contract's, null where it says nothing of it. */
export type Effect =
  | {
      /** The State's parts of an axe, or of the whole year. */
      readonly on: "axe" | "enveloppe";
      /** Null for the whole year. */
      readonly axe: number | null;
      readonly annee: number;
      readonly before: Montant;
      readonly after: Montant;
      readonly expected: Montant | null;
    }
  | {
      /** The local party's share of an action. */
      readonly on: "cofinancement";
      readonly action: NumeroAction;
      readonly annee: number;
      readonly before: Share;
      readonly after: Share;
      /** From 0 to 1. */
      readonly expected: number;
    };

export interface CorrectionPlan {
  /** Ids of the discrepancies that it was asked for. */
  readonly findings: readonly string[];
  /** Which of the finding's choices it is; null for a fix that is safe. */
  readonly chosen: FixChoice | null;
  /** From the top of each sheet to its bottom. */
  readonly corrections: readonly Correction[];
  readonly effects: readonly Effect[];
  readonly left: readonly LeftAlone[];
}
