// One run of the formula engine over the formulas to compute and the values that they need.
import type { Model } from "@ironcalc/wasm";
import type * as IronCalc from "@ironcalc/wasm";
import { UNCOMPUTED, type CellValue, type GridRange } from "../../core/workbook-port";
import { ERROR_VALUES } from "../sheet/cell";
import { intersects, WHOLE_SHEET } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { cellKey, type FormulaCell, type FormulaCells } from "./formula-cells";
import { positions } from "./dependents";
import { engineSheet } from "./resolve";

export interface Computed {
  readonly formula: FormulaCell;
  /** Null when the engine could not compute it. */
  readonly values: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[] | null;
}

const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;
// What Excel would never answer: the engine does not know the function, or reads the formula in another way.
const ENGINE_ERRORS = new Set(["#NAME?", "#N/IMPL!", "#ERROR!", "#CIRC!", "#SPILL!", "#CALC!"]);

function input(value: CellValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value === null) return "";
  if (value === "") return '=""';
  // Without the apostrophe the engine would take "1/2" for a date and "12" for a number.
  return ERROR_VALUES.has(value) ? value : `'${value}`;
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

/** `texts` gives the engine's own wording of each formula. */
export function evaluate(
  engine: typeof IronCalc,
  texts: ReadonlyMap<FormulaCell, string>,
  cells: FormulaCells,
): Computed[] {
  const model = new engine.Model("classeur", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    const { sheets } = cells.book;
    const readerOf = (sheet: XlsxSheet): number => sheets.length + sheets.indexOf(sheet);
    for (let position = 0; position < 2 * sheets.length; position++) {
      if (position > 0) model.newSheet();
      model.renameSheet(position, engineSheet(position));
    }
    const formulas = [...texts.keys()];
    handOver(model, formulas, cells);
    const targets = formulas.flatMap((formula) => targetsOf(formula).map((at) => ({ formula, ...at })));
    for (const [formula, text] of texts) put(model, sheets.indexOf(formula.sheet), formula, `=${text}`);
    // A formatted value is rounded; a number joined to a text is written in full. In the place of the cell it reads each
    // reader is the same formula to the engine, which looks a new one up among all that it has.
    for (const { formula, row, column } of targets) {
      const cell = `${engineSheet(sheets.indexOf(formula.sheet))}!${engine.columnNameFromNumber(column + 1)}${row + 1}`;
      model.setUserInput(readerOf(formula.sheet), row + 1, column + 1, `=${cell}&""`);
    }
    model.resumeEvaluation();
    model.evaluate();
    const results = new Map<FormulaCell, { row: number; column: number; value: CellValue }[] | null>();
    for (const { formula, row, column } of targets) {
      const value = readValue(model, sheets.indexOf(formula.sheet), row, column, () =>
        model.getFormattedCellValue(readerOf(formula.sheet), row + 1, column + 1),
      );
      const known = results.get(formula);
      if (value === null || known === null || spills(model, sheets.indexOf(formula.sheet), formula))
        results.set(formula, null);
      else results.set(formula, [...(known ?? []), { row, column, value }]);
    }
    return [...results].map(([formula, values]) => ({ formula, values }));
  } finally {
    model.free();
  }
}

function targetsOf({ sheet, row, column, area }: FormulaCell): { row: number; column: number }[] {
  return area ? [...positions(sheet, area)] : [{ row, column }];
}

function put(model: Model, sheet: number, { row, column, area }: FormulaCell, text: string): void {
  if (!area) model.setUserInput(sheet, row + 1, column + 1, text);
  else
    model.setUserArrayFormula(sheet, row + 1, column + 1, area.right - area.left + 1, area.bottom - area.top + 1, text);
}

function handOver(model: Model, formulas: readonly FormulaCell[], cells: FormulaCells): void {
  const { sheets } = cells.book;
  const computed = new Set(
    formulas.flatMap((formula) =>
      targetsOf(formula).map(({ row, column }) => `${formula.sheet.id} ${cellKey(row, column)}`),
    ),
  );
  for (const [sheet, ranges] of neededRanges(formulas, cells)) {
    const position = sheets.indexOf(sheet);
    const done = new Set<number>();
    const used = sheet.usedRange(true);
    for (const range of used ? ranges : []) {
      if (!used || !intersects(range, used)) continue;
      for (const row of sheet.part.grid.rowsWithin(range.top, range.bottom, true)) {
        for (const [column, { value }] of sheet.part.grid.cells(row)) {
          const key = cellKey(row, column);
          if (column < range.left || column > range.right || value === null || value === UNCOMPUTED || done.has(key))
            continue;
          done.add(key);
          if (!computed.has(`${sheet.id} ${key}`)) model.setUserInput(position, row + 1, column + 1, input(value));
        }
      }
    }
  }
}

function readValue(model: Model, sheet: number, row: number, column: number, written: () => string): CellValue {
  const type = model.getCellType(sheet, row + 1, column + 1);
  if (type === NUMBER) return Number(written());
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  if (type === BOOLEAN) return shown === "TRUE";
  if (type === ERROR) return ENGINE_ERRORS.has(shown) ? null : shown;
  return written();
}

// In a file an ordinary formula never fills its neighbours: where the engine lets it, Excel would have answered one value.
function spills(model: Model, sheet: number, { row, column, area }: FormulaCell): boolean {
  if (area) return false;
  const structure = model.getCellArrayStructure(sheet, row + 1, column + 1);
  return typeof structure === "object" && "DynamicAnchor" in structure;
}

const known = new Map<string, boolean>();

/** Whether the engine knows each function; asked of the engine itself, so that no list can grow stale. */
export function knownFunctions(engine: typeof IronCalc, names: ReadonlySet<string>): (name: string) => boolean {
  const asked = [...names].filter((name) => !known.has(name));
  if (asked.length > 0) {
    const model = new engine.Model("fonctions", "en", "UTC", "en");
    for (const [index, name] of asked.entries()) model.setUserInput(0, index + 1, 1, `=${name}()`);
    model.evaluate();
    for (const [index, name] of asked.entries())
      known.set(name, model.getFormattedCellValue(0, index + 1, 1) !== "#NAME?");
    model.free();
  }
  return (name) => known.get(name) === true;
}
