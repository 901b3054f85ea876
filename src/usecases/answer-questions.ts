// "Oui", "Non, autre chose": keeps in the workbook what a person answered of its columns, for this verification and the next ones.
import type { QuestionKey, Reponse } from "../core/domain/question";
import { joindreReponses } from "../core/domain/reponses";
import type { WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Une réponse sur ces colonnes a été donnée ou changée entre-temps dans le classeur : rien n’a été écrit. Relisez, puis répondez.";

const isOf =
  (keys: readonly QuestionKey[]) =>
  ({ key }: Reponse): boolean =>
    keys.some((one) => JSON.stringify([one.sheet, one.path]) === JSON.stringify([key.sheet, key.path]));

/** `shown` are the answers that stood beside the questions when they were put. Throws DiffersFromShown, or WorkbookError where nothing can be written. */
export async function answerQuestions(
  workbook: WorkbookPort,
  given: readonly Reponse[],
  shown: readonly Reponse[],
): Promise<void> {
  const raw = await workbook.read();
  const kept = raw.reponses ?? [];
  const asked = isOf(given.map(({ key }) => key));
  checkAsShown(shown.filter(asked), kept.filter(asked), CHANGED);
  await workbook.apply({ highlights: null, sheets: [], reponses: joindreReponses(kept, given) }, raw);
}

/** Takes answers back: what they were given for is asked again. */
export async function withdrawAnswers(workbook: WorkbookPort, shown: readonly Reponse[]): Promise<void> {
  const raw = await workbook.read();
  const kept = raw.reponses ?? [];
  const gone = isOf(shown.map(({ key }) => key));
  checkAsShown(shown, kept.filter(gone), CHANGED);
  const left = kept.filter((reponse) => !gone(reponse));
  await workbook.apply({ highlights: null, sheets: [], reponses: left }, raw);
}
