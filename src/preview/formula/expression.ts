// Evaluates the simple expressions of conditional formats; what it does not know makes the format invisible, never wrong.
import { columnIndex } from "../../core/domain/cell-ref";
import type { CellValue } from "../../core/workbook-port";
import { callFunction } from "./expression-functions";
import { compare, ExpressionError, holds, toNumber, type Expression } from "./expression-values";
import { tokenize, type Token } from "../../core/domain/formulas/display-tokens";

const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;
const PRECEDENCE: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
};

/** Null when the formula uses anything beyond operators, plain references and the known functions. */
export function compileExpression(formula: string): Expression | null {
  const tokens = tokenize(formula)?.filter(({ kind }) => kind !== "space");
  if (!tokens) return null;
  try {
    const parser = new Parser(tokens);
    const expression = parser.expression(0);
    return parser.isAtEnd ? expression : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

class Parser {
  #position = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.#position === this.tokens.length;
  }

  expression(least: number): Expression {
    let left = this.#unary();
    for (;;) {
      const operator = this.tokens[this.#position]?.text ?? "";
      const precedence = PRECEDENCE[operator];
      if (precedence === undefined || precedence <= least) return left;
      this.#position++;
      left = binary(operator, left, this.expression(precedence));
    }
  }

  #unary(): Expression {
    const token = this.#next();
    if (token.text === "-") {
      const operand = this.#unary();
      return (cells) => -toNumber(operand(cells));
    }
    if (token.text === "(") {
      const inner = this.expression(0);
      this.#expect(")");
      return inner;
    }
    if (token.kind === "string") return constant(token.text.slice(1, -1).replaceAll('""', '"'));
    if (token.kind === "number") return constant(Number(token.text));
    if (token.kind === "name") return this.#name(token.text);
    throw new ExpressionError(`unexpected ${token.text}`);
  }

  #name(name: string): Expression {
    if (this.tokens[this.#position]?.text === "(") return this.#call(name.toUpperCase());
    if (/^true$/i.test(name)) return constant(true);
    if (/^false$/i.test(name)) return constant(false);
    const match = REFERENCE.exec(name);
    // A range or a reference to another sheet is beyond this evaluator.
    if (!match || this.tokens[this.#position]?.text === ":") throw new ExpressionError(name);
    const [, fixedColumn, letters = "", fixedRow, digits = ""] = match;
    const [row, column] = [Number(digits) - 1, columnIndex(letters)];
    return (cells) => cells.value(row + (fixedRow ? 0 : cells.down), column + (fixedColumn ? 0 : cells.right));
  }

  #call(name: string): Expression {
    this.#expect("(");
    const parameters: Expression[] = [];
    while (this.tokens[this.#position]?.text !== ")") {
      parameters.push(this.expression(0));
      if (this.tokens[this.#position]?.text !== ")") this.#expect(",");
    }
    this.#expect(")");
    const call = callFunction(name, parameters);
    if (!call) throw new ExpressionError(name);
    return call;
  }

  #next(): Token {
    const token = this.tokens[this.#position++];
    if (!token) throw new ExpressionError("unexpected end");
    return token;
  }

  #expect(text: string): void {
    if (this.#next().text !== text) throw new ExpressionError(`${text} expected`);
  }
}

function constant(value: CellValue): Expression {
  return () => value;
}

function binary(operator: string, left: Expression, right: Expression): Expression {
  switch (operator) {
    case "+":
      return (cells) => toNumber(left(cells)) + toNumber(right(cells));
    case "-":
      return (cells) => toNumber(left(cells)) - toNumber(right(cells));
    case "*":
      return (cells) => toNumber(left(cells)) * toNumber(right(cells));
    case "/":
      return (cells) => toNumber(left(cells)) / toNumber(right(cells));
    case "&":
      return (cells) => `${left(cells) ?? ""}${right(cells) ?? ""}`;
    default:
      return (cells) => holds(operator, compare(left(cells), right(cells)));
  }
}
