// What a cell of the workbook says, with its place: words, an amount, a figure.
import type { CellRef } from "./cell-ref";
import type { Unite } from "./values/unite";
import type { Montant } from "./values/montant";

/** What an amount cell says. */
export type MontantLu =
  | {
      readonly kind: "montant";
      readonly montant: Montant;
      /** "text" when a text had to be converted; `unit` when the cell itself carried one (k€, M€). */
      readonly source: "number" | "text";
      readonly unit: Unite | null;
      /** In euros as the cell holds it; only where that is finer than a centime. */
      readonly euros?: number;
      /** What the cell shows, where its format makes another amount of it. */
      readonly montre?: string;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" };

/** What a cell of figures (T0, target, achieved) says. */
export type ValeurLue =
  | {
      readonly kind: "nombre";
      readonly nombre: number;
      /** The cell holds 0.625 and shows 62,5 %, which is 62.5 here. */
      readonly isPart?: true;
      /** What the cell shows, where its format makes another figure of it. */
      readonly montre?: string;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" };

export interface Cell {
  readonly ref: CellRef;
  /** As the agent sees it in the cell, outer spaces kept: for messages. */
  readonly text: string;
  /** English formula with its "=", null for a typed value. */
  readonly formula: string | null;
  /** Excel hides its row: some formulas then leave it out. */
  readonly isRowHidden?: boolean;
}

export interface MontantCell extends Cell {
  readonly lu: MontantLu;
}

export interface ValeurCell extends Cell {
  readonly lu: ValeurLue;
}

export interface LigneIgnoree {
  /** One-based, as Excel shows it. */
  readonly row: number;
  readonly text: string;
}
