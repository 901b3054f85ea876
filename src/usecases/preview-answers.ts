// What answers would change, told of the cells that were read: nothing is written, and nothing is read again.
import { cleReponse, joindreReponses } from "../core/domain/reponses";
import type { Question, Reponse } from "../core/domain/question";
import type { SourceContrat } from "../core/domain/dossier";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
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

/** The question to which an answer was given, as it would be put without it; null where nothing would be asked. */
export function questionOf(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Source,
  answered: Reponse,
  today?: string,
): Question | null {
  const key = cleReponse(answered);
  const reponses = (raw.reponses ?? []).filter((one) => cleReponse(one) !== key);
  const { verdict } = verify({ ...raw, reponses, choices: [] }, contrats, asOf, source, { today }).verification;
  return verdict.questions?.find((question) => cleReponse(question) === key) ?? null;
}
