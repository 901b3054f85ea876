// A reason that one party gives for a discrepancy, and what the other party decides of it.
import type { CellRef } from "./cell-ref";

export type Decision = "accepted" | "refused";

export interface Justification {
  readonly text: string;
  readonly by: string | null;
  /** ISO date where the cell holds a date, else as typed. */
  readonly on: string | null;
  /** Of the other party; null while it has not decided. */
  readonly decision: Decision | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  /** Where the reason stands in the workbook. */
  readonly cell?: CellRef;
}

/** As typed in a column of the agent's own table: nobody signed it, and nobody decided. */
export function unsigned(text: string): Justification {
  return { text: text.trim(), by: null, on: null, decision: null, decidedBy: null, decidedOn: null };
}

/** Whether a reason stands: given, and not refused. */
export function isGiven(justification: Justification | null): justification is Justification {
  return justification !== null && justification.decision !== "refused";
}

/** What is left to do: all of it, the other party's decision, or nothing. */
export type EtatDuMotif = "a-faire" | "en-attente" | "accepte";

export function etatDuMotif(justification: Justification | null): EtatDuMotif {
  if (!isGiven(justification)) return "a-faire";
  return justification.decision === "accepted" ? "accepte" : "en-attente";
}
