// The figures of a table that nothing is compared with, columns that its heading does not tell and "dont …" rows: named, never dropped in silence.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue, TableauExecution } from "../../domain/dossier";
import type { Unite } from "../../domain/values/unite";
import { formatListe } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { ContractYears } from "../headings/contract-years";
import type { Header } from "../headings/header";
import type { Account } from "../account/account-for";
import { centimesOf, figureAt, type Figure } from "../account/figure-cells";
import { isOfOtherYears, judgeFigures, tooSmall } from "../account/judge-figures";
import { guessSubject } from "../headings/announced";
import { announcesLeftOver } from "../headings/announced";
import { announcesAside } from "../headings/announced";
import { announcesTarget } from "../headings/announced";
import type { TableZone } from "../headings/table-header";
import { LIMITS } from "../limits";
import { isReminder } from "../rows/aside-words";
import { isDetail } from "../rows/row-labels";
import { rowsBetween } from "../sheet-grid";

/** What the heading says over the column: its own words, or those merged over it from `left` on, the lowest row first. */
function wordsOver({ grid, top, bottom }: Header, column: number, left: number): readonly string[] {
  const rows = [...rowsBetween(grid, top, bottom)].reverse();
  return rows.flatMap((row) => {
    const nearest = row.filled(row.row === bottom ? column : left, column).at(-1);
    return nearest === undefined ? [] : [String(row.value(nearest)).replace(/\s+/gu, " ").trim()];
  });
}

interface Column {
  readonly column: number;
  readonly words: readonly string[];
  readonly figures: readonly Figure[];
}

/** The first blank column right of the heading: what stands beyond is under none of its words. */
function findGap({ grid, top, right }: Header, bottom: number): number {
  const rows = rowsBetween(grid, top, bottom);
  let column = right + 1;
  while (rows.some((row) => row.value(column) !== null)) column += 1;
  return column;
}

/** The columns that hold a figure and that no table uses. */
function findColumns(header: Header, range: RangeRef, right: number, taken: ReadonlySet<number>): readonly Column[] {
  const found: Column[] = [];
  const gap = findGap(header, range.bottom);
  const startOf = (column: number): number =>
    column < header.left ? range.left + 1 : column > gap ? column : header.left;
  for (let column = range.left; column <= right; column += 1) {
    if (taken.has(column)) continue;
    const rows = rowsBetween(header.grid, header.bottom + 1, range.bottom);
    const figures = rows.flatMap((row) => figureAt(row, column) ?? []);
    if (figures.length > 0) found.push({ column, words: wordsOver(header, column, startOf(column)), figures });
  }
  return found;
}

type Subject = "budget" | "execution";

/** Whose rules have not compared everything; null for figures that the contract asks nothing of, or of years before it. */
function subjectOf(
  words: readonly string[],
  own: Subject | "indicators",
  years: ContractYears,
  isSmall: boolean,
): Subject | "indicators" | null {
  if (words.some(announcesAside) || isOfOtherYears(words, years)) return null;
  const guessed = words.map(guessSubject);
  if (own === "indicators" && words.some(announcesTarget)) return own;
  if (own === "indicators") return isSmall || guessed.includes("execution") ? null : own;
  if (guessed.includes("execution")) return "execution";
  return guessed.includes("budget") || !isSmall ? own : null;
}

/** What every column is asked about. */
export interface ColumnsAsked {
  readonly range: RangeRef;
  readonly unit: Unite;
  /** Columns that the tables under the heading use, or another table. */
  readonly taken: ReadonlySet<number>;
  /** What their figures are where only a title says it. */
  readonly own: Subject | "indicators";
  readonly years: ContractYears;
  /** The least amount of the contract, in centimes. */
  readonly least: number;
}

/** `range` is what the tables under the heading were read from. */
export function findUnreadColumns(
  header: Header,
  zone: TableZone,
  { range, unit, taken, own, years, least }: ColumnsAsked,
): Account {
  const widest = header.grid.rows.reduce(
    (most, { row, right }) => (row >= header.top && row <= range.bottom ? Math.max(most, right) : most),
    header.right,
  );
  const nonLus: PlageNonLue[] = [];
  const aPart: PlageNonLue[] = [];
  for (const { column, words, figures } of findColumns(header, range, Math.min(widest, zone.right), taken)) {
    const rows = figures.map(({ row }) => row);
    const place = {
      sheet: range.sheet,
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: column,
      right: column,
    };
    const said = words.length > 0 ? `colonne ${cite([...words].reverse().join(" – "))}` : "colonne sans intitulé";
    const aside = (why: string) => aPart.push({ range: place, pourquoi: typographie(`${said} : ${why}`) });
    const judged = judgeFigures(figures, words, { least, unit });
    const isAsked = words.slice(0, 1).some(announcesLeftOver);
    const isAlone = figures.length < LIMITS.unreadAmounts && !isAsked;
    const isSmall =
      judged.kind === "unknown" && isBelow(figures, own === "indicators" ? least : LIMITS.leastAmount, unit);
    if (judged.kind === "aside") aside(judged.pourquoi);
    else if (isSmall && (isAlone || words.length === 0)) aside(tooSmall(figures));
    else {
      const sujet = subjectOf(words, own, years, isSmall);
      const what = own === "indicators" ? "chiffres lus" : "montants lus";
      nonLus.push({
        range: place,
        pourquoi: typographie(`${said} : ${what}, mais non comparés`),
        ...(sujet && { sujet }),
      });
    }
  }
  return { nonLus, aPart };
}

const isBelow = (figures: readonly Figure[], bound: number, unit: Unite): boolean =>
  figures.every((figure) => Math.abs(centimesOf(figure, unit)) < bound);

/** The rows of a table whose labels are such, as one range. */
function nameRows(
  { range, lignesDetail = [] }: TableauExecution,
  isSuch: (text: string) => boolean,
  what: string,
): readonly PlageNonLue[] {
  const rows = lignesDetail.filter(({ text }) => isSuch(text)).map(({ ref }) => ref.row);
  const [top] = rows;
  if (top === undefined) return [];
  const noun = rows.length > 1 ? "lignes" : "ligne";
  const listed = formatListe(rows.map((row) => String(row + 1)));
  const pourquoi = typographie(`${what}, ${noun} ${listed} : montants lus, mais non comparés`);
  return [{ range: { ...range, top, bottom: rows.at(-1) ?? top }, pourquoi }];
}

/** "Dont …" under an action: in parts what the row above says. */
export const findUnreadDetails = (table: TableauExecution): readonly PlageNonLue[] =>
  nameRows(table, isDetail, "détail « dont… »");

/** "Rappel enveloppe État". */
export const findReminders = (table: TableauExecution): readonly PlageNonLue[] =>
  nameRows(table, isReminder, "montants rappelés");
