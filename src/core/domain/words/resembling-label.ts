// Finds the one label of a contract whose words a retitled or shortened label shares; where two share as many, none.
import { addUnder } from "../group-by";

/** Words by their first letters: "prévenir" and "prévention" are one. */
const STEM = 5;
const SHORTEST_WORD = 3;
/** Words that stand in more labels than this tell nothing. */
const MOST_LABELS = 30;
/** The part of a label's words, by how telling they are, that the text must share, and the text's own that the label must. */
const SHARED = 0.5;
/** How much more the best label must share than the second. */
const MARGIN = 1.4;

const LITTLE: ReadonlySet<string> = new Set(
  "les des aux par pour une sur dans avec leur leurs ses tous toutes action actions".split(" "),
);

function wordsOf(folded: string): readonly string[] {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD && !LITTLE.has(word));
  return [...new Set(words.map((word) => word.slice(0, STEM)))];
}

interface Known<Item> {
  readonly item: Item;
  readonly words: readonly string[];
}

export interface ResemblingLabels<Item> {
  find(folded: string): Item | null;
}

/** `labels` are folded, as the text that is asked for is. */
export function createResemblingLabels<Item>(
  labels: Iterable<readonly [label: string, item: Item]>,
): ResemblingLabels<Item> {
  let byWord: ReadonlyMap<string, readonly Known<Item>[]> | null = null;
  const memory = new Map<string, Item | null>();

  /** Made when the first unknown label is met. */
  function index(): ReadonlyMap<string, readonly Known<Item>[]> {
    const made = new Map<string, Known<Item>[]>();
    for (const [label, item] of labels) {
      const known = { item, words: wordsOf(label) };
      for (const word of known.words) addUnder(made, word, known);
    }
    return made;
  }

  function search(text: string): Item | null {
    const known = (byWord ??= index());
    const words = wordsOf(text);
    const weightOf = (word: string): number => 1 / Math.max(1, known.get(word)?.length ?? 1);
    const weigh = (list: readonly string[]): number => list.reduce((sum, word) => sum + weightOf(word), 0);
    const telling = words.filter((word) => (known.get(word)?.length ?? 0) <= MOST_LABELS);
    const candidates = new Set(telling.flatMap((word) => known.get(word) ?? []));
    const scores = [...candidates]
      .map(({ item, words: own }) => {
        const shared = own.filter((word) => words.includes(word));
        const weight = weigh(shared);
        const [ofText, ofLabel] = [weight / weigh(words), weight / weigh(own)];
        // Two telling words of a short text are enough, or most of a label's; or the only word, where no other label has it.
        const isItsWord = words.length === 1 && known.get(words[0] ?? "")?.length === 1;
        const isLikely = ofText >= SHARED && (shared.length >= 2 || ofLabel >= SHARED || isItsWord);
        return { item, score: isLikely ? ofText + ofLabel : 0 };
      })
      .sort((a, b) => b.score - a.score);
    const [best] = scores;
    if (!best || best.score === 0) return null;
    const rival = scores.find(({ item }) => item !== best.item);
    return rival && rival.score * MARGIN > best.score ? null : best.item;
  }

  return {
    find(folded) {
      let found = memory.get(folded);
      if (found === undefined) memory.set(folded, (found = search(folded)));
      return found;
    },
  };
}
