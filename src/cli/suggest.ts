// What somebody may have meant by a word that nothing has for a name: the nearest, else those that hold what was written.
import { foldText } from "../core/domain/words/label";
import { letterDistance } from "../core/domain/words/typo-distance";

/** One slip for three letters: « verifer » is « verifier », « --dat » is « --date », « x » is nothing. */
const LETTERS_PER_SLIP = 3;
const MOST = 3;

/** Words without dashes before them; capitals and accents make none another one. */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  const written = foldText(word);
  const most = Math.floor(written.length / LETTERS_PER_SLIP);
  const near = words.map((known) => ({ known, distance: letterDistance(written, known, most) }));
  const least = Math.min(...near.map(({ distance }) => distance));
  const meant =
    least <= most
      ? near.filter(({ distance }) => distance === least).map(({ known }) => known)
      : words.filter((known) => most > 0 && known.includes(written));
  return meant.length <= MOST ? meant : [];
}

/** French, with all that is accepted only where nothing is near. */
export function suggest(word: string, words: readonly string[], accepted: string, before = ""): string {
  const known = nearest(word, words).map((each) => `${before}${each}`);
  return known.length > 0
    ? `Vouliez-vous dire ${formatChoix(known)} ?`
    : `${accepted} : ${words.map((each) => `${before}${each}`).join(", ")}.`;
}

/** "a, b ou c". */
export const formatChoix = (items: readonly string[]): string => items.join(", ").replace(/, (?=[^,]*$)/, " ou ");
