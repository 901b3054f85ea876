// What the words of a heading say of the figures around it: year, party, nature, unit, total over the years, role.
import type { Convention } from "../../contract/convention";
import type { Nature, NatureValeur, Part, Periode } from "../../domain/natures";
import { findUnit, type Unite } from "../../domain/values/unite";
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { createContractYears, type ContractYears } from "./contract-years";
import {
  AVENANT_WORDS,
  BEFORE,
  FILLER,
  INITIAL,
  isHeadingWord,
  NATURE_FILLER,
  NATURE_WORDS,
  OWED,
  OWN_FUNDS,
  PART_KEYS,
  PART_WORDS,
  PAYMENT_WORDS,
  PERIOD_WORDS,
  PLAN_WORDS,
  ROLE_WORDS,
  T0_KEY,
  T0_WORDS,
  TARGET_WORDS,
} from "./heading-words";
import { every, isYear, keepMeaning, splitWords } from "./heading-tokens";
import { knowParties, type LocalParty } from "./known-parties";
import { hintOf, unknownWords, type Hint } from "./heading-hints";
import { asChosen, RIEN_DE_CHOISI, type Choix } from "./measures";

export type { Nature };

/** What the cells under a heading are where they are no figures. */
export type Role = keyof typeof ROLE_WORDS | "montant";

export type Span = readonly [number, number];

/** What a heading says; all null for a cell that is no heading. */
export interface Heading {
  readonly annee: Periode | null;
  /** The first and the last year of a total over some of the contract's years only: "Cumul 2024-2025". */
  readonly span?: Span;
  readonly part: Part | null;
  readonly nature: Nature | null;
  readonly role: Role | null;
  readonly unit: Unite | null;
  /** It says something that nobody knows: "Écart", "Réalisé 2024 S1". */
  readonly isUnknown?: true;
}

export interface HeadingReader {
  /** Answers from memory for a text already seen. */
  read(text: string): Heading;
  /** False for a text that names neither a part, nor a year, nor a nature, nor a role: told quicker than what it says. */
  mayHead(text: string): boolean;
  hint(text: string): Hint;
  /** The words of a heading, as typed, that are none of the contract's. */
  unknown(text: string): readonly string[];
  readonly years: ContractYears;
}

export const NO_HEADING: Heading = { annee: null, part: null, nature: null, role: null, unit: null };
const UNKNOWN_HEADING: Heading = { ...NO_HEADING, isUnknown: true };

function readPart(meaning: readonly string[], local: LocalParty): Part | null {
  const named = meaning.filter((token) => !PART_WORDS.total.has(token));
  if (named.length === 0) return meaning.some((token) => PART_KEYS.total.test(token)) ? "total" : null;
  const owner = named.filter((token) => !OWN_FUNDS.has(token));
  if (owner.length > 0 && owner.length < named.length) {
    const part = readPart(owner, local);
    if (part === "etat" || part === "collectivite") return part;
  }
  const { etat, autres } = PART_WORDS;
  if (every(named, etat) && named.some((token) => PART_KEYS.etat.test(token))) return "etat";
  if (local.names(named)) return "collectivite";
  if (local.namesOther(named)) return "autres";
  if (every(named, autres) && named.some((token) => PART_KEYS.autres.test(token))) return "autres";
  // "Total (État + Métropole)".
  const others = named.filter((token) => !etat.has(token));
  return meaning.includes("total") && others.length < named.length && local.names(others) ? "total" : null;
}

/** "Après avenant n° 1", "Avant avenant": what it changed, and what stood before. */
function readAvenant(meaning: readonly string[]): ReturnType<typeof readNature> {
  const rest = meaning.filter((token) => !AVENANT_WORDS.test(token) && !NATURE_FILLER.test(token));
  return { nature: meaning.some((token) => BEFORE.test(token)) ? "contracted" : "modified", rest };
}

/** "Écart prévu / réalisé" is neither: every other word must be a part's. */
function readNature(meaning: readonly string[]): { readonly nature: Nature | null; readonly rest: readonly string[] } {
  if (meaning.includes("avenant")) return readAvenant(meaning);
  const said = NATURE_WORDS.filter(([, set]) => meaning.some((token) => set.has(token)));
  const natures = new Set(said.map(([nature]) => nature));
  // "Dépenses prévisionnelles": the dearest word of planning prevails over the bare noun.
  const [nature] = natures;
  if (nature === undefined) return { nature: null, rest: meaning };
  const isBare = (token: string): boolean =>
    NATURE_FILLER.test(token) ||
    (nature === "paid" && PAYMENT_WORDS.test(token)) ||
    (nature === "executed" && OWED.test(token));
  const rest = meaning.filter((token) => !said.some(([, set]) => set.has(token)) && !isBare(token));
  return { nature, rest };
}

function readRole(meaning: readonly string[], tokens: readonly string[]): Role | null {
  for (const role of ["annee", "indicateur", "axe", "action", "financeur", "operateur"] as const) {
    const { words, key } = ROLE_WORDS[role];
    const own = role === "annee" ? tokens : meaning;
    if (own.length > 0 && every(own, words) && own.some((token) => key.test(token))) return role;
  }
  return meaning.length === 0 && tokens.some((token) => /^montants?$/.test(token)) ? "montant" : null;
}

/** "T0", "Cible", "Objectif": the figures of indicators. "2025 initial" is the plan of a year, and no T0. */
function readValueNature(meaning: readonly string[], annee: Periode | null): NatureValeur | null {
  if (meaning.length === 0 || (annee !== null && meaning.every((token) => INITIAL.test(token)))) return null;
  if (every(meaning, T0_WORDS) && meaning.some((token) => T0_KEY.test(token))) return "t0";
  return every(meaning, TARGET_WORDS) ? "target" : null;
}

/** The one year, all of them, or those from one to another: "Total 2024-2027", "Cumul 2024-2025"; undefined for what is neither. */
function readYears(
  tokens: readonly string[],
  meaning: readonly string[],
  contractYears: ContractYears,
): Periode | Span | null | undefined {
  const [first, last, ...others] = tokens.filter(isYear).map(Number);
  if (first === undefined) return meaning.some((token) => PERIOD_WORDS.has(token)) ? "periode" : null;
  if (last === undefined) return first;
  if (others.length > 0 || meaning.length === 0) return undefined;
  if (contractYears.spans(first, last)) return "periode";
  return first < last && contractYears.has(first) && contractYears.has(last) ? [first, last] : undefined;
}

/** Words that stand between spaces: of the others, accents, dots and units may make something else. */
const PLAIN_WORD = /(?<![^ ])[a-z]{4,}(?![^ ,:;)])/gi;

/**
 * Whether all its words may stand in a heading. Most labels of a workbook hold a word that may not, so that this
 * quick look spares a longer one.
 */
function mayHead(text: string, local: LocalParty): boolean {
  // A loop, since matchAll would make another regular expression for every label.
  PLAIN_WORD.lastIndex = 0;
  for (let match = PLAIN_WORD.exec(text); match; match = PLAIN_WORD.exec(text)) {
    const token = match[0].toLowerCase();
    if (!FILLER.has(token) && !isHeadingWord(token) && !local.knows(token)) return false;
  }
  return true;
}

/** "(A + B)", "(50 %)", "(1)", "(N+1)", and the number in "DDETS 21": marks of the agent's own. */
const MARK = /(?<=\bddets(?:pp)?) \d[\dab]\d?\b|\((?:[a-d](?: ?\+ ?[a-d])*|\d|\d+(?:,\d+)? ?%|n(?: ?\+ ?\d)?)\)/g;

function parseHeading(text: string, local: LocalParty, contractYears: ContractYears): Heading {
  // An error value is no heading: "#REF!" reads like "réf."; a share is no amount.
  if (text.startsWith("#")) return NO_HEADING;
  const folded = foldText(text).replace(MARK, "");
  if (folded.includes("%")) return UNKNOWN_HEADING;
  const unit = findUnit(folded);
  if (unit === null && !mayHead(text, local)) return UNKNOWN_HEADING;
  const tokens = splitWords(contractYears.unify(folded));
  const meaning = keepMeaning(tokens);
  const isUnderstood = meaning.every((token) => isHeadingWord(token) || local.knows(token));
  if (!isUnderstood && unit === null) return UNKNOWN_HEADING;
  const years = readYears(tokens, meaning, contractYears);
  if (years === undefined) return UNKNOWN_HEADING;
  if (!isUnderstood) return { ...UNKNOWN_HEADING, unit };
  const role = readRole(meaning, tokens);
  const span = typeof years === "object" ? years : null;
  const annee = typeof years === "object" ? years && "periode" : years;
  // Only amounts have totals over some years: what such a total of indicators would be nobody knows.
  if (span && (role !== null || readValueNature(meaning, annee) !== null)) return UNKNOWN_HEADING;
  if (role !== null) return { ...NO_HEADING, role: role === "montant" && annee !== null ? null : role, annee, unit };
  const value = readValueNature(meaning, annee);
  if (value !== null) return { ...NO_HEADING, annee, nature: value, unit };
  const { nature, rest } = readNature(meaning.filter((token) => annee !== "periode" || !PERIOD_WORDS.has(token)));
  if (nature === null && typeof annee === "number" && every(rest, PLAN_WORDS)) return { ...NO_HEADING, annee, unit };
  const part = readPart(rest, local);
  if (rest.length > 0 && part === null) return { ...UNKNOWN_HEADING, unit };
  const said = part ?? (annee === "periode" && nature === null ? "total" : null);
  return { annee, ...(span && { span }), part: said, nature, role: null, unit };
}

/** `choix` is what a person said of words that may mean several things. */
export function createHeadingReader(convention: Convention, choix: Choix = RIEN_DE_CHOISI): HeadingReader {
  const local = knowParties(convention);
  const years = createContractYears(convention);
  const memory = new Map<string, Heading>();
  return {
    years,
    hint: (text) => hintOf(text, local, years),
    unknown: (text) => unknownWords(text, local, years),
    mayHead: (text) => text.length <= LIMITS.headingLength && mayHead(asChosen(text, choix), local),
    read: (text) => {
      if (text.length > LIMITS.headingLength) return NO_HEADING;
      let heading = memory.get(text);
      if (heading === undefined) memory.set(text, (heading = parseHeading(asChosen(text, choix), local, years)));
      return heading;
    },
  };
}
