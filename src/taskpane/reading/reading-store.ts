// What « Voici comment je lis votre classeur » shows, kept while the agent looks at another tab.
import { cleReponse } from "../../core/domain/reponses";
import type { Question, Reponse } from "../../core/domain/question";
import type { Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";

/** What was just answered, while it can be taken back. */
export interface JustAnswered {
  readonly text: string;
  readonly keys: readonly string[];
  /** The answers that stood there before. */
  readonly before: readonly Reponse[];
}

export interface ReadingState {
  /** Asked for, or still to be left after the last answer. */
  readonly isOpen: boolean;
  /** Keys of the questions that were left without an answer. */
  readonly left: readonly string[];
  /** Keys of those that come last: « Plus tard ». */
  readonly later: readonly string[];
  /** Keys of the alike ones that are put one by one. */
  readonly oneByOne: readonly string[];
  /** Questions that were answered since the screen was opened. */
  readonly answered: number;
  readonly just: JustAnswered | null;
  /** The question of an answer that is being changed, and that answer. */
  readonly changing: { readonly question: Question; readonly reponse: Reponse } | null;
}

export const readingStore = tabStores<ReadingState>({
  isOpen: false,
  left: [],
  later: [],
  oneByOne: [],
  answered: 0,
  just: null,
  changing: null,
});

/** What is asked of the workbook's columns and rows; whose it is is asked elsewhere. */
export const questionsOf = ({ verdict }: Verification): readonly Question[] =>
  (verdict.questions ?? []).filter(({ about }) => about !== "contract");

/** Whether the list gives way to it. */
export const isReadingShown = ({ isOpen, left }: ReadingState, verification: Verification): boolean =>
  isOpen || questionsOf(verification).some((question) => !left.includes(cleReponse(question)));

export function openReading(session: Session): void {
  const store = readingStore(session);
  store.set({ ...store.getState(), isOpen: true });
}
