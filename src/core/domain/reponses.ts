// The answers of people as a workbook keeps them: one printable text, and what of it can be understood.
import { readSpeaker, speaker, type Speaker } from "./outside-words";
import { isPartie, type Partie } from "./parties";
import { QUESTION_KINDS, type Reponse, type Role } from "./question";

/** In the words of what leaves the product. */
export type RoleOutside<Of extends Role = Role> = Omit<Of, "party"> & { readonly party?: Speaker };
export interface ReponseOutside extends Omit<Reponse, "answer" | "speaksFor"> {
  readonly answer: RoleOutside;
  readonly speaksFor: Speaker<Partie> | null;
}

export const roleOutside = <Of extends Role>(role: Of): RoleOutside<Of> => ({
  ...role,
  ...(role.party && { party: speaker(role.party) }),
});

export const reponseOutside = (reponse: Reponse): ReponseOutside => ({
  ...reponse,
  answer: roleOutside(reponse.answer),
  speaksFor: reponse.speaksFor && speaker(reponse.speaksFor),
});

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const PARTS: readonly unknown[] = [undefined, "etat", "collectivite", "autres", "total"] satisfies Role["party"][];

/** What another version of the product, or a hand, left otherwise is no answer: it is asked again. */
function isReponse(value: unknown): value is Reponse {
  if (!isRecord(value) || !isRecord(value["key"]) || !isRecord(value["answer"])) return false;
  const { key, answer, by, on, speaksFor } = value;
  const { path, sheet } = key;
  return (
    QUESTION_KINDS.some((kind) => kind !== "contract" && kind === key["kind"]) &&
    Array.isArray(path) &&
    path.every(isText) &&
    (sheet === undefined || isText(sheet)) &&
    isText(answer["role"]) &&
    PARTS.includes(answer["party"]) &&
    (answer["year"] === undefined || typeof answer["year"] === "number") &&
    isText(by) &&
    isText(on) &&
    (speaksFor === null || isPartie(speaksFor))
  );
}

/** Null for what is no answer. */
export function readReponse(value: unknown): Reponse | null {
  if (!isRecord(value) || !isRecord(value["answer"])) return null;
  const { answer, speaksFor } = value;
  const inside = {
    ...value,
    answer: { ...answer, ...("party" in answer && { party: readSpeaker(answer["party"]) }) },
    speaksFor: readSpeaker(speaksFor),
  };
  return isReponse(inside) ? inside : null;
}

/** Printable ASCII without quotes. */
export const ecrireReponses = (reponses: readonly Reponse[]): string =>
  encodeURIComponent(JSON.stringify(reponses.map(reponseOutside))).replaceAll("'", "%27");

export function lireReponses(text: string): readonly Reponse[] {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(value) ? value.flatMap((one) => readReponse(one) ?? []) : [];
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
