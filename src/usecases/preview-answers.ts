// What answers would change, what is asked and what is read, told of the cells that were read: nothing is written, and nothing is read again.
import type { SourceContrat } from "../core/domain/dossier";
import type { TableauDeLecture } from "../core/domain/lecture";
import type { Question, QuestionKey, Reponse } from "../core/domain/question";
import { cleReponse, joindreReponses } from "../core/domain/reponses";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { readDossier } from "../core/reading/read-dossier";
import { askWhatIsRead } from "../core/reading/roles/ask-what-is-read";
import { whatIsRead } from "../core/reading/roles/what-is-read";
import { readingProgress, type ReadingProgress } from "../core/reading-progress";
import { verify } from "../core/verify";
import type { RawWorkbook } from "../core/workbook-port";

type Source = Exclude<SourceContrat, "workbook">;

export function previewAnswers(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Source,
  given: readonly Reponse[],
  today?: string,
): ReadingProgress {
  const reponses = joindreReponses(raw.reponses ?? [], given);
  return readingProgress(verify({ ...raw, reponses }, contrats, asOf, source, { today }).verification);
}

/** Every table, with what each of its columns and rows is read as. */
export function listReading(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Source,
): readonly TableauDeLecture[] {
  return whatIsRead(raw, readDossier(raw, contrats, asOf, source));
}

/** What is asked of a column or a row, answered, read or neither, as it would be put without an answer; null where it is there no more. */
export function questionAbout(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Source,
  key: QuestionKey,
): Question | null {
  const wanted = cleReponse({ key });
  const without = { ...raw, choices: [], reponses: (raw.reponses ?? []).filter((one) => cleReponse(one) !== wanted) };
  const dossier = readDossier(without, contrats, asOf, source);
  const asked = dossier.questions?.find((question) => cleReponse(question) === wanted);
  return asked ?? askWhatIsRead(without, dossier, key);
}
