// The lines of a column as paragraphs: where one ends, which words a line has cut, what is no part of the text.
import { textOf, type Line } from "./lines";

/** Words of the whole document in lower case, and those of them that no end of a line can have cut. */
export interface Vocabulary {
  readonly all: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu;

/** Words of headings, which no sentence may hold. */
const HEADINGS = ["total", "totaux", "indicateur", "indicateurs", "action", "actions", "financement"];

/** Lines as wide as the page cut a word with a hyphen only; narrow ones anywhere. */
export function wordsOf(wide: readonly Line[], narrow: readonly Line[]): Vocabulary {
  const [all, whole] = [new Set<string>(), new Set(HEADINGS)];
  const add = ({ segments }: Line, isWide: boolean): void => {
    for (const { text } of segments) {
      const words = [...text.matchAll(WORD)].map(([word]) => word.toLowerCase());
      words.forEach((word, index) => {
        all.add(word);
        const isInside = index > 0 && index < words.length - 1;
        if (isInside || (isWide && !/[-\u00ad]$/u.test(text))) whole.add(word);
      });
    }
  };
  for (const line of wide) add(line, true);
  for (const line of narrow) add(line, false);
  return { all, whole };
}

/** First halves of words that keep their hyphen at the end of a line. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:sous|non|demi|semi|ex|vice|co|socio|mi|auto|contre|avant|après|au|là|ci|celui|celle|vis|à|peut|rendez|compte|chef|porte|plate|mono)-$/iu;

/** Letters with which hardly any French word ends. */
const NO_END = /[bcfghjkmpqvw]$/u;

/** Longer than any word: what stands before it is not looked at again with each line of a paragraph. */
const WORD_AND_MORE = 200;

/** Two lines as one text: a word that the line cut is whole again. `isFilled`: one word takes up the whole line. */
export function joinTexts(begun: string, after: string, words: Vocabulary, isFilled = false): string {
  const before = begun.slice(-WORD_AND_MORE);
  return `${begun.slice(0, begun.length - before.length)}${joinEnds(before, after, words, isFilled)}`;
}

function joinEnds(before: string, after: string, words: Vocabulary, isFilled: boolean): string {
  const start = /(?:^|[^\p{L}-])(\p{L}+(?:-\p{L}+)*)[-\u00ad]$/u.exec(before)?.[1];
  const end = /^\p{Ll}+(?:-\p{L}+)*/u.exec(after)?.[0];
  if (start !== undefined && end !== undefined) {
    const isCompound = words.all.has(`${start}-${end}`.toLowerCase()) || KEEPS_HYPHEN.test(before);
    const isOne = words.all.has(`${start}${end}`.toLowerCase()) || !isCompound;
    return `${isOne ? before.slice(0, -1) : before}${after}`;
  }
  // "Bourgogne-" and "Franche-Comté", "2024-" and "2027".
  if (/[\p{L}\d]-$/u.test(before) && /^[\p{Lu}\d]/u.test(after)) return `${before}${after}`;
  // A narrow column cuts words without a hyphen.
  const cut = /(?<!\p{L}-?)\p{L}+(?:-\p{L}+)*$/u.exec(before)?.[0].toLowerCase();
  const rest = /^\p{Ll}+/u.exec(after)?.[0];
  if (cut !== undefined && rest !== undefined && cut.length > 2) {
    const isLetter = /^[^aày]$/.test(rest) && !/^\p{L}['’]/u.test(after);
    const isPart = isFilled && !words.whole.has(cut) && NO_END.test(cut);
    if (isLetter || isPart || words.whole.has(`${cut}${rest}`)) return `${before}${after}`;
  }
  return `${before} ${after}`;
}

/** Signs before the entries of a list, also those of fonts that have no letters. */
const BULLET = /^[\ue000-\uf8ff•▪■●○◦➤➢►✓✔*·–—-](?:\s+|(?<=[\ue000-\uf8ff]))/u;
const BEGINS = /^(?:(?:Article|ARTICLE|Axe|AXE|Pilier|PILIER) \d|\d{1,2}(?:\.\d{1,2})*[.)°] ?\S|[a-z]\) )/u;
const LABEL = /^\p{Lu}[^.:\n]{2,60} ?: ?\S/u;
const ENDS = /[.;:!?]$/u;
const DASH = /^[–—-]\s/u;
/** No sentence begins so: a small letter, a surname in capitals, a year, an amount in thousands. */
const GOES_ON = /^(?:[\p{Ll}€%;:»),]|\p{Lu}{2,}[,.]|20\d\d[ .,;]|\d{1,3}(?: \d{3})+ )/u;

export interface Text {
  text: string;
  /** The line with which it begins. */
  readonly first: Line;
}

/** From top to bottom, within a column that ends at `right`: a line ends a paragraph where the next word would have had room. */
export function toParagraphs(lines: readonly Line[], right: number, words: Vocabulary): readonly Text[] {
  const column = describe(lines, right);
  const glued = findCutWords(lines.map(textOf), words);
  const texts: Text[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const [text, last] = [textOf(line), texts.at(-1)];
    if (before && last && (glued.has(index) || goesOn(before, line, column)))
      last.text = glued.has(index)
        ? `${last.text}${text}`
        : joinTexts(last.text, text, words, isFilledByAWord(before, right));
    else texts.push({ text: DASH.test(text) ? text : text.replace(BULLET, ""), first: line });
  });
  return texts;
}

const LONGEST_CHAIN = 4;

/** Lines that go on with the last word of the line before: a narrow column cuts a long word more than once. */
function findCutWords(texts: readonly string[], { whole }: Vocabulary): ReadonlySet<number> {
  const glued = new Set<number>();
  texts.forEach((text, index) => {
    const cut = /(?:^|[^\p{L}-])(\p{L}+(?:-\p{L}+)*)$/u.exec(text)?.[1];
    if (cut === undefined || glued.has(index + 1)) return;
    let word = cut.toLowerCase();
    for (let at = index + 1; at <= index + LONGEST_CHAIN; at += 1) {
      const rest = /^\p{L}+/u.exec(texts[at] ?? "")?.[0];
      if (rest === undefined) return;
      word += rest.toLowerCase();
      if (whole.has(word) && !(whole.has(cut.toLowerCase()) && whole.has(rest.toLowerCase()))) {
        for (let line = index + 1; line <= at; line += 1) glued.add(line);
        return;
      }
      if (rest !== texts[at]) return;
    }
  });
  return glued;
}

interface Column {
  readonly left: number;
  readonly right: number;
  /** From one line of a paragraph to the next. */
  readonly pitch: number;
  /** Whether paragraphs stand apart from each other. */
  readonly isSpaced: boolean;
}

function describe(lines: readonly Line[], right: number): Column {
  const gaps = lines.slice(1).map(({ base }, index) => base - (lines[index]?.base ?? base));
  const sorted = gaps.filter((gap) => gap > 0).sort((left, right) => left - right);
  const pitch = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const left = Math.min(...lines.map((line) => line.left));
  const short = gaps.filter((_, index) => right - (lines[index]?.right ?? right) > (right - left) * 0.2);
  const apart = short.filter((gap) => gap > pitch * 1.2).length;
  return { left, right, pitch, isSpaced: short.length > 2 && apart >= short.length * 0.6 };
}

/** A word longer than its column is cut where the column ends, whatever the letter. */
function isFilledByAWord(line: Line, right: number): boolean {
  const text = textOf(line);
  return !/\s/.test(text) && right - line.right < ((line.right - line.left) / text.length) * 0.9;
}

function goesOn(before: Line, line: Line, { left, right, pitch, isSpaced }: Column): boolean {
  const [text, said] = [textOf(line), textOf(before)];
  const isApart = line.base - before.base > Math.max(pitch, line.size * 1.15) * 1.35;
  if (isApart || Math.abs(line.size - before.size) > 0.6) return false;
  const room = right - before.right;
  const word = /^[^ ]+/u.exec(text)?.[0] ?? "";
  const width = ((line.right - line.left) / Math.max(1, text.length)) * (word.length + 1);
  const isLong = before.right - left > (right - left) * 0.6;
  const hasRoom = room > width * (isLong ? 1.3 : 1);
  // A dash may also stand within a sentence.
  if (BULLET.test(text) && (!DASH.test(text) || hasRoom || /[.;:,]$/u.test(said))) return false;
  if (isLong && !ENDS.test(said) && GOES_ON.test(text)) return true;
  if (hasRoom || BEGINS.test(text) || LABEL.test(text)) return false;
  return isSpaced || !ENDS.test(said) || !/^\p{Lu}/u.test(text);
}
