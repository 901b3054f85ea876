// The functions that conditional formats and data validations commonly use.
import type { CellValue } from "xlsx-model/plan";
import { toBoolean, toNumber, type CellReader, type Expression } from "./expression-values";
import { floor, roundTo, subtract } from "xlsx-model/values/fifteen-digits";

type Evaluate = (values: readonly CellValue[], cells: CellReader) => CellValue;

const FUNCTIONS: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ["TRUE", () => true],
  ["FALSE", () => false],
  ["AND", (values) => values.every(toBoolean)],
  ["OR", (values) => values.some(toBoolean)],
  ["NOT", ([value = null]) => !toBoolean(value)],
  ["N", ([value = null]) => (typeof value === "string" ? 0 : toNumber(value))],
  ["T", ([value = null]) => (typeof value === "string" ? value : "")],
  ["LEN", ([value = null]) => String(value ?? "").length],
  [
    "TRIM",
    ([value = null]) =>
      String(value ?? "")
        .trim()
        .replace(/ +/g, " "),
  ],
  ["ABS", ([value = null]) => Math.abs(toNumber(value))],
  ["ROUND", ([value = null, digits = 0]) => roundTo(toNumber(value), Math.trunc(toNumber(digits)))],
  ["MOD", ([value = null, divisor = null]) => modulo(toNumber(value), toNumber(divisor))],
  ["ISNUMBER", ([value = null]) => typeof value === "number"],
  ["ISTEXT", ([value = null]) => typeof value === "string"],
  ["ISBLANK", ([value = null]) => value === null],
]);

/** Null for an unknown function. */
export function callFunction(name: string, parameters: readonly Expression[]): Expression | null {
  const evaluate = FUNCTIONS.get(name);
  return evaluate
    ? (cells) =>
        evaluate(
          parameters.map((parameter) => parameter(cells)),
          cells,
        )
    : null;
}

// Excel's remainder takes the sign of the divisor.
function modulo(value: number, divisor: number): number {
  return subtract(value, divisor * floor(value / divisor));
}
