// The statements that are one of a few words, and lists that are written a line each.
import { CUMUL, findWord, GENRES, SENS, STATUTS, UNITES } from "./contrat-layout";

const MOTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/statut$/, Object.values(STATUTS)],
  [/\/indicateurs\/\d+\/unite$/, Object.values(UNITES)],
  [/\/indicateurs\/\d+\/sens$/, Object.values(SENS)],
  [/\/indicateurs\/\d+\/cumul$/, [CUMUL]],
];

/** As the definition holds it: the text itself, true for a cumulated indicator; undefined for a word that is none of them. */
export function motDe(cle: string, text: string): string | true | undefined {
  if (/^echeances\/[^/]+\/nature$/.test(cle)) return findWord(GENRES, text) ?? undefined;
  const [, mots] = MOTS.find(([words]) => words.test(cle)) ?? [];
  if (!mots) return text;
  const mot = mots.find((each) => each === text);
  return mot === CUMUL ? true : mot;
}

/** As a definition writes it. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "2, 4" → [2, 4]. */
export const numerosOf = (text: string): readonly number[] => [...text.matchAll(/\d+/g)].map(Number);

export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
