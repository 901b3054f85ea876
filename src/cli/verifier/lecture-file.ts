// The options --lecture and --lecture-sortie: answers about columns from a file, and the questions of a workbook ready to be filled in.
import type { Question, Reponse } from "../../core/domain/question";
import { readReponse, roleOutside } from "../../core/domain/reponses";
import { readBytes } from "../command";
import { CommandError } from "../command-error";

const SHAPE =
  'il faut une liste d’objets { "key", "answer", "by", "on", "speaksFor" }, comme « --lecture-sortie » l’écrit. « answer » est l’une des réponses proposées, ou null pour une question laissée sans réponse';

const isOpen = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "answer" in value && value.answer === null;

/** Throws CommandError. */
export function readLecture(path: string): readonly Reponse[] {
  const refuse = (why: string): CommandError => new CommandError(`--lecture ${path} : ${why}.`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(readBytes(path, `--lecture ${path}`)));
  } catch (error) {
    throw error instanceof CommandError ? error : refuse("ce fichier n’est pas du JSON");
  }
  if (!Array.isArray(value)) throw refuse(SHAPE);
  const given: readonly unknown[] = value;
  return given
    .filter((one) => !isOpen(one))
    .map((one, index) => {
      const reponse = readReponse(one);
      if (!reponse) throw refuse(`réponse ${index + 1} non comprise : ${SHAPE}`);
      const { key, answer, by, on, speaksFor } = reponse;
      if (by.trim() === "") throw refuse(`réponse ${index + 1} : « by » doit dire qui répond`);
      if (!/^\d{4}-\d\d-\d\d$/.test(on))
        throw refuse(`réponse ${index + 1} : « on » doit être une date, par exemple 2026-11-24`);
      return { key, answer, by, on, speaksFor };
    });
}

/** What is supposed stands as the answer: whoever agrees adds his name and the date. */
export function questionsFile(questions: readonly Question[], today: string): Uint8Array {
  const asked = questions
    .filter(({ about }) => about === "column")
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
