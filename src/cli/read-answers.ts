// A file of answers: a list of objects, each with who answers and when; those left null are open.
import { readBytes } from "./command";
import { CommandError } from "./command-error";

interface Answer {
  readonly by: string;
  readonly on: string;
}

const isOpen = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "answer" in value && value.answer === null;

/** `read` gives null for what is no answer; `shape` says what one is. Throws CommandError. */
export function readAnswers<One extends Answer>(
  option: string,
  path: string,
  shape: string,
  read: (value: unknown) => One | null,
): readonly One[] {
  const refuse = (why: string): CommandError => new CommandError(`${option} ${path} : ${why}.`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(readBytes(path, `${option} ${path}`)));
  } catch (error) {
    throw error instanceof CommandError ? error : refuse("ce fichier n’est pas du JSON");
  }
  if (!Array.isArray(value)) throw refuse(shape);
  const given: readonly unknown[] = value;
  return given
    .filter((one) => !isOpen(one))
    .map((one, index) => {
      const answer = read(one);
      if (!answer) throw refuse(`réponse ${index + 1} non comprise : ${shape}`);
      if (answer.by.trim() === "") throw refuse(`réponse ${index + 1} : « by » doit dire qui répond`);
      if (!/^\d{4}-\d\d-\d\d$/.test(answer.on))
        throw refuse(`réponse ${index + 1} : « on » doit être une date, par exemple 2026-11-24`);
      return answer;
    });
}
