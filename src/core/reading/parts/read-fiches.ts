// Reads the fields of fiches actions: each label with the answer beside it, below it or in its own cell.
import type { Cell, ChampFiche, ChampLu, FicheLue } from "../../domain/dossier";
import { createRubriqueReader, isSansReponse } from "./fiche-words";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { locateFiches, type FicheBlock, type Mark } from "./locate-fiches";
import { locateFicheTables, type FicheEntry, type FicheTable, type Place } from "./locate-fiche-tables";
import { plainText } from "../labels/plain-text";
import { readCell, withoutRanges, type GridRow, type SheetGrid } from "../sheet-grid";

interface Answer {
  readonly mark: Mark;
  readonly places: readonly Place[];
}

const filled = (row: GridRow, from: number, to: number): number[] => {
  const columns: number[] = [];
  for (let column = Math.max(from, row.left); column <= Math.min(to, row.right); column += 1) {
    if (row.value(column) !== null) columns.push(column);
  }
  return columns;
};

function isTableRow(row: GridRow, columns: readonly number[]): boolean {
  return columns.length > 3 && columns.filter((column) => typeof row.value(column) === "number").length > 1;
}

class BlockReader {
  private readonly byRow = new Map<number, Mark[]>();
  private readonly lastRow: number;
  /** Where most answers stand: beside their labels, or in their cell and below. */
  private readonly isBeside: boolean;
  private readonly answerColumn: number | null;

  constructor(private readonly block: FicheBlock) {
    for (const mark of block.marks) this.byRow.set(mark.row, [...(this.byRow.get(mark.row) ?? []), mark]);
    this.lastRow = Math.min(block.end - 1, block.grid.rows.at(-1)?.row ?? 0);
    const bare = block.marks.filter(({ reponse, rubrique }) => reponse === "" && rubrique !== "autre");
    const beside = bare.map((mark) => this.beside(mark)[0]).filter((place) => place !== undefined);
    this.isBeside = beside.length * 2 > bare.length && beside.length * 2 >= block.marks.length - bare.length;
    const counts = new Map<number, number>();
    for (const { column } of beside) counts.set(column, (counts.get(column) ?? 0) + 1);
    this.answerColumn = [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
  }

  private limit(mark: Mark): number {
    const next = this.byRow.get(mark.row)?.find(({ column }) => column > mark.column);
    return next ? next.column - 1 : Infinity;
  }

  private beside(mark: Mark): Place[] {
    const row = this.block.grid.row(mark.row);
    if (!row) return [];
    return filled(row, mark.column + 1, this.limit(mark)).map((column) => ({ row: mark.row, column }));
  }

  private isMarked(row: number, from: number, to: number): boolean {
    return this.byRow.get(row)?.some(({ column }) => column >= from && column <= to) ?? false;
  }

  /** Rows under a label that still answer it. */
  private below(mark: Mark, hasAnswer: boolean): Place[] {
    const places: Place[] = [];
    const limit = this.limit(mark);
    let gap = 0;
    for (let number = mark.row + 1; number <= this.lastRow && gap <= LIMITS.gapRows; number += 1) {
      if (this.isMarked(number, mark.column, limit)) break;
      const row = this.block.grid.row(number);
      const columns = row ? filled(row, mark.column, limit) : [];
      if (!row || columns.length === 0) {
        gap += 1;
        continue;
      }
      if (isTableRow(row, columns) || !this.continues(row, mark, columns, hasAnswer || places.length > 0)) break;
      places.push(...columns.map((column) => ({ row: number, column })));
      gap = 0;
    }
    return places;
  }

  private continues(row: GridRow, mark: Mark, columns: readonly number[], hasAnswer: boolean): boolean {
    if (!this.isBeside) return true;
    if (columns[0] !== mark.column) return true;
    const text = row.text(mark.column) ?? "";
    return !hasAnswer && columns.length === 1 && text.length > LIMITS.answerLength;
  }

  read(mark: Mark): Answer {
    const beside = this.beside(mark);
    const inline = mark.reponse === "" ? [] : [{ row: mark.row, column: mark.column }];
    const own = [...inline, ...beside];
    return { mark, places: [...own, ...this.below(mark, own.length > 0)] };
  }

  /** Where the answer to a label without one should stand. */
  expected({ row, column }: Mark): Place {
    if (this.isBeside) return { row, column: Math.max(this.answerColumn ?? 0, column + 1) };
    return { row, column };
  }
}

function cellAt(grid: SheetGrid, { row, column }: Place): Cell {
  const cells = grid.row(row);
  return cells ? readCell(grid, cells, column) : { ref: { sheet: grid.sheet, row, column }, text: "", formula: null };
}

interface Reply {
  readonly place: Place;
  readonly text: string;
}

/** `expected` is where the answer should stand when there is none. */
function toChamp(grid: SheetGrid, label: Place, replies: readonly Reply[], expected: Place): ChampLu {
  const texts = replies.map(({ text }) => text).filter((text) => !isSansReponse(text));
  const [cell = cellAt(grid, expected), ...others] = replies.map(({ place }) => cellAt(grid, place));
  return { label: cellAt(grid, label), cells: [cell, ...others], text: texts.join("\n") };
}

const textAt = (grid: SheetGrid, { row, column }: Place): string => {
  const cells = grid.row(row);
  return cells ? plainText(cells, column) : "";
};

function readFiche(block: FicheBlock): FicheLue {
  const { grid, titre } = block;
  const reader = new BlockReader(block);
  const byField = new Map<ChampFiche, Answer[]>();
  let [bottom, left, right] = [titre.row, titre.column, titre.column];
  for (const mark of block.marks) {
    const answer = reader.read(mark);
    for (const { row, column } of [mark, ...answer.places]) {
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    if (mark.rubrique !== "autre") {
      byField.set(mark.rubrique, [...(byField.get(mark.rubrique) ?? []), answer]);
    }
  }
  const champs = new Map<ChampFiche, ChampLu>();
  for (const [field, answers] of byField) {
    const replies = answers.flatMap(({ mark, places }) =>
      places.map((place) => {
        const isInline = place.row === mark.row && place.column === mark.column;
        return { place, text: isInline ? mark.reponse : textAt(grid, place) };
      }),
    );
    const [first] = answers;
    if (first) champs.set(field, toChamp(grid, first.mark, replies, reader.expected(first.mark)));
  }
  return {
    range: { sheet: grid.sheet, top: titre.row, left, bottom, right },
    titre: cellAt(grid, titre),
    action: block.action,
    champs,
  };
}

function readEntry(
  { grid, columns, range }: FicheTable,
  { titre, action, lines }: FicheEntry,
  isFirst: boolean,
): FicheLue {
  const champs = new Map<ChampFiche, ChampLu>();
  const places: Place[] = [titre];
  for (const [field, own] of columns) {
    const answers = lines.flatMap((line) => own.map((column) => column.answer(line)));
    const [first] = answers;
    const [label] = own;
    if (!first || !label) continue;
    places.push(...answers);
    // The labels are those of all; they stand with the first.
    if (isFirst) places.push(...own.map((column) => column.label));
    const replies = answers.map((place) => ({ place, text: textAt(grid, place) })).filter(({ text }) => text !== "");
    champs.set(field, toChamp(grid, label.label, replies, first));
  }
  const rows = places.map(({ row }) => row);
  const at = places.map(({ column }) => column);
  return {
    range: {
      sheet: range.sheet,
      top: Math.min(...rows),
      left: Math.min(...at),
      bottom: Math.max(...rows),
      right: Math.max(...at),
    },
    titre: cellAt(grid, titre),
    action,
    champs,
  };
}

/** Null when no sheet has any. */
export function readFiches(grids: readonly SheetGrid[], labels: LabelReader): readonly FicheLue[] | null {
  const rubriques = createRubriqueReader();
  const fiches = grids.flatMap((grid) => {
    const tables = locateFicheTables(grid, rubriques, labels);
    const rest = withoutRanges(
      grid,
      tables.map(({ range }) => range),
    );
    return [
      ...tables.flatMap((table) => table.entries.map((entry, index) => readEntry(table, entry, index === 0))),
      ...locateFiches(rest, rubriques, labels).map(readFiche),
    ];
  });
  return fiches.length > 0 ? fiches : null;
}
