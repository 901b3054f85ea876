// A cell that holds a formula, as files hold it, and the workbook that it belongs to.
import type { NamedRanges } from "../formula-text/plain-formula";
import type { CellValue, GridRange } from "../plan";
import type { Cell } from "../sheet/cell";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { shownArrays } from "./rewrite";

export class FormulaCell {
  /** The value known so far. */
  readonly known: CellValue;
  private written: string | null = null;

  constructor(
    readonly sheet: XlsxSheet,
    readonly row: number,
    readonly column: number,
    private readonly cell: Readonly<Cell>,
    /** The cells that one array formula fills. */
    readonly area: GridRange | null,
    /** It fills as many cells as its result has, `area` being those of the last one. */
    readonly isDynamic: boolean,
  ) {
    this.known = cell.value;
  }

  /** As files hold it, without "=". */
  get text(): string {
    return (this.written ??= shownArrays(this.sheet.formulas.stored(this.row, this.column, this.cell) ?? ""));
  }
}

export interface Book extends Required<NamedRanges> {
  readonly sheets: readonly XlsxSheet[];
}
