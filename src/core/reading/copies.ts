// A sheet whose figures all repeat those of another one, by formulas, and one that somebody copied from ours: known as such, told and never read as a table.
import { isSameSheet, parseCellRef, rangeAround, type CellRef } from "xlsx-model/cell-ref";
import type { PlageNonLue } from "../domain/dossier";
import type { Reponse } from "../domain/question";
import { digestOfMark } from "../domain/row-mark";
import { foldText } from "../domain/words/label";
import { cite, typographie } from "../domain/words/typographie";
import type { RawChoice } from "../workbook-port";
import { figureAt, figuresOf, type Figure } from "./account/figure-cells";
import { headedColumns } from "./roles/headed-columns";
import { filledRange, withoutRanges, type GridRow, type SheetGrid } from "./sheet-grid";

/** So many cells that repeat make a copy; fewer are amounts reminded of. */
const FEWEST = 4;
const HALF_A_CENTIME = 0.005;

interface Repeated {
  readonly cell: CellRef;
  /** In thousands, in millions. */
  readonly by: number;
}

/** "=Budget!B5", "=+'Budget 2024'!$B$5/1000": a cell of another sheet, and nothing else. */
function repeatedBy(formula: string | null): Repeated | null {
  const [, ref = "", by = "1"] = /^=\+?(.+?![A-Z$\d]+)(?:\/(10{3}|10{6}))?$/.exec(formula ?? "") ?? [];
  const cell = ref === "" ? null : parseCellRef(ref.replaceAll("$", ""));
  return cell && { cell, by: Number(by) };
}

const labelOf = (row: GridRow | null, before: number): string =>
  foldText((row?.textsIn(0, before - 1) ?? []).map(({ text }) => text).join(" "));

const wordsOver = (grid: SheetGrid): ReadonlyMap<number, ReadonlySet<string>> =>
  new Map(headedColumns(grid).map(({ column, path }) => [column, new Set(path.map(foldText))]));

type OverSheets = (grid: SheetGrid) => ReadonlyMap<number, ReadonlySet<string>>;

/** The sheet that all of it repeats: the same amounts of the same labels under the same words; null for any other. */
function sourceOf(
  grid: SheetGrid,
  figures: readonly Figure[],
  grids: readonly SheetGrid[],
  over: OverSheets,
): SheetGrid | null {
  const holds = ({ sheet, row, column }: CellRef): boolean =>
    grids.some((one) => isSameSheet(one.sheet, sheet) && (one.row(row)?.value(column) ?? null) !== null);
  const cells = figures
    .map((figure) => {
      const row = grid.row(figure.row);
      return { figure, row, repeated: repeatedBy(row?.formula(figure.column) ?? null) };
    })
    // What repeats an empty cell shows 0, and is no figure.
    .filter(({ figure, repeated }) => figure.kind !== "zero" || repeated === null || holds(repeated.cell));
  const direct = cells.flatMap((cell) => (cell.repeated ? [{ ...cell, repeated: cell.repeated }] : []));
  const [first] = direct;
  const source = grids.find(({ sheet }) => first && isSameSheet(sheet, first.repeated.cell.sheet));
  if (!first || !source || source === grid || direct.length < FEWEST) return null;
  const columns = new Map<number, number>();
  const rows = new Map<number, number>();
  for (const { figure, repeated } of direct) {
    const { sheet, row, column } = repeated.cell;
    const isSame = (known: Map<number, number>, at: number, other: number): boolean =>
      (known.get(at) ?? known.set(at, other).get(at)) === other;
    if (!isSameSheet(sheet, source.sheet) || !isSame(columns, figure.column, column)) return null;
    if (!isSame(rows, figure.row, row)) return null;
  }
  // Sums of the copy's own are held against those of the source.
  const byLabel = new Map(source.rows.map((row) => [labelOf(row, row.right + 1), row.row]));
  const isCopied = cells.every(({ figure, row, repeated }) => {
    const label = labelOf(row, figure.column);
    const at = repeated?.cell.row ?? byLabel.get(label);
    const column = columns.get(figure.column);
    const cellsOfSource = at === undefined ? null : source.row(at);
    if (column === undefined || !cellsOfSource || !figure.isComputed) return false;
    const held = figureAt(cellsOfSource, column)?.value;
    const isSameLabel = label !== "" && label === labelOf(cellsOfSource, column);
    const by = repeated?.by ?? first.repeated.by;
    return isSameLabel && held !== undefined && Math.abs(held / by - figure.value) < HALF_A_CENTIME / by;
  });
  const [own, others] = [over(grid), over(source)];
  const isHeadedAlike = [...columns].every(([at, column]) =>
    [...(own.get(at) ?? [])].every((word) => word === "" || others.get(column)?.has(word) || isRank(word)),
  );
  return isCopied && isHeadedAlike ? source : null;
}

/** "2e colonne": what tells apart columns that a copy heads alike. */
const isRank = (word: string): boolean => /^\d+e colonne$/.test(word);

/** The hidden column that tells what each row said goes with a copy, and the hidden name of the sheet does not. */
const isCopyOfOurs = ({ rows }: SheetGrid): boolean =>
  rows.some((row) => row.textsIn(0, row.right).some(({ text }) => digestOfMark(text) !== null));

export interface WithoutCopies {
  readonly grids: readonly SheetGrid[];
  readonly aside: readonly PlageNonLue[];
}

/** A copy that a person chose to have verified is read as any table. */
export function withoutCopies(
  grids: readonly SheetGrid[],
  reponses: readonly Reponse[],
  choices: readonly RawChoice[],
): WithoutCopies {
  const aside: PlageNonLue[] = [];
  const isChosen = (sheet: string): boolean =>
    reponses.some(({ answer: { of = "" } }) => isSameSheet(of, sheet)) ||
    choices.some(({ heading }) => heading !== null && isSameSheet(heading.sheet, sheet));
  const known = new Map<SheetGrid, ReturnType<OverSheets>>();
  const over: OverSheets = (grid) => known.get(grid) ?? known.set(grid, wordsOver(grid)).get(grid) ?? new Map();
  const kept = grids.map((grid) => {
    if (isCopyOfOurs(grid)) {
      const range = filledRange(grid);
      aside.push({
        range,
        pourquoi: typographie("copie d’une feuille écrite par le complément : ses montants sont lus ailleurs"),
      });
      return withoutRanges(grid, [range]);
    }
    const isHeading = ({ kind }: Figure): boolean => kind === "year";
    const figures = grid.rows.flatMap((row) => figuresOf(row, () => true)).filter((figure) => !isHeading(figure));
    if (!figures.some(({ isComputed }) => isComputed) || !figures.every(({ isComputed }) => isComputed)) return grid;
    const source = isChosen(grid.sheet) ? null : sourceOf(grid, figures, grids, over);
    if (!source) return grid;
    const pourquoi = typographie(`copie par formules de la feuille ${cite(source.sheet)}, où ces montants sont lus`);
    const range = rangeAround(grid.sheet, figures);
    aside.push({ range, pourquoi });
    const { heads } = headedColumns(grid)[0]?.section ?? {};
    return withoutRanges(grid, [{ ...range, top: Math.min(range.top, heads?.[0]?.row ?? range.top), left: 0 }]);
  });
  return { grids: kept, aside };
}
