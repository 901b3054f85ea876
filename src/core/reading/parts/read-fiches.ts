// Reads the fields of fiches actions: each label with the answer beside it, below it or in its own cell.
import { groupBy } from "../../domain/group-by";
import { rangeAround } from "xlsx-model/cell-ref";
import type { Cell, ChampFiche, ChampLu, FicheLue } from "../../domain/dossier";
import { createRubriqueReader, isSansReponse } from "./fiche-words";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { locateFiches, type FicheBlock, type Mark } from "./locate-fiches";
import { locateFicheTables, textAt, type FicheEntry, type FicheTable, type Place } from "./locate-fiche-tables";
import { readCell, withoutRanges, type GridRow, type SheetGrid } from "../sheet-grid";

function isTableRow(row: GridRow, columns: readonly number[]): boolean {
  return columns.length > 3 && columns.filter((column) => typeof row.value(column) === "number").length > 1;
}

class BlockReader {
  private readonly byRow: ReadonlyMap<number, readonly Mark[]>;
  private readonly lastRow: number;
  /** Where most answers stand: beside their labels, or in their cell and below. */
  private readonly isBeside: boolean;
  private readonly answerColumn: number;

  constructor(private readonly block: FicheBlock) {
    this.byRow = groupBy(block.marks, ({ row }) => row);
    this.lastRow = Math.min(block.end - 1, block.grid.rows.at(-1)?.row ?? 0);
    const bare = block.marks.filter(({ reponse, rubrique }) => reponse === "" && rubrique !== "autre");
    const beside = bare.flatMap((mark) => this.beside(mark)[0] ?? []);
    this.isBeside = beside.length * 2 > bare.length && beside.length * 2 >= block.marks.length - bare.length;
    const counts = new Map<number, number>();
    for (const { column } of beside) counts.set(column, (counts.get(column) ?? 0) + 1);
    this.answerColumn = [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
  }

  private limit(mark: Mark): number {
    const next = this.byRow.get(mark.row)?.find(({ column }) => column > mark.column);
    return next ? next.column - 1 : Infinity;
  }

  private filled(row: number, from: number, to: number): readonly Place[] {
    return (this.block.grid.row(row)?.filled(from, to) ?? []).map((column) => ({ row, column }));
  }

  private beside(mark: Mark): readonly Place[] {
    return this.filled(mark.row, mark.column + 1, this.limit(mark));
  }

  /** Rows under a label that still answer it. */
  private below(mark: Mark, hasAnswer: boolean): readonly Place[] {
    const places: Place[] = [];
    const limit = this.limit(mark);
    let gap = 0;
    for (let number = mark.row + 1; number <= this.lastRow && gap <= LIMITS.gapRows; number += 1) {
      if (this.byRow.get(number)?.some(({ column }) => column >= mark.column && column <= limit)) break;
      const row = this.block.grid.row(number);
      const own = this.filled(number, mark.column, limit);
      gap = own.length === 0 ? gap + 1 : 0;
      if (!row || gap > 0) continue;
      const columns = own.map(({ column }) => column);
      if (isTableRow(row, columns) || !this.continues(row, mark, columns, hasAnswer || places.length > 0)) break;
      places.push(...own);
    }
    return places;
  }

  private continues(row: GridRow, mark: Mark, columns: readonly number[], hasAnswer: boolean): boolean {
    if (!this.isBeside || columns[0] !== mark.column) return true;
    return !hasAnswer && columns.length === 1 && (row.text(mark.column) ?? "").length > LIMITS.answerLength;
  }

  answers(mark: Mark): readonly Reply[] {
    const beside = this.beside(mark);
    const own = mark.reponse === "" ? [] : [{ place: mark, text: mark.reponse }];
    const others = [...beside, ...this.below(mark, own.length + beside.length > 0)];
    return [...own, ...others.map((place) => ({ place, text: textAt(this.block.grid, place) }))];
  }

  /** Where the answer to a label without one should stand. */
  expected({ row, column }: Mark): Place {
    return { row, column: this.isBeside ? Math.max(this.answerColumn, column + 1) : column };
  }
}

function cellAt(grid: SheetGrid, { row, column }: Place): Cell {
  const cells = grid.row(row);
  return cells ? readCell(cells, column) : { ref: { sheet: grid.sheet, row, column }, text: "", formula: null };
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

function readBlock(block: FicheBlock): FicheLue {
  const { grid, title, marks } = block;
  const reader = new BlockReader(block);
  const answered = marks.map((mark) => ({ mark, replies: reader.answers(mark) }));
  const champs = new Map<ChampFiche, ChampLu>();
  for (const { mark } of answered) {
    const { rubrique } = mark;
    if (rubrique === "autre" || champs.has(rubrique)) continue;
    const replies = answered.filter((each) => each.mark.rubrique === rubrique).flatMap((each) => each.replies);
    champs.set(rubrique, toChamp(grid, mark, replies, reader.expected(mark)));
  }
  const places = answered.flatMap(({ mark, replies }) => [mark, ...replies.map(({ place }) => place)]);
  return {
    range: rangeAround(grid.sheet, [title, ...places]),
    titre: cellAt(grid, title),
    action: title.action,
    champs,
  };
}

function readEntry(
  { grid, at, header, positions }: FicheTable,
  { titre, action, lines }: FicheEntry,
  isFirst: boolean,
): FicheLue {
  const champs = new Map<ChampFiche, ChampLu>();
  const places: Place[] = [titre];
  for (const [field, own] of positions) {
    const answers = lines.flatMap((line) => own.map((position) => at(line, position)));
    const labels = own.map((position) => at(header, position));
    // The labels are those of all; they stand with the first.
    places.push(...answers, ...(isFirst ? labels : []));
    const [[first], [label]] = [answers, labels];
    if (!first || !label) continue;
    const replies = answers.map((place) => ({ place, text: textAt(grid, place) })).filter(({ text }) => text !== "");
    champs.set(field, toChamp(grid, label, replies, first));
  }
  return { range: rangeAround(grid.sheet, places), titre: cellAt(grid, titre), action, champs };
}

/** Null when no sheet has any. */
export function readFiches(grids: readonly SheetGrid[], labels: LabelReader): readonly FicheLue[] | null {
  const rubriques = createRubriqueReader();
  const fiches = grids.flatMap((grid) => {
    const tables = locateFicheTables(grid, rubriques, labels);
    const ranges = tables.map(({ range }) => range);
    return [
      ...tables.flatMap((table) => table.entries.map((entry, index) => readEntry(table, entry, index === 0))),
      ...locateFiches(withoutRanges(grid, ranges), rubriques, labels).map(readBlock),
    ];
  });
  return fiches.length > 0 ? fiches : null;
}
