// Every formula of the workbook with what it refers to, gathered when something must be computed.
import { parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { UNCOMPUTED } from "../values/uncomputed";
import { readFormulaTag } from "../sheet/cell";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { resolveFormula, type ResolvedFormula } from "./resolve";
import { FormulaCell, type Book } from "./formula-cell";

const COLUMNS = 16_384;

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

export function cellAt(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}

/** What a file says of an array that had no room: whether it still has none is seen by computing it. */
const ERROR_IN_FILES = "#VALUE!";

/** That the array formulas of a workbook fill together. */
const MOST_ARRAY_CELLS = 200_000;

export class FormulaCells {
  private readonly bySheet = new Map<XlsxSheet, Map<number, FormulaCell>>();
  private readonly resolved = new Map<FormulaCell, ResolvedFormula>();

  private arrayCellsLeft = MOST_ARRAY_CELLS;

  constructor(readonly book: Book) {}

  of(sheet: XlsxSheet): ReadonlyMap<number, FormulaCell> {
    let formulas = this.bySheet.get(sheet);
    if (formulas) return formulas;
    formulas = new Map();
    const found = formulas;
    sheet.part.grid.forEachCell((row, column, cell) => {
      if (cell.formulaXml === "") return;
      const { kind, ref } = readFormulaTag(cell);
      if (kind === "dataTable") return;
      const area = kind === "array" && ref !== null ? this.area(ref) : null;
      const isDynamic = sheet.dynamicArrays.isDynamic(row, column);
      found.set(cellKey(row, column), new FormulaCell(sheet, row, column, cell, area, isDynamic));
    });
    this.bySheet.set(sheet, formulas);
    return formulas;
  }

  /** Null beyond what is computed: such a formula then spills, and is not computed. */
  private area(ref: string): GridRange | null {
    const area = parseLocalRange(ref);
    const size = area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0;
    if (size > this.arrayCellsLeft) return null;
    this.arrayCellsLeft -= size;
    return area;
  }

  *all(isLeftOut: (sheet: XlsxSheet) => boolean = () => false): Generator<FormulaCell> {
    for (const sheet of this.book.sheets) if (!isLeftOut(sheet)) yield* this.of(sheet).values();
  }

  *missing(): Generator<FormulaCell> {
    for (const formula of this.all())
      if (formula.known === UNCOMPUTED || (formula.isDynamic && formula.known === ERROR_IN_FILES)) yield formula;
  }

  resolve(formula: FormulaCell): ResolvedFormula {
    let resolved = this.resolved.get(formula);
    if (!resolved) this.resolved.set(formula, (resolved = resolveFormula(formula, this.book)));
    return resolved;
  }
}
