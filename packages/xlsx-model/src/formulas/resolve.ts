// A formula made plain: names and tables replaced by the ranges they stand for, sheets by their position.
import { isSameSheet, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import type { Book, FormulaCell } from "./formula-cell";
import { asProducts } from "./double-minus";
import { shownFormula } from "./rewrite";
import { plainFormula } from "../formula-text/plain-formula";
import { tokenize, unquoteSheet, withPlainErrors, type Token } from "../formula-text/formula-tokens";

export interface Reference {
  readonly sheet: XlsxSheet;
  readonly range: GridRange;
}

export interface ResolvedFormula {
  /** For the engine, without "="; null when it holds something that only Excel can follow. */
  readonly text: string | null;
  readonly references: readonly Reference[];
  readonly functions: ReadonlySet<string>;
  /** Refers to cells that its text does not name. */
  readonly dynamic: boolean;
}

/** The name that the engine's sheet bears for the sheet at that position. */
export function engineSheet(position: number): string {
  return `S${position}`;
}

const DYNAMIC = new Set(["INDIRECT", "OFFSET"]);
// Their result depends on what the engine is not told: formulas' texts, formats, the running Excel.
const ONLY_EXCEL = new Set([
  "CELL",
  "INFO",
  "FORMULATEXT",
  "ISFORMULA",
  "GETPIVOTDATA",
  "RTD",
  "WEBSERVICE",
  "SHEET",
  "SHEETS",
]);

export function resolveFormula(formula: FormulaCell, book: Book): ResolvedFormula {
  const resolver = new Resolver(book, formula);
  const { sheet, row, column, text } = formula;
  const plain = plainFormula(text, { sheet: sheet.name, row, column }, book);
  // What can be followed is noted even where the rest cannot.
  const followed = resolver.text(plain ?? text);
  return {
    text: plain === null ? null : followed,
    references: resolver.references,
    functions: resolver.functions,
    dynamic: resolver.dynamic,
  };
}

/** The engine counts in a range, and says that one cell is none. */
function isCellForRange(tokens: readonly Token[], at: number): boolean {
  const [name, opening, cell, comma] = tokens.slice(Math.max(0, at - 2), at + 2);
  const isCounted = name?.kind === "function" && /^(?:COUNT|SUM|AVERAGE)IF$/i.test(name.text);
  return isCounted && opening?.text === "(" && comma?.text === "," && !cell?.text.includes(":");
}

class Resolver {
  readonly references: Reference[] = [];
  readonly functions = new Set<string>();
  dynamic = false;

  constructor(
    private readonly book: Book,
    private readonly formula: FormulaCell,
  ) {}

  /** Null as soon as a piece cannot be followed. */
  text(formula: string): string | null {
    // The engine knows no reference to a deleted sheet.
    const tokens = tokenize(withPlainErrors(formula));
    const products = asProducts(tokens);
    const pieces = (products ?? tokens).map(({ kind, sheet, text }, at, all) => {
      if (kind === "reference") return this.reference(sheet, isCellForRange(all, at) ? `${text}:${text}` : text);
      return kind === "function" ? this.function(text) : text;
    });
    return products === null || pieces.includes(null) ? null : pieces.join("");
  }

  private sheet(prefix: string | null): XlsxSheet | undefined {
    if (prefix === null) return this.formula.sheet;
    const wanted = unquoteSheet(prefix);
    return this.book.sheets.find(({ name }) => isSameSheet(name, wanted));
  }

  private reference(prefix: string | null, text: string): string | null {
    const sheet = this.sheet(prefix);
    const range = parseLocalRange(text);
    if (!sheet || !range) return null;
    this.references.push({ sheet, range });
    return prefix === null ? text : `${engineSheet(this.book.sheets.indexOf(sheet))}!${text}`;
  }

  private function(text: string): string | null {
    const name = shownFormula(text).toUpperCase();
    this.functions.add(name);
    if (DYNAMIC.has(name)) this.dynamic = true;
    return ONLY_EXCEL.has(name) ? null : name;
  }
}
