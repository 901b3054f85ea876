// Word's own numbering: the "Article 3" or "2.1" that Word shows before a paragraph and that stands nowhere in its text.
import type { DocxParts } from "./docx-parts";
import { walkXml } from "./xml-events";

interface Level {
  start: number;
  format: string;
  /** "%1.%2" */
  text: string;
  /** Of the levels above it, figures in the place of letters. */
  isLegal: boolean;
}

/** The numbering of a paragraph: a list and a level of it. */
export interface NumberedAs {
  readonly list: string;
  readonly level: number;
}

const LEVELS = 9;
const plainLevel = (): Level => ({ start: 1, format: "decimal", text: "", isLegal: false });

interface Abstract {
  readonly levels: Map<number, Level>;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const integer = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value < 1e6 ? value : 0;
};

export class Numbering {
  private readonly abstracts = new Map<string, Abstract>();
  private readonly lists = new Map<string, List>();
  /** By abstract list: lists of one form go on counting after each other. */
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(parts: DocxParts) {
    const xml = parts.text("word/numbering.xml");
    if (xml !== null) this.read(xml);
  }

  private read(xml: string): void {
    let abstract: Abstract | null = null;
    let list: List | null = null;
    let rank = 0;
    let level: Level | null = null;
    walkXml(xml, {
      open: (name, attributes) => {
        const val = attributes.get("val") ?? "";
        if (name === "abstractNum") {
          abstract = { levels: new Map() };
          this.abstracts.set(attributes.get("abstractNumId") ?? "", abstract);
        } else if (name === "num") {
          list = { abstract: "", starts: new Map(), levels: new Map() };
          this.lists.set(attributes.get("numId") ?? "", list);
        } else if (name === "abstractNumId" && list) list.abstract = val;
        else if (name === "lvlOverride") rank = integer(attributes.get("ilvl"));
        else if (name === "startOverride") list?.starts.set(rank, integer(val));
        else if (name === "lvl") {
          level = plainLevel();
          (list ?? abstract)?.levels.set(integer(attributes.get("ilvl")), level);
        } else if (level && name === "start") level.start = integer(val);
        else if (level && name === "numFmt") level.format = val;
        else if (level && name === "lvlText") level.text = val;
        else if (level && name === "isLgl") level.isLegal = true;
      },
      close: (name) => {
        if (name === "lvl") level = null;
        else if (name === "abstractNum") abstract = null;
        else if (name === "num") list = null;
      },
    });
  }

  /** The words that Word shows before the paragraph, and counts it; empty for a bullet. */
  next({ list: id, level }: NumberedAs): string {
    const list = this.lists.get(id);
    if (!list || !Number.isInteger(level) || level < 0 || level >= LEVELS) return "";
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    const begin = `${id}/${level}`;
    const restart = this.begun.has(begin) ? undefined : list.starts.get(level);
    this.begun.add(begin);
    for (let above = 0; above < level; above += 1) counters[above] ??= this.levelOf(list, above).start;
    const current = counters[level];
    counters[level] = restart ?? (current === undefined ? this.levelOf(list, level).start : current + 1);
    counters.length = level + 1;
    const own = this.levelOf(list, level);
    if (own.format === "bullet" || own.format === "none")
      return own.format === "none" ? own.text.replace(/%\d/g, "") : "";
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format } = this.levelOf(list, at);
      return formatNumber(counters[at] ?? 1, own.isLegal && at < level ? "decimal" : format);
    });
  }

  private levelOf(list: List, level: number): Level {
    return list.levels.get(level) ?? this.abstracts.get(list.abstract)?.levels.get(level) ?? plainLevel();
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  return ROMAN.reduce((text, [size, letters]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return text + letters.repeat(times);
  }, "");
}

/** 27 is "AA", as Word has it. */
const letters = (value: number): string =>
  String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 9));

function formatNumber(value: number, format: string): string {
  if (value < 1) return String(value);
  switch (format) {
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letters(value);
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "ordinal":
      return value === 1 ? "1er" : String(value);
    default:
      return String(value);
  }
}
