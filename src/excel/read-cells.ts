// Reads the cells of sheets in bounded chunks, never walking the blank rows of a phantom used range.
import type { RawBlock, RawSheet } from "../core/workbook-port";
import type { GridRange } from "xlsx-model/plan";
import { isResponseTooLarge } from "./excel-failure";
import { askHidden, hiddenWithin, noteHidden, noHidden, type AskedHidden, type Hidden } from "./hidden-cells";
import { joinPieces, type Piece } from "./join-pieces";

const ROWS = 1_048_576;
const COLUMNS = 16_384;
/** Columns looked at first, on every sheet; what lies to the right of them is asked for next. */
const FIRST_COLUMNS = 64;
/** Cells of one request, for at most 5 MB: about 30 bytes each, or 10 of what stands in them alone. */
const CELLS_PER_REQUEST = { reading: 100_000, look: 300_000 } as const;
/** Below what is known to stand in a sheet. */
const ROWS_MORE = 100;
const FEWEST_CELLS = 500;

/** A sheet to read, and what is known to stand in it where it has been read before. */
export interface SheetToRead {
  readonly id: string;
  readonly blocks?: readonly RawBlock[];
}

interface Area {
  readonly sheetId: string;
  readonly range: GridRange;
  /** Where more is known to stand than what is looked at first. */
  readonly known?: Extent;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

interface AskedArea {
  readonly sheetId: string;
  readonly cells: Excel.Range;
  /** What else holds something, below and to the right of the cells that were asked for. */
  readonly rest: readonly Excel.Range[];
  readonly hidden: AskedHidden;
}

/** What was read of one sheet so far. */
interface Found {
  readonly pieces: Piece[];
  readonly hidden: Hidden;
}

export type ReadCells = Pick<RawSheet, "blocks" | "hiddenRows" | "hiddenColumns">;

/**
 * A look is for what was typed since: formulas and typed values alone come, as the values of the cells. What else is asked comes
 * once more after the last of them.
 */
export type Purpose = keyof typeof CELLS_PER_REQUEST;

/**
 * Answers the cells of each sheet by its id, in one request where what is known of the sheets fits into one. `alsoLoad` adds what
 * is to come with the first request.
 */
export async function readCells(
  context: Excel.RequestContext,
  sheets: readonly SheetToRead[],
  purpose: Purpose,
  alsoLoad: () => void = () => {},
): Promise<ReadonlyMap<string, ReadCells>> {
  const found = new Map<string, Found>(sheets.map(({ id }) => [id, { pieces: [], hidden: noHidden() }]));
  const asking = { context, purpose, found };
  let { rest, budget } = await readWithin(asking, areasOf(sheets, purpose), CELLS_PER_REQUEST[purpose], alsoLoad);
  const isInSeveral = rest.length > 0;
  while (rest.length > 0) {
    const [now, later] = withinBudget(rest, budget);
    const round = await readWithin(asking, now, budget);
    rest = [...round.rest, ...later];
    budget = round.budget;
  }
  if (isInSeveral && purpose === "look") {
    alsoLoad();
    await context.sync();
  }
  return new Map(
    [...found].map(([id, { pieces, hidden }]) => {
      const blocks = joinPieces(pieces);
      return [id, { blocks, ...hiddenWithin(blocks, hidden) }];
    }),
  );
}

/** All of each sheet: to begin with, as far as something is known to stand in it and some rows more. */
function areasOf(sheets: readonly SheetToRead[], purpose: Purpose): readonly Area[] {
  const range = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };
  const extents = sheets.map(({ blocks = [] }) => extentOf(blocks));
  const cells = extents.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return sheets.map(({ id: sheetId }, index) => {
    const known = cells <= CELLS_PER_REQUEST[purpose] ? extents[index] : undefined;
    return { sheetId, range, ...(known && { known }) };
  });
}

function extentOf(blocks: readonly RawBlock[]): Extent {
  const rows = blocks.map(({ row, values }) => row + values.length);
  const columns = blocks.map(({ column, values }) => column + (values[0]?.length ?? 0));
  return { rows: Math.max(0, ...rows), columns: Math.max(0, ...columns) };
}

interface Asking {
  readonly context: Excel.RequestContext;
  readonly purpose: Purpose;
  readonly found: ReadonlyMap<string, Found>;
}

interface Round {
  /** What holds something and was not read yet. */
  readonly rest: readonly Area[];
  /** Cells that one answer was seen to bear. */
  readonly budget: number;
}

/** One request for the beginnings of the areas; a smaller one when the answer is too large. */
async function readWithin(
  asking: Asking,
  areas: readonly Area[],
  budget: number,
  alsoLoad: () => void = () => {},
): Promise<Round> {
  const { context, purpose, found } = asking;
  const share = Math.floor(budget / Math.max(1, areas.length));
  const asked = areas.map((area) => ask(context, area, purpose, share));
  alsoLoad();
  try {
    await context.sync();
  } catch (error) {
    if (!isResponseTooLarge(error) || budget <= FEWEST_CELLS) throw error;
    const anew = areas.map(({ sheetId, range }) => ({ sheetId, range }));
    return readWithin(asking, anew, Math.floor(budget / 2), alsoLoad);
  }
  for (const { sheetId, cells, hidden } of asked) {
    const sheet = found.get(sheetId);
    if (cells.isNullObject || !sheet) continue;
    sheet.pieces.push(pieceOf(cells, purpose));
    noteHidden(hidden, sheet.hidden);
  }
  const rest = asked.flatMap(({ sheetId, rest: ranges }) =>
    ranges.filter((range) => !range.isNullObject).map((range) => ({ sheetId, range: boundsOf(range) })),
  );
  return { rest, budget };
}

/** As many areas as one request bears, at least one. */
function withinBudget(areas: readonly Area[], budget: number): [Area[], Area[]] {
  let cells = 0;
  const fitting = areas.findIndex(({ range }, index) => {
    cells += sizeOf(range);
    return index > 0 && cells > budget;
  });
  return fitting < 0 ? [[...areas], []] : [areas.slice(0, fitting), areas.slice(fitting)];
}

// The ranges are read once and not tracked, so that Excel need not be asked to forget them.
function ask(
  context: Excel.RequestContext,
  { sheetId, range, known }: Area,
  purpose: Purpose,
  share: number,
): AskedArea {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const within = ({ top, left, bottom, right }: GridRange) =>
    sheet
      .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
      .untrack()
      .getUsedRangeOrNullObject(true)
      .untrack();
  const { top, left, bottom, right } = range;
  const lastColumn = Math.min(right, left + Math.max(FIRST_COLUMNS, known?.columns ?? 0) - 1);
  const rows = Math.max(1, Math.floor(share / (lastColumn - left + 1)), (known?.rows ?? -ROWS_MORE) + ROWS_MORE);
  const lastRow = Math.min(bottom, top + rows - 1);

  const cells = within({ top, left, bottom: lastRow, right: lastColumn });
  cells.load({ rowIndex: true, columnIndex: true, formulas: true });
  if (purpose === "reading") cells.load({ values: true, numberFormat: true });
  const rest: Excel.Range[] = [];
  if (lastRow < bottom) rest.push(within({ top: lastRow + 1, left, bottom, right }));
  if (lastColumn < right) rest.push(within({ top, left: lastColumn + 1, bottom: lastRow, right }));
  for (const part of rest) part.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
  const hidden = askHidden(sheet, { top, left, bottom: lastRow, right: lastColumn });
  return { sheetId, cells, rest, hidden };
}

function boundsOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): GridRange {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

function pieceOf(range: Excel.Range, purpose: Purpose): Piece {
  const at = { row: range.rowIndex, column: range.columnIndex };
  const formulas = range.formulas as unknown[][];
  if (purpose === "look") return { ...at, values: formulas, formulas, numberFormats: [] };
  return { ...at, values: range.values as unknown[][], formulas, numberFormats: range.numberFormat as unknown[][] };
}

const sizeOf = ({ top, left, bottom, right }: GridRange) => (bottom - top + 1) * (right - left + 1);
