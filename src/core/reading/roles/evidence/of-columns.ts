// What speaks for what a column of amounts is: its words, the amounts of the contract, sums across, formulas, its place, its format.
import type { Convention } from "../../../contract/convention";
import { NATURE_IN_A_WORD, partInAWord } from "../../../domain/brief-role";
import type { Nature, Part } from "../../../domain/natures";
import { formatListe, formatNombre } from "../../../domain/words/format";
import { foldText } from "../../../domain/words/label";
import { cite } from "../../../domain/words/typographie";
import { figureAt, type Figure } from "../../account/figure-cells";
import { announcesAside } from "../../headings/announced";
import { countedAs } from "../../headings/announced";
import { type Hint } from "../../headings/heading-hints";
import type { Match } from "../contract-match";
import { nameOfColumn } from "../../sheet-grid";
import type { HeadedColumn } from "../headed-columns";
import type { ColumnSays } from "./says";
import type { Told } from "./weigh";

/** A column of the same table of which it is known whose, of which year and of what. */
export interface KnownColumn {
  readonly column: number;
  readonly year: number;
  readonly part: Part;
  readonly nature: Nature;
}

export interface ColumnAsked {
  readonly convention: Convention;
  readonly column: HeadedColumn;
  readonly hint: Hint;
  /** The amounts of the contract that stand there; `isDenied` where the words of the heading say other ones. */
  readonly match: (Match & { readonly isDenied: boolean }) | null;
  /** From left to right. */
  readonly known: readonly KnownColumn[];
  /** Of two columns of a year that both parties' amounts fit alike, the first or the second; null of any other. */
  readonly rank: 1 | 2 | null;
  /** What stands alone over the table. */
  readonly title: { readonly text: string; readonly hint: Hint } | null;
  /** Other columns of figures to its left of which nothing is known, under the same words for the year or none. */
  readonly unknown: readonly number[];
}

type Says = readonly Told<ColumnSays>[];

/** So many rows on which a sum holds make evidence; fewer are chance. */
const FEWEST = 2;
const HALF_A_CENTIME = 0.005;

export const only = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined);

export function wordsAside({ column: { path } }: ColumnAsked): Says {
  const aside = path.find(announcesAside);
  return aside === undefined
    ? []
    : [{ says: { aside: true }, clause: `le contrat ne demande rien de ce que dit ${cite(aside)}` }];
}

/** "T1", "S2 Etat", "3e trimestre", "mars". */
const PART_OF_YEAR =
  /\b(?:[ts] ?[1-4]|[1-4](?:er|e|eme|nd|d)? ?(?:trim|sem)[a-z]*|(?:trim|sem)[a-z]*\.? ?[1-4]|janv(?:ier)?|fevr?(?:ier)?|mars|avril|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\b/;

/** Of a title it says nothing where the amounts are those of a whole year. */
export function partOfYear({ column: { path, section }, title, match }: ColumnAsked): Says {
  const titles = match ? [] : [...(title ? [title.text] : []), section.grid.sheet];
  const said = [...path, ...titles].find((text) => PART_OF_YEAR.test(foldText(text)));
  if (said === undefined) return [];
  return [
    { says: { aside: true }, clause: `${cite(said)} est une partie de l’année : le contrat compte par année entière` },
  ];
}

/** "État", "2024", "voté". */
function inAWord({ collectivite }: Convention, { annees, parts, natures }: Hint): readonly string[] {
  const [year, part, nature] = [only(annees), only(parts), only(natures)];
  return [
    ...(part ? [partInAWord(collectivite.designation, part)] : []),
    ...(year === undefined ? [] : [`${year}`]),
    ...(nature ? [NATURE_IN_A_WORD[nature]] : []),
  ];
}

export function words({ convention, hint, match }: ColumnAsked): Says {
  const [year, told, nature] = [only(hint.annees), only(hint.parts), only(hint.natures)];
  // « Fonds métro »: amounts of the contract are nobody else's.
  const part = told === "autres" && match ? undefined : told;
  const said = inAWord(convention, hint);
  if (said.length === 0) return [];
  return [
    {
      says: { ...(year !== undefined && { year }), ...(part && { part }), ...(nature && { nature }) },
      clause: `son intitulé dit : ${said.join(", ")}`,
    },
  ];
}

export function contractAmounts({ match, convention, hint }: ColumnAsked): Says {
  if (!match) return [];
  const { annee, part, isDenied, same, of } = match;
  const nature = only(hint.natures);
  // Spent to the centime as planned: the amounts tell whose and when, the words tell of what.
  const are =
    nature === "executed" || nature === "paid" ? "sont exactement ce qui était prévu" : "sont ceux du contrat";
  const which = same === of ? `ses ${of} montants` : `${same} de ses ${of} montants`;
  const whose = part === null ? "l’une comme l’autre partie" : partInAWord(convention.collectivite.designation, part);
  return [
    {
      says: { ...(annee !== null && { year: annee }), ...(part !== null && { part }) },
      clause: `${isDenied ? "mais " : ""}${which} ${are} : ${whose}, ${annee ?? "plusieurs années"}`,
    },
  ];
}

/** No ending of a rank, as in "2e". */
const WORD = /(?<![\p{N}\p{L}])[\p{L}?\uFFFD]+/gu;
const LOST = /[?\uFFFD]/g;
const LEAST_LETTERS = 4;

/** One letter more, less or other, letters that were lost on the way, or its beginning. */
function isNear(word: string, name: string): boolean {
  if (Math.min(word.length, name.length) < LEAST_LETTERS) return false;
  if (LOST.test(word)) return new RegExp(`^${word.replace(LOST, ".")}$`).test(name);
  if (name.startsWith(word)) return true;
  if (Math.abs(word.length - name.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === name[start]) start += 1;
  const [rest, other] = [word.slice(start), name.slice(start)];
  return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1);
}

/** "E", "M", "CD", "?tat", "Metropol": an initial, or a spelling near to the name of a party. */
export function nearParty(
  path: readonly string[],
  convention: Convention,
): { readonly part: Part; readonly typed: string } | null {
  const { designation, nom } = convention.collectivite;
  const names = foldText(`${designation} ${nom}`).split(/[^a-z]+/);
  const initials = foldText(nom)
    .split(/[^a-z]+/)
    .map((word) => word.charAt(0))
    .join("");
  const own = foldText(designation).charAt(0);
  const isLocal = (word: string): boolean =>
    word === initials || (word === own && own !== "e") || names.some((name) => isNear(word, name));
  for (const text of [...path].reverse()) {
    for (const [typed] of text.matchAll(WORD)) {
      const word = foldText(typed);
      const part = word === "e" || isNear(word, "etat") ? "etat" : isLocal(word) ? "collectivite" : null;
      if (part !== null) return { part, typed };
    }
  }
  return null;
}

export function nearWords({ column: { path }, convention, hint }: ColumnAsked): Says {
  const isNamed = hint.parts.some((part) => part !== "autres");
  const near = isNamed ? null : nearParty(path, convention);
  if (!near) return [];
  const { part, typed } = near;
  const name = part === "etat" ? "État" : convention.collectivite.designation;
  return [{ says: { part }, clause: `« ${typed} » peut être une abréviation ou une graphie de ${cite(name)}` }];
}

/** Both parties give as much: the State's stands first, as in the contract's own table. */
export function order({ rank }: ColumnAsked): Says {
  if (rank === null) return [];
  const part = rank === 1 ? "etat" : "collectivite";
  const clause = `des deux parts de l’année elle est la ${rank === 1 ? "première" : "seconde"}, comme ${rank === 1 ? "celle de l’État" : "celle de l’autre partie"} au contrat`;
  return [{ says: { part }, clause }];
}

/** What stands alone over the table says of all its columns what their own words leave open. */
export function titleWords({ convention, title, hint }: ColumnAsked): Says {
  if (!title) return [];
  const open = <K extends keyof Hint>(key: K): Hint[K] | [] => (hint[key].length === 0 ? title.hint[key] : []);
  const own: Hint = { annees: open("annees"), parts: open("parts"), natures: open("natures") };
  const [year, part, nature] = [only(own.annees), only(own.parts), only(own.natures)];
  const said = inAWord(convention, own);
  if (said.length === 0) return [];
  return [
    {
      says: { ...(year !== undefined && { year }), ...(part && { part }), ...(nature && { nature }) },
      clause: `le titre ${cite(title.text)} dit : ${said.join(", ")}`,
    },
  ];
}

const valueAt = ({ section: { grid } }: HeadedColumn, row: number, column: number): number | null => {
  const cells = grid.row(row);
  return (cells && figureAt(cells, column)?.value) ?? null;
};

/** On how many of its rows the sum holds; null where it fails on one. */
function holdsOn(asked: HeadedColumn, sum: (own: number, at: (column: number) => number | null) => number | null) {
  let held = 0;
  for (const { row, value } of asked.figures) {
    const off = sum(value, (column) => valueAt(asked, row, column));
    if (off === null) continue;
    if (Math.abs(off) > HALF_A_CENTIME) return null;
    if (value !== 0) held += 1;
  }
  return held < FEWEST ? null : held;
}

/** "les colonnes C et D", or the rows that they are in a turned sheet. */
const named = ({ section: { grid } }: HeadedColumn, ...columns: readonly number[]): string => {
  const several = columns.length > 1;
  const names = formatListe(columns.map((column) => nameOfColumn(grid, column)));
  return `${several ? "les " : "la "}${grid.isTurned ? "ligne" : "colonne"}${several ? "s" : ""} ${names}`;
};

/** "C + D = B". */
const sum = ({ section: { grid } }: HeadedColumn, one: number, other: number, total: number): string => {
  const [least = 0, most = 0] = [one, other].sort((first, second) => first - second);
  const [first, second, all] = [least, most, total].map((column) => nameOfColumn(grid, column));
  return grid.isTurned ? `lignes ${first} + ${second} = ligne ${all}` : `${first} + ${second} = ${all}`;
};

const linesOf = ({ section: { grid } }: HeadedColumn, count: number | null): string =>
  `${count} ${grid.isTurned ? "colonnes" : "lignes"}`;

/** E + L = T, of the columns of one year and nature: what it is of them, where two of the three are known. */
export function sumsAcross({ column, known: all, hint }: ColumnAsked): Says {
  const known = all.filter(({ year }) => hint.annees.length === 0 || hint.annees.includes(year));
  const told = known.flatMap((one, at): Near[] =>
    known.slice(at + 1).flatMap((other): Near[] => {
      const away = Math.abs(one.column - column.column) + Math.abs(other.column - column.column);
      const isOfOne = one.year === other.year && one.nature === other.nature && one.part !== other.part;
      if (!isOfOne) return [];
      const { year, nature } = one;
      const total = [one, other].find(({ part }) => part === "total");
      const part = [one, other].find(({ part: each }) => each === "etat" || each === "collectivite");
      if (!part) return [];
      if (!total) {
        const held = holdsOn(column, (own, value) => difference(own, value(one.column), value(other.column)));
        const clause = `${sum(column, one.column, other.column, column.column)}, sur ${linesOf(column, held)}`;
        return held === null ? [] : [{ away, says: { year, nature, part: "total" }, clause }];
      }
      const held = holdsOn(column, (own, value) => difference(value(total.column), own, value(part.column)));
      const missing = part.part === "etat" ? "collectivite" : "etat";
      const clause = `${sum(column, column.column, part.column, total.column)}, sur ${linesOf(column, held)}`;
      return held === null ? [] : [{ away, says: { year, nature, part: missing }, clause }];
    }),
  );
  // Where several years have the same amounts, those beside it are its own.
  return told.sort((first, second) => first.away - second.away).slice(0, 1);
}

/** "Total général": the years' totals again, in all. */
export function sumOfYears({ column, known }: ColumnAsked): Says {
  const totals = known.filter(({ part, nature }) => part === "total" && nature === known[0]?.nature);
  if (new Set(totals.map(({ year }) => year)).size < FEWEST) return [];
  const held = holdsOn(column, (own, at) => totals.reduce<number>((left, one) => left - (at(one.column) ?? 0), own));
  const columns = totals.map((one) => one.column);
  const clause = `${named(column, ...columns)} font ensemble ces montants, ${held} fois : ils y sont déjà comparés`;
  return held === null ? [] : [{ says: { aside: true }, clause }];
}

type Near = Told<ColumnSays> & { readonly away: number };

const PERIODS = 3;

/** "T1 | T2 | T3 | T4 | Cumul": what was spent along a year, and its sum. */
export function sumOfPeriods({ column, unknown }: ColumnAsked): Says {
  const heldBy = (columns: readonly number[]): number | null =>
    holdsOn(column, (own, at) => columns.reduce<number>((left, one) => left - (at(one) ?? 0), own));
  // What was voted may stand left of them.
  const starts = unknown.slice(0, 1 - PERIODS).map((_, at) => unknown.slice(at));
  const periods = starts.find((columns) => columns.length >= PERIODS && heldBy(columns) !== null);
  if (!periods) return [];
  const clause = `c’est la somme des ${periods.length} colonnes à sa gauche, sur ${heldBy(periods)} lignes : un suivi de l’année`;
  return [{ says: { part: "total", nature: "executed" }, clause }];
}

const difference = (sum: number | null, one: number | null, other: number | null): number | null =>
  sum === null || one === null || other === null ? null : sum - one - other;

const CELL = /\$?([A-Z]{1,3})\$?(\d+)/g;

/** Formulas over other cells of the same row. */
export function addingFormulas({ column: { section, figures } }: ColumnAsked): Says {
  const formulas = figures.map(({ row, column }) => ({ row, formula: section.grid.row(row)?.formula(column) ?? null }));
  const adding = formulas.filter(({ row, formula }) => formula !== null && addsAcross(formula, row));
  if (adding.length < FEWEST || adding.length * 2 <= formulas.length) return [];
  return [
    {
      says: { part: "total" },
      clause: `${formatNombre(adding.length)} de ses cellules sont des sommes d’autres colonnes`,
    },
  ];
}

function addsAcross(formula: string, row: number): boolean {
  if (!/^=(?:SUM\(|[^-*/]*\+)/i.test(formula) || formula.includes("!")) return false;
  const cells = [...formula.matchAll(CELL)];
  return cells.length > 1 && cells.every(([, , line]) => Number(line) === row + 1);
}

/** « État | ? | Total » of one year: what stands between the two. */
export function place({ column: asked, known }: ColumnAsked): Says {
  const { column, figures } = asked;
  const before = known.filter((one) => one.column === column - 1).at(-1);
  const after = known.find((one) => one.column === column + 1);
  if (!before || !after || before.year !== after.year || before.nature !== after.nature || figures.length < FEWEST) {
    return [];
  }
  if (after.part !== "total" || (before.part !== "etat" && before.part !== "collectivite")) return [];
  const part = before.part === "etat" ? "collectivite" : "etat";
  const clause = `elle se trouve entre ${named(asked, before.column, after.column)} de la même année`;
  return [{ says: { year: before.year, nature: before.nature, part }, clause }];
}

const isOfMoney = (format: string): boolean => /[€$]|#,##0|0\.00/.test(format);

/** "65", "CLS-01". */
const CODE = /^[\p{L}\d]{0,4}[-./ ]?\d{1,6}$/u;

/** "65748" on every row, before any word: an account, a code. */
export function sameNumber({ column: { figures, column, section } }: ColumnAsked): Says {
  const [first] = figures;
  if (!first || figures.length <= FEWEST || !Number.isInteger(first.value)) return [];
  const isBefore = ({ row }: Figure): boolean =>
    section.grid
      .row(row)
      ?.textsIn(0, column - 1)
      .every(({ text }) => CODE.test(text)) === true;
  if (!figures.every((figure) => figure.value === first.value && isBefore(figure))) return [];
  const clause = `le même nombre, ${first.value}, se trouve sur chacune de ses ${figures.length} lignes, avant l’intitulé`;
  return [{ says: { aside: true }, clause }];
}

/** « N° mandat », « Bordereau n° »: what counts or names documents. */
export function documentNumbers({ column: { figures, path } }: ColumnAsked): Says {
  const said = path.find((text) => countedAs(text) === "count");
  const areDifferent = new Set(figures.map(({ value }) => value)).size === figures.length;
  if (said === undefined || !areDifferent || !figures.every(({ value }) => Number.isInteger(value))) return [];
  return [
    { says: { aside: true }, clause: `${cite(said)} dit des numéros, et ses nombres, entiers, sont tous différents` },
  ];
}

export function otherFormat({ column: { section, figures }, known }: ColumnAsked): Says {
  const formatAt = (row: number, column: number): string => section.grid.row(row)?.numberFormat(column) ?? "General";
  const own = figures.filter((figure) => isOfMoney(formatAt(figure.row, figure.column)));
  const neighbours = figures.flatMap(({ row }) => known.map(({ column }) => formatAt(row, column)));
  if (own.length > 0 || neighbours.length === 0 || !neighbours.every(isOfMoney)) return [];
  return [{ says: { aside: true }, clause: "ses nombres n’ont pas le format des montants voisins" }];
}
