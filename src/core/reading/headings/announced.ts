// What words over figures, or beside them, announce where no table reads them: money, dates, counts, gaps, what is left of a year.
import { besideOf } from "../../domain/column-roles";
import { findUnit } from "../../domain/values/unite";
import { foldText } from "../../domain/words/fold-text";
import { LIMITS } from "../limits";
import { isYear, splitWords, tokenize } from "./heading-tokens";
import {
  JUSTIFICATION,
  REMARK,
  GAP,
  NO_AMOUNT,
  TARGET_KEY,
  DATE_HEADING,
  RATE,
  COUNT,
  COMPUTED,
  NATURE_WORDS,
  MONEY,
  ASIDE,
  LEFT_OVER,
  REMAINDER,
  PART_KEYS,
  CONTRACT_AMOUNT,
} from "./heading-words";
import type { HeadingReader } from "./headings";

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
