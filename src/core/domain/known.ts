// The one type for a figure that may not be known: its value, or the reason why there is none, from the cell to the reports; and the words for these reasons.
import type { CellRef } from "xlsx-model/cell-ref";

/** In a word or two, as every surface says them. */
const REASONS = {
  missing: "non renseigné",
  unreadable: "illisible",
  "no-column": "aucune colonne",
  "no-row": "aucune ligne",
  "no-year": "année absente",
  "no-table": "aucun tableau",
  "several-rows": "plusieurs lignes",
  /** Of a year that is not over and of which nothing is given yet: nothing lacks. */
  "not-closed": "année non close",
  /** Of what the contract does not ask for in that year. */
  "not-due": "sans objet",
  /** Of a sum, a part of which is not known. */
  "not-computable": "non calculable",
} as const;

export type Reason = keyof typeof REASONS;

export interface KnownValue<Value> {
  readonly value: Value;
  readonly reason: null;
  /** The agent's cells that it is read from. */
  readonly cells: readonly CellRef[];
  /** Nothing was typed where nothing was due: none of it in a sum, and never shown as an amount of 0. */
  readonly isBlank?: true;
}

export interface NotKnown {
  /** Never shown as 0. */
  readonly value: null;
  readonly reason: Reason;
  /** The agent's cells that prevent it, or that are to be filled; none where no cell exists. */
  readonly cells: readonly CellRef[];
  readonly isBlank?: never;
}

export type Known<Value> = KnownValue<Value> | NotKnown;

export const known = <Value>(value: Value, cells: readonly CellRef[] = []): KnownValue<Value> => ({
  value,
  reason: null,
  cells,
});

export const notKnown = (reason: Reason, cells: readonly CellRef[] = []): NotKnown => ({ value: null, reason, cells });

/** French. Of what is known, what a formula that follows its cells says once it is not. */
export const sayReason = (reason: Reason | null): string => REASONS[reason ?? "not-computable"];
