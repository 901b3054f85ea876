// How many slips of the keyboard lie between two labels, word by word; a word that became another one is no slip.

/** Little words that one forgets or adds without meaning something else. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(
  "a au aux d' de des du en et l' la le les par pour un une".split(" "),
);
const LITTLE_WORD = 2;
const SPACE = 1;

/** Letters that one word may lose, gain, change or swap: one of a short word, two of ten letters. */
const bearable = (length: number): number => Math.max(1, Math.floor(length / 5));

/** Damerau-Levenshtein distance (a swap of neighbours counts once), Infinity above the limit. */
export function letterDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return Infinity;
    [before, above] = [above, row];
  }
  const distance = above[b.length] ?? Infinity;
  return distance > limit ? Infinity : distance;
}

/** A figure is never a slip: "15 ans" is not "25 ans". */
function wordDistance(a: string, b: string, most = bearable(Math.max(a.length, b.length))): number {
  if (a === b) return 0;
  return /\d/.test(a + b) ? Infinity : letterDistance(a, b, most);
}

/** Between two folded labels, Infinity above the limit. */
export function typoDistance(a: string, b: string, limit: number): number {
  const [from, to] = [a.split(" "), b.split(" ")];
  const extra = (word: string | undefined) => (LITTLE_WORDS.has(word ?? "") ? LITTLE_WORD : Infinity);
  const rows: number[][] = [];
  for (let i = 0; i <= from.length; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= to.length; j += 1) {
      const at = (back: number, left: number) => (back === 0 ? row[j - left] : rows[i - back]?.[j - left]) ?? Infinity;
      const [word, other] = [from[i - 1] ?? "", to[j - 1] ?? ""];
      let best = i === 0 && j === 0 ? 0 : Infinity;
      const take = (base: number, step: () => number): void => {
        if (base < best && base <= limit) best = Math.min(best, base + step());
      };
      if (i > 0 && j > 0) take(at(1, 1), () => wordDistance(word, other));
      if (i > 0) take(at(1, 0), () => extra(word));
      if (j > 0) take(at(0, 1), () => extra(other));
      // A space too many or too few.
      if (i > 1 && j > 0) take(at(2, 1), () => SPACE + wordDistance(`${from[i - 2]}${word}`, other, 1));
      if (i > 0 && j > 1) take(at(1, 2), () => SPACE + wordDistance(word, `${to[j - 2]}${other}`, 1));
      row.push(best);
    }
    rows.push(row);
    if (row.every((distance) => distance > limit) && (rows[i - 1]?.every((distance) => distance > limit) ?? false)) {
      return Infinity;
    }
  }
  const distance = rows[from.length]?.[to.length] ?? Infinity;
  return distance > limit ? Infinity : distance;
}
