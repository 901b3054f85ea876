// Ranges: their cells, their address, and the ranges that follow from them.
import type { GridRange } from "../../core/workbook-port";
import { UNCOMPUTED } from "../../core/workbook-port";
import { cellCount, columnCount, formatAddress, intersection, rowCount } from "../address";
import { boxOf } from "../box";
import type { ExcelState } from "../excel-state";
import { booleanArgument, choiceArgument, hostClass, numberArgument, type ClassTables } from "../object-table";
import { typedInput } from "../typed-input";
import { hostErrors } from "../wire";
import { validationObject } from "./data-validation-classes";
import { rangeObject, rangesObject, sheetObject, toRange, type RangeObject, type RangesObject } from "./objects";
import { boxGetters, pivotsWithin, tablesWithin } from "./sheet-object-classes";

/** Above it Excel answers null instead of the cells of a range (a whole row, a whole sheet). */
const MAX_CELLS = 5_000_000;

export function rangeClasses(state: ExcelState): ClassTables {
  const write = (object: RangeObject, value: unknown) => {
    const sheet = state.writable(object.sheet);
    refuseFilteredRows(object, value);
    eachCell(object.range, value, (row, column, input) => {
      sheet.setContent(row, column, typedInput(cellInput(input), sheet.style(row, column).numberFormat));
      state.traffic.cellsWritten += 1;
    });
    state.cellsChanged(sheet, object.range, "add-in");
  };
  return {
    Range: hostClass<RangeObject>({
      get: {
        Address: ({ sheet, range }) => formatAddress(sheet.name, range),
        ColumnCount: ({ range }) => columnCount(range),
        ColumnIndex: ({ range }) => range.left,
        Formulas: ({ sheet, range }) =>
          grid(range, (row, column) => {
            const { formula, value } = sheet.content(row, column);
            return formula ?? value ?? "";
          }),
        NumberFormat: ({ sheet, range }) =>
          grid(range, (row, column) => sheet.style(row, column).numberFormat ?? "General"),
        RowCount: ({ range }) => rowCount(range),
        RowIndex: ({ range }) => range.top,
        ...boxGetters(({ sheet, range }: RangeObject) => boxOf(sheet, range)),
        Values({ sheet, range }) {
          const cells = grid(range, (row, column) => sheet.content(row, column).value ?? "");
          if (cells) state.traffic.cellsRead += cellCount(range);
          return cells;
        },
      },
      set: {
        Formulas: write,
        NumberFormat({ sheet, range }, value) {
          const target = state.writable(sheet);
          eachRun(range, value, (run, format) => target.setStyle(run, { numberFormat: String(format) }));
        },
        RowHidden({ sheet }, value) {
          if (booleanArgument(value)) throw hostErrors.invalidArgument("Rows are only shown.");
          state.writable(sheet).showRows();
        },
        Style({ sheet, range }, value) {
          choiceArgument(value, ["Normal"]);
          state.writable(sheet).resetStyle(range);
        },
        Values: write,
      },
      nav: {
        ConditionalFormats: ({ sheet, range }) => rangesObject("ConditionalFormatCollection", sheet, [range]),
        DataValidation: (object) => validationObject(state, object),
        Format: ({ sheet, range }) => ({ className: "RangeFormat", sheet, range }) satisfies RangeObject,
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
      call: {
        Clear({ sheet, range }, what) {
          const target = state.writable(sheet);
          if (what === "Formats" || what === "Hyperlinks") throw hostErrors.invalidArgument("Only contents or all.");
          target.clear(range, what === "Contents" ? "contents" : "all");
          state.cellsChanged(target, range, "add-in");
        },
        GetBoundingRect({ sheet, range }, other) {
          const { range: second } = toRange(state, sheet, other);
          return rangeObject(sheet, {
            top: Math.min(range.top, second.top),
            left: Math.min(range.left, second.left),
            bottom: Math.max(range.bottom, second.bottom),
            right: Math.max(range.right, second.right),
          });
        },
        GetColumnProperties({ sheet, range: { left, right } }, wanted) {
          askedFor(wanted, "columnHidden");
          return inside(left, right, (column) => ({ columnHidden: sheet.isColumnHidden(column) }));
        },
        GetIntersectionOrNullObject({ sheet, range }, other) {
          const second = toRange(state, sheet, other);
          const common = second.sheet === sheet ? intersection(range, second.range) : null;
          return common && rangeObject(sheet, common);
        },
        GetMergedAreasOrNullObject({ sheet, range }) {
          const merges = sheet.merges.filter((merge) => intersection(merge, range) !== null);
          return merges.length > 0 ? rangesObject("RangeAreas", sheet, merges) : null;
        },
        GetPivotTables: (object, fullyContained) => (refuseTrue(fullyContained), pivotsWithin(object)),
        GetTables: (object, fullyContained) => (refuseTrue(fullyContained), tablesWithin(object)),
        GetRow({ sheet, range }, index) {
          const row = range.top + numberArgument(index);
          return rangeObject(sheet, { ...range, top: row, bottom: row });
        },
        GetRowProperties({ sheet, range: { top, bottom } }, wanted) {
          askedFor(wanted, "rowHidden");
          return inside(top, bottom, (row) => ({ rowHidden: sheet.isRowHidden(row) }));
        },
        GetUsedRangeOrNullObject({ sheet, range }, valuesOnly) {
          const used = sheet.usedRangeWithin(range, valuesOnly === true);
          return used && rangeObject(sheet, used);
        },
        Merge: ({ sheet, range }) => state.writable(sheet).merge(range),
        Select({ sheet, range }) {
          // Stricter than Excel, so that no command leaves another sheet in view.
          if (state.model.activeSheet !== sheet) throw hostErrors.invalidOperation("The worksheet is not active.");
          state.select(sheet, range);
        },
        Unmerge: ({ sheet, range }) => state.writable(sheet).unmerge(range),
        _ValidateArraySize({ range }, rows, columns) {
          if (rows !== rowCount(range) || columns !== columnCount(range)) throw wrongShape();
        },
      },
    }),
    RangeAreas: hostClass<RangesObject>({
      get: { Address: ({ sheet, ranges }) => ranges.map((range) => formatAddress(sheet.name, range)).join(",") },
      nav: {
        Areas: ({ sheet, ranges }) => rangesObject("RangeCollection", sheet, ranges),
        ConditionalFormats: ({ sheet, ranges }) => rangesObject("ConditionalFormatCollection", sheet, ranges),
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
    }),
    RangeCollection: hostClass<RangesObject>({
      items: ({ sheet, ranges }) => ranges.map((range) => rangeObject(sheet, range)),
    }),
  };
}

/** Only what the range touches is simulated. */
function refuseTrue(value: unknown): void {
  if (booleanArgument(value)) throw hostErrors.invalidArgument("Only what touches the range.");
}

function grid<T>(range: GridRange, read: (row: number, column: number) => T): T[][] | null {
  if (cellCount(range) > MAX_CELLS) return null;
  return Array.from({ length: rowCount(range) }, (_, row) =>
    Array.from({ length: columnCount(range) }, (__, column) => read(range.top + row, range.left + column)),
  );
}

/** Of the properties of rows and columns the host knows this one alone. */
function askedFor(wanted: unknown, only: string): void {
  const names = typeof wanted === "object" && wanted !== null ? Object.entries(wanted) : [];
  if (names.length !== 1 || names.some(([name, isWanted]) => name !== only || isWanted !== true)) {
    throw hostErrors.invalidArgument(`Only ${only} can be asked for.`);
  }
}

function inside<T>(first: number, last: number, read: (at: number) => T): T[] {
  return Array.from({ length: last - first + 1 }, (_, index) => read(first + index));
}

/** Excel puts several values beside the rows that a filter hides (office-js#224): none of ours may end up elsewhere. */
function refuseFilteredRows({ sheet, range: { top, bottom } }: RangeObject, value: unknown): void {
  if (!sheet.isFiltered || !Array.isArray(value) || top === bottom) return;
  for (let row = top; row <= bottom; row += 1) {
    if (sheet.isRowHidden(row)) throw hostErrors.invalidOperation("A filter hides some of these rows.");
  }
}

const wrongShape = () =>
  hostErrors.invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** A single value goes to every cell; null leaves its cell alone. */
function eachCell(
  range: GridRange,
  value: unknown,
  visit: (row: number, column: number, input: unknown) => void,
): void {
  const rows = Array.isArray(value) ? (value as unknown[]) : null;
  if (rows && rows.length !== rowCount(range)) throw wrongShape();
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = rows ? rows[row - range.top] : null;
    if (rows && (!Array.isArray(cells) || cells.length !== columnCount(range))) throw wrongShape();
    for (let column = range.left; column <= range.right; column += 1) {
      const input: unknown = Array.isArray(cells) ? cells[column - range.left] : value;
      if (input !== null && input !== undefined) visit(row, column, input);
    }
  }
}

/** Neighbours of one row with one value together. */
function eachRun(range: GridRange, value: unknown, visit: (run: GridRange, value: unknown) => void): void {
  let run: { range: GridRange; value: unknown } | null = null;
  eachCell(range, value, (row, column, input) => {
    if (run && run.value === input && run.range.top === row && run.range.right === column - 1) {
      run.range = { ...run.range, right: column };
      return;
    }
    if (run) visit(run.range, run.value);
    run = { range: { top: row, left: column, bottom: row, right: column }, value: input };
  });
  const last = run as { range: GridRange; value: unknown } | null;
  if (last) visit(last.range, last.value);
}

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;
/** Between two quotation marks of a formula. */
const MAX_LITERAL = 255;

function cellInput(input: unknown): string | number | boolean {
  if (typeof input === "string" && input !== UNCOMPUTED) return boundedText(input);
  if (typeof input === "number" || typeof input === "boolean") return input;
  throw hostErrors.invalidArgument();
}

function boundedText(text: string): string {
  const isFormula = text.startsWith("=") && text.length > 1;
  const literals = isFormula ? (text.match(/"(?:[^"]|"")*"/g) ?? []) : [];
  const isTooLong =
    text.replace(/^'/, "").length > (isFormula ? MAX_FORMULA : MAX_TEXT) ||
    literals.some((literal) => literal.slice(1, -1).replaceAll('""', '"').length > MAX_LITERAL);
  if (isTooLong) throw hostErrors.invalidArgument();
  return text;
}
