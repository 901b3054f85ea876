// The cells of a sheet as dense blocks of plain data: long blank stretches lie between them and cost nothing.
import type { RawBlock } from "../core/workbook-port";
import { WorkbookError, type CellValue, type GridRange } from "xlsx-model/plan";
import { NBSP } from "../core/domain/words/format";
import { LAST_ROW } from "xlsx-model/cell-ref";
import { isUsed } from "xlsx-model/sheet/cell";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";

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

function usedColumns(sheet: XlsxSheet, top: number, bottom: number): readonly number[] {
  const used = new Set<number>();
  for (const row of sheet.part.grid.rowsWithin(top, bottom, true)) {
    sheet.part.grid.cells(row).forEach((cell, column) => {
      if (isUsed(cell, true)) used.add(column);
    });
  }
  return [...used].sort((one, other) => one - other);
}

function readBlock(sheet: XlsxSheet, { top, left, bottom, right }: GridRange): RawBlock {
  const width = right - left + 1;
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const numberFormats: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const ofRow = {
      values: new Array<CellValue>(width).fill(null),
      formulas: new Array<string | null>(width).fill(null),
      numberFormats: new Array<string>(width).fill("General"),
    };
    sheet.part.grid.cells(row).forEach((cell, column) => {
      if (column < left || column > right) return;
      const at = column - left;
      ofRow.values[at] = cell.value;
      ofRow.formulas[at] = sheet.formulas.shown(row, column, cell);
      ofRow.numberFormats[at] = sheet.numberFormat(cell.style);
    });
    values.push(ofRow.values);
    formulas.push(ofRow.formulas);
    numberFormats.push(ofRow.numberFormats);
  }
  return { row: top, column: left, values, formulas, numberFormats };
}

/** From top to bottom; blocks side by side from left to right. Throws WorkbookError where they cover more than `most` cells. */
export function readBlocks(sheet: XlsxSheet, most: number): RawBlock[] {
  const ranges = runs(sheet.part.grid.rowsWithin(0, LAST_ROW, true)).flatMap(([top, bottom]) =>
    runs(usedColumns(sheet, top, bottom)).flatMap(
      ([left, right]) => sheet.usedRangeWithin({ top, left, bottom, right }, true) ?? [],
    ),
  );
  const size = ranges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
  if (size > most) {
    throw new WorkbookError(
      `La feuille «${NBSP}${sheet.name}${NBSP}» est trop étendue pour être lue${NBSP}: supprimez les lignes et les colonnes inutiles, enregistrez, puis recommencez.`,
    );
  }
  return ranges.map((range) => readBlock(sheet, range));
}
