// What somebody said of a discrepancy: a reason, the other party's answer to it, a comment.
import type { Partie } from "./parties";

export type Decision = "accepted" | "refused";

/** A reason, the other party's answer to one, or what anybody adds. */
export interface Parole {
  /** The finding's. */
  readonly id: string;
  readonly kind: "reason" | "answer" | "comment";
  /** Of an answer, why; "" where that is not said. */
  readonly text: string;
  /** Of an answer. */
  readonly decision?: Decision;
  /** The version of the reason that it is, answers, or is about; from 1, 0 while there is none. */
  readonly version: number;
  readonly by: string | null;
  readonly party: Partie | null;
  readonly on: string | null;
  /** Given in another copy, of other figures than this one's: it stays to be read, and counts for nothing here. */
  readonly ailleurs?: true;
}

/** A reason with what was answered and added to it. */
export interface Version extends Pick<Parole, "version" | "text" | "by" | "party" | "on" | "ailleurs"> {
  readonly answers: readonly Parole[];
  readonly comments: readonly Parole[];
}
