// Values inside a compiled expression: their conversions and comparisons, as Excel does them.
import type { CellValue } from "xlsx-model/plan";
import { subtract } from "xlsx-model/values/fifteen-digits";

export interface CellReader {
  /** The value `down` rows below and `right` columns right of the cell for which the expression was written. */
  value(row: number, column: number): CellValue;
  readonly down: number;
  readonly right: number;
}

/** Throws ExpressionError for a type that Excel would refuse. */
export type Expression = (cells: CellReader) => CellValue;

export class ExpressionError extends Error {}

export function toNumber(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) throw new ExpressionError(`not a number: ${value}`);
  return number;
}

export function toBoolean(value: CellValue): boolean {
  if (typeof value === "boolean") return value;
  return toNumber(value) !== 0;
}

// Excel's order: numbers before texts before booleans; an empty cell is 0 or "".
export function compare(left: CellValue, right: CellValue): number {
  const a = left ?? (typeof right === "string" ? "" : 0);
  const b = right ?? (typeof left === "string" ? "" : 0);
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b, "fr", { sensitivity: "accent" });
  const rank = { number: 0, string: 1, boolean: 2 };
  const [rankA, rankB] = [rank[typeof a as "number"], rank[typeof b as "number"]];
  return rankA === rankB ? subtract(Number(a), Number(b)) : rankA - rankB;
}

export function holds(operator: string, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    default:
      return order >= 0;
  }
}
