// The answers of people as a workbook keeps them: one printable text, and what of it can be understood.
import { QUESTION_KINDS, type Reponse } from "./question";

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What another version of the product, or a hand, left otherwise is no answer: it is asked again. */
export function isReponse(value: unknown): value is Reponse {
  if (!isRecord(value) || !isRecord(value["key"]) || !isRecord(value["answer"])) return false;
  const { key, answer, by, on, speaksFor } = value;
  const { path, sheet } = key;
  return (
    QUESTION_KINDS.some((kind) => kind !== "contract" && kind === key["kind"]) &&
    Array.isArray(path) &&
    path.every(isText) &&
    (sheet === undefined || isText(sheet)) &&
    isText(answer["role"]) &&
    (answer["year"] === undefined || typeof answer["year"] === "number") &&
    isText(by) &&
    isText(on) &&
    (speaksFor === null || speaksFor === "etat" || speaksFor === "local")
  );
}

/** Printable ASCII without quotes. */
export const ecrireReponses = (reponses: readonly Reponse[]): string =>
  encodeURIComponent(JSON.stringify(reponses)).replaceAll("'", "%27");

export function lireReponses(text: string): readonly Reponse[] {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(value) ? value.filter(isReponse) : [];
  } catch {
    return [];
  }
}

/** The same for a question and for the answer to it. */
export const cleReponse = ({ key: { kind, path, sheet } }: Pick<Reponse, "key">): string =>
  JSON.stringify([kind, sheet ?? null, path]);

/** The earlier ones with these in the place of those of the same headings. */
export function joindreReponses(earlier: readonly Reponse[], given: readonly Reponse[]): readonly Reponse[] {
  const replaced = new Set(given.map(cleReponse));
  return [...earlier.filter((one) => !replaced.has(cleReponse(one))), ...given];
}
