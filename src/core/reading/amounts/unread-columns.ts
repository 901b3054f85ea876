// The figures of a table that nothing is compared with, columns that its heading does not tell and "dont …" rows: named, never dropped in silence.
import type { RangeRef } from "../../domain/cell-ref";
import type { PlageNonLue, TableauExecution } from "../../domain/dossier";
import { formatListe } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { ContractYears } from "../headings/contract-years";
import type { Header } from "../headings/header";
import { isAmount } from "../headings/heading-cells";
import { announcesAside, announcesLeftOver, announcesNoAmount, guessSubject } from "../headings/headings";
import type { TableZone } from "../headings/table-header";
import { LIMITS } from "../limits";
import { isReminder } from "../rows/aside-words";
import { isDetail } from "../rows/row-labels";
import { rowsBetween, type GridRow } from "../sheet-grid";

/** An amount that stands for something: neither nothing, nor a share, a date, a year or a code. */
function holdsAmount(row: GridRow, column: number): boolean {
  const value = row.value(column);
  if (typeof value !== "number" || value === 0 || Math.abs(value) >= LIMITS.codeFrom) return false;
  return isAmount(row, column) && !row.numberFormat(column).includes("%");
}

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
  readonly rows: readonly number[];
}

/** The first blank column right of the heading: what stands beyond is under none of its words. */
function findGap({ grid, top, right }: Header, bottom: number): number {
  const rows = rowsBetween(grid, top, bottom);
  let column = right + 1;
  while (rows.some((row) => row.value(column) !== null)) column += 1;
  return column;
}

function findColumns(header: Header, range: RangeRef, right: number, taken: ReadonlySet<number>): readonly Column[] {
  const found: Column[] = [];
  const gap = findGap(header, range.bottom);
  const startOf = (column: number): number =>
    column < header.left ? range.left + 1 : column > gap ? column : header.left;
  for (let column = range.left; column <= right; column += 1) {
    if (taken.has(column)) continue;
    const rows: number[] = [];
    for (let at = header.bottom + 1; at <= range.bottom; at += 1) {
      const row = header.grid.row(at);
      if (row && holdsAmount(row, column)) rows.push(at);
    }
    const over = rows.length === 0 ? [] : wordsOver(header, column, startOf(column));
    const words = rows.length >= LIMITS.unreadAmounts || over.slice(0, 1).some(announcesLeftOver) ? over : [];
    // Without a word over it, only what stands among the amounts looks like one of them.
    const isAmong = column > header.left && column < header.right && rows.length >= LIMITS.unreadAmounts;
    if (words.some(announcesNoAmount) || (words.length === 0 && !isAmong)) continue;
    found.push({ column, words, rows });
  }
  return found;
}

type Subject = "budget" | "execution";

/** Whose rules have not compared everything; null for figures that the contract asks nothing of, or of years before it. */
function subjectOf(words: readonly string[], own: Subject, years: ContractYears): Subject | null {
  const said = words.flatMap((text) => (text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number));
  if (words.some(announcesAside) || (said.length > 0 && !said.some((year) => years.has(year)))) return null;
  const guessed = words.map(guessSubject);
  if (guessed.includes("execution")) return "execution";
  return guessed.includes("budget") ? own : null;
}

/**
 * `range` is what the tables under the heading were read from, `taken` the columns that they, or another table, use; `own`
 * is what their figures are where only a title says it.
 */
export function findUnreadColumns(
  header: Header,
  zone: TableZone,
  range: RangeRef,
  taken: ReadonlySet<number>,
  own: Subject | "indicators",
  years: ContractYears,
): readonly PlageNonLue[] {
  const widest = header.grid.rows.reduce(
    (most, { row, right }) => (row >= header.top && row <= range.bottom ? Math.max(most, right) : most),
    header.right,
  );
  return findColumns(header, range, Math.min(widest, zone.right), taken).map(({ column, words, rows }): PlageNonLue => {
    const [top = 0] = rows;
    // What nobody knows of an indicator says nothing against its targets: it is named, and no more.
    const sujet = own === "indicators" ? null : subjectOf(words, own, years);
    const said = words.length > 0 ? `colonne ${cite([...words].reverse().join(" – "))}` : "colonne sans intitulé";
    return {
      range: { sheet: range.sheet, top, bottom: rows.at(-1) ?? top, left: column, right: column },
      pourquoi: typographie(`${said} : ${own === "indicators" ? "chiffres" : "montants"} lus, mais non comparés`),
      ...(sujet && { sujet }),
    };
  });
}

/** "Dont …" under an action: in parts what the row above says, or something else; and "Rappel enveloppe État". */
export function findUnreadDetails({ range, lignesDetail = [] }: TableauExecution): readonly PlageNonLue[] {
  const name = (isSuch: (text: string) => boolean, what: string): readonly PlageNonLue[] => {
    const rows = lignesDetail.filter(({ text }) => isSuch(text)).map(({ ref }) => ref.row);
    const [top] = rows;
    if (top === undefined) return [];
    const noun = rows.length > 1 ? "lignes" : "ligne";
    const listed = formatListe(rows.map((row) => String(row + 1)));
    const pourquoi = typographie(`${what}, ${noun} ${listed} : montants lus, mais non comparés`);
    return [{ range: { ...range, top, bottom: rows.at(-1) ?? top }, pourquoi }];
  };
  return [...name(isDetail, "détail « dont… »"), ...name(isReminder, "montants rappelés")];
}
