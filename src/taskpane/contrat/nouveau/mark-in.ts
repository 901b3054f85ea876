// Where a sentence of a contract writes a value, in one of the ways that it may.
interface Mark {
  readonly start: number;
  readonly end: number;
}

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** Of the same length, so that places stay. */
const fold = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\u2009]/gu, " ")
    .replace(/’/g, "'")
    .toLowerCase();

/** "01/07/2024" is also "1er juillet 2024" and "1 juillet 2024"; "80 000,00 €" is also "80 000 €". */
function waysOf(valeur: string): readonly string[] {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(valeur) ?? [];
  if (day !== undefined && month !== undefined) {
    const long = `${MONTHS[Number(month) - 1] ?? ""} ${year ?? ""}`;
    return [`${Number(day)}er ${long}`, `${Number(day)} ${long}`, valeur];
  }
  return [valeur, valeur.replace(/,00(?= €$)/u, ""), valeur.replace(/,00 €$/u, ""), valeur.split("\n")[0] ?? valeur];
}

export function markIn(phrase: string, valeur: string): Mark | null {
  const folded = fold(phrase);
  for (const way of waysOf(fold(valeur))) {
    const start = way.trim() === "" ? -1 : folded.indexOf(way);
    if (start >= 0) return { start, end: start + way.length };
  }
  return null;
}

const LONGEST = 400;

/** A text of the contract may be a page long. */
export const shorten = (phrase: string): string =>
  phrase.length <= LONGEST ? phrase : `${phrase.slice(0, LONGEST).replace(/(?<!\s)\s+\S*$/u, "")}…`;
