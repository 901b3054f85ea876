// The syntax tree of an English formula, with Excel's precedences; null for what is none, and for arrays.
import { tokenize, unquoteSheet, type Token } from "./formula-tokens";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly text: string }
  /** `sheet` is without its quotes; "[1]Feuil1" and "Jan:Mar" stay as they are. `text` is "B5", "$B$5:C9", "B:B" or "5:9". */
  | { readonly kind: "reference"; readonly sheet: string | null; readonly text: string }
  | { readonly kind: "name"; readonly sheet: string | null; readonly text: string }
  | { readonly kind: "table"; readonly text: string }
  /** `name` in capitals; a parameter left out is null. */
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly (Expression | null)[] }
  | { readonly kind: "prefix"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "postfix"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression };

/** Excel refuses more than 64 levels; a file may hold anything, and must not exhaust the stack. */
const MOST_LEVELS = 128;

// From the loosest to the tightest. In Excel "-" before a number binds tighter than "^".
const BINARY: Readonly<Record<string, number>> = {
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
  "^": 5,
  " ": 7,
  ":": 8,
};
const PREFIX: ReadonlySet<string> = new Set(["+", "-", "@"]);
const PREFIX_STRENGTH = 6;
const POSTFIX = ["%", "#"] as const;

class NoFormula extends Error {}

function isOperand(expression: Expression): boolean {
  return ["reference", "name", "table", "call"].includes(expression.kind) || isRange(expression);
}

function isRange(expression: Expression): boolean {
  return expression.kind === "binary" && (expression.operator === ":" || expression.operator === " ");
}

class Parser {
  private position = 0;
  private level = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const expression = this.expression(0);
    if (this.afterSpace() < this.tokens.length) throw new NoFormula();
    return expression;
  }

  private expression(least: number): Expression {
    if (++this.level > MOST_LEVELS) throw new NoFormula();
    let left = this.operand();
    for (let next = this.binary(left); next && next.strength > least; next = this.binary(left)) {
      this.position = next.after;
      left = { kind: "binary", operator: next.operator, left, right: this.expression(next.strength) };
    }
    this.level -= 1;
    return left;
  }

  /** A space between two ranges is the operator of their intersection; any other space says nothing. */
  private binary(left: Expression): { operator: string; strength: number; after: number } | null {
    const after = this.afterSpace();
    const token = this.tokens[after];
    if (token?.kind === "operator") {
      const strength = BINARY[token.text];
      return strength === undefined ? null : { operator: token.text, strength, after: after + 1 };
    }
    const meets = token && (token.kind === "reference" || token.kind === "name") && isOperand(left);
    return meets && after > this.position ? { operator: " ", strength: BINARY[" "] ?? 0, after } : null;
  }

  private operand(): Expression {
    this.position = this.afterSpace();
    const token = this.tokens[this.position++];
    if (!token) throw new NoFormula();
    let operand: Expression;
    if (token.kind === "operator" && PREFIX.has(token.text)) {
      return { kind: "prefix", operator: token.text, operand: this.expression(PREFIX_STRENGTH) };
    }
    if (token.kind === "operator" && token.text === "(") {
      operand = this.expression(0);
      this.expect(")");
    } else operand = this.value(token);
    for (let sign = this.take(...POSTFIX); sign !== null; sign = this.take(...POSTFIX)) {
      operand = { kind: "postfix", operator: sign, operand };
    }
    return operand;
  }

  private value({ kind, sheet, text }: Token): Expression {
    switch (kind) {
      case "number":
        return { kind, value: Number(text) };
      case "string":
        return { kind, value: text.slice(1, -1).replaceAll('""', '"') };
      case "boolean":
        return { kind, value: text.toUpperCase() === "TRUE" };
      case "error":
        return { kind, text };
      case "table":
        return { kind, text };
      case "reference":
      case "name":
        return { kind, sheet: sheet === null ? null : unquoteSheet(sheet), text };
      case "function":
        return { kind: "call", name: text.toUpperCase(), parameters: this.parameters() };
      default:
        throw new NoFormula();
    }
  }

  private parameters(): (Expression | null)[] {
    this.expect("(");
    if (this.take(")") !== null) return [];
    const parameters: (Expression | null)[] = [];
    for (;;) {
      parameters.push(this.isNext(",", ")") ? null : this.expression(0));
      if (this.take(")") !== null) return parameters;
      this.expect(",");
    }
  }

  private isNext(...texts: readonly string[]): boolean {
    const token = this.tokens[this.afterSpace()];
    return token?.kind === "operator" && texts.includes(token.text);
  }

  private take(...texts: readonly string[]): string | null {
    if (!this.isNext(...texts)) return null;
    this.position = this.afterSpace() + 1;
    return this.tokens[this.position - 1]?.text ?? null;
  }

  private expect(text: string): void {
    if (this.take(text) === null) throw new NoFormula();
  }

  private afterSpace(): number {
    let after = this.position;
    while (this.tokens[after]?.kind === "space") after += 1;
    return after;
  }
}

/** With or without its "=". */
export function parseFormula(formula: string): Expression | null {
  try {
    return new Parser(tokenize(formula.replace(/^\s*=/, ""))).parse();
  } catch (error) {
    if (error instanceof NoFormula) return null;
    throw error;
  }
}
