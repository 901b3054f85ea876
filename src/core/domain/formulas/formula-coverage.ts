// Which cells a formula adds up, and how many times each; unknown as soon as it does anything else.
import { columnIndex, type RangeRef } from "../cell-ref";

export interface Terme {
  readonly range: RangeRef;
  readonly coefficient: number;
  /** SUM passes over texts; an operator reads them. */
  readonly ignoresText: boolean;
  /** SUBTOTAL passes over cells that hold a SUBTOTAL themselves. */
  readonly skipsSubtotals: boolean;
}

export type Couverture =
  | { readonly kind: "known"; readonly termes: readonly Terme[]; readonly constante: number }
  | { readonly kind: "unknown" };

interface Linear {
  readonly termes: readonly Terme[];
  readonly constante: number;
}

type Token =
  | { readonly kind: "ref"; readonly sheet: string | null; readonly row: number; readonly column: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "call"; readonly name: string }
  | { readonly kind: "sign"; readonly text: string };

// Whole columns and rows, tables, names, texts and comparisons match nothing here: such a formula is unknown.
const TOKEN =
  /\s*(?:((?:'(?:[^']|'')+'|[\p{L}_[][\p{L}\p{N}_.[\]]*)!)?\$?([A-Za-z]{1,3})\$?([1-9]\d*)(?![\p{L}\p{N}_.(![])|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\p{L}\p{N}_.:])|([\p{L}_][\p{L}\p{N}_.]*)\(|([-+*/(),:]))/uy;

function readSheet(prefix: string | undefined): string | null {
  if (prefix === undefined) return null;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function tokenize(formula: string): Token[] | null {
  const text = formula.replace(/^=/, "").trimEnd();
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    if (!match) return null;
    position = TOKEN.lastIndex;
    const [, prefix, column, row, number, name, sign] = match;
    if (column !== undefined) {
      tokens.push({ kind: "ref", sheet: readSheet(prefix), row: Number(row) - 1, column: columnIndex(column) });
    } else if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: "call", name: name.toUpperCase() });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

const SUMS: ReadonlySet<string> = new Set(["SUM", "SOMME"]);
const SUBTOTALS: ReadonlySet<string> = new Set(["SUBTOTAL", "SOUS.TOTAL"]);
/** 9 and 109 are the sums among the functions of SUBTOTAL. */
const SUM_CODES: ReadonlySet<number> = new Set([9, 109]);

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

class Parser {
  private position = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: string,
  ) {}

  parse(): Linear {
    const linear = this.sum();
    if (this.position < this.tokens.length) unknown();
    return linear;
  }

  private take(...texts: readonly string[]): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== "sign" || !texts.includes(token.text)) return null;
    this.position += 1;
    return token.text;
  }

  private expect(text: string): void {
    if (this.take(text) === null) unknown();
  }

  private sum(): Linear {
    const parts = [this.product()];
    for (let sign = this.take("+", "-"); sign !== null; sign = this.take("+", "-")) {
      parts.push(scale(this.product(), sign === "-" ? -1 : 1));
    }
    return parts.length === 1 && parts[0] ? parts[0] : add(parts);
  }

  private product(): Linear {
    let product = this.factor();
    for (let sign = this.take("*", "/"); sign !== null; sign = this.take("*", "/")) {
      const other = this.factor();
      if (sign === "*" && product.termes.length === 0) product = scale(other, product.constante);
      else if (other.termes.length > 0 || (sign === "/" && other.constante === 0)) unknown();
      else product = scale(product, sign === "*" ? other.constante : 1 / other.constante);
    }
    return product;
  }

  private factor(): Linear {
    const sign = this.take("+", "-");
    if (sign !== null) return scale(this.factor(), sign === "-" ? -1 : 1);
    if (this.take("(") !== null) {
      const inner = this.sum();
      this.expect(")");
      return inner;
    }
    const token = this.tokens[this.position];
    if (token?.kind === "number") {
      this.position += 1;
      return { termes: [], constante: token.value };
    }
    if (token?.kind === "call") return this.call();
    return this.reference(false, false, true);
  }

  private call(): Linear {
    const token = this.tokens[this.position++];
    const name = token?.kind === "call" ? token.name : "";
    if (SUMS.has(name)) return add(this.rest(() => this.argument(false)));
    if (SUBTOTALS.has(name)) {
      if (!SUM_CODES.has(this.constant())) unknown();
      this.expect(",");
      return add(this.rest(() => this.reference(true, true, false)));
    }
    if (name !== "ROUND" && name !== "ARRONDI") unknown();
    const inner = this.sum();
    this.expect(",");
    // Rounded to the cent or finer, an amount keeps its value.
    if (this.constant() < 2) unknown();
    this.expect(")");
    return inner;
  }

  private rest(argument: () => Linear): Linear[] {
    const parts = [argument()];
    while (this.take(",") !== null) parts.push(argument());
    this.expect(")");
    return parts;
  }

  private constant(): number {
    const { termes, constante } = this.sum();
    return termes.length === 0 ? constante : unknown();
  }

  /** In SUM a reference alone is added without its texts; within an expression it is not. */
  private argument(skipsSubtotals: boolean): Linear {
    const next = this.tokens[this.position + 1];
    const isAlone = next?.kind === "sign" && /^[,:)]$/.test(next.text);
    return this.tokens[this.position]?.kind === "ref" && isAlone
      ? this.reference(true, skipsSubtotals, false)
      : this.sum();
  }

  private reference(ignoresText: boolean, skipsSubtotals: boolean, isSingle: boolean): Linear {
    const first = this.tokens[this.position++];
    if (first?.kind !== "ref") return unknown();
    let last: Token | undefined = first;
    if (this.take(":") !== null) {
      if (isSingle) unknown();
      last = this.tokens[this.position++];
      if (last?.kind !== "ref" || last.sheet !== null) return unknown();
    }
    const range: RangeRef = {
      sheet: first.sheet ?? this.sheet,
      top: Math.min(first.row, last.row),
      left: Math.min(first.column, last.column),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.column, last.column),
    };
    return { termes: [{ range, coefficient: 1, ignoresText, skipsSubtotals }], constante: 0 };
  }
}

/** `formula` is English, with its "="; `sheet` is the one it stands on. */
export function readCouverture(formula: string, sheet: string): Couverture {
  const tokens = tokenize(formula);
  if (!tokens) return { kind: "unknown" };
  try {
    return { kind: "known", ...new Parser(tokens, sheet).parse() };
  } catch (error) {
    if (error instanceof Unknown) return { kind: "unknown" };
    throw error;
  }
}

/** Whether the formula holds a SUBTOTAL, which another SUBTOTAL then leaves out. */
export function isSubtotalFormula(formula: string): boolean {
  return /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(formula);
}
