// A reason that one party gives for a discrepancy, and what the other party decides of it.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Decision, Version } from "./parole";
import type { Partie } from "./parties";

export interface Justification {
  readonly text: string;
  readonly by: string | null;
  /** For whom the reason is given; null where nobody said. */
  readonly party: Partie | null;
  /** ISO date where the cell holds a date, else as typed. */
  readonly on: string | null;
  /** The other party's decision; null while it has not decided, or where its decision is incomplete. */
  readonly decision: Decision | null;
  readonly decidedBy: string | null;
  readonly decidedParty: Partie | null;
  readonly decidedOn: string | null;
  /** Why it was refused, or what was added to an acceptance; left out where nothing was. */
  readonly decidedWhy?: string;
  /** Every version of the reason in its order, this one the last, with what was answered; left out where nothing was kept. */
  readonly versions?: readonly Version[];
  /** French sentence: what is to be completed before it counts, or why it counts for nothing; null where there is nothing to say. */
  readonly remark: string | null;
  /** Only an avenant changes what it was given for: it excuses nothing. */
  readonly isVoid?: true;
  /** Where the reason stands in the workbook. */
  readonly cell?: CellRef;
}

/** As typed in a column of the agent's own table: nobody signed it, and nobody decided. */
export function unsigned(text: string): Justification {
  return {
    text: text.trim(),
    by: null,
    party: null,
    on: null,
    decision: null,
    decidedBy: null,
    decidedParty: null,
    decidedOn: null,
    remark: null,
  };
}

/** Whether a reason stands: given for what may be excused, and not refused. */
export function isGiven(justification: Justification | null): justification is Justification {
  return justification !== null && justification.isVoid !== true && justification.decision !== "refused";
}

/** Whether the reason says all that an answer needs: by whom, for which party and when. */
export function isSigned({ by, party, on }: Justification): boolean {
  return by !== null && party !== null && on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on);
}

/** What is left to do: all of it, the other party's decision, or nothing. */
export type EtatDuMotif = "a-faire" | "en-attente" | "accepte";

export function etatDuMotif(justification: Justification | null): EtatDuMotif {
  if (!isGiven(justification)) return "a-faire";
  return justification.decision === "accepted" ? "accepte" : "en-attente";
}
