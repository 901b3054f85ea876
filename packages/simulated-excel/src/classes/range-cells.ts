// The cells of a range as the API reads and writes them: values, formulas, formats and what they show.
import { translateFormulaToR1C1 } from "@borgar/fx";
import { parseLocalRange, splitAddress } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { shiftFormula } from "xlsx-model/formula-text/move-formula";
import { toEnglishFormula, toFrenchFormula } from "xlsx-model/formula-text/formula-french";
import { MAX_TEXT, type CellValue, type GridRange } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCount, columnCount, intersection, isUnbounded, rowCount } from "../address";
import { valueBefore } from "../cell-change";
import type { ExcelState } from "../excel-state";
import { enteredFormula } from "../formula/entered-formula";
import { referencesOf } from "../formula/parse-formula";
import { fromR1C1 } from "../formula/r1c1";
import { categoryOf, isNumberFormat, localFormat, shownText } from "../number-format";
import { textArgument, type ClassTable } from "../object-table";
import { coveredCells } from "../merge-and-clear";
import { isFormula, typedInput } from "../typed-input";
import { hostErrors } from "../wire";
import { matrixOf } from "./matrix";
import type { RangeObject } from "./range-object";
import { readValueAt, typeOf, valueAt } from "../cell-value";

export function cellGetters(state: ExcelState): NonNullable<ClassTable<RangeObject>["get"]> {
  const { profile } = state;
  const isFrench = profile.locale === "fr-FR";
  const formatAt = (sheet: SheetModel, row: number, column: number) =>
    sheet.style(row, column).numberFormat ?? "General";
  const each =
    <T>(read: (sheet: SheetModel, row: number, column: number) => T) =>
    ({ sheet, range }: RangeObject) =>
      grid(range, (row, column) => read(sheet, row, column));
  const formulas = each(formulaAt);
  return {
    Formulas: formulas,
    FormulasLocal: each((sheet, row, column) => {
      const formula = formulaAt(sheet, row, column);
      return isFrench && isFormula(formula) ? toFrenchFormula(formula) : formula;
    }),
    FormulasR1C1: each((sheet, row, column) => {
      const formula = formulaAt(sheet, row, column);
      return isFormula(formula) ? translateFormulaToR1C1(formula, formatLocalCell(row, column)) : formula;
    }),
    NumberFormat: each(formatAt),
    NumberFormatCategories: each((sheet, row, column) => categoryOf(formatAt(sheet, row, column))),
    NumberFormatLocal: each((sheet, row, column) => localFormat(formatAt(sheet, row, column), profile)),
    Text: each((sheet, row, column) => shownText(valueAt(sheet, row, column), formatAt(sheet, row, column), profile)),
    ValueTypes: each((sheet, row, column) => typeOf(valueAt(sheet, row, column))),
    Values(object) {
      const cells = each((sheet, row, column) => readValueAt(sheet, row, column) ?? "")(object);
      if (cells) state.traffic.cellsRead += cellCount(object.range);
      return cells;
    },
  };
}

export function cellSetters(state: ExcelState): NonNullable<ClassTable<RangeObject>["set"]> {
  const writeAs = (read: (input: unknown) => unknown) => (object: RangeObject, value: unknown) => {
    refuseUnbounded(object.range);
    const sheet = state.writableCells(object.sheet, object.range);
    const shifts = filteredRows(state, object, value);
    const isCovered = coveredCells(sheet, object.range);
    const before = valueBefore(sheet, object.range);
    const { top, left } = object.range;
    const isOne = !Array.isArray(value);
    eachCell(object.range, value, (row, column, input) => {
      const at = shifts?.[row - top] ?? row;
      const said = cellInput(read(input));
      const given = isOne && isFormula(said) ? shiftFormula(said, row - top, column - left) : said;
      if (isCovered(at, column)) {
        if (given !== "" && Array.isArray(value) && state.profile.houseRules)
          throw hostErrors.invalidOperation("Stricter than Excel: a merged area covers the cell.");
        return;
      }
      enterCell(state, sheet, at, column, given);
      if (isFormula(given)) fillTableColumn(state, sheet, at, column, given);
      state.traffic.cellsWritten += 1;
    });
    state.cellsChanged(sheet, object.range, "add-in", { before });
  };
  const write = writeAs((input) => input);
  const setFormat = ({ sheet, range }: RangeObject, value: unknown) => {
    refuseUnbounded(range);
    const target = state.writable(sheet, "formatCells");
    eachRun(range, value, (run, wanted) => {
      const numberFormat = textArgument(wanted);
      if (!isNumberFormat(numberFormat)) throw hostErrors.invalidArgument();
      target.setStyle(run, { numberFormat });
    });
  };
  return {
    Formulas: write,
    FormulasLocal: writeAs((input) =>
      isFormula(input) && state.profile.locale === "fr-FR" ? toEnglishFormula(input) : input,
    ),
    FormulasR1C1: (object, value) => write(object, eachFromR1C1(object.range, value)),
    NumberFormat: setFormat,
    Values: write,
  };
}

/** "You can't set cell-level properties like values, numberFormat, or formula on an unbounded range because the request is too large." */
function refuseUnbounded(range: GridRange): void {
  if (isUnbounded(range)) throw hostErrors.invalidArgument("The range is unbounded: the request is too large.");
}

/** Each as it is said from its own cell: "=RC[-1]*2". */
function eachFromR1C1(range: GridRange, value: unknown): unknown {
  const rows = Array.isArray(value)
    ? matrixOf(value, rowCount(range), columnCount(range))
    : Array.from({ length: rowCount(range) }, () => Array.from({ length: columnCount(range) }, () => value));
  return rows.map((row, down) =>
    row.map((input, across) => {
      if (!isFormula(input)) return input;
      const cell = formatLocalCell(range.top + down, range.left + across);
      return fromR1C1(input, cell);
    }),
  );
}

/** What the agent types and what the add-in writes go the same way into a cell. */
export function enterCell(
  state: ExcelState,
  sheet: SheetModel,
  row: number,
  column: number,
  input: string | number | boolean,
): void {
  const format = sheet.style(row, column).numberFormat;
  const { numberFormat, ...content } = typedInput(input, format);
  const { formula } = content;
  const value = formula === null ? content.value : enteredFormula(state, sheet.id, formula);
  sheet.setContent(row, column, formula === null ? { value, formula } : { value, formula, isDynamic: true });
  if (formula !== null) state.formulaWritten(sheet, row, column);
  const taken = numberFormat ?? (formula === null ? null : formatOfFirst(state, sheet, formula));
  if (taken !== null && (format === undefined || format === "General"))
    sheet.setStyle({ top: row, left: column, bottom: row, right: column }, { numberFormat: taken });
}

/** The format of the first cell that a formula names, where this Excel gives it to the formula's own. */
function formatOfFirst(state: ExcelState, home: SheetModel, formula: string): string | null {
  const [first] = state.hasBug("formula-takes-format") ? referencesOf(formula) : [];
  if (first === undefined) return null;
  const { sheet, local } = splitAddress(first);
  const owner = sheet === null ? home : state.sheet(sheet);
  const range = parseLocalRange(local);
  return (owner && range && owner.style(range.top, range.left).numberFormat) ?? null;
}

/** Where a column of a table is empty but for this cell, Excel makes it a column of formulas. */
function fillTableColumn(state: ExcelState, sheet: SheetModel, row: number, column: number, formula: string): void {
  if (!state.hasBug("table-column-fills")) return;
  const cell = { top: row, left: column, bottom: row, right: column };
  const body = sheet.tables.list().find((table) => intersection(table.body, cell))?.body;
  if (!body) return;
  const others = Array.from({ length: body.bottom - body.top + 1 }, (_, at) => body.top + at).filter(
    (at) => at !== row,
  );
  if (others.some((at) => formulaAt(sheet, at, column) !== "")) return;
  for (const at of others) enterCell(state, sheet, at, column, `=${shiftFormula(formula.slice(1), at - row, 0)}`);
}

function formulaAt(sheet: SheetModel, row: number, column: number): CellValue {
  const { formula, value } = sheet.content(row, column);
  return formula ?? value ?? "";
}

/** "When you request an unbounded range, the response returns null for cell-level properties." */
function grid<T>(range: GridRange, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(range)) return null;
  return Array.from({ length: rowCount(range) }, (_, row) =>
    Array.from({ length: columnCount(range) }, (__, column) => read(range.top + row, range.left + column)),
  );
}

/** The rows that take the values where a filter hides some of them (office-js#224); null without such a filter. */
function filteredRows(state: ExcelState, { sheet, range: { top, bottom } }: RangeObject, value: unknown) {
  if (!sheet.isFiltered || !Array.isArray(value) || top === bottom) return null;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const shown = rows.filter((row) => !sheet.isRowHidden(row));
  if (shown.length === rows.length) return null;
  if (state.profile.houseRules)
    throw hostErrors.invalidOperation("Stricter than Excel: a filter hides some of these rows.");
  if (!state.hasBug("filtered-rows-shift-values")) return null;
  let next = bottom;
  return rows.map((_, index) => shown[index] ?? (next += 1));
}

/** A single value goes to every cell; null leaves its cell alone. */
function eachCell(
  range: GridRange,
  value: unknown,
  visit: (row: number, column: number, input: unknown) => void,
): void {
  const rows = Array.isArray(value) ? matrixOf(value, rowCount(range), columnCount(range)) : null;
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = rows?.[row - range.top];
    for (let column = range.left; column <= range.right; column += 1) {
      const input = cells ? cells[column - range.left] : value;
      if (input !== null && input !== undefined) visit(row, column, input);
    }
  }
}

/** A single value for the whole range at once; else neighbours of one row with one value together. */
function eachRun(range: GridRange, value: unknown, visit: (run: GridRange, value: unknown) => void): void {
  const only = onlyValue(value);
  if (only !== undefined) return visit(range, only);
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

/** A value that is given alone or as the one cell of an array. */
function onlyValue(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [row, another] = value as unknown[];
  return another === undefined && Array.isArray(row) && row.length === 1 ? (row as unknown[])[0] : undefined;
}

function cellInput(input: unknown): string | number | boolean {
  if (typeof input === "number" || typeof input === "boolean") return input;
  if (typeof input !== "string" || input === UNCOMPUTED) throw hostErrors.invalidArgument();
  if (!isFormula(input) && input.replace(/^'/, "").length > MAX_TEXT) throw hostErrors.invalidArgument();
  return input;
}
