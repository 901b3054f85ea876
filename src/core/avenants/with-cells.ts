// A workbook as it would read with other contents in some of its cells.
import type { CellChange, RawBlock, RawSheet, RawWorkbook } from "../workbook-port";

type Grid<T> = readonly (readonly T[])[];

/** The block wide and high enough for a cell beside it or in the row below it. */
function stretch(block: RawBlock, row: number, column: number): RawBlock {
  const height = block.values.length;
  const width = block.values[0]?.length ?? 0;
  const left = Math.max(0, block.column - column);
  const right = Math.max(0, column - (block.column + width - 1));
  const more = row === block.row + height ? 1 : 0;
  const grow = <T>(grid: Grid<T>, empty: T): Grid<T> => {
    const wider = grid.map((cells) => [...Array<T>(left).fill(empty), ...cells, ...Array<T>(right).fill(empty)]);
    return more === 0 ? wider : [...wider, Array<T>(left + width + right).fill(empty)];
  };
  return {
    row: block.row,
    column: block.column - left,
    values: grow(block.values, null),
    formulas: grow(block.formulas, null),
    numberFormats: grow(block.numberFormats, "General"),
  };
}

function put<T>(grid: Grid<T>, row: number, column: number, content: T): Grid<T> {
  return grid.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? content : cell)) : cells,
  );
}

function withCell(blocks: readonly RawBlock[], { cell, content, numberFormat }: CellChange): readonly RawBlock[] {
  const { row, column } = cell;
  const holds = (block: RawBlock): boolean => row >= block.row && row < block.row + block.values.length;
  // No two blocks share a row: one grows downwards only where no other begins.
  const own = blocks.find(holds) ?? blocks.find((block) => row === block.row + block.values.length);
  const block: RawBlock = own
    ? stretch(own, row, column)
    : {
        row,
        column,
        values: [[null]],
        formulas: [[null]],
        numberFormats: [["General"]],
      };
  const [down, across] = [row - block.row, column - block.column];
  const written: RawBlock = {
    ...block,
    values: put(block.values, down, across, content.value),
    formulas: put(block.formulas, down, across, content.formula ?? null),
    numberFormats:
      numberFormat === undefined ? block.numberFormats : put(block.numberFormats, down, across, numberFormat),
  };
  if (own) return blocks.map((each) => (each === own ? written : each));
  return [...blocks, written].sort((one, other) => one.row - other.row);
}

/** Formulas elsewhere keep the results that they had. */
export function withCells(raw: RawWorkbook, changes: readonly CellChange[]): RawWorkbook {
  const changed = (sheet: RawSheet): RawSheet => {
    const own = changes.filter(({ cell }) => cell.sheet === sheet.name);
    return own.length === 0 ? sheet : { ...sheet, blocks: own.reduce(withCell, sheet.blocks) };
  };
  return { ...raw, sheets: raw.sheets.map(changed) };
}
