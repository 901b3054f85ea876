// The options --questions and --reponses: what a definition still asks, ready to be filled in, and the answers from that file.
import type { QuestionPosee, ReponseAuContrat } from "../../core/contract/definition/repondre";
import { typographie } from "../../core/domain/words/typographie";
import { readAnswers } from "../read-answers";

const SHAPE =
  'il faut une liste d’objets { "key", "answer", "by", "on" }, comme « --questions » l’écrit. « answer » est une valeur, « exact » pour ce qui est écrit, ou null pour une question laissée sans réponse';

function readOne(value: unknown): ReponseAuContrat | null {
  if (typeof value !== "object" || value === null) return null;
  const { key, answer, by, on } = value as Readonly<Record<string, unknown>>;
  if (typeof key !== "string" || typeof by !== "string" || typeof on !== "string") return null;
  return typeof answer === "string" || typeof answer === "number" ? { key, answer, by, on } : null;
}

/** Throws CommandError. */
export const readReponses = (path: string): readonly ReponseAuContrat[] =>
  readAnswers("--reponses", path, SHAPE, readOne);

/** What is supposed stands as the answer: whoever agrees adds his name. */
export function questionsFile(questions: readonly QuestionPosee[], today: string): Uint8Array {
  const asked = questions.map(({ key, question, suppose, reponses = [], ecartees = [] }) => ({
    key,
    question: typographie(question),
    answers: reponses.map(({ valeur, ...place }) => ({ answer: valeur, ...place })),
    ...(ecartees.length > 0 && { aside: ecartees.map(({ raison, ...place }) => ({ why: raison, ...place })) }),
    answer: suppose,
    by: "",
    on: today,
  }));
  return new TextEncoder().encode(`${JSON.stringify(asked, null, 2)}\n`);
}
