// A formula made plain: defined names and tables' columns replaced by the ranges that they stand for.
import { formatLocalRange, formatRangeRef, isSameSheet, sheetKey, type CellRef } from "../cell-ref";
import { joinTokens, tokenize, unquoteSheet, type Token } from "./formula-tokens";
import { shiftFormula } from "./move-formula";
import { resolveTable, type NamedTable } from "./table-references";

export interface NamedFormula {
  readonly name: string;
  /** The sheet that the name belongs to; null for the workbook. */
  readonly sheet: string | null;
  /** English, without "=", as it reads in A1. */
  readonly formula: string;
}

/** What formulas may name beside cells. */
export interface NamedRanges {
  readonly names?: readonly NamedFormula[];
  readonly tables?: readonly NamedTable[];
}

const MOST_NESTED_NAMES = 20;

function findName(names: readonly NamedFormula[], text: string, sheet: string): NamedFormula | undefined {
  const same = names.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  return (
    same.find((each) => each.sheet !== null && isSameSheet(each.sheet, sheet)) ??
    same.find((each) => each.sheet === null)
  );
}

class Plain {
  constructor(
    private readonly known: NamedRanges,
    private readonly place: CellRef,
  ) {}

  formula(formula: string, depth: number): string | null {
    if (depth > MOST_NESTED_NAMES) return null;
    const tokens: Token[] = [];
    for (const token of tokenize(formula)) {
      const text = this.token(token, depth);
      if (text === null) return null;
      tokens.push(text === token.text ? token : { kind: "reference", sheet: null, text });
    }
    return joinTokens(tokens);
  }

  private token({ kind, sheet, text }: Token, depth: number): string | null {
    if (kind === "table") return this.table(text);
    return kind === "name" ? this.name(sheet, text, depth) : text;
  }

  private table(text: string): string | null {
    const range = resolveTable(text, this.known.tables ?? [], this.place);
    if (!range) return null;
    return sheetKey(range.sheet) === sheetKey(this.place.sheet) ? formatLocalRange(range) : formatRangeRef(range);
  }

  private name(sheet: string | null, text: string, depth: number): string | null {
    const scope = sheet === null ? this.place.sheet : unquoteSheet(sheet);
    const found = findName(this.known.names ?? [], text, scope);
    // A table's name alone is its data.
    if (!found) return sheet === null ? this.table(`${text}[]`) : null;
    const inner = this.formula(shiftFormula(found.formula, this.place.row, this.place.column), depth + 1);
    return inner === null || tokenize(inner).length <= 1 ? inner : `(${inner})`;
  }
}

/** `place` is the cell that holds it; null when something in it cannot be followed. */
export function plainFormula(formula: string, place: CellRef, known: NamedRanges): string | null {
  return new Plain(known, place).formula(formula, 0);
}

/** For many formulas, most of which name nothing: what cannot be followed stays as it stands. */
export function plainReader(known: NamedRanges): (formula: string, place: CellRef) => string {
  const words = [...(known.names ?? []), ...(known.tables ?? [])].map(({ name }) => name.toLowerCase());
  return (formula, place) => {
    const lower = formula.toLowerCase();
    const mayName = lower.includes("[") || words.some((word) => lower.includes(word));
    return (mayName ? plainFormula(formula, place, known) : null) ?? formula;
  };
}
