// What « Voici comment je lis votre classeur » shows, kept while the agent looks at another tab.
import type { TableauDeLecture } from "../../core/domain/lecture";
import type { Answer, Question, Reponse } from "../../core/domain/question";
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
  /** Texts of the questions that were left without an answer. */
  readonly left: readonly string[];
  /** Keys of those that come last: « Plus tard ». */
  readonly later: readonly string[];
  /** Keys of the alike ones that are put one by one. */
  readonly oneByOne: readonly string[];
  /** Questions that were answered since the screen was opened. */
  readonly answered: number;
  readonly just: JustAnswered | null;
  /** The question about what was answered, or read, and is being changed: as it stands now, and who answered, where somebody did. */
  readonly changing: {
    readonly question: Question;
    readonly given: Answer | null;
    readonly reponse: Reponse | null;
  } | null;
  /** The element from which it was opened, while that is not taken up again. */
  readonly returnTo: string | null;
  /** The agent asked to see the cells once: from then on they are shown as he goes from question to question. */
  readonly isFollowed: boolean;
  /** What is read of the workbook, and the verification of which that is told. */
  readonly tables: { readonly of: Verification; readonly list: readonly TableauDeLecture[] } | null;
}

export const readingStore = tabStores<ReadingState>({
  isOpen: false,
  left: [],
  later: [],
  oneByOne: [],
  answered: 0,
  just: null,
  changing: null,
  returnTo: null,
  isFollowed: false,
  tables: null,
});

/** What is asked of the workbook's columns and rows; whose it is is asked elsewhere. */
export const questionsOf = ({ verdict }: Verification): readonly Question[] =>
  (verdict.questions ?? []).filter(({ about }) => about !== "contract");

/** Whether the list gives way to it. */
export const isReadingShown = ({ isOpen, left }: ReadingState, verification: Verification): boolean =>
  isOpen || questionsOf(verification).some(({ text }) => !left.includes(text));

export function openReading(session: Session): void {
  const store = readingStore(session);
  store.set({ ...store.getState(), isOpen: true });
}
