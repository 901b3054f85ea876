// Writes one planned sheet over whatever an earlier run left on it: cells, formats, sizes, frozen rows, page.
import type { PlannedCell, SheetLayout } from "../core/workbook-port";
import { applyStyle } from "./apply-style";
import { widthInPoints } from "./column-width";
import { literalText } from "./literal-text";
import type { RequestBudget } from "./request-budget";

const BYTES_PER_STEP = 800;
const BYTES_PER_STYLE = 6000;
/** Of one write; well under what a request bears, so that the pieces fill requests evenly. */
const BYTES_PER_WRITE = 500_000;
/** The client cuts a write in pieces of 1500 cells, each with a range of its own. */
const BYTES_PER_ROW = 20;
const COLUMNS = 16_384;
const encoder = new TextEncoder();

type Input = string | number | null;

/** `key` is the sheet's id or name; `oldRows` are the rows that an earlier run filled. */
export async function writeSheet(
  budget: RequestBudget,
  key: string,
  plan: SheetLayout,
  oldRows: number,
): Promise<void> {
  const sheet = () => budget.context.workbook.worksheets.getItem(key);
  const rangeOf = (row: number, column: number, rows: number, columns: number) =>
    sheet().getRangeByIndexes(row, column, rows, columns).untrack();

  await budget.reserve(BYTES_PER_STEP);
  const everything = sheet().getRange().untrack();
  everything.unmerge();
  everything.clear();

  for (const piece of pieces(plan.cells)) {
    await budget.reserve(piece.bytes);
    rangeOf(piece.row, 0, piece.formulas.length, plan.cells[0]?.length ?? 0).formulas = piece.formulas;
  }
  // Number formats come after the contents: a cell that is text already would keep a formula as text.
  for (const { range, style } of plan.styles) {
    const { top, left, bottom, right } = range;
    const formats = (style.numberFormat?.length ?? 0) * (bottom - top + 1) * (right - left + 1);
    await budget.reserve(BYTES_PER_STYLE + 2 * formats);
    applyStyle(rangeOf(top, left, bottom - top + 1, right - left + 1), range, style);
  }
  for (const { top, left, bottom, right } of plan.merges) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(top, left, bottom - top + 1, right - left + 1).merge();
  }
  for (const [column, characters] of plan.columnWidths.entries()) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(0, column, 1, 1).format.columnWidth = widthInPoints(characters);
  }
  await budget.reserve(BYTES_PER_STEP);
  const rows = Math.max(oldRows, plan.cells.length);
  if (rows > 0) rangeOf(0, 0, rows, COLUMNS).format.autofitRows();
  for (const { row, count, height } of equalNeighbours(plan.rowHeights)) {
    await budget.reserve(BYTES_PER_STEP);
    rangeOf(row, 0, count, 1).format.rowHeight = height;
  }
  await budget.reserve(BYTES_PER_STEP * 3);
  setPage(sheet(), plan);
}

function equalNeighbours(heights: SheetLayout["rowHeights"]): { row: number; count: number; height: number }[] {
  const runs: { row: number; count: number; height: number }[] = [];
  for (const { row, height } of heights) {
    const last = runs.at(-1);
    if (last && last.height === height && last.row + last.count === row) last.count += 1;
    else runs.push({ row, count: 1, height });
  }
  return runs;
}

function setPage(sheet: Excel.Worksheet, { frozenRows, page }: SheetLayout): void {
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.unfreeze();
  const { pageLayout } = sheet;
  pageLayout.orientation =
    page.orientation === "landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  // As wide as one page; as many pages down as needed.
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (page.titleRows) pageLayout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerHeader = page.header;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer;
}

interface CellsPiece {
  readonly row: number;
  readonly formulas: Input[][];
  readonly bytes: number;
}

function* pieces(cells: readonly (readonly PlannedCell[])[]): Generator<CellsPiece> {
  let formulas: Input[][] = [];
  let [start, bytes] = [0, 0];
  for (const [row, line] of cells.entries()) {
    const inputs = line.map(cellInput);
    const size = encoder.encode(JSON.stringify(inputs)).length + BYTES_PER_ROW;
    if (formulas.length > 0 && bytes + size > BYTES_PER_WRITE) {
      yield { row: start, formulas, bytes };
      [formulas, start, bytes] = [[], row, 0];
    }
    formulas.push(inputs);
    bytes += size;
  }
  if (formulas.length > 0 && (formulas[0]?.length ?? 0) > 0) yield { row: start, formulas, bytes };
}

function cellInput({ value, formula }: PlannedCell): Input {
  if (formula !== undefined) return formula;
  // Null leaves the cell as it is, which has just been cleared.
  return typeof value === "string" && value !== "" ? literalText(value) : value === "" ? null : value;
}
