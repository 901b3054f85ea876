// What an agent agrees to is what he was shown: the request carries it, and where something else stands now nothing is written.
import { typographie } from "../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";

/**
 * Thrown before anything is written. The sentence says what stands there now: whoever asked is to see it before he
 * asks again.
 */
export class DiffersFromShown extends WorkbookError {}

/** Plain data, compared as it would be sent: what a key lacks and what it leaves undefined are the same. */
export const isAsShown = (shown: unknown, now: unknown): boolean => JSON.stringify(shown) === JSON.stringify(now);

/** Throws DiffersFromShown with that sentence. */
export function checkAsShown(shown: unknown, now: unknown, sentence: string): void {
  if (!isAsShown(shown, now)) throw new DiffersFromShown(typographie(sentence));
}
