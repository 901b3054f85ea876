// Whether a label of the workbook is the contract's, and how it should read where it is not.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Cell } from "../dossier";
import { parseLabel, takeApart } from "../words/label";
import { letterDistance } from "../words/typo-distance";

interface Labelled {
  readonly intitule: string;
  readonly alias: readonly string[];
}

/** How a label says what it should: in the contract's words, or by its numbering alone ("Action 5"), in which no word can be compared. */
export function saysLabel(text: string, item: Labelled): "words" | "numbering" | null {
  const { rest } = parseLabel(text);
  if (rest === "") return "numbering";
  return rest === parseLabel(item.intitule).rest || isAlias(rest, item.alias) ? "words" : null;
}

const isAlias = (rest: string, alias: readonly string[]): boolean =>
  alias.length > 0 && alias.some((label) => parseLabel(label).rest === rest);

/** Whichever of the contract's label and its aliases the text is nearest to. */
export function nearestLabel(text: string, item: Labelled): string {
  if (item.alias.length === 0) return item.intitule;
  const { rest } = parseLabel(text);
  let [best, least] = [item.intitule, Infinity];
  for (const label of [item.intitule, ...item.alias]) {
    const distance = letterDistance(rest, parseLabel(label).rest, Math.min(least, rest.length));
    if (distance < least) [best, least] = [label, distance];
  }
  return best;
}

/** Longer than any numbering before a label, its spaces included. */
const LONGEST_DRESS = 120;

/** The contract's label in the agent's dress: numbering before it, quotation marks and stars around it stay. */
export function rewriteLabel(text: string, label: string): string {
  const { rest } = parseLabel(text);
  const plain = (part: string): string => parseLabel(part).rest.replace(/^["' ]+|(?<![" *])[" *]+$/g, "");
  const wanted = plain(rest);
  const end = /(?<![\s*»"”])[\s*»"”]*$/.exec(text)?.[0] ?? "";
  // The longest beginning without which the words are still all there.
  let start = 0;
  // Folding may double a letter ("œ"), never more.
  for (let at = 1; at <= LONGEST_DRESS && 2 * (text.length - at) >= wanted.length && at < text.length; at += 1) {
    const { kind, numero, rest: words } = takeApart(text.slice(at));
    if (kind === null && numero === null && words.replace(/(?<![" *])[" *]+$/, "") === wanted) start = at;
  }
  return `${text.slice(0, start)}${label}${end}`;
}

const SUM_WORDS =
  /^[\s«"]*(?:(?:(?:sous|s)[\s/-]*)?tota(?:l|ux)|s[/.]t)\b[\s:–-]*(?:(?:de|pour) l\s?['’]|du|des)?[\s:–-]*/iu;

/** Most labels do not hold the word after its beginning, which is quick to tell. */
const ACTION_WORD = /[^]action/i;
/** Not at the very beginning: there it is the label. */
const NUMBERED_ACTION = /(?<!^)\baction\s*(?:n\s*[°o]?\s*)?\d/iu;

interface SplitLabel {
  readonly words: string;
  readonly label: string;
}

const splitAt = (text: string, at: number): SplitLabel => ({ words: text.slice(0, at), label: text.slice(at) });

/** "Sous-total de l’axe 2 : Emploi" → "Sous-total de l’" and "axe 2 : Emploi"; another text stays whole. */
export const splitSumWords = (text: string): SplitLabel => splitAt(text, SUM_WORDS.exec(text)?.[0].length ?? 0);
/** "Fiche financière – Action 3 : Emploi" → "Fiche financière – " and "Action 3 : Emploi". */
export const splitTitleWords = (text: string): SplitLabel =>
  splitAt(text, ACTION_WORD.test(text) ? Math.max(0, text.search(NUMBERED_ACTION)) : 0);

interface Intitule {
  readonly label: Cell;
  readonly labels?: ReadonlyMap<number, Cell>;
}

/** Every cell that names the row, once. */
export function labelCells({ label, labels }: Intitule): readonly Cell[] {
  if (!labels) return [label];
  const byPlace = new Map<string, Cell>();
  for (const cell of [label, ...labels.values()]) byPlace.set(placeOf(cell.ref), cell);
  return [...byPlace.values()];
}

const placeOf = ({ sheet, row, column }: CellRef): string => `${row}/${column}/${sheet}`;
