// The spaces and signs around a name that was cut out of a sentence.

const AROUND = ' \u00a0\u202f\n\t.,;:-–—«»"“”';

/** Unlike a regex anchored at the end, never looks twice at a long run of signs. */
export function stripEnds(text: string, around = AROUND): string {
  let [from, to] = [0, text.length];
  while (from < to && around.includes(text.charAt(from))) from += 1;
  while (to > from && around.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
