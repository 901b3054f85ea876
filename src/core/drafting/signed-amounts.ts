// Amounts, shares and years within the sentences of a signed contract: "130 000 €", "145 k€", "la moitié", "de 2025 à 2027".
import { EUROS, type Unite } from "../domain/values/unite";
import { roundTo } from "xlsx-model/values/fifteen-digits";
import { citeDates } from "../domain/values/dates-francaises";

const FIGURE = String.raw`(?<![\d.,])(\d{1,3}(?:[ .]?\d{3}){0,8}(?:,\d{1,6})?) ?`;
const UNIT = String.raw`(€|euros?\b|[km] ?€|[km] ?euros?\b|milliers d'euros|millions? d'euros)`;
const AMOUNT = new RegExp(FIGURE + UNIT, "gi");

const UNITS: readonly (readonly [RegExp, Unite])[] = [
  [/^(?:k|milliers)/i, "k€"],
  [/^m/i, "M€"],
];

export interface Cite<Value> {
  readonly valeur: Value;
  readonly at: number;
  readonly end: number;
}

const figureOf = (text: string): number => Number(text.replace(/[ .]/g, "").replace(",", "."));

/** In euros, to the centime, from left to right of a folded text. */
export function amountsIn(plie: string): readonly Cite<number>[] {
  return [...plie.matchAll(AMOUNT)].map(({ 0: whole, 1: figure = "", 2: unit = "", index }) => {
    const factor = EUROS[UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? "€"];
    return { valeur: roundTo(figureOf(figure) * factor, 2), at: index, end: index + whole.length };
  });
}

/** The figure of a cell, and its unit where the cell or its heading says one. */
export const amountOf = (text: string): number | null => amountsIn(text)[0]?.valeur ?? null;

const WORDS: Readonly<Record<string, number>> = {
  "la moitie": 0.5,
  moitie: 0.5,
  "un tiers": 1 / 3,
  "le tiers": 1 / 3,
  "deux tiers": 2 / 3,
  "un quart": 0.25,
  "le quart": 0.25,
  "trois quarts": 0.75,
};
const TENS: Readonly<Record<string, number>> = {
  dix: 10,
  quinze: 15,
  vingt: 20,
  "vingt-cinq": 25,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  "soixante-dix": 70,
  "quatre-vingts": 80,
};
const SHARE = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3}(?:[.,]\d+)?) ?(?:%|pour ?cent\b|p\. ?100)|\b(${Object.keys(TENS)
    .sort((a, b) => b.length - a.length)
    .join("|")}) pour ?cents?\b|\b(${Object.keys(WORDS)
    .sort((a, b) => b.length - a.length)
    .join("|")})\b`,
  "g",
);

/** Between 0 and 1. */
export function sharesIn(plie: string): readonly Cite<number>[] {
  return [...plie.matchAll(SHARE)].flatMap(({ 0: whole, 1: figure, 2: tens, 3: words, index }) => {
    const valeur =
      figure !== undefined
        ? Number(figure.replace(",", ".")) / 100
        : tens !== undefined
          ? (TENS[tens] ?? 0) / 100
          : (WORDS[words ?? ""] ?? 0);
    return valeur > 1 ? [] : [{ valeur: roundTo(valeur, 6), at: index, end: index + whole.length }];
  });
}

/** Years alone, not those of a date; "de 2025 à 2027" is each of them. */
export function yearsIn(plie: string): readonly Cite<number>[] {
  const dates = citeDates(plie) ?? [];
  const inDate = (at: number): boolean =>
    dates.some(({ precision, index, end }) => precision !== "annee" && at >= index && at < end);
  return [...plie.matchAll(/(?<![\d/.,-])(20\d\d)(?:(?: ?a ?| ?- ?)(20\d\d))?(?![\d/])/g)].flatMap(
    ({ 0: whole, 1: from, 2: to, index }) => {
      const [first, last] = [Number(from), Number(to ?? from)];
      if (inDate(index) || last < first || last - first > 9) return [];
      return Array.from({ length: last - first + 1 }, (_, rank) => ({
        valeur: first + rank,
        at: index,
        end: index + whole.length,
      }));
    },
  );
}

const NUMBERS = [
  "zero",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
];

/** "3", "trois", "deux (2)"; null for another word. */
export function smallNumber(plie: string): number | null {
  const figure = /\d+/.exec(plie)?.[0];
  if (figure !== undefined) return Number(figure);
  const rank = NUMBERS.indexOf(plie.trim());
  return rank > 0 ? rank : null;
}

/** Of a small number before a unit of time: "deux mois", "3 (trois) ans". */
export const SMALL_NUMBER = String.raw`(\d{1,2}(?: ?\(\p{L}+\))?|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?: ?\(\d{1,2}\))?)`;
