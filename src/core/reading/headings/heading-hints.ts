// What single words of a heading say where it is not understood as a whole: it is supposed of it, and asked.
import type { Nature, Part } from "../../domain/natures";
import { foldText } from "../../domain/words/fold-text";
import type { ContractYears } from "./contract-years";
import { keepMeaning, splitWords, tokenize } from "./heading-tokens";
import { isHeadingWord, NATURE_WORDS, PART_KEYS } from "./heading-words";
import type { LocalParty } from "./known-parties";

/** What single words of a heading say, though others in it are not known: it is supposed, and asked. */
export interface Hint {
  readonly annees: readonly number[];
  readonly parts: readonly Part[];
  readonly natures: readonly Nature[];
}

/** Of a public budget: what was voted, changed, and spent. Words of their own they are not: they are proposed, and asked. */
const ACCOUNTS: ReadonlyMap<string, Nature> = new Map([
  ["bp", "contracted"],
  ["ca", "executed"],
  ["cfu", "executed"],
]);

/** "'24", "Ex24", "BP-24": a year of the contract by its last figures. */
const SHORT_YEAR = /^\D{0,3}(\d\d)$/;

export function hintOf(text: string, local: LocalParty, contractYears: ContractYears): Hint {
  const tokens = splitWords(contractYears.unify(foldText(text)));
  const own = ({ etat, total, autres }: typeof PART_KEYS, token: string): Part | null => {
    if (etat.test(token)) return "etat";
    if (local.isOwn(token)) return "collectivite";
    if (autres.test(token)) return "autres";
    return total.test(token) ? "total" : null;
  };
  const yearOf = (token: string): number | null => {
    const [whole] = /20\d\d/.exec(token) ?? [];
    const short = SHORT_YEAR.exec(token)?.[1];
    const annee = Number(whole ?? (short === undefined ? NaN : `20${short}`));
    return contractYears.has(annee) ? annee : null;
  };
  const parts = new Set(tokens.map((token) => own(PART_KEYS, token)).filter((part) => part !== null));
  const isNamed = parts.has("etat") || parts.has("collectivite");
  return {
    annees: [...new Set(tokens.map(yearOf).filter((annee) => annee !== null))],
    // "Recettes propres Métropole", "Part État du coût": the party that is named.
    parts: isNamed ? [...parts].filter((part) => part === "etat" || part === "collectivite") : [...parts],
    natures: NATURE_WORDS.filter(([nature, set]) =>
      tokens.some((token) => set.has(token) || ACCOUNTS.get(token) === nature),
    ).map(([nature]) => nature),
  };
}

/** "BP", "Reliquat": neither known, nor a year, nor a name of somebody who gives money. */
export function unknownWords(text: string, local: LocalParty, contractYears: ContractYears): readonly string[] {
  return text.split(/[^\p{L}\p{N}'’°€-]+/u).filter((typed) => {
    const tokens = keepMeaning(tokenize(typed));
    const isKnown = (token: string): boolean =>
      local.knows(token) || PART_KEYS.etat.test(token) || (isHeadingWord(token) && !ACCOUNTS.has(token));
    return tokens.length > 0 && !tokens.some(isKnown) && hintOf(typed, local, contractYears).annees.length === 0;
  });
}
