// The years of the contract as headings, titles and sheet names write them: "2024", "2024/2025", "Année 1".
import type { Convention } from "../../contract/convention";
import { citeDates, type DateCitee } from "../../domain/values/dates-francaises";
import { dateSerial, isoDate } from "xlsx-model/values/date-serial";
import { foldText } from "../../domain/words/label";
import { LIMITS } from "../limits";
import { announcesExecution } from "./execution-title";

export interface ContractYears {
  /** The folded text with each span of dates that is one year of the contract put as that year: "2024/2025" → "2024". */
  unify(folded: string): string;
  /** The year that a date in a heading stands for. */
  ofDate(isoDate: string): number;
  /** The one year that a title or a sheet name speaks of; null when it names none or several. */
  inTitle(text: string): number | null;
  has(annee: number): boolean;
  /** Whether these are the first and the last year; of a contract nobody has described yet, any two. */
  spans(first: number, last: number): boolean;
}

const SPAN = /(?<![\d/.-])(20\d\d) ?(?:[/-]|a|et) ?((?:20)?\d\d)(?![\d/.-])/g;
/** "Année 2", "Année 2 (2025)", "N+1 (2025)". */
const RANK = /^(?:(?:annee|exercice) (?:n ?[°o]? ?)?([1-9])|n(?: ?\+ ?\d)?)(?: ?\((20\d\d)\))?$/;
/** Cheaper than looking for dates in every cell. */
const MAY_END_A_YEAR = /(?<!\d)(?:28|29|3[01])(?:[ /.-]|er\b)/;
const CUMULATED = /\bcumul/;
const OTHER_MATTER = /\b(?:deliberation|version|avenant|arrete|mise a jour|maj|edite|imprime|transmis|vote)\b/;

/** Dates say no year of a table. */
function withoutDates(folded: string, dates: readonly DateCitee[]): string {
  let left = "";
  let at = 0;
  for (const date of dates) {
    left += `${folded.slice(at, date.index)} `;
    at = date.end;
  }
  return left + folded.slice(at);
}

/** But what was executed up to the last day of a year, "réalisé au 31/12/2024", is that year's. */
function executedYear(folded: string, dates: readonly DateCitee[], annees: Convention["annees"]): number | null {
  const last = dates.at(-1);
  if (!announcesExecution(folded) || last?.precision !== "jour" || CUMULATED.test(folded)) return null;
  const year = annees.find(({ debut, fin }) => last.fin === fin && dates.every((date) => date.debut >= debut));
  return year?.annee ?? null;
}

export function createContractYears({ annees }: Convention): ContractYears {
  const known = new Set(annees.map(({ annee }) => annee));
  const byDebut = new Map(annees.map(({ annee, debut }) => [debut, annee]));
  const bySpan = new Map(
    annees.flatMap(({ annee, debut, fin }) => {
      const [from, to] = [debut.slice(0, 4), fin.slice(0, 4)];
      return from === to ? [] : [[`${from}/${to}`, annee] as const];
    }),
  );
  const [first] = annees;
  const byLastDay = new Map(annees.map(({ annee, fin }) => [fin, `${annee}`]));
  if (first) byLastDay.set(isoDate(dateSerial(first.debut) - 1) ?? "", "t0");
  /** "Cible au 31/12/2024" is that of the year; "Situation au 31/12/2023", on the eve of the contract, the initial one. */
  const datedByYear = (folded: string): string => {
    if (!MAY_END_A_YEAR.test(folded)) return folded;
    const [only, another, third] = citeDates(folded) ?? [];
    if (!only || third) return folded;
    const put = (year: string, { end }: DateCitee): string => folded.slice(0, only.index) + year + folded.slice(end);
    // Two dates are a period.
    const whole = another && annees.find(({ debut, fin }) => debut === only.debut && fin === another.fin);
    if (whole) return put(`${whole.annee}`, another);
    const annee = !another && only.precision === "jour" ? byLastDay.get(only.fin) : undefined;
    return annee === undefined ? folded : put(annee, only);
  };
  const unify = (text: string): string => {
    const folded = datedByYear(text);
    const [, rank, said] = RANK.exec(folded) ?? [];
    const annee = rank === undefined ? said : annees[Number(rank) - 1]?.annee;
    if (annee !== undefined) return said === undefined || said === `${annee}` ? `${annee}` : folded;
    if (bySpan.size === 0) return folded;
    return folded.replace(SPAN, (span, from: string, to: string) =>
      String(bySpan.get(`${from}/${to.length === 2 ? from.slice(0, 2) + to : to}`) ?? span),
    );
  };
  return {
    unify,
    ofDate: (isoDate) => byDebut.get(isoDate) ?? Number(isoDate.slice(0, 4)),
    inTitle: (text) => {
      if (text.length > LIMITS.titleLength) return null;
      const folded = foldText(text);
      if (OTHER_MATTER.test(folded)) return null;
      const dates = citeDates(folded)?.filter(({ precision }) => precision !== "annee");
      if (!dates) return null;
      const years = new Set(unify(withoutDates(folded, dates)).match(/(?<!\d)20\d\d(?!\d)/g));
      const [only] = years;
      if (only === undefined) return executedYear(folded, dates, annees);
      return years.size === 1 ? Number(only) : null;
    },
    has: (annee) => known.has(annee),
    spans: (first, last) =>
      annees.length === 0 || (first === annees[0]?.annee && last === annees[annees.length - 1]?.annee),
  };
}
