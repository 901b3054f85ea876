// The rows of a table of Word as they are collected, and as the tables of a document: merged cells, forms, tables within tables.
import type { DocumentBuilder } from "../document-builder";
import { checkLimit } from "../limits";

export interface WordRow {
  /** By column; a merged cell's text stands in its first place and nothing in the others. */
  readonly texts: string[];
  /** As many as Word shows, each as wide as it may be. */
  cells: number;
  isDeleted: boolean;
}

export interface WordTable {
  readonly rows: WordRow[];
  /** The tables that stand within its cells. */
  readonly within: WordTable[];
}

export const newTable = (): WordTable => ({ rows: [], within: [] });
export const newRow = (): WordRow => ({ texts: [], cells: 0, isDeleted: false });

export function skipColumns(row: WordRow, columns: number): void {
  checkLimit("columns", row.texts.length + columns);
  for (let each = 0; each < columns; each += 1) row.texts.push("");
}

export function addCell(row: WordRow, text: string, columns: number): void {
  const at = row.texts.length;
  skipColumns(row, columns);
  row.texts[at] = text;
  row.cells += 1;
}

/** With figures in several columns, and not only a frame around other content. */
export const isRealTable = ({ rows }: WordTable): boolean => rows.filter(({ cells }) => cells > 1).length > 1;

/** What each cell says, in words, for a table that only frames text. */
export const wordsOf = ({ rows }: WordTable): string =>
  rows.map(({ texts }) => texts.filter((text) => text !== "").join(" ")).join("\n");

const TOTAL = /^\s*(?:sous-)?total/i;

/** "Public cible | Familles": a label and its answer, each as wide as they need to be. */
function isAnswer({ texts, cells }: WordRow): boolean {
  const [label = "", answer = ""] = texts.filter((text) => text !== "");
  return cells === 2 && !TOTAL.test(label) && /\p{L}{4}/u.test(answer);
}

/** A fiche is often one table: its answers are a form, and the budget between them a table of its own. */
function parts(rows: readonly WordRow[]): readonly (readonly WordRow[])[] {
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  const answers = rows.filter(isAnswer).length;
  if (width < 3 || answers < 2 || answers === rows.length) return [rows];
  const split: { isForm: boolean; rows: WordRow[] }[] = [];
  for (const row of rows) {
    const last = split.at(-1);
    // A row of one cell is a heading: of the form where the form goes on, of a table only within it.
    const isForm = row.cells === 1 ? (last?.isForm ?? true) : isAnswer(row);
    if (last?.isForm === isForm) last.rows.push(row);
    else split.push({ isForm, rows: [row] });
  }
  return split.map((part) => (part.isForm ? part.rows.map(narrow) : part.rows));
}

const narrow = ({ texts, cells, isDeleted }: WordRow): WordRow => {
  const [label = "", answer = ""] = texts.filter((text) => text !== "");
  return { texts: [label, answer], cells, isDeleted };
};

/** Gives the tables to the builder; `lieu` names each by its rank. */
export function giveTables(table: WordTable, builder: DocumentBuilder, lieu: () => string): void {
  const rows = table.rows.filter(({ isDeleted }) => !isDeleted);
  for (const part of parts(rows)) {
    if (part.some(({ texts }) => texts.some((text) => text !== "")))
      builder.table(
        part.map(({ texts }) => texts),
        lieu(),
      );
  }
  for (const within of table.within) giveTables(within, builder, lieu);
}
