// Which pieces of a text hold some words, asked for mostly from its beginning to its end.

/** Looked for from one piece that has them to the next, and not in each. */
export function seekerOf(text: string, words: string): (start: number, end: number) => boolean {
  let [from, found] = [Infinity, -1];
  return (start, end) => {
    if (start < from || (found >= 0 && found < start)) [from, found] = [start, text.indexOf(words, start)];
    return found >= 0 && found < end;
  };
}
