// What the words of a heading say of the figures around it: year, party, nature, unit, total over the years, role.
import { besideOf } from "../../domain/column-roles";
import type { Convention } from "../../contract/convention";
import type { Nature, NatureValeur, Part, Periode } from "../../domain/natures";
import { findUnit, type Unite } from "../../domain/values/unite";
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { createContractYears, type ContractYears } from "./contract-years";
import {
  AVENANT_WORDS,
  CONTRACT_AMOUNT,
  DATE_HEADING,
  BEFORE,
  ASIDE,
  COMPUTED,
  COUNT,
  FILLER,
  GAP,
  INITIAL,
  isHeadingWord,
  JUSTIFICATION,
  LEFT_OVER,
  LOCAL_PARTY,
  MONEY,
  NATURE_FILLER,
  NATURE_WORDS,
  NO_AMOUNT,
  OWN_FUNDS,
  PART_KEYS,
  PART_WORDS,
  PAYMENT_WORDS,
  PERIOD_WORDS,
  PLAN_WORDS,
  RATE,
  REMAINDER,
  REMARK,
  ROLE_WORDS,
  T0_KEY,
  T0_WORDS,
  TARGET_KEY,
  TARGET_WORDS,
} from "./heading-words";

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

/** What single words of a heading say, though others in it are not known: it is supposed, and asked. */
export interface Hint {
  readonly annees: readonly number[];
  readonly parts: readonly Part[];
  readonly natures: readonly Nature[];
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

const tokenize = (text: string): string[] => splitWords(foldText(text));

function splitWords(folded: string): string[] {
  return folded
    .replace(/\./g, "")
    .replace(/[^\p{L}\p{N}€°]+/gu, " ")
    .replace(/\b([km]) €/g, "$1€")
    .trim()
    .split(" ");
}

const isYear = (token: string): boolean => /^20\d\d$/.test(token);
const every = (tokens: readonly string[], set: ReadonlySet<string>): boolean => tokens.every((token) => set.has(token));

/** Whether such words name the local party, or somebody else who the contract says gives money; and whether one of their names has such a word. */
type LocalParty = ReturnType<typeof knowParties>;

const keepMeaning = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => token !== "" && !FILLER.has(token) && !isYear(token));

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

function knowParties({ collectivite, autresFinanceurs = [] }: Convention) {
  const { designation, nom, motsColonne } = collectivite;
  const local = knowNames([designation, nom, ...motsColonne, ...LOCAL_PARTY]);
  const others = knowNames(autresFinanceurs.flatMap((other) => [other.nom, ...(other.motsColonne ?? [])]));
  return {
    ...local,
    namesOther: others.names,
    knows: (token: string) => local.knows(token) || others.knows(token),
  };
}

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
    NATURE_FILLER.test(token) || (nature === "paid" && PAYMENT_WORDS.test(token));
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

/** Of a public budget: what was voted, changed, and spent. Words of their own they are not: they are proposed, and asked. */
const ACCOUNTS: ReadonlyMap<string, Nature> = new Map([
  ["bp", "contracted"],
  ["ca", "executed"],
  ["cfu", "executed"],
]);

/** "'24", "Ex24", "BP-24": a year of the contract by its last figures. */
const SHORT_YEAR = /^\D{0,3}(\d\d)$/;

function hintOf(text: string, local: LocalParty, contractYears: ContractYears): Hint {
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
function unknownWords(text: string, local: LocalParty, contractYears: ContractYears): readonly string[] {
  return text.split(/[^\p{L}\p{N}'’°€-]+/u).filter((typed) => {
    const tokens = keepMeaning(tokenize(typed));
    const isKnown = (token: string): boolean =>
      local.knows(token) || PART_KEYS.etat.test(token) || (isHeadingWord(token) && !ACCOUNTS.has(token));
    return tokens.length > 0 && !tokens.some(isKnown) && hintOf(typed, local, contractYears).annees.length === 0;
  });
}

export function createHeadingReader(convention: Convention): HeadingReader {
  const local = knowParties(convention);
  const years = createContractYears(convention);
  const memory = new Map<string, Heading>();
  return {
    years,
    hint: (text) => hintOf(text, local, years),
    unknown: (text) => unknownWords(text, local, years),
    mayHead: (text) => text.length <= LIMITS.headingLength && mayHead(text, local),
    read: (text) => {
      if (text.length > LIMITS.headingLength) return NO_HEADING;
      let heading = memory.get(text);
      if (heading === undefined) memory.set(text, (heading = parseHeading(text, local, years)));
      return heading;
    },
  };
}

export function announcesJustification(text: string): boolean {
  if (text.length > LIMITS.headingLength) return false;
  const tokens = tokenize(text);
  return (
    tokens.some((token) => JUSTIFICATION.test(token)) ||
    (tokens.some((token) => REMARK.test(token)) && tokens.some((token) => GAP.test(token)))
  );
}

/** Whether the figures under such a heading are no amounts that anything could be compared with. */
export function announcesNoAmount(text: string): boolean {
  if (announcesDate(text)) return true;
  return text.includes("%") || tokenize(text).some((token) => NO_AMOUNT.test(token) || REMARK.test(token));
}

/** "Cible révisée 2025": a target, in more words than are known. */
export const announcesTarget = (text: string): boolean => tokenize(text).some((token) => TARGET_KEY.test(token));

export const announcesDate = (text: string): boolean => DATE_HEADING.test(foldText(text));

/** What is counted, computed or shared under such a heading: a rank among figures whose values decide; null where it says none of them. */
export function countedAs(text: string): "computed" | "rate" | "count" | null {
  const tokens = tokenize(text);
  if (text.includes("%") || tokens.some((token) => RATE.test(token))) return "rate";
  if (tokens.some((token) => COMPUTED.test(token))) return "computed";
  return announcesDate(text) || tokens.some((token) => COUNT.test(token)) ? "count" : null;
}

/** Whether a word of such a heading speaks of money: beside one, a word for something else proves nothing. */
export function announcesMoney(text: string): boolean {
  const folded = foldText(text);
  if (findUnit(folded) !== null) return true;
  const isMoney = (token: string): boolean =>
    isOfContract(token) || MONEY.test(token) || NATURE_WORDS.some(([, set]) => set.has(token));
  return splitWords(folded).some(isMoney);
}

/** Whether the contract asks nothing of such amounts: "Engagé État", "Reste à mandater". */
export const announcesAside = (text: string): boolean => ASIDE.test(foldText(text));

/** Whether a single amount under such a heading, or beside it, is one that somebody may look for: "Solde", "Reste à verser". */
export const announcesLeftOver = (text: string): boolean => announcesAside(text) || LEFT_OVER.test(foldText(text));

/** "Reliquat", "Reste à payer", "Report 2024". */
export const announcesRemainder = (text: string): boolean => REMAINDER.test(foldText(text));

/** "Enveloppe État 2024", "Total 2025" before a figure, away from any table: of a year of the contract. */
export function announcesContractAmount(text: string, { read, years }: HeadingReader): boolean {
  if (text.length > LIMITS.headingLength || announcesNoAmount(text)) return false;
  const tokens = tokenize(text);
  const { annee, part, nature } = read(text);
  const isOfYear = annee !== null || tokens.some((token) => isYear(token) && years.has(Number(token)));
  return isOfYear && (part !== null || nature !== null || tokens.some((token) => isOfContract(token)));
}

const isOfContract = (token: string): boolean => CONTRACT_AMOUNT.test(token) || PART_KEYS.etat.test(token);

/** The table whose amounts a heading speaks of, though it says more than is known: "Réalisé 2024 S1". */
export function guessSubject(text: string): "budget" | "execution" | null {
  const tokens = tokenize(text);
  const said = NATURE_WORDS.find(([, set]) => tokens.some((token) => set.has(token)))?.[0];
  if (said === "executed" || (said && besideOf(said))) return "execution";
  const isPlan = said !== undefined && said !== "achieved";
  return isPlan || tokens.some((token) => isYear(token) || PART_KEYS.etat.test(token)) ? "budget" : null;
}
