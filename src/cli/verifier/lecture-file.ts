// The options --lecture and --lecture-sortie: answers about the reading from a file, and the questions of a workbook ready to be filled in.
import type { Question, Reponse } from "../../core/domain/question";
import { readReponse, roleOutside } from "../../core/domain/reponses";
import { readAnswers } from "../read-answers";

const SHAPE =
  'il faut une liste d’objets { "key", "answer", "by", "on", "speaksFor" }, comme « --lecture-sortie » l’écrit. « answer » est l’une des réponses proposées, ou null pour une question laissée sans réponse';

/** Throws CommandError. */
export const readLecture = (path: string): readonly Reponse[] =>
  readAnswers("--lecture", path, SHAPE, readReponse).map(({ key, answer, by, on, speaksFor }) => ({
    key,
    answer,
    by,
    on,
    speaksFor,
  }));

/** What is supposed stands as the answer: whoever agrees adds his name and the date. */
export function questionsFile(questions: readonly Question[], today: string): Uint8Array {
  const asked = questions
    .filter(({ about }) => about !== "contract")
    .map(({ key, text, evidence, supposed, answers }) => ({
      key,
      question: text,
      evidence,
      answer: supposed && roleOutside(supposed),
      answers: answers.map(roleOutside),
      by: "",
      on: today,
      speaksFor: null,
    }));
  return new TextEncoder().encode(`${JSON.stringify(asked, null, 2)}\n`);
}
