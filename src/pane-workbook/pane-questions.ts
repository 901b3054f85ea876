// What the pane asks of a workbook's questions: what answers would change, told of cells that were read, and answers written.
import type { RawWorkbook } from "../core/workbook-port";
import type { QuestionsService } from "../taskpane/reading/questions-service";
import { answerQuestions } from "../usecases/answer-questions";
import { listReading, previewAnswers, questionAbout } from "../usecases/preview-answers";
import type { Given } from "./given";

interface GivenToAnswer extends Given {
  /** The cells of the last verification; null where they are not at hand. */
  readonly read: RawWorkbook | null;
}

export function paneQuestions({ host, contrats, compute, today, read }: GivenToAnswer): QuestionsService {
  return {
    preview: async (asOf, given) =>
      read && compute("preview", previewAnswers, read, contrats, asOf, "built-in", given, today),
    list: async (asOf) => (read ? compute("lecture", listReading, read, contrats, asOf, "built-in") : []),
    about: async (asOf, key) => read && compute("about", questionAbout, read, contrats, asOf, "built-in", key),
    answer: (given, shown, gone, onWaitingForCell) =>
      host.run(({ port }) => answerQuestions(port, given, shown, gone), onWaitingForCell),
  };
}
