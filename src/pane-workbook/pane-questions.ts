// What the pane asks of a workbook's questions: what answers would change, told of cells that were read, and answers written.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { RawWorkbook } from "../core/workbook-port";
import type { QuestionsService } from "../taskpane/reading/questions-service";
import { answerQuestions } from "../usecases/answer-questions";
import type { Compute } from "../usecases/compute";
import { listReading, previewAnswers, questionAbout } from "../usecases/preview-answers";
import type { PaneHost } from "./pane-host";

interface Given {
  readonly host: PaneHost;
  readonly contrats: Contrats;
  readonly compute: Compute;
  /** ISO date. */
  readonly today: string;
  /** The cells of the last verification; null where they are not at hand. */
  readonly read: RawWorkbook | null;
}

export function paneQuestions({ host, contrats, compute, today, read }: Given): QuestionsService {
  return {
    preview: async (asOf, given) =>
      read && compute("preview", previewAnswers, read, contrats, asOf, "built-in", given, today),
    list: async (asOf) => (read ? compute("lecture", listReading, read, contrats, asOf, "built-in") : []),
    about: async (asOf, key) => read && compute("about", questionAbout, read, contrats, asOf, "built-in", key),
    answer: (given, shown, gone, onWaitingForCell) =>
      host.run(({ port }) => answerQuestions(port, given, shown, gone), onWaitingForCell),
  };
}
