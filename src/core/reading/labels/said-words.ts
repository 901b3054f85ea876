// Whether a label says one thing only: a key word, and beside it no word but those that change nothing.
import { foldText } from "../../domain/words/label";

export const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const FILLER = words("de du des d la le les l et au a en par pour n n° no numero");

export const tokenize = (text: string): readonly string[] =>
  foldText(text)
    .replace(/[^\p{L}\p{N}°]+/gu, " ")
    .trim()
    .split(" ");

export function says(tokens: readonly string[], key: RegExp, ...others: readonly ReadonlySet<string>[]): boolean {
  const isFree = (token: string): boolean => FILLER.has(token) || others.some((set) => set.has(token));
  return tokens.some((token) => key.test(token)) && tokens.every((token) => key.test(token) || isFree(token));
}

/** What may be meant, each with the words one of which says so, and those that may stand beside them. */
export type Vocabulary<Sense> = readonly (readonly [Sense, RegExp, ReadonlySet<string>])[];

export function firstSaid<Sense>(
  vocabulary: Vocabulary<Sense>,
  tokens: readonly string[],
  ...others: readonly ReadonlySet<string>[]
): Sense | null {
  return vocabulary.find(([, key, own]) => says(tokens, key, own, ...others))?.[0] ?? null;
}
