// Which cells a formula adds up, and how many times each; unknown as soon as it does anything else.
import { isSameSheet, parseLocalRange, type RangeRef } from "../cell-ref";
import { parseFormula, type Expression } from "./formula-tree";

/**
 * What becomes of the cells of hidden rows: SUM counts them; 109 leaves them out; 9 leaves out those that a filter hides and counts
 * those that were hidden by hand, which a workbook does not tell apart.
 */
export type HiddenRows = "counted" | "left-out" | "left-out-if-filtered";

export interface Terme {
  readonly range: RangeRef;
  readonly coefficient: number;
  /** SUM passes over texts; an operator reads them. */
  readonly ignoresText: boolean;
  /** SUBTOTAL and AGGREGATE pass over cells that hold one of them. */
  readonly skipsSubtotals: boolean;
  readonly hiddenRows: HiddenRows;
}

export type Couverture =
  | { readonly kind: "known"; readonly termes: readonly Terme[]; readonly constante: number }
  | { readonly kind: "unknown" };

interface Linear {
  readonly termes: readonly Terme[];
  readonly constante: number;
}

type Reading = Omit<Terme, "range" | "coefficient">;

const OPERATOR: Reading = { ignoresText: false, skipsSubtotals: false, hiddenRows: "counted" };
const SUM: Reading = { ignoresText: true, skipsSubtotals: false, hiddenRows: "counted" };
/** The sums among the functions of SUBTOTAL. */
const SUBTOTAL: ReadonlyMap<number, Reading> = new Map([
  [9, { ignoresText: true, skipsSubtotals: true, hiddenRows: "left-out-if-filtered" }],
  [109, { ignoresText: true, skipsSubtotals: true, hiddenRows: "left-out" }],
]);
const AGGREGATE_SUM = 9;
/** How AGGREGATE reads its cells under options 0 to 7. Passing over errors changes no sum that shows a figure. */
const AGGREGATE: readonly Reading[] = Array.from({ length: 8 }, (_, option) => ({
  ignoresText: true,
  skipsSubtotals: option < 4,
  hiddenRows: option % 2 === 1 ? "left-out" : "left-out-if-filtered",
}));

class Unknown extends Error {}

function unknown(): never {
  throw new Unknown();
}

function scale({ termes, constante }: Linear, factor: number): Linear {
  return {
    termes: termes.map((terme) => ({ ...terme, coefficient: terme.coefficient * factor })),
    constante: constante * factor,
  };
}

function add(parts: readonly Linear[]): Linear {
  return {
    termes: parts.flatMap(({ termes }) => termes),
    constante: parts.reduce((sum, { constante }) => sum + constante, 0),
  };
}

class Coverage {
  constructor(private readonly sheet: string) {}

  of(expression: Expression): Linear {
    switch (expression.kind) {
      case "number":
        return { termes: [], constante: expression.value };
      case "reference":
        return this.cells(expression, OPERATOR, true);
      case "prefix":
        return expression.operator === "@"
          ? unknown()
          : scale(this.of(expression.operand), signOf(expression.operator));
      case "binary":
        return /^[+-]$/.test(expression.operator) ? this.sum(expression) : this.product(expression);
      case "call":
        return this.call(expression.name, expression.parameters);
      default:
        return unknown();
    }
  }

  /** A formula may add thousands of cells one by one: its left side is followed without a call for each. */
  private sum(expression: Expression): Linear {
    const parts: Linear[] = [];
    let left = expression;
    while (left.kind === "binary" && /^[+-]$/.test(left.operator)) {
      parts.push(scale(this.of(left.right), signOf(left.operator)));
      left = left.left;
    }
    parts.push(this.of(left));
    return add(parts.reverse());
  }

  private product({ operator, left, right }: Extract<Expression, { kind: "binary" }>): Linear {
    if (operator !== "*" && operator !== "/") unknown();
    const [one, other] = [this.of(left), this.of(right)];
    if (operator === "*" && one.termes.length === 0) return scale(other, one.constante);
    if (other.termes.length > 0 || (operator === "/" && other.constante === 0)) unknown();
    return scale(one, operator === "*" ? other.constante : 1 / other.constante);
  }

  private call(name: string, parameters: readonly (Expression | null)[]): Linear {
    const [first, second, ...rest] = parameters;
    switch (name) {
      case "SUM":
        return add(parameters.map((parameter) => this.argument(parameter, SUM)));
      case "SUBTOTAL":
        return this.ranges(parameters.slice(1), SUBTOTAL.get(this.constant(first)));
      case "AGGREGATE":
        if (this.constant(first) !== AGGREGATE_SUM) unknown();
        return this.ranges(rest, AGGREGATE[second ? this.constant(second) : 0]);
      case "ROUND":
        // Rounded to the cent or finer, an amount keeps its value.
        return first && rest.length === 0 && this.constant(second) >= 2 ? this.of(first) : unknown();
      case "IF":
        return isCounting(first) && rest.length === 1 ? this.guarded(second ?? null, rest[0] ?? null) : unknown();
      default:
        return unknown();
    }
  }

  /** Words while figures lack, else a sum: where a figure shows it is the sum. */
  private guarded(one: Expression | null, other: Expression | null): Linear {
    if (!one || !other || (one.kind === "string") === (other.kind === "string")) return unknown();
    return this.of(one.kind === "string" ? other : one);
  }

  private ranges(parameters: readonly (Expression | null)[], reading: Reading | undefined): Linear {
    if (!reading || parameters.length === 0) return unknown();
    return add(parameters.map((parameter) => (parameter ? this.cells(parameter, reading, false) : unknown())));
  }

  private constant(expression: Expression | null | undefined): number {
    const { termes, constante } = expression ? this.of(expression) : unknown();
    return termes.length === 0 ? constante : unknown();
  }

  /** In SUM a reference alone is added without its texts; within an expression it is not. */
  private argument(parameter: Expression | null, reading: Reading): Linear {
    if (!parameter) return unknown();
    const isAlone = parameter.kind === "reference" || (parameter.kind === "binary" && parameter.operator === ":");
    return isAlone ? this.cells(parameter, reading, false) : this.of(parameter);
  }

  private cells(expression: Expression, reading: Reading, isSingle: boolean): Linear {
    const range = this.range(expression);
    if (isSingle && (range.top !== range.bottom || range.left !== range.right)) unknown();
    return { termes: [{ range, coefficient: 1, ...reading }], constante: 0 };
  }

  /** "B5 : B9" and "Feuil1!B5:Feuil1!B9" are ranges too; "Jan:Mar!B5" runs over sheets that cannot be told. */
  private range(expression: Expression): RangeRef {
    if (expression.kind === "binary" && expression.operator === ":") {
      const [from, to] = [this.range(expression.left), this.range(expression.right)];
      const isOneSheet = expression.right.kind === "reference" && expression.right.sheet === null;
      if (!isOneSheet && !isSameSheet(from.sheet, to.sheet)) unknown();
      return {
        sheet: from.sheet,
        top: Math.min(from.top, to.top),
        left: Math.min(from.left, to.left),
        bottom: Math.max(from.bottom, to.bottom),
        right: Math.max(from.right, to.right),
      };
    }
    const range = expression.kind === "reference" ? parseLocalRange(expression.text) : null;
    if (expression.kind !== "reference" || !range || expression.sheet?.includes(":")) return unknown();
    return { sheet: expression.sheet ?? this.sheet, ...range };
  }
}

/** "COUNT(B5:B9)=0", "COUNT(B5:B9)<5": how many figures there are, and nothing of what they say. */
function isCounting(condition: Expression | null | undefined): boolean {
  if (condition?.kind !== "binary" || !/^[<>=]/.test(condition.operator)) return false;
  const { left, right } = condition;
  return left.kind === "call" && left.name === "COUNT" && right.kind === "number";
}

function signOf(operator: string): number {
  return operator === "-" ? -1 : 1;
}

/** `formula` is English, with its "="; `sheet` is the one it stands on. */
export function readCouverture(formula: string, sheet: string): Couverture {
  const tree = parseFormula(formula);
  if (!tree) return { kind: "unknown" };
  try {
    return { kind: "known", ...new Coverage(sheet).of(tree) };
  } catch (error) {
    if (error instanceof Unknown) return { kind: "unknown" };
    throw error;
  }
}

/** Whether the formula holds a SUBTOTAL or an AGGREGATE, which others of them then leave out. */
export function isSubtotalFormula(formula: string): boolean {
  return /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(formula);
}
