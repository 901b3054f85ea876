// What somebody may have meant by a word that no command or option has: the nearest one, where it is near and alone.
import { letterDistance } from "../core/domain/words/typo-distance";

/** One slip for three letters: « verifer » is « verifier », « --dat » is « --date », « x » is nothing. */
const LETTERS_PER_SLIP = 3;

/** Words without dashes before them. */
export function nearest(word: string, words: readonly string[]): string | null {
  const most = Math.floor(word.length / LETTERS_PER_SLIP);
  const near = words
    .map((known) => ({ known, distance: letterDistance(word, known, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = near;
  return first && first.distance !== second?.distance ? first.known : null;
}

/** French, to stand before what is accepted; empty where nothing is near. */
export function suggest(word: string, words: readonly string[], before = ""): string {
  const known = nearest(word, words);
  return known === null ? "" : ` Vouliez-vous dire ${before}${known} ?`;
}
