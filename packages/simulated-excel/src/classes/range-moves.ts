// Cells inserted, deleted, copied and moved.
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import { shiftFormula } from "xlsx-model/formula-text/move-formula";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { columnCount, intersection, rowCount } from "../address";
import { shiftChange, valueBefore } from "../cell-change";
import type { ExcelState } from "../excel-state";
import { followMove, movedContent } from "../follow-move";
import type { ClassTable } from "../object-table";
import { coveredCells, mergeCells } from "../merge-and-clear";
import { transposeFormula } from "../formula/transpose";
import { hostErrors, NotSimulated } from "../wire";
import { valueAt } from "../cell-value";
import { isRangeObject, toRange } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";

type Calls = NonNullable<ClassTable<RangeObject>["call"]>;
type CopyType = "All" | "Formulas" | "Values" | "Formats";

export function rangeMoves(state: ExcelState): Calls {
  return {
    CopyFrom({ sheet, range }, source, type, skipBlanks, transpose) {
      if (type === "Link") throw new NotSimulated('the value "Link"');
      const from = isRangeObject(source) ? source : toRange(state, sheet, source);
      const target = copyTarget(range, from.range, transpose === true);
      if (type !== "Formulas" && type !== "Values")
        for (const cells of [from, { sheet, range: target }]) refuseRules("a copy", cells, type !== "Formats");
      const before = valueBefore(sheet, target);
      copyCells(
        state.writable(sheet),
        target,
        from,
        (type ?? "All") as CopyType,
        skipBlanks === true,
        transpose === true,
      );
      state.cellsChanged(sheet, target, "add-in", { before });
    },
    Delete({ sheet, range }, shift) {
      refuseTableCut(sheet, range);
      refuseMergeCut(sheet, range, shift === "Up");
      state.shiftCells(state.writable(sheet), { range, towards: shift === "Left" ? "left" : "up" });
      state.cellsChanged(sheet, range, "add-in", shiftChange(range, false, shift === "Up"));
    },
    Insert({ sheet, range }, shift) {
      refuseTableCut(sheet, range);
      refuseMergeCut(sheet, range, shift === "Down");
      const isRows = columnCount(range) > LAST_COLUMN;
      const allowedBy = isRows ? "insertRows" : rowCount(range) > LAST_ROW ? "insertColumns" : undefined;
      state.shiftCells(state.writable(sheet, allowedBy), { range, towards: shift === "Right" ? "right" : "down" });
      state.cellsChanged(sheet, range, "add-in", shiftChange(range, true, shift === "Down"));
      return rangeObject(sheet, range);
    },
    MoveTo({ sheet, range }, destination) {
      const { sheet: other, range: start } = toRange(state, sheet, destination);
      const target = copyTarget({ ...start, bottom: start.top, right: start.left }, range, false);
      refuseRules("a move", { sheet, range }, true);
      refuseRules("a move", { sheet: other, range: target }, true);
      if (touches(sheet.merges, range) || touches(other.merges, target))
        throw new NotSimulated("a move of or over merged cells");
      const cells = contentsOf(sheet, range);
      const formats = formatsOf(sheet, range);
      state.writable(sheet).clear(range, "all");
      state.writable(other);
      const move = { from: sheet, range, to: other, target };
      followMove(state, move);
      eachCell(target, (row, column) => {
        const content = cells[row - target.top]?.[column - target.left];
        if (content) other.setContent(row, column, movedContent(content, move));
        other.cellFormats.setNumber(row, column, formats[row - target.top]?.[column - target.left] ?? 0);
      });
      state.cellsChanged(sheet, range, "add-in");
      state.cellsChanged(other, target, "add-in");
    },
  };
}

/** In Excel they go with the cells, and those of the cells that are written over go; formats alone take some of them along. */
function refuseRules(what: string, { sheet, range }: Pick<RangeObject, "sheet" | "range">, isWhole: boolean): void {
  const { conditionalRules, entryRules } = sheet;
  const isFormatted = conditionalRules.ids().some((id) => touches(conditionalRules.rangesOf(id), range));
  if (isFormatted) throw new NotSimulated(`${what} of or over cells with conditional formats`);
  if (!isWhole) return;
  if (entryRules.touching(range).length > 0) throw new NotSimulated(`${what} of or over cells with data validation`);
  const companions = [...sheet.links.list(), ...sheet.comments.list()];
  if (companions.some((each) => intersection(each.range, range)))
    throw new NotSimulated(`${what} of or over cells with links or comments`);
}

const touches = (ranges: readonly GridRange[] | null | undefined, range: GridRange): boolean =>
  ranges?.some((own) => intersection(own, range)) ?? false;

const contentsOf = (sheet: SheetModel, range: GridRange) => gridOf(range, (row, column) => sheet.content(row, column));
const formatsOf = (sheet: SheetModel, range: GridRange) =>
  gridOf(range, (row, column) => sheet.cellFormats.number(row, column));

function gridOf<T>({ top, left, bottom, right }: GridRange, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => read(top + row, left + column)),
  );
}

function eachCell({ top, left, bottom, right }: GridRange, visit: (row: number, column: number) => void): void {
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) visit(row, column);
}

/** "If the destination is larger by a multiple, the source is repeated"; where it is no multiple, it is copied once. */
function copyTarget(target: GridRange, source: GridRange, isTransposed: boolean): GridRange {
  const [rows, columns] = isTransposed
    ? [columnCount(source), rowCount(source)]
    : [rowCount(source), columnCount(source)];
  const height = rowCount(target) % rows === 0 ? rowCount(target) : rows;
  const width = columnCount(target) % columns === 0 ? columnCount(target) : columns;
  return { ...target, bottom: target.top + height - 1, right: target.left + width - 1 };
}

function copyCells(
  sheet: SheetModel,
  target: GridRange,
  { sheet: from, range }: RangeObject,
  type: CopyType,
  skipBlanks: boolean,
  isTransposed: boolean,
): void {
  const cells = contentsOf(from, range);
  const formats = formatsOf(from, range);
  const merges = type === "All" || type === "Formats" ? copiedMerges(sheet, target, { from, range, isTransposed }) : [];
  const isCovered = coveredCells(sheet, target);
  eachCell(target, (row, column) => {
    const [down, across] = [row - target.top, column - target.left];
    const at: readonly [number, number] = isTransposed
      ? [across % rowCount(range), down % columnCount(range)]
      : [down % rowCount(range), across % columnCount(range)];
    const content = cells[at[0]]?.[at[1]];
    if (!content) return;
    const isBlank = content.value === null && content.formula === null;
    if (skipBlanks && isBlank) return;
    if (type === "All" || type === "Formats") sheet.cellFormats.setNumber(row, column, formats[at[0]]?.[at[1]] ?? 0);
    if (type === "Formats" || isCovered(row, column)) return;
    if (content.formula === null || type === "Values")
      sheet.setContent(row, column, { value: valueAt(from, range.top + at[0], range.left + at[1]), formula: null });
    else {
      const [fromRow, fromColumn] = [range.top + at[0], range.left + at[1]];
      const moved = isTransposed
        ? transposeFormula(content.formula, { row: fromRow, column: fromColumn }, { row, column })
        : shiftFormula(content.formula, row - fromRow, column - fromColumn);
      sheet.setContent(row, column, { value: null, formula: moved });
    }
  });
  for (const merge of merges) mergeCells(sheet, merge, false);
}

/** Merged areas are a format of their cells: those of the target go, and those of the source come, in each of its copies. */
function copiedMerges(
  sheet: SheetModel,
  target: GridRange,
  source: { readonly from: SheetModel; readonly range: GridRange; readonly isTransposed: boolean },
): GridRange[] {
  const { from, range, isTransposed } = source;
  const copied = from.merges.filter((merge) => isSame(intersection(merge, range), merge));
  for (const merge of sheet.merges.filter((each) => intersection(each, target))) {
    if (!isSame(intersection(merge, target), merge))
      throw hostErrors.invalidOperation("This operation is not allowed: it would cut a merged area.");
    sheet.unmerge(merge);
  }
  const [height, width] = isTransposed ? [columnCount(range), rowCount(range)] : [rowCount(range), columnCount(range)];
  const moved: GridRange[] = [];
  for (let row = target.top; row <= target.bottom; row += height)
    for (let column = target.left; column <= target.right; column += width)
      for (const merge of copied) {
        const [down, across] = [merge.top - range.top, merge.left - range.left];
        const [rows, columns] = [rowCount(merge) - 1, columnCount(merge) - 1];
        const top = row + (isTransposed ? across : down);
        const left = column + (isTransposed ? down : across);
        const [more, wider] = isTransposed ? [columns, rows] : [rows, columns];
        moved.push({ top, left, bottom: top + more, right: left + wider });
      }
  return moved;
}

const isSame = (one: GridRange | null, other: GridRange) =>
  one?.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

/** Excel refuses to shift a part of a table's columns or rows: "This operation is not allowed". */
function refuseTableCut(sheet: SheetModel, range: GridRange): void {
  const isCut = sheet.tables.list().some((table) => {
    const common = intersection(table.range, range);
    if (!common) return false;
    const hasAllColumns = columnCount(common) === columnCount(table.range);
    const hasAllRows = rowCount(common) === rowCount(table.range);
    return !hasAllColumns && !hasAllRows;
  });
  if (isCut) throw hostErrors.invalidOperation("This operation is not allowed: it would cut a table.");
}

/** Cells beside those that come or go move: a merged area moves whole, or Excel refuses. */
function refuseMergeCut(sheet: SheetModel, range: GridRange, isVertical: boolean): void {
  const moved = isVertical ? { ...range, bottom: LAST_ROW } : { ...range, right: LAST_COLUMN };
  const isCut = sheet.merges.some((merge) => {
    const common = intersection(merge, moved);
    if (!common) return false;
    return isVertical ? columnCount(common) < columnCount(merge) : rowCount(common) < rowCount(merge);
  });
  if (isCut) throw hostErrors.invalidOperation("This operation is not allowed: it would cut a merged area.");
}
