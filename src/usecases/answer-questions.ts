// "Oui", "Non, autre chose": keeps in the workbook what a person answered of its reading, for this verification and the next ones.
import type { Reponse } from "../core/domain/question";
import { cleReponse, joindreReponses } from "../core/domain/reponses";
import type { WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Une réponse sur la lecture a été donnée ou changée entre-temps dans le classeur : rien n’a été écrit. Relisez, puis répondez.";

/** What an earlier version kept is no answer of the workbook's list: it is neither held against it nor written. */
const isKept = ({ on }: Reponse): boolean => on !== "";

const isOf = (asked: readonly Reponse[]): ((one: Reponse) => boolean) => {
  const keys = new Set(asked.map(cleReponse));
  return (one) => isKept(one) && keys.has(cleReponse(one));
};

/** `shown` are the answers that stood beside the questions when they were put. Throws DiffersFromShown, or WorkbookError where nothing can be written. */
export async function answerQuestions(
  workbook: WorkbookPort,
  given: readonly Reponse[],
  shown: readonly Reponse[],
): Promise<void> {
  const raw = await workbook.read();
  const kept = raw.reponses ?? [];
  const asked = isOf(given);
  checkAsShown(shown.filter(asked), kept.filter(asked), CHANGED);
  await workbook.apply({ highlights: null, sheets: [], reponses: joindreReponses(kept, given.filter(isKept)) }, raw);
}

/** Takes answers back: what they were given for is asked again. */
export async function withdrawAnswers(workbook: WorkbookPort, shown: readonly Reponse[]): Promise<void> {
  const raw = await workbook.read();
  const kept = raw.reponses ?? [];
  const gone = isOf(shown);
  checkAsShown(shown.filter(isKept), kept.filter(gone), CHANGED);
  const left = kept.filter((reponse) => !gone(reponse));
  await workbook.apply({ highlights: null, sheets: [], reponses: left }, raw);
}
