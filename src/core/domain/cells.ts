// What a cell of the workbook says, with its place: words, an amount, a figure.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Known } from "./known";
import type { Unite } from "./values/unite";
import type { Montant } from "./values/montant";

/** What an amount cell says, and how it is typed there. */
export type MontantLu = Known<Montant> & {
  /** "text" when a text had to be converted. */
  readonly source?: "number" | "text";
  /** When the cell itself carried one (k€, M€). */
  readonly unit?: Unite | null;
  /** In euros as the cell holds it; only where that is finer than a centime. */
  readonly euros?: number;
  /** What the cell shows, where its format makes another amount of it. */
  readonly montre?: string;
};

/** What a cell of figures (T0, target, achieved) says, and how it is typed there. */
export type ValeurLue = Known<number> & {
  /** The cell holds 0.625 and shows 62,5 %, which is 62.5 here. */
  readonly isPart?: true;
  /** What the cell shows, where its format makes another figure of it. */
  readonly montre?: string;
};

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
  readonly known: MontantLu;
}

export interface ValeurCell extends Cell {
  readonly known: ValeurLue;
}

export interface LigneIgnoree {
  /** One-based, as Excel shows it. */
  readonly row: number;
  readonly text: string;
}
