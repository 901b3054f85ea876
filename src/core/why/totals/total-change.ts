// What refreshing the totals would change, cell by cell, as data that the pane and the command line show alike.
import type { CellRef } from "xlsx-model/cell-ref";

/** Centimes for an amount, a ratio for a share. */
export type Grandeur = "montant" | "part";

export interface TotalChange {
  readonly cell: CellRef;
  /** As an agent names it: "Action 5 – 2026 – Total". */
  readonly label: string;
  readonly grandeur: Grandeur;
  readonly before: {
    /** English with its "="; null for a typed content. */
    readonly formula: string | null;
    /** As the cell shows it; "" for an empty one. */
    readonly text: string;
    /** Null where the cell shows no figure that can be read. */
    readonly figure: number | null;
  };
  /** English with its "=". */
  readonly formula: string;
  /** What the formula gives with the amounts as they were read. */
  readonly after: number;
  /** The amount in the unit of the cell. */
  readonly value: number;
  /** US number format to give to the cell; null where its own stays. */
  readonly numberFormat: string | null;
  /** The row or the column is hidden. */
  readonly isHidden: boolean;
}

export interface TotalsPlan {
  /** "Tableau budgétaire (« Budget 2025 »)": each table that was looked at. */
  readonly tables: readonly string[];
  /** From the top of each sheet to its bottom. */
  readonly changes: readonly TotalChange[];
  /** Totals that were right already. */
  readonly unchanged: number;
  /** French sentences: totals that cannot be computed, and why. */
  readonly blocked: readonly string[];
  /** French sentences: what else changes or deserves a look. */
  readonly notes: readonly string[];
}
