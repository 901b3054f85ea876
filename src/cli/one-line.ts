// Texts that others wrote, as a terminal may be given them: names of files, keys of definitions, labels.
import { steering } from "../core/domain/words/steering";

/** Anything but words with one space, plain or no-break, between them. */
const UNUSUAL = /\p{Cc}|[\u2028\u2029]|[^\S \u00a0\u202f]|\s{2}/u;

/** A label on one line, without the characters that would steer the terminal. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (!UNUSUAL.test(trimmed)) return trimmed;
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, (space) => (/^[\u00a0\u202f]+$/.test(space) ? space : " ")).trim();
}

const ANY_STEERING = steering();
/** But for the bold of our own headings. */
const STEERING = steering("\\u001b\\[(?:1|22)m");

/** Every text of a command passes here on its way to the terminal. */
export function harmless(text: string): string {
  return text.replace(STEERING, " ");
}

/** JSON of the same value, in which the characters that a terminal would obey are escaped. */
export function harmlessJson(value: unknown, indent?: number): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, indent).replace(ANY_STEERING, escape);
}
