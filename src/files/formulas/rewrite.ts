// Formulas moved or renamed: followers of a shared formula, and references to a sheet that changes its name.
import { columnIndex, columnName, quoteSheet } from "../../core/domain/cell-ref";
import { LAST_COLUMN, LAST_ROW } from "../sheet/ranges";
import { joinTokens, tokenize, unquoteSheet, type Token } from "./tokenize";

function shiftPart(part: string, rows: number, columns: number): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(part);
  if (!match) return null;
  const [, first = "", letters = "", second = "", digits = ""] = match;
  // "$5" puts its dollar in the first group: without letters it belongs to the row.
  const columnFixed = letters !== "" && first === "$";
  const rowFixed = letters === "" ? first === "$" : second === "$";
  let moved = "";
  if (letters !== "") {
    const column = columnIndex(letters) + (columnFixed ? 0 : columns);
    if (column < 0 || column > LAST_COLUMN) return null;
    moved += (columnFixed ? "$" : "") + columnName(column);
  }
  if (digits !== "") {
    const row = Number(digits) - 1 + (rowFixed ? 0 : rows);
    if (row < 0 || row > LAST_ROW) return null;
    moved += (rowFixed ? "$" : "") + String(row + 1);
  }
  return moved;
}

/** The formula as it reads when copied that many rows and columns away. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = tokenize(formula).map((token): Token => {
    if (token.kind !== "reference") return token;
    const parts = token.text.split(":").map((part) => shiftPart(part, rows, columns));
    return { ...token, text: parts.includes(null) ? "#REF!" : parts.join(":") };
  });
  return joinTokens(moved);
}

/** The formula with every reference to the sheet under its new name. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  let changed = false;
  const tokens = tokenize(formula).map((token): Token => {
    if (token.sheet === null || unquoteSheet(token.sheet).toLowerCase() !== wanted) return token;
    changed = true;
    return { ...token, sheet: quoteSheet(to) };
  });
  return changed ? joinTokens(tokens) : formula;
}

// Functions newer than the file format carry a prefix in files that neither Excel nor its users ever show.
const FILE_PREFIX = /_xlfn\.(?:_xlws\.)?/g;
const NEWER_FUNCTIONS = new Set(
  (
    "ACOT AGGREGATE ARABIC BASE BITAND BITOR BITXOR CEILING.MATH CONCAT DAYS FLOOR.MATH FORMULATEXT IFNA IFS ISFORMULA ISOWEEKNUM LET " +
    "MAXIFS MINIFS NUMBERVALUE RANDARRAY SEQUENCE SHEET SHEETS SWITCH TEXTJOIN UNICHAR UNICODE UNIQUE VSTACK HSTACK TEXTSPLIT " +
    "TEXTBEFORE TEXTAFTER TOCOL TOROW XLOOKUP XMATCH XOR SORTBY CHOOSECOLS CHOOSEROWS TAKE DROP"
  ).split(" "),
);
const NEWER_WORKSHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

/** The formula as Excel shows it in English. */
export function shownFormula(formula: string): string {
  return formula.includes("_xl") ? formula.replace(FILE_PREFIX, "") : formula;
}

/** The formula as files hold it. */
export function storedFormula(formula: string): string {
  const tokens = tokenize(formula).map((token): Token => {
    const name = token.text.toUpperCase();
    if (token.kind !== "function") return token;
    if (NEWER_WORKSHEET_FUNCTIONS.has(name)) return { ...token, text: `_xlfn._xlws.${name}` };
    return NEWER_FUNCTIONS.has(name) ? { ...token, text: `_xlfn.${name}` } : token;
  });
  return joinTokens(tokens);
}
