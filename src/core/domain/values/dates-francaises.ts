// Dates inside French sentences: "1er janvier 2024", "01/01/2024", "juin 2025", "2026".
import { foldText } from "../words/label";

/** A date, a month or a year as a span of days; ISO dates, both inclusive. */
export interface DateCitee {
  readonly debut: string;
  readonly fin: string;
  readonly precision: "jour" | "mois" | "annee";
  /** Place in the folded text. */
  readonly index: number;
  readonly end: number;
}

const MONTHS = [
  ["janvier", "janv"],
  ["fevrier", "fevr", "fev"],
  ["mars"],
  ["avril", "avr"],
  ["mai"],
  ["juin"],
  ["juillet", "juil"],
  ["aout"],
  ["septembre", "sept"],
  ["octobre", "oct"],
  ["novembre", "nov"],
  ["decembre", "dec"],
];
const MONTH = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAMES = [...MONTH.keys()].sort((left, right) => right.length - left.length).join("|");
const MENTION = new RegExp(
  [
    String.raw`(?<!\d)(?<iso>20\d\d-\d{1,2}-\d{1,2})(?!\d)`,
    String.raw`(?<!\d)(?<fr>\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:20)?\d\d)(?!\d)`,
    String.raw`(?:(?<!\d)(?<day>\d{1,2})(?:er|\^\{er\})? )?\b(?<month>${NAMES})\.?(?: (?<yearOfMonth>20\d\d))?(?![\p{L}\d])`,
    String.raw`(?<![\d.,])(?<year>20\d\d)(?!\d|[.,]\d)`,
  ].join("|"),
  "gu",
);

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

interface Parts {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

function readParts(groups: Readonly<Record<string, string | undefined>>): Parts {
  const { iso: isoDate, fr, day, month, yearOfMonth, year } = groups;
  if (isoDate !== undefined) {
    const [y = "", m = "", d = ""] = isoDate.split("-");
    return { year: Number(y), month: Number(m), day: Number(d) };
  }
  if (fr !== undefined) {
    const [d = "", m = "", y = ""] = fr.split(/ ?[/.-] ?/);
    return { year: Number(y.length === 2 ? `20${y}` : y), month: Number(m), day: Number(d) };
  }
  if (month !== undefined) {
    return {
      day: day === undefined ? null : Number(day),
      month: MONTH.get(month) ?? null,
      year: yearOfMonth === undefined ? null : Number(yearOfMonth),
    };
  }
  return { day: null, month: null, year: Number(year) };
}

function toSpan({ day, month, year }: Parts): Omit<DateCitee, "index" | "end"> | null {
  if (year === null) return null;
  if (month === null) return { debut: iso(year, 1, 1), fin: iso(year, 12, 31), precision: "annee" };
  if (month < 1 || month > 12) return null;
  if (day === null)
    return { debut: iso(year, month, 1), fin: iso(year, month, lastDay(year, month)), precision: "mois" };
  if (day < 1 || day > lastDay(year, month)) return null;
  return { debut: iso(year, month, day), fin: iso(year, month, day), precision: "jour" };
}

/**
 * The dates of a folded text, from left to right; null when one of them is no date ("31 février 2025"). A day without its
 * year ("du 1er janvier au 31 décembre 2027") takes the year of the next one.
 */
export function citeDates(folded: string): readonly DateCitee[] | null {
  const found: DateCitee[] = [];
  let nextYear: number | null = null;
  for (const match of [...folded.matchAll(MENTION)].reverse()) {
    const parts = readParts(match.groups ?? {});
    // A month that no year follows says nothing of the period: "réunion en mai".
    if (parts.year === null && nextYear === null) continue;
    const span = toSpan({ ...parts, year: parts.year ?? nextYear });
    if (!span) return null;
    nextYear = parts.year ?? nextYear;
    found.push({ ...span, index: match.index, end: match.index + match[0].length });
  }
  return found.reverse();
}

/** The ISO date that a whole text is; null when it is none. */
export function lireDate(text: string): string | null {
  const folded = foldText(text).replace(/^le /, "");
  const [date, ...others] = citeDates(folded) ?? [];
  if (!date || others.length > 0 || date.precision !== "jour") return null;
  return date.index === 0 && date.end === folded.length ? date.debut : null;
}
