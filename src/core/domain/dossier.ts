// What was understood of a workbook: the tables, and in them every value with the cell it stands in.
import type { CellRef, RangeRef } from "./cell-ref";
import type { Action, Axe, Convention, Indicateur } from "./convention";
import type { Montant } from "./montant";

/** What an amount cell says. */
export type MontantLu =
  | {
      readonly kind: "montant";
      readonly montant: Montant;
      /** "text" when a text had to be converted; `unit` when the cell itself carried one (k€, M€). */
      readonly source: "number" | "text";
      readonly unit: "€" | "k€" | "M€" | null;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" };

/** What a cell of figures (T0, target, achieved) says. */
export type ValeurLue =
  { readonly kind: "nombre"; readonly nombre: number } | { readonly kind: "missing" } | { readonly kind: "unreadable" };

export interface Cell {
  readonly ref: CellRef;
  /** As the agent sees it in the cell, outer spaces kept: for messages. */
  readonly text: string;
  /** English formula with its "=", null for a typed value. */
  readonly formula: string | null;
}

export interface MontantCell extends Cell {
  readonly lu: MontantLu;
}

export interface ValeurCell extends Cell {
  readonly lu: ValeurLue;
}

/** The parties whose amounts stand in a budget table, and their sum. "collectivite" is the local party. */
export type Colonne = "etat" | "collectivite" | "total";

/** The columns of one year of a budget table; a column that the table does not have is null. */
export interface AnneeColonnes {
  readonly annee: number;
  /** The cell that names the year, or where there is none, the header cell of the first column. */
  readonly heading: CellRef;
  readonly colonnes: Readonly<Record<Colonne, ColonneHeading | null>>;
}

export interface ColonneHeading {
  readonly column: number;
  /** The header cell with the party's word. */
  readonly heading: CellRef;
}

/** The amounts of one row, per year of the table. A column that is absent has no cell. */
export type MontantsParAnnee = ReadonlyMap<number, Readonly<Record<Colonne, MontantCell | null>>>;

export interface LigneAxe {
  readonly label: Cell;
  readonly axe: Axe | null;
  /** Amounts on the axe's own heading row or on its subtotal row; null where the table shows none. */
  readonly sousTotal: { readonly label: Cell; readonly montants: MontantsParAnnee } | null;
}

export interface LigneAction {
  readonly label: Cell;
  /** The action of the contract in force that this row is; null when the label is unknown. */
  readonly action: Action | null;
  /** Index in `lignesAxe` of the heading it stands under; null when no heading stands above it. */
  readonly ligneAxe: number | null;
  readonly montants: MontantsParAnnee;
}

export interface LigneIgnoree {
  /** One-based, as Excel shows it. */
  readonly row: number;
  readonly text: string;
}

export interface TableauBudgetaire {
  readonly range: RangeRef;
  /** First cell of the table's heading, for findings that have no better cell. */
  readonly heading: CellRef;
  /** Unit of the table's figures; k€ and M€ have already been applied to the amounts. */
  readonly unit: "€" | "k€" | "M€";
  readonly annees: readonly AnneeColonnes[];
  /** Years or columns whose heading was seen more than once: the cells of the repetitions. */
  readonly anneesRepetees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignesAxe: readonly LigneAxe[];
  readonly lignesAction: readonly LigneAction[];
  readonly total: { readonly label: Cell; readonly montants: MontantsParAnnee } | null;
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

export interface LigneIndicateur {
  readonly label: Cell;
  readonly indicateur: Indicateur | null;
  /** Index in `lignesAction` of the action it stands under; null when none. */
  readonly ligneAction: number | null;
  readonly t0: ValeurCell | null;
  readonly cibles: ReadonlyMap<number, ValeurCell>;
}

export interface TableauIndicateurs {
  readonly range: RangeRef;
  readonly heading: CellRef;
  /** Years of the target columns, with their header cells. */
  readonly annees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignesAction: readonly { readonly label: Cell; readonly action: Action | null }[];
  readonly lignesIndicateur: readonly LigneIndicateur[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

export type TableKind = "budget" | "indicators";

/** Why a table of some kind was not found: one line per sheet looked at. */
export interface TableAbsente {
  readonly kind: TableKind;
  readonly reason: "aucun" | "plusieurs";
  readonly sheets: readonly { readonly sheet: string; readonly why: string }[];
}

export interface Dossier {
  readonly convention: Convention;
  /** Numbers of the avenants in force at the as-of date. */
  readonly avenants: readonly number[];
  /** ISO date. */
  readonly asOf: string;
  readonly budget: TableauBudgetaire | null;
  readonly indicators: TableauIndicateurs | null;
  readonly absences: readonly TableAbsente[];
}
