// A formula made plain: names and tables replaced by the ranges they stand for, sheets by their position.
import { formatLocalRange } from "../../core/domain/cell-ref";
import type { GridRange } from "../../core/workbook-port";
import { LAST_ROW } from "../../core/domain/cell-ref";
import { parseRange } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import type { Book, FormulaCell } from "./formula-cells";
import { shownFormula } from "./rewrite";
import { resolveTable } from "./table-references";
import { tokenize, unquoteSheet } from "../../core/domain/formulas/formula-tokens";

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
const MAX_NESTED_NAMES = 20;

export function resolveFormula(formula: FormulaCell, book: Book): ResolvedFormula {
  const resolver = new Resolver(book, formula);
  const text = resolver.text(formula.text, formula.sheet, 0);
  return { text, references: resolver.references, functions: resolver.functions, dynamic: resolver.dynamic };
}

class Resolver {
  readonly references: Reference[] = [];
  readonly functions = new Set<string>();
  dynamic = false;

  constructor(
    private readonly book: Book,
    private readonly formula: FormulaCell,
  ) {}

  /** Null as soon as a piece cannot be followed; what can is noted all the same. */
  text(formula: string, home: XlsxSheet, depth: number): string | null {
    let plain = "";
    let followed = depth <= MAX_NESTED_NAMES;
    for (const token of followed ? tokenize(formula) : []) {
      let piece: string | null;
      switch (token.kind) {
        case "reference":
          piece = this.reference(token.sheet, token.text, home, depth > 0);
          break;
        case "function":
          piece = this.function(token.text);
          break;
        case "table":
          piece = this.table(token.text);
          break;
        case "name":
          piece = /^(?:TRUE|FALSE)$/i.test(token.text) ? token.text : this.name(token.sheet, token.text, home, depth);
          break;
        case "other":
          piece = token.text;
      }
      if (piece === null) followed = false;
      else plain += piece;
    }
    return followed ? plain : null;
  }

  private sheet(prefix: string | null, home: XlsxSheet): XlsxSheet | undefined {
    if (prefix === null) return home;
    const wanted = unquoteSheet(prefix).toLowerCase();
    return this.book.sheets.find(({ name }) => name.toLowerCase() === wanted);
  }

  private reference(prefix: string | null, text: string, home: XlsxSheet, qualify: boolean): string | null {
    const sheet = this.sheet(prefix, home);
    const range = parseRange(text);
    if (!sheet || !range) return null;
    this.references.push({ sheet, range });
    return prefix === null && !qualify ? text : this.qualified(sheet, text);
  }

  private qualified(sheet: XlsxSheet, text: string): string {
    return `${engineSheet(this.book.sheets.indexOf(sheet))}!${text}`;
  }

  private function(text: string): string | null {
    const name = shownFormula(text).toUpperCase();
    this.functions.add(name);
    if (DYNAMIC.has(name)) this.dynamic = true;
    return ONLY_EXCEL.has(name) ? null : name;
  }

  private table(text: string): string | null {
    const found = resolveTable(text, this.book.tables, this.formula);
    if (!found) return null;
    this.references.push({ sheet: found.sheet, range: found.range });
    const whole = found.range.bottom === LAST_ROW ? null : formatLocalRange(found.range);
    return whole && this.qualified(found.sheet, whole);
  }

  private name(prefix: string | null, text: string, home: XlsxSheet, depth: number): string | null {
    const scope = this.sheet(prefix, home);
    if (!scope) return null;
    const wanted = text.toLowerCase();
    const candidates = this.book.names.filter(({ name }) => name.toLowerCase() === wanted);
    const found = candidates.find((name) => name.scope === scope.id) ?? candidates.find((name) => name.scope === null);
    if (found) {
      const inner = this.text(found.formula, scope, depth + 1);
      return inner === null ? null : /[^\w!:$.]/.test(inner) ? `(${inner})` : inner;
    }
    // A table's name alone is its data.
    return this.table(`${text}[]`);
  }
}
