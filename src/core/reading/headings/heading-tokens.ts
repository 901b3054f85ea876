// The words of a heading, folded, without the filler that says nothing.
import { foldText } from "../../domain/words/fold-text";
import { FILLER } from "./heading-words";

export const tokenize = (text: string): string[] => splitWords(foldText(text));

export function splitWords(folded: string): string[] {
  return folded
    .replace(/\./g, "")
    .replace(/[^\p{L}\p{N}€°]+/gu, " ")
    .replace(/\b([km]) €/g, "$1€")
    .trim()
    .split(" ");
}

export const isYear = (token: string): boolean => /^20\d\d$/.test(token);

export const every = (tokens: readonly string[], set: ReadonlySet<string>): boolean =>
  tokens.every((token) => set.has(token));

export const keepMeaning = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => token !== "" && !FILLER.has(token) && !isYear(token));
