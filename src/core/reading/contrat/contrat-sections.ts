// Finds the sections of the sheet « Contrat » by their titles and headings, wherever the agent has moved them.
import { columnsOf, type Columns, type TableSection } from "../../contract/clauses/sections";
import { SECTION_TITLES } from "../../contract/clauses/section-titles";
import { type ContratSection } from "../../contract/clauses/section-titles";
import { findWord } from "../../contract/clauses/sheet-words";
import { foldText } from "../../domain/words/label";
import type { CellRef } from "xlsx-model/cell-ref";
import type { GridRow, SheetGrid } from "../sheet-grid";

export interface Section {
  readonly title: CellRef;
  /** Further cells with the same title. */
  readonly again: readonly CellRef[];
  /** Rows after the title up to the next one, blank ones left out. */
  readonly rows: readonly GridRow[];
}

/** A column whose heading depends on the contract: "Axe 3", "État 2026". */
export interface NumberedColumn {
  readonly column: number;
  /** Folded, without the number. */
  readonly words: string;
  readonly number: number;
  readonly heading: CellRef;
}

export interface TableColumns {
  readonly heading: CellRef;
  /** The whole row that the heading stands in. */
  readonly head: GridRow;
  readonly columns: ReadonlyMap<string, number>;
  readonly numbered: readonly NumberedColumn[];
  /** Filled columns under a heading that another column bears already. */
  readonly again: readonly { readonly cell: CellRef; readonly text: string }[];
  readonly rows: readonly GridRow[];
}

/** The only content of a row, when it has only one and that is a text. */
function onlyText(row: GridRow): { readonly column: number; readonly text: string } | null {
  return row.count === 1 ? (row.texts[0] ?? null) : null;
}

export type Sections = ReadonlyMap<ContratSection, Section>;

export function findSections(grid: SheetGrid): Sections {
  const sections = new Map<ContratSection, { title: CellRef; again: CellRef[]; rows: GridRow[] }>();
  let rows: GridRow[] | null = null;
  for (const row of grid.rows) {
    if (row.isBlank) continue;
    const only = onlyText(row);
    const section = only && findWord(SECTION_TITLES, only.text);
    if (only && section) {
      rows = [];
      const title = { sheet: grid.sheet, row: row.row, column: only.column };
      // A title twice: the first counts, and what stands under the second is read with it.
      const known = sections.get(section);
      if (known) {
        known.again.push(title);
        rows = known.rows;
      } else sections.set(section, { title, again: [], rows });
    } else rows?.push(row);
  }
  return sections;
}

/** The titles that no other sheet bears together. */
const SHAPE: readonly ContratSection[] = ["parametres", "annees", "axes", "actions"];

/** Whether a sheet without our mark is a contract all the same: a copy, a sheet of another workbook. */
export function hasContratShape(grid: SheetGrid): boolean {
  const sections = findSections(grid);
  return SHAPE.filter((section) => sections.has(section)).length >= 3;
}

const NUMBERED = /^(.*?) ?(\d{1,4})$/;

/** The words before the numbers, folded; of the parties any may stand there. */
const NUMBERED_WORDS: Readonly<Partial<Record<TableSection, string | null>>> = {
  annees: "axe",
  actions: null,
  autres: "montant",
  sousActions: null,
  indicateurs: "cible",
  mesures: "cible en mots",
};

function mayBeNumbered(section: TableSection, words: string): boolean {
  const known = NUMBERED_WORDS[section];
  return known === null || known === words;
}

/** Null without the section, and when no row of it is its heading. */
export function findTableColumns(name: TableSection, sections: Sections): TableColumns | null {
  const { rows, title } = sections.get(name) ?? {};
  if (!rows || !title) return null;
  const columns: Columns = Object.fromEntries(columnsOf(name));
  const byHeading = new Map(Object.entries(columns).map(([key, { heading }]) => [foldText(heading), key]));
  const enough = Math.min(2, byHeading.size);
  const required = Object.keys(columns).filter((key) => columns[key]?.required);
  for (const [index, row] of rows.entries()) {
    const found = new Map<string, number>();
    const numbered: NumberedColumn[] = [];
    const twice: { readonly cell: CellRef; readonly text: string }[] = [];
    const seen = new Set<string>();
    const below = rows.slice(index + 1);
    for (const { column, text: written } of row.texts) {
      const text = foldText(written);
      if (text === "") continue;
      const cell = { sheet: title.sheet, row: row.row, column };
      if (seen.has(text) && below.some((other) => other.value(column) !== null)) {
        twice.push({ cell, text: written.trim() });
      }
      seen.add(text);
      const key = byHeading.get(text);
      if (key !== undefined && !found.has(key)) found.set(key, column);
      const [, words = "", digits] = NUMBERED.exec(text) ?? [];
      if (key === undefined && digits !== undefined && mayBeNumbered(name, words)) {
        numbered.push({ column, words, number: Number(digits), heading: cell });
      }
    }
    // A sheet of an earlier version may have the required columns alone.
    const isWhole = required.length > 0 && required.every((key) => found.has(key));
    if (found.size < enough && !isWhole) continue;
    const first = Math.min(...found.values());
    const heading = { sheet: title.sheet, row: row.row, column: first };
    return { heading, head: row, columns: found, numbered, again: twice, rows: below };
  }
  return null;
}
