// Evaluates the simple expressions of conditional formats; what it does not know makes the format invisible, never wrong.
import { parseAnchors } from "xlsx-model/formula-text/move-formula";
import { parseFormula, type Expression as Tree } from "xlsx-model/formula-text/formula-tree";
import type { CellValue } from "xlsx-model/plan";
import { callFunction } from "./expression-functions";
import { compare, ExpressionError, holds, toNumber, type Expression } from "./expression-values";
import { subtract } from "xlsx-model/values/fifteen-digits";

/** Null when the formula uses anything beyond operators, plain references and the known functions. */
export function compileExpression(formula: string): Expression | null {
  const tree = parseFormula(formula);
  if (!tree) return null;
  try {
    return compile(tree);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

function compile(tree: Tree): Expression {
  switch (tree.kind) {
    case "number":
    case "string":
    case "boolean":
      return constant(tree.value);
    case "reference":
      return reference(tree.sheet, tree.text);
    case "call":
      return call(tree.name, tree.parameters);
    case "prefix":
      return prefix(tree.operator, compile(tree.operand));
    case "postfix":
      if (tree.operator !== "%") throw new ExpressionError(tree.operator);
      return divide(compile(tree.operand), constant(100));
    case "binary":
      return binary(tree.operator, compile(tree.left), compile(tree.right));
    default:
      throw new ExpressionError(tree.kind);
  }
}

function constant(value: CellValue): Expression {
  return () => value;
}

/** A range or a reference to another sheet is beyond this evaluator. */
function reference(sheet: string | null, text: string): Expression {
  const cell = sheet === null && !text.includes(":") ? parseAnchors(text) : null;
  const { row = null, column = null, isRowFixed, isColumnFixed } = cell ?? {};
  if (row === null || column === null) throw new ExpressionError(text);
  return (cells) => cells.value(row + (isRowFixed ? 0 : cells.down), column + (isColumnFixed ? 0 : cells.right));
}

function call(name: string, parameters: readonly (Tree | null)[]): Expression {
  const compiled = callFunction(
    name,
    parameters.map((parameter) => (parameter ? compile(parameter) : constant(null))),
  );
  if (!compiled) throw new ExpressionError(name);
  return compiled;
}

function prefix(operator: string, operand: Expression): Expression {
  if (operator === "+") return operand;
  if (operator !== "-") throw new ExpressionError(operator);
  return (cells) => -toNumber(operand(cells));
}

function divide(left: Expression, right: Expression): Expression {
  return (cells) => toNumber(left(cells)) / toNumber(right(cells));
}

function binary(operator: string, left: Expression, right: Expression): Expression {
  switch (operator) {
    case "+":
      return (cells) => subtract(toNumber(left(cells)), -toNumber(right(cells)));
    case "-":
      return (cells) => subtract(toNumber(left(cells)), toNumber(right(cells)));
    case "*":
      return (cells) => toNumber(left(cells)) * toNumber(right(cells));
    case "/":
      return divide(left, right);
    case "^":
      return (cells) => toNumber(left(cells)) ** toNumber(right(cells));
    case "&":
      return (cells) => `${left(cells) ?? ""}${right(cells) ?? ""}`;
    case ":":
    case " ":
      throw new ExpressionError(operator);
    default:
      return (cells) => holds(operator, compare(left(cells), right(cells)));
  }
}
