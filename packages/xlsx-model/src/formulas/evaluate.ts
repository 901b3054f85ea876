// One run of the formula engine over the formulas to compute and the values that they need.
import { formatLocalCell } from "../local-cell";
import type { CellValue, GridRange } from "../plan";
import { UNCOMPUTED } from "../values/uncomputed";
import { ARRAY_ERRORS, ERROR_VALUES } from "../sheet/cell";
import { intersects, WHOLE_SHEET } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { askEngine } from "./engine";
import { asExcelComputes } from "./excel-arithmetic";
import { cellKey, type FormulaCells } from "./formula-cells";
import type { FormulaCell } from "./formula-cell";
import { positions } from "./dependents";
import { engineSheet } from "./resolve";
import type { CellResult, ComputeTask, TargetResult } from "./run-task.mjs";
import type { ArrayValues } from "./spilled-results";

export interface Computed {
  readonly formula: FormulaCell;
  /** Null when the engine could not compute it. */
  readonly values: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[] | null;
  /** The values of a dynamic array; null for a formula that gives one value. */
  readonly array: ArrayValues | null;
}

const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;
// What Excel would never answer: the engine reads the formula in another way, or does not know the function ("#NAME?").
const ENGINE_ERRORS = new Set(["#N/IMPL!", "#ERROR!", "#CIRC!"]);

function input(value: CellValue, isFormula: boolean): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value === null) return "";
  if (value === "") return '=""';
  // Without the apostrophe the engine would take "1/2" for a date and "12" for a number.
  return ERROR_VALUES.has(value) || (isFormula && ARRAY_ERRORS.has(value)) ? value : `'${value}`;
}

/** Rectangles to hand over, sheet by sheet; a sheet asked for from all sides is handed over once. */
function neededRanges(formulas: readonly FormulaCell[], cells: FormulaCells): Map<XlsxSheet, GridRange[]> {
  const needed = new Map<XlsxSheet, Map<string, GridRange>>();
  const everything = formulas.some((formula) => cells.resolve(formula).dynamic);
  for (const sheet of everything ? cells.book.sheets : []) needed.set(sheet, new Map([["", WHOLE_SHEET]]));
  for (const formula of formulas) {
    for (const { sheet, range } of cells.resolve(formula).references) {
      const ranges = needed.get(sheet) ?? new Map<string, GridRange>();
      ranges.set(`${range.top} ${range.left} ${range.bottom} ${range.right}`, range);
      needed.set(sheet, ranges);
    }
  }
  const merged = new Map<XlsxSheet, GridRange[]>();
  for (const [sheet, ranges] of needed) {
    const rows = [...ranges.values()].reduce((total, { top, bottom }) => total + bottom - top + 1, 0);
    merged.set(sheet, rows > 20_000 ? [bounds([...ranges.values()])] : [...ranges.values()]);
  }
  return merged;
}

function bounds(ranges: readonly GridRange[]): GridRange {
  return ranges.reduce((all, range) => ({
    top: Math.min(all.top, range.top),
    left: Math.min(all.left, range.left),
    bottom: Math.max(all.bottom, range.bottom),
    right: Math.max(all.right, range.right),
  }));
}

/**
 * `isNameErrorTrue`: what is unknown here is unknown to Excel, too. `texts` gives the engine's own wording of each formula.
 * Null when the engine did not survive it.
 */
export async function evaluate(
  texts: ReadonlyMap<FormulaCell, string>,
  cells: FormulaCells,
  isNameErrorTrue: boolean,
  milliseconds: number,
): Promise<Computed[] | null> {
  const { sheets } = cells.book;
  const positionOf = new Map(sheets.map((sheet, position) => [sheet, position]));
  const at = (sheet: XlsxSheet): number => positionOf.get(sheet) ?? 0;
  const targets = [...texts.keys()].flatMap((formula) =>
    targetsOf(formula).map(({ row, column }) => ({
      formula,
      sheet: at(formula.sheet),
      reader: sheets.length + at(formula.sheet),
      row,
      column,
      anchor: formula.area || formula.isDynamic ? null : ([formula.row, formula.column] as const),
      isDynamic: formula.isDynamic,
    })),
  );
  const answers = await askEngine(
    {
      kind: "compute",
      // Beside each sheet its readers: a formatted value is rounded; a number joined to a text is written in full.
      sheets: Array.from({ length: 2 * sheets.length }, (_, position) => engineSheet(position)),
      inputs: inputsOf([...texts.keys()], cells, at),
      formulas: [
        ...[...texts].map(([formula, text]) => ({ ...placeOf(formula, at), text: `=${asExcelComputes(text)}` })),
        // In the place of the cell it reads each reader is the same formula to the engine, which looks a new one up
        // among all that it has.
        ...targets.map(({ sheet, reader, row, column }) => ({
          sheet: reader,
          row,
          column,
          text: `=${engineSheet(sheet)}!${formatLocalCell(row, column)}&""`,
          size: null,
        })),
      ],
      targets: targets.map(({ sheet, reader, row, column, anchor, isDynamic }) => ({
        sheet,
        reader,
        row,
        column,
        anchor,
        isDynamic,
      })),
    },
    milliseconds,
  );
  if (answers === null) return null;
  const hasArrays = isNameErrorTrue || [...texts.keys()].some(({ isDynamic }) => isDynamic);
  const isWrong = (error: string) =>
    ENGINE_ERRORS.has(error) || (ARRAY_ERRORS.has(error) && !hasArrays) || (error === "#NAME?" && !isNameErrorTrue);
  const results = new Map<FormulaCell, { row: number; column: number; value: CellValue }[] | null>();
  const arrays = new Map<FormulaCell, ArrayValues>();
  for (const [index, { formula, row, column }] of targets.entries()) {
    const answer = answers[index];
    const value = answer ? readValue(answer, isWrong) : null;
    const known = results.get(formula);
    const array = answer && value !== null ? arrayOf(answer, value, isWrong) : null;
    if (value === null || known === null || answer?.spills === true || array === "unknown") results.set(formula, null);
    else results.set(formula, [...(known ?? []), { row, column, value }]);
    if (array && array !== "unknown") arrays.set(formula, array);
  }
  return [...results].map(([formula, values]) => ({ formula, values, array: arrays.get(formula) ?? null }));
}

/** "unknown" where one of its values could not be computed. */
function arrayOf(
  { array }: TargetResult,
  first: CellValue,
  isWrong: (error: string) => boolean,
): ArrayValues | "unknown" | null {
  if (!array) return null;
  const { rows, columns, others } = array;
  const values = [first, ...others.map((answer) => readValue(answer, isWrong))];
  if (values.includes(null)) return "unknown";
  const at = (row: number): CellValue[] => values.slice(row * columns, (row + 1) * columns);
  return { rows, columns, values: Array.from({ length: rows }, (_, row) => at(row)) };
}

function placeOf({ sheet, row, column, area, isDynamic }: FormulaCell, at: (sheet: XlsxSheet) => number) {
  const size = isDynamic ? null : area && ([area.right - area.left + 1, area.bottom - area.top + 1] as const);
  return { sheet: at(sheet), row, column, size };
}

function targetsOf({ sheet, row, column, area, isDynamic }: FormulaCell): { row: number; column: number }[] {
  return area && !isDynamic ? [...positions(sheet, area)] : [{ row, column }];
}

/** What it filled last is not in its own way. */
function filledBy({ sheet, row, column, area }: FormulaCell): { row: number; column: number }[] {
  return area ? [...positions(sheet, area)] : [{ row, column }];
}

type Input = ComputeTask["inputs"][number];

function inputsOf(formulas: readonly FormulaCell[], cells: FormulaCells, at: (sheet: XlsxSheet) => number): Input[] {
  const inputs: Input[] = [];
  const computed = new Set(
    formulas.flatMap((formula) =>
      filledBy(formula).map(({ row, column }) => `${formula.sheet.id} ${cellKey(row, column)}`),
    ),
  );
  for (const [sheet, ranges] of neededRanges(formulas, cells)) {
    const position = at(sheet);
    const done = new Set<number>();
    const used = sheet.usedRange(true);
    for (const range of used ? ranges : []) {
      if (!used || !intersects(range, used)) continue;
      for (const row of sheet.part.grid.rowsWithin(range.top, range.bottom, true)) {
        for (const [column, { value, formulaXml }] of sheet.part.grid.cells(row)) {
          const key = cellKey(row, column);
          if (column < range.left || column > range.right || value === null || value === UNCOMPUTED || done.has(key))
            continue;
          done.add(key);
          if (!computed.has(`${sheet.id} ${key}`))
            inputs.push([position, row, column, input(value, formulaXml !== "")]);
        }
      }
    }
  }
  return inputs;
}

function readValue({ type, shown, written }: CellResult, isWrong: (error: string) => boolean): CellValue {
  // The engine knows a zero below zero.
  if (type === NUMBER) return Number(written) + 0;
  if (type === BOOLEAN) return shown === "TRUE";
  if (type === ERROR) return isWrong(shown) ? null : shown;
  return written;
}

const known = new Map<string, boolean>();

/** Whether the engine knows each function; asked of the engine itself, so that no list can grow stale. */
export async function knownFunctions(
  names: ReadonlySet<string>,
  milliseconds: number,
): Promise<(name: string) => boolean> {
  const asked = [...names].filter((name) => !known.has(name));
  const found = asked.length > 0 ? await askEngine({ kind: "known", names: asked }, milliseconds) : [];
  for (const name of found ? asked : []) known.set(name, found?.includes(name) === true);
  return (name) => known.get(name) === true;
}
