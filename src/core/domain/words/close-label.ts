// Finds the one label of a contract that a mistyped label was meant to be; where two are as near, none.
import { groupBy } from "../group-by";
import { letterDistance, typoDistance } from "./typo-distance";

/** How far the second nearest label must lie behind the nearest. */
const MARGIN = 2;
const MOST_SLIPS = 6;
const LETTERS_PER_SLIP = 8;
/** When more labels than this resemble the text, none is the obvious one. */
const MOST_CANDIDATES = 30;

/** How many slips a label may hold: none in a short one, one for each eight letters of a longer one. */
function slipsAllowed(label: string): number {
  return Math.min(MOST_SLIPS, Math.floor(label.length / LETTERS_PER_SLIP));
}

/** Which pairs of letters a text holds, as 256 bits: two texts a few slips apart differ in few of them. */
type Signature = Uint32Array;

const WORDS = 8;
/** Pairs that slips can change, lost and gained: six for one swap, three or four for one of the others. */
const pairsChanged = (slips: number): number => 4 * slips + 4;

function sign(text: string): Signature {
  const signature = new Uint32Array(WORDS);
  for (let index = 1; index < text.length; index += 1) {
    const hash = (text.charCodeAt(index - 1) * 31 + text.charCodeAt(index)) & 255;
    signature[hash >>> 5] = (signature[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
  return signature;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** In how many pairs two texts differ; more than the limit is not counted to the end. */
function difference(a: Signature, b: Signature, limit: number): number {
  let different = 0;
  for (let word = 0; word < WORDS && different <= limit; word += 1) {
    different += countBits((a[word] ?? 0) ^ (b[word] ?? 0));
  }
  return different;
}

/** The figures of a label: labels with other figures are never taken for each other. */
const figuresOf = (label: string): string => (label.match(/\d+/g) ?? []).join(" ");

interface Known<Item> {
  readonly label: string;
  readonly item: Item;
  /** Made when a text of its figures and its length is met. */
  signature: Signature | null;
}

/** The labels of one length. */
interface SameLength<Item> {
  readonly all: readonly Known<Item>[];
  /** Made when a text of about that length is met. */
  byFigures: ReadonlyMap<string, readonly Known<Item>[]> | null;
}

interface Candidate<Item> {
  readonly known: Known<Item>;
  readonly different: number;
}

export interface CloseLabels<Item> {
  /** The nearest label and its item; null when none is near, or when another item's is nearly as near. */
  find(text: string): { readonly label: string; readonly item: Item } | null;
}

/** `labels` are folded, as the text that is asked for is. */
export function createCloseLabels<Item>(labels: Iterable<readonly [label: string, item: Item]>): CloseLabels<Item> {
  let byLength: ReadonlyMap<number, SameLength<Item>> | null = null;
  const memory = new Map<string, { readonly label: string; readonly item: Item } | null>();

  /** Made when the first unknown label is met. */
  function index(): ReadonlyMap<number, SameLength<Item>> {
    const all = Array.from(labels, ([label, item]): Known<Item> => ({ label, item, signature: null }));
    const groups = groupBy(all, ({ label }) => label.length);
    return new Map(Array.from(groups, ([length, same]) => [length, { all: same, byFigures: null }]));
  }

  /** What is not certainly further away than so many slips. */
  function candidates(text: string, reach: number): readonly Candidate<Item>[] {
    byLength ??= index();
    const figures = figuresOf(text);
    const signature = sign(text);
    const limit = pairsChanged(reach);
    const found: Candidate<Item>[] = [];
    // A forgotten little word counts two and may be four letters long.
    for (let length = text.length - 2 * reach; length <= text.length + 2 * reach; length += 1) {
      const same = byLength.get(length);
      if (!same) continue;
      same.byFigures ??= groupBy(same.all, ({ label }) => figuresOf(label));
      for (const known of same.byFigures.get(figures) ?? []) {
        known.signature ??= sign(known.label);
        const different = difference(signature, known.signature, limit);
        if (different <= limit) found.push({ known, different });
      }
    }
    return found;
  }

  // Few slips first: the fewer there may be, the fewer labels resemble the text.
  function search(text: string): { readonly label: string; readonly item: Item } | null {
    const allowed = slipsAllowed(text);
    const resembling = allowed > 0 ? candidates(text, allowed + MARGIN) : [];
    for (let slips = 1; slips <= allowed; slips += 1) {
      const near = resembling.filter(({ different }) => different <= pairsChanged(slips + MARGIN));
      if (near.length > MOST_CANDIDATES) return null;
      const best = near.find(
        ({ known: { label } }) => slips <= slipsAllowed(label) && typoDistance(text, label, slips) <= slips,
      );
      if (!best) continue;
      const { label, item } = best.known;
      // A rival need not be a likely slip: it is enough that its letters are as near.
      const hasRival = near.some(
        ({ known }) => known.item !== item && letterDistance(text, known.label, slips + MARGIN - 1) < Infinity,
      );
      return hasRival ? null : { label, item };
    }
    return null;
  }

  return {
    find(text) {
      let found = memory.get(text);
      if (found === undefined) memory.set(text, (found = search(text)));
      return found;
    },
  };
}
