// The cells of a sheet as dense blocks of plain data: long blank stretches lie between them and cost nothing.
import { WorkbookError, type CellValue, type GridRange, type RawBlock } from "../core/workbook-port";
import { NBSP } from "../core/domain/words/format";
import { LAST_COLUMN, LAST_ROW } from "../core/domain/cell-ref";
import type { Cell } from "./sheet/cell";
import type { XlsxSheet } from "./sheet/xlsx-sheet";

/** More blank rows, or columns, than this end a block. */
const GAP = 200;

/** Runs of numbers, in order, without a gap. */
function runs(numbers: Iterable<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number - last[1] <= GAP + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/**
 * The cells of some rows one after the other, a list for each thing that is said of them: an object for each cell would be a
 * hundred thousand objects, of which nothing is kept.
 */
class RowCells {
  /** Where those of each row begin, and after the last row where they end. */
  private readonly starts: number[] = [];
  private readonly columns: number[] = [];
  private readonly values: CellValue[] = [];
  private readonly styles: number[] = [];
  /** The format of the few cells that have one, as Excel shows it. */
  private readonly formulas = new Map<number, string | null>();
  private readonly used = new Uint8Array(LAST_COLUMN + 1);

  constructor(
    private readonly sheet: XlsxSheet,
    private readonly top: number,
    bottom: number,
  ) {
    for (let row = top; row <= bottom; row++) {
      this.starts.push(this.columns.length);
      sheet.part.grid.visitRow(row, (column, cell) => this.add(row, column, cell));
    }
    this.starts.push(this.columns.length);
  }

  private add(row: number, column: number, cell: Readonly<Cell>): void {
    const { value, formulaXml, style } = cell;
    if (formulaXml !== "") this.formulas.set(this.columns.length, this.sheet.formulas.shown(row, column, cell));
    if (value !== null || formulaXml !== "") this.used[column] = 1;
    this.columns.push(column);
    this.values.push(value);
    this.styles.push(style);
  }

  /** In order. */
  *usedColumns(): Generator<number> {
    for (let column = 0; column <= LAST_COLUMN; column++) if (this.used[column] === 1) yield column;
  }

  block({ top, left, bottom, right }: GridRange): RawBlock {
    const width = right - left + 1;
    const values: CellValue[][] = [];
    const formulas: (string | null)[][] = [];
    const numberFormats: string[][] = [];
    // Most rows have neither formulas nor formats: they share these.
    const noFormulas = new Array<string | null>(width).fill(null);
    const noFormats = new Array<string>(width).fill("General");
    for (let row = top; row <= bottom; row++) {
      const rowValues = new Array<CellValue>(width).fill(null);
      let rowFormulas = noFormulas;
      let rowFormats = noFormats;
      const end = this.starts[row - this.top + 1] ?? 0;
      for (let place = this.starts[row - this.top] ?? end; place < end; place++) {
        const at = (this.columns[place] ?? 0) - left;
        if (at < 0 || at >= width) continue;
        rowValues[at] = this.values[place] ?? null;
        const formula = this.formulas.get(place);
        if (formula !== undefined) {
          if (rowFormulas === noFormulas) rowFormulas = [...noFormulas];
          rowFormulas[at] = formula;
        }
        const style = this.styles[place] ?? 0;
        if (style !== 0) {
          if (rowFormats === noFormats) rowFormats = [...noFormats];
          rowFormats[at] = this.sheet.numberFormat(style);
        }
      }
      values.push(rowValues);
      formulas.push(rowFormulas);
      numberFormats.push(rowFormats);
    }
    return { row: top, column: left, values, formulas, numberFormats };
  }
}

/** From top to bottom; blocks side by side from left to right. Throws WorkbookError where they cover more than `most` cells. */
export function readBlocks(sheet: XlsxSheet, most: number): RawBlock[] {
  const blocks: { readonly cells: RowCells; readonly range: GridRange }[] = [];
  let size = 0;
  for (const [top, bottom] of runs(sheet.part.grid.rowsWithin(0, LAST_ROW, true))) {
    const cells = new RowCells(sheet, top, bottom);
    const columns = runs(cells.usedColumns());
    for (const [left, right] of columns) {
      const area = { top, left, bottom, right };
      const range = columns.length === 1 ? area : sheet.usedRangeWithin(area, true);
      if (!range) continue;
      size += (range.bottom - range.top + 1) * (range.right - range.left + 1);
      blocks.push({ cells, range });
    }
  }
  if (size > most) {
    throw new WorkbookError(
      `La feuille «${NBSP}${sheet.name}${NBSP}» est trop étendue pour être lue${NBSP}: supprimez les lignes et les colonnes inutiles, enregistrez, puis recommencez.`,
    );
  }
  return blocks.map(({ cells, range }) => cells.block(range));
}
