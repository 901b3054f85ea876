// The cells of a sheet as dense blocks of plain data: long blank stretches lie between them and cost nothing.
import { WorkbookError, type CellValue, type GridRange, type RawBlock } from "../core/workbook-port";
import { NBSP } from "../core/domain/words/format";
import { LAST_COLUMN, LAST_ROW } from "../core/domain/cell-ref";
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

function usedColumns(sheet: XlsxSheet, top: number, bottom: number): number[] {
  const used = new Set<number>();
  for (const row of sheet.part.grid.rowsWithin(top, bottom, true)) {
    sheet.part.grid.cells(row).forEach((cell, column) => {
      if (cell.value !== null || cell.formulaXml !== "") used.add(column);
    });
  }
  return [...used].sort((a, b) => a - b);
}

function readBlock(sheet: XlsxSheet, { top, left, bottom, right }: GridRange): RawBlock {
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
    sheet.part.grid.cells(row).forEach((cell, column) => {
      const at = column - left;
      if (at < 0 || at >= width) return;
      rowValues[at] = cell.value;
      if (cell.formulaXml !== "") {
        if (rowFormulas === noFormulas) rowFormulas = [...noFormulas];
        rowFormulas[at] = sheet.formulas.shown(row, column, cell);
      }
      if (cell.style !== 0) {
        if (rowFormats === noFormats) rowFormats = [...noFormats];
        rowFormats[at] = sheet.numberFormat(cell.style);
      }
    });
    values.push(rowValues);
    formulas.push(rowFormulas);
    numberFormats.push(rowFormats);
  }
  return { row: top, column: left, values, formulas, numberFormats };
}

/** From top to bottom; blocks side by side from left to right. Throws WorkbookError where they cover more than `most` cells. */
export function readBlocks(sheet: XlsxSheet, most: number): RawBlock[] {
  const ranges: GridRange[] = [];
  let cells = 0;
  for (const [top, bottom] of runs(sheet.part.grid.rowsWithin(0, LAST_ROW, true))) {
    const columns = runs(usedColumns(sheet, top, bottom).filter((column) => column <= LAST_COLUMN));
    for (const [left, right] of columns) {
      const area = { top, left, bottom, right };
      const range = columns.length === 1 ? area : sheet.usedRangeWithin(area, true);
      if (!range) continue;
      cells += (range.bottom - range.top + 1) * (range.right - range.left + 1);
      ranges.push(range);
    }
  }
  if (cells > most) {
    throw new WorkbookError(
      `La feuille «${NBSP}${sheet.name}${NBSP}» est trop étendue pour être lue${NBSP}: supprimez les lignes et les colonnes inutiles, enregistrez, puis recommencez.`,
    );
  }
  return ranges.map((range) => readBlock(sheet, range));
}
