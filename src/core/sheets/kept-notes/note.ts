// What somebody typed on a sheet of ours, as a note to keep.
import type { PlannedCell } from "../../workbook-port";
import type { Said } from "./row-digest";

export interface NoteCell extends Said {
  /** Zero-based, of the sheet as it stands. */
  readonly row: number;
  readonly column: number;
  readonly numberFormat: string;
}

export interface Note {
  /** One cell; or a whole row of ours that somebody changed, where it cannot be told which of its cells are his. */
  readonly cells: readonly NoteCell[];
  /** What the row said when it was written; null for a row that is none of ours. */
  readonly rowSaid: string | null;
  /** Beside what is ours, and not within. */
  readonly isBeside: boolean;
  /** The words of ours in its row, from the left. */
  readonly context: readonly string[];
}

export function asPlanned({ value, formula }: Said): PlannedCell {
  const plain = typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : value;
  return formula === null ? { value: plain } : { value: plain, formula };
}
