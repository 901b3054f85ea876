// "Oui", "Non, autre chose", "Retirer": keeps in the workbook what a person answered of its columns and rows, for this verification and the next ones.
import type { Reponse } from "../core/domain/question";
import { cleReponse, joindreReponses } from "../core/domain/reponses";
import type { WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Une réponse sur ces colonnes a été donnée ou changée entre-temps dans le classeur : rien n’a été écrit. Relisez, puis répondez.";

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
  await workbook.apply({ highlights: null, sheets: [], reponses: joindreReponses(left, given) }, raw);
}

function isOf(those: readonly Reponse[]): (reponse: Reponse) => boolean {
  const keys = new Set(those.map(cleReponse));
  return (reponse) => keys.has(cleReponse(reponse));
}
