// What only a person can tell of a workbook: what is asked, what is supposed and on what evidence, and the answers that there are.
import type { RangeRef } from "./cell-ref";

/** What is asked about; each kind has the keys that an answer needs to find its question again. */
export type QuestionKind = "contract";

export interface Answer {
  /** French, as the agent reads it. */
  readonly role: string;
  /** In words: what a button or a list shows. */
  readonly label: string;
  /** Identifier of a contract's definition. */
  readonly contract?: string;
}

export interface Question {
  readonly about: QuestionKind;
  readonly key: { readonly kind: QuestionKind; readonly path: readonly string[] };
  /** Where it stands in the workbook; null for the whole of it. */
  readonly range: RangeRef | null;
  readonly supposed: Answer | null;
  /** French clauses. */
  readonly evidence: readonly string[];
  readonly answers: readonly Answer[];
}
