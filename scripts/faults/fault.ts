// A deliberate fault: one text of the product replaced by another, which a test must notice.

export type Area = "rules" | "reading" | "writing" | "excel" | "files" | "pane" | "host";

export interface Fault {
  /** What would be wrong for the agent, as a sentence. */
  readonly what: string;
  readonly area: Area;
  /** Of the product, from the root of the repository. */
  readonly file: string;
  /** Found once in the file. */
  readonly text: string;
  readonly replacement: string;
  /** The test file that is meant to notice. */
  readonly test: string;
  /** The step of the gate that runs it, by how its name begins: `scripts/gate/steps.ts`. */
  readonly step: string;
  /** Its code, or the test that notices it, is younger than the split of the gate in two tiers. */
  readonly isYounger?: true;
}

/** The last commit whose gate had one tier: what was noticed there must be noticed still. */
export const LAST_OF_ONE_TIER = "d0b964cd";
