// The expressions of conditional formats, as Excel evaluates them.
import { describe, expect, it } from "vitest";
import type { CellValue } from "xlsx-model/plan";
import { compileExpression } from "../../../src/grid/formula/expression";
import { ExpressionError } from "../../../src/grid/formula/expression-values";

function evaluate(formula: string, cells: Readonly<Record<string, CellValue>> = {}, down = 0, right = 0): CellValue {
  const expression = compileExpression(formula);
  if (!expression) throw new Error(`not compiled: ${formula}`);
  return expression({ value: (row, column) => cells[`${row}/${column}`] ?? null, down, right });
}

describe("compileExpression", () => {
  it.each([
    ["1+2*3", 7],
    ["(1+2)*3", 9],
    ["10-2-3", 5],
    ["-2+5", 3],
    ['"a"&"b"', "ab"],
    ["2>=2", true],
    ['"é"="É"', true],
    ['"z"<5', false],
    ["AND(TRUE,1<2,NOT(FALSE))", true],
    ["OR(1=2,3=4)", false],
    ["MOD(-1,3)", 2],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1.005,2)", 1.01],
    ["0.5-0.4-0.1", 0],
    ["0.1+0.2-0.3", 0],
    ["0.1+0.2=0.3", true],
    ["0.1+0.2>0.3", false],
    ["MOD(0.29*100,1)", 0],
    ['LEN("marque")>0', true],
    ['N("marque")=0', true],
  ])("%s gives %s", (formula, expected) => {
    expect(evaluate(formula)).toBe(expected);
  });

  it("moves relative references with the cell and leaves fixed ones", () => {
    const cells = { "5/1": 1, "7/3": 2, "7/1": 3, "5/3": 4 };
    expect(evaluate("B6", cells, 2, 2)).toBe(2);
    expect(evaluate("$B6", cells, 2, 2)).toBe(3);
    expect(evaluate("B$6", cells, 2, 2)).toBe(4);
    expect(evaluate("$B$6", cells, 2, 2)).toBe(1);
  });

  it("takes an empty cell for 0 or for an empty text, never for a figure", () => {
    expect(evaluate("A1=0")).toBe(true);
    expect(evaluate('A1=""')).toBe(true);
    expect(evaluate("ISNUMBER(A1)")).toBe(false);
    expect(evaluate("ISBLANK(A1)")).toBe(true);
  });

  it.each(["SUM(A1:A3)>0", "Feuille2!A1>0", "A1>", "INCONNUE(1)", "1 2", "é@"])("refuses %s", (formula) => {
    expect(compileExpression(formula)).toBeNull();
  });

  it("refuses to compute with a text that is no number", () => {
    expect(() => evaluate("A1+1", { "0/0": "nd" })).toThrow(ExpressionError);
  });
});
