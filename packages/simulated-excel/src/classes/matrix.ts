// Values given for several cells at once: one for each, in rows as long as the range is wide.
import type { GridRange } from "xlsx-model/plan";
import { columnCount, rowCount } from "../address";
import { hostErrors } from "../wire";

type Matrix = readonly (readonly unknown[])[];

const wrongShape = () =>
  hostErrors.invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export function checkShape(range: GridRange, rows: unknown, columns: unknown): void {
  if (rows !== rowCount(range) || columns !== columnCount(range)) throw wrongShape();
}

/** Refused before anything of it is written. */
export function matrixOf(value: unknown, rows: number, columns: number): Matrix {
  if (!Array.isArray(value) || value.length !== rows) throw wrongShape();
  return value.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== columns) throw wrongShape();
    if (row.some((cell) => typeof cell === "object" && cell !== null)) throw hostErrors.invalidArgument();
    return row as readonly unknown[];
  });
}
