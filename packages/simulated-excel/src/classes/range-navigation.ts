// Ranges that follow from a range: cells by position, offset and resized ranges, edges, used ranges, neighbours.
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { columnCount, intersection, rowCount } from "../address";
import type { ExcelState } from "../excel-state";
import { wholeArgument, type ClassTable } from "../object-table";
import { hostErrors } from "../wire";
import { toRange } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";

type Calls = NonNullable<ClassTable<RangeObject>["call"]>;
type Direction = "Left" | "Right" | "Up" | "Down";

const STEP: Readonly<Record<Direction, readonly [number, number]>> = {
  Left: [0, -1],
  Right: [0, 1],
  Up: [-1, 0],
  Down: [1, 0],
};

export function rangeNavigation(state: ExcelState): Calls {
  const derive =
    (make: (range: GridRange, ...args: unknown[]) => GridRange) =>
    ({ sheet, range }: RangeObject, ...args: unknown[]) =>
      rangeObject(sheet, onSheet(make(range, ...args)));
  /** A count of rows or columns; negative ones go the other way. */
  const count = (value: unknown): number => {
    const found = value === undefined || value === null ? 1 : wholeArgument(value);
    if (found === 0) throw hostErrors.invalidArgument();
    return found;
  };
  const beside = (axis: "rows" | "columns", after: boolean) =>
    derive((range, given) => {
      const number = count(given);
      const isAfter = number > 0 === after;
      const size = Math.abs(number);
      if (axis === "rows")
        return isAfter
          ? { ...range, top: range.bottom + 1, bottom: range.bottom + size }
          : { ...range, top: range.top - size, bottom: range.top - 1 };
      return isAfter
        ? { ...range, left: range.right + 1, right: range.right + size }
        : { ...range, left: range.left - size, right: range.left - 1 };
    });
  const edge = ({ sheet, range }: RangeObject, direction: unknown, active: unknown): GridRange => {
    const start = active === undefined || active === null ? range : toRange(state, sheet, active).range;
    return edgeOf(sheet, start, direction as Direction);
  };
  const common = ({ sheet, range }: RangeObject, other: unknown) => {
    const second = toRange(state, sheet, other);
    return second.sheet === sheet ? intersection(range, second.range) : null;
  };
  return {
    GetAbsoluteResizedRange: derive(({ top, left }, rows, columns) => {
      const [height, width] = [wholeArgument(rows), wholeArgument(columns)];
      if (height < 1 || width < 1) throw hostErrors.invalidArgument();
      return { top, left, bottom: top + height - 1, right: left + width - 1 };
    }),
    GetCell: derive(({ top, left }, row, column) => cell(top + wholeArgument(row), left + wholeArgument(column))),
    // "A column contained in the range", where of a cell the page says that it may lie outside.
    GetColumn: derive((range, column) => {
      const at = range.left + wholeArgument(column, 0, columnCount(range) - 1);
      return { ...range, left: at, right: at };
    }),
    GetColumnsAfter: beside("columns", true),
    GetColumnsBefore: beside("columns", false),
    GetEntireColumn: derive((range) => ({ ...range, top: 0, bottom: LAST_ROW })),
    GetEntireRow: derive((range) => ({ ...range, left: 0, right: LAST_COLUMN })),
    GetExtendedRange(object, direction, active) {
      const { range } = object;
      const end = edge(object, direction, active);
      return rangeObject(object.sheet, {
        top: Math.min(range.top, end.top),
        left: Math.min(range.left, end.left),
        bottom: Math.max(range.bottom, end.bottom),
        right: Math.max(range.right, end.right),
      });
    },
    GetIntersection(object, other) {
      const found = common(object, other);
      if (!found) throw hostErrors.itemNotFound();
      return rangeObject(object.sheet, found);
    },
    GetLastCell: derive(({ bottom, right }) => cell(bottom, right)),
    GetLastColumn: derive((range) => ({ ...range, left: range.right })),
    GetLastRow: derive((range) => ({ ...range, top: range.bottom })),
    GetOffsetRange: derive(({ top, left, bottom, right }, rows, columns) => {
      const [down, across] = [wholeArgument(rows), wholeArgument(columns)];
      return { top: top + down, bottom: bottom + down, left: left + across, right: right + across };
    }),
    GetRangeEdge: (object, direction, active) => rangeObject(object.sheet, edge(object, direction, active)),
    GetResizedRange: derive((range, rows, columns) => {
      const [bottom, right] = [range.bottom + wholeArgument(rows), range.right + wholeArgument(columns)];
      // The corner may go beyond the other one, as Microsoft's own sample "patterns" has it draw to the left and upwards.
      return {
        top: Math.min(range.top, bottom),
        left: Math.min(range.left, right),
        bottom: Math.max(range.top, bottom),
        right: Math.max(range.left, right),
      };
    }),
    GetRow: derive((range, row) => {
      const at = range.top + wholeArgument(row, 0, rowCount(range) - 1);
      return { ...range, top: at, bottom: at };
    }),
    GetRowsAbove: beside("rows", false),
    GetRowsBelow: beside("rows", true),
    GetSurroundingRegion: ({ sheet, range }) => rangeObject(sheet, surrounding(sheet, range)),
    // "If the entire range is blank, this function will return the top left cell" is what the page says of the sheet's own.
    GetUsedRange({ sheet, range }, valuesOnly) {
      const used = sheet.usedRangeWithin(range, valuesOnly === true);
      if (!used) throw hostErrors.itemNotFound();
      return rangeObject(sheet, used);
    },
  };
}

/** The used range of a sheet. */
export function usedRangeOf(sheet: SheetModel, valuesOnly: unknown): RangeObject {
  return rangeObject(sheet, sheet.usedRange(valuesOnly === true) ?? cell(0, 0));
}

const cell = (row: number, column: number): GridRange => ({ top: row, bottom: row, left: column, right: column });

function onSheet(range: GridRange): GridRange {
  if (range.top < 0 || range.left < 0 || range.bottom > LAST_ROW || range.right > LAST_COLUMN)
    throw hostErrors.invalidArgument();
  return range;
}

/** Where Ctrl and an arrow lead: to the end of the filled cells, or to the next filled one. */
function edgeOf(sheet: SheetModel, range: GridRange, direction: Direction): GridRange {
  const [down, across] = STEP[direction];
  let row = direction === "Down" ? range.bottom : range.top;
  let column = direction === "Right" ? range.right : range.left;
  const used = sheet.usedRange(true);
  const isFilled = (r: number, c: number) => sheet.content(r, c).value !== null || sheet.content(r, c).formula !== null;
  const isInside = (r: number, c: number) => r >= 0 && c >= 0 && r <= LAST_ROW && c <= LAST_COLUMN;
  const end = (): GridRange =>
    cell(
      direction === "Up" ? 0 : direction === "Down" ? LAST_ROW : row,
      direction === "Left" ? 0 : direction === "Right" ? LAST_COLUMN : column,
    );
  if (!used) return end();
  const isBeyond = () =>
    (direction === "Down" && row > used.bottom) ||
    (direction === "Right" && column > used.right) ||
    (direction === "Up" && row < used.top) ||
    (direction === "Left" && column < used.left);
  const goesAlong =
    isFilled(row, column) && isInside(row + down, column + across) && isFilled(row + down, column + across);
  for (;;) {
    if (!isInside(row + down, column + across)) return cell(row, column);
    if (goesAlong && !isFilled(row + down, column + across)) return cell(row, column);
    row += down;
    column += across;
    if (!goesAlong && isFilled(row, column)) return cell(row, column);
    if (!goesAlong && isBeyond()) return end();
  }
}

/** Bounded by empty rows and columns on every side. */
function surrounding(sheet: SheetModel, range: GridRange): GridRange {
  let region = range;
  for (;;) {
    const around = {
      top: Math.max(0, region.top - 1),
      left: Math.max(0, region.left - 1),
      bottom: Math.min(LAST_ROW, region.bottom + 1),
      right: Math.min(LAST_COLUMN, region.right + 1),
    };
    const used = sheet.usedRangeWithin(around, true);
    const grown = used && {
      top: Math.min(used.top, region.top),
      left: Math.min(used.left, region.left),
      bottom: Math.max(used.bottom, region.bottom),
      right: Math.max(used.right, region.right),
    };
    if (!grown || (rowCount(grown) === rowCount(region) && columnCount(grown) === columnCount(region))) return region;
    region = grown;
  }
}
