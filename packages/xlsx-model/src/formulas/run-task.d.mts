// The shapes of what the formula engine is asked to do.
import type * as IronCalc from "@ironcalc/wasm";

/** Rows and columns are zero-based, sheets are positions in `sheets`. */
export interface ComputeTask {
  readonly kind: "compute";
  readonly sheets: readonly string[];
  readonly inputs: readonly (readonly [sheet: number, row: number, column: number, text: string])[];
  readonly formulas: readonly {
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
    /** With "=". */
    readonly text: string;
    /** Width and height of an array formula. */
    readonly size: readonly [number, number] | null;
  }[];
  readonly targets: readonly {
    readonly sheet: number;
    /** The sheet whose same cell shows the value in full. */
    readonly reader: number;
    readonly row: number;
    readonly column: number;
    /** Of an ordinary formula, which must not spill. */
    readonly anchor: readonly [number, number] | null;
    /** Of a formula that may. */
    readonly isDynamic: boolean;
  }[];
}

export interface CellResult {
  readonly type: number;
  readonly shown: string;
  readonly written: string;
}

export interface TargetResult extends CellResult {
  readonly spills: boolean;
  /** Rows and columns of a dynamic array, and its values row by row but for the first; null for one value. */
  readonly array: ArrayResult | null;
}

export interface ArrayResult {
  readonly rows: number;
  readonly columns: number;
  readonly others: readonly CellResult[];
}

export interface KnownTask {
  readonly kind: "known";
  readonly names: readonly string[];
}

export function runTask(engine: typeof IronCalc, task: ComputeTask): readonly TargetResult[];
export function runTask(engine: typeof IronCalc, task: KnownTask): readonly string[];
export function runTask(
  engine: typeof IronCalc,
  task: ComputeTask | KnownTask,
): readonly TargetResult[] | readonly string[];
