// "Oui", "Non, autre chose", "Retirer": keeps in the workbook what a person answered of its reading, for this verification and the next ones.
import type { Reponse } from "../core/domain/question";
import { cleReponse, joindreReponses } from "../core/domain/reponses";
import type { WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Une réponse sur la lecture a été donnée ou changée entre-temps dans le classeur : rien n’a été écrit. Relisez, puis répondez.";

/** What an earlier version kept is no answer of the workbook's list: it is neither held against it nor written. */
const isKept = ({ on }: Reponse): boolean => on !== "";

const isOf = (those: readonly Reponse[]): ((one: Reponse) => boolean) => {
  const keys = new Set(those.map(cleReponse));
  return (one) => isKept(one) && keys.has(cleReponse(one));
};

/**
 * `gone` are taken back: what they were given for is asked again, or read by its words. `shown` are the answers that stood
 * beside the questions. Throws DiffersFromShown, or WorkbookError where nothing can be written.
 */
export async function answerQuestions(
  workbook: WorkbookPort,
  given: readonly Reponse[],
  shown: readonly Reponse[],
  gone: readonly Reponse[] = [],
): Promise<void> {
  const raw = await workbook.read();
  const kept = raw.reponses ?? [];
  const isGone = isOf(gone);
  const isAsked = isOf([...given, ...gone]);
  checkAsShown(shown.filter(isAsked), kept.filter(isAsked), CHANGED);
  const left = kept.filter((reponse) => !isGone(reponse));
  await workbook.apply({ highlights: null, sheets: [], reponses: joindreReponses(left, given.filter(isKept)) }, raw);
}
