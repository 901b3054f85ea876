// The names of those who give money in a contract, and which words of a heading are theirs.
import type { Convention } from "../../contract/convention";
import { every, keepMeaning, tokenize } from "./heading-tokens";
import { LOCAL_PARTY } from "./heading-words";

/** Whether such words name the local party, or somebody else who the contract says gives money; and whether one of their names has such a word. */
export type LocalParty = ReturnType<typeof knowParties>;

function knowNames(labels: readonly string[]) {
  const phrases = labels.map((label) => keepMeaning(tokenize(label))).filter((phrase) => phrase.length > 0);
  const known = new Set(phrases.flat());
  return {
    names: (tokens: readonly string[]) =>
      tokens.length > 0 &&
      every(tokens, known) &&
      phrases.some((phrase) => phrase.every((token) => tokens.includes(token))),
    knows: (token: string) => known.has(token),
    /** One word is its name. */
    isOwn: (token: string) => phrases.some(([first, second]) => first === token && second === undefined),
  };
}

export function knowParties({ collectivite, autresFinanceurs = [] }: Convention) {
  const { designation, nom, motsColonne } = collectivite;
  const local = knowNames([designation, nom, ...motsColonne, ...LOCAL_PARTY]);
  const others = knowNames(autresFinanceurs.flatMap((other) => [other.nom, ...(other.motsColonne ?? [])]));
  return {
    ...local,
    namesOther: others.names,
    knows: (token: string) => local.knows(token) || others.knows(token),
  };
}
