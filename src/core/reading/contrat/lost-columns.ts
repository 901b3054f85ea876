// Filled columns of a section of the sheet « Contrat » whose heading was overwritten or emptied, as far as what they hold can tell.
import { columnsOf, type Columns, type TableSection } from "../../contract/clauses/sections";
import { findWord } from "../../contract/clauses/sheet-words";
import type { CellRef } from "xlsx-model/cell-ref";
import { formatListe } from "../../domain/words/format";
import { cite } from "../../domain/words/typographie";
import type { GridRow } from "../sheet-grid";
import { KINDS, textIn } from "./cell-kinds";
import type { TableColumns } from "./contrat-sections";

export interface LostColumn {
  readonly column: number;
  readonly heading: CellRef;
  /** What stands in the place of the heading. */
  readonly text: string;
  /** The headings that the section lacks, one of which it may be. */
  readonly missing: readonly string[];
}

/** Whether the cell holds what the column would: any text may be a text. */
function fits({ genre = "libre", mots }: Columns[string], row: GridRow, column: number): boolean {
  const value = row.value(column);
  if (value === null) return false;
  if (mots) return findWord(mots, textIn(value) ?? "") !== null;
  return KINDS[genre].parse(value, row.numberFormat(column)) !== null;
}

/**
 * Between the columns that are known, whatever stands there may be a missing one. To the right of them an agent may keep
 * notes: only the words of a missing column tell it there, or any content of its kind where no other column is missing. A sheet
 * of an earlier version lacks several, and has nothing in their place.
 */
export function findLost(
  section: TableSection,
  { head, heading, columns, numbered, rows }: TableColumns,
): readonly LostColumn[] {
  const missing = columnsOf(section).flatMap(([name, column]) => (columns.has(name) ? [] : [column]));
  if (missing.length === 0) return [];
  const known = new Set([...columns.values(), ...numbered.map(({ column }) => column)]);
  const rightmost = Math.max(...known);
  const inWords = missing.filter(({ mots }) => mots !== undefined || missing.length === 1);
  return [...new Set(rows.flatMap((row) => row.filled()))]
    .filter((column) => {
      const likely = column < rightmost ? missing : inWords;
      return !known.has(column) && rows.some((row) => likely.some((one) => fits(one, row, column)));
    })
    .map((column) => ({
      column,
      heading: { ...heading, column },
      text: String(head.value(column) ?? "").trim(),
      missing: missing.map((one) => one.heading),
    }));
}

/** What is wrong and what to do, as the mistake of a cell or of a heading. */
export function describeLost({ text, missing }: LostColumn): string {
  const under = text === "" ? "sous un en-tête vide" : `sous ${cite(text)}, un en-tête qui n’est pas connu`;
  const names = formatListe(missing.map(cite));
  const absent = missing.length > 1 ? `les colonnes ${names} manquent` : `la colonne ${names} manque`;
  return `ce qui est écrit ${under} n’est pas lu, alors que ${absent}. Rétablissez l’en-tête, ou écrivez vos notes à droite du tableau.`;
}
