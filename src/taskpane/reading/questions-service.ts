// What the workbook asks, as the pane needs it: what an answer would change, and the answers written.
import type { TableauDeLecture } from "../../core/domain/lecture";
import type { Question, QuestionKey, Reponse } from "../../core/domain/question";
import type { ReadingProgress } from "../../core/reading-progress";

export interface QuestionsService {
  /** Of the cells that the last verification read; nothing is written. Null where they are no longer at hand. */
  preview(asOf: string, given: readonly Reponse[]): Promise<ReadingProgress | null>;
  /** Every table that the last verification read, with what each column and row is read as. */
  list(asOf: string): Promise<readonly TableauDeLecture[]>;
  /** What is asked of a column or a row, as it would be put without an answer; null where it is there no more. */
  about(asOf: string, key: QuestionKey): Promise<Question | null>;
  /** Keeps `given` in the workbook, and takes `gone` back. `shown` are the answers that stood there. DiffersFromShown where others do by now. */
  answer(
    given: readonly Reponse[],
    shown: readonly Reponse[],
    gone: readonly Reponse[],
    onWaitingForCell: () => void,
  ): Promise<void>;
}
