// Formulas as files hold them: references to a sheet that changes its name, functions newer than the format.
import { isSameSheet, quoteSheet } from "../cell-ref";
import { joinTokens, tokenize, unquoteSheet, type Token } from "../formula-text/formula-tokens";
import { decodeXml, encodeText } from "../xml/escape";
import { shownIntersections, storedIntersections } from "./intersections";

/** The formula with every reference to the sheet under its new name. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  let changed = false;
  const tokens = tokenize(formula).map((token): Token => {
    if (token.sheet === null || !isSameSheet(unquoteSheet(token.sheet), from)) return token;
    changed = true;
    return { ...token, sheet: quoteSheet(to) };
  });
  return changed ? joinTokens(tokens) : formula;
}

/** The formula once the sheet is gone: the error stands where its name stood, as in Excel ("=#REF!A1"). */
export function dropSheetInFormula(formula: string, sheet: string): string {
  let changed = false;
  const tokens = tokenize(formula).map((token): Token => {
    if (token.sheet === null || !isSameSheet(unquoteSheet(token.sheet), sheet)) return token;
    changed = true;
    return { kind: "error", sheet: null, text: `#REF!${token.text}` };
  });
  return changed ? joinTokens(tokens) : formula;
}

// Formulas of conditional formats, entry rules and charts, and of the extensions of newer files.
const FORMULA_ELEMENT = /(<(?:[\w.-]+:)?(?:f|formula[12]?)>)([^<]*)(?=<)/g;

/** The XML with the formulas that stand in elements of their own changed. */
export function rewriteFormulaElements(xml: string, change: (formula: string) => string): string {
  return xml.replace(FORMULA_ELEMENT, (whole, open: string, text: string) => {
    const before = decodeXml(text);
    const after = change(before);
    return after === before ? whole : open + encodeText(after);
  });
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
/** Nearly every formula stands in files as Excel shows it: the others alone are taken apart. */
const MAY_DIFFER = new RegExp(
  `[#@]|(?:${[...NEWER_FUNCTIONS, ...NEWER_WORKSHEET_FUNCTIONS].map((name) => name.replace(".", "\\.")).join("|")})\\(`,
  "i",
);

/** The formula as Excel shows it in English. */
export function shownFormula(formula: string): string {
  return formula.includes("_xl") ? shownArrays(formula).replace(FILE_PREFIX, "") : formula;
}

/** "A1#" and "@A1:A3", which files write as functions; of other operands than one cell it is left. */
export function shownArrays(formula: string): string {
  const shown = formula.includes("ANCHORARRAY") ? formula.replace(ARRAY_OF_CELL, "$1#") : formula;
  return shown.includes("SINGLE") ? shownIntersections(shown) : shown;
}

const ARRAY_OF_CELL = /_xlfn\.ANCHORARRAY\(((?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}\$?\d+)\)/gu;

const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/** What stands in texts and in sheets' names is kept as it is, as in the link of each finding to its cell; in brackets an apostrophe quotes nothing. */
const differsInTextsAlone = (formula: string): boolean =>
  !formula.includes("[") && !MAY_DIFFER.test(formula.replace(QUOTED, ""));

/** The formula as files hold it. */
export function storedFormula(formula: string): string {
  if (!MAY_DIFFER.test(formula) || differsInTextsAlone(formula)) return formula;
  const tokens = storedIntersections(storedArrays(tokenize(formula))).map((token): Token => {
    const name = token.text.toUpperCase();
    if (token.kind !== "function") return token;
    if (NEWER_WORKSHEET_FUNCTIONS.has(name)) return { ...token, text: `_xlfn._xlws.${name}` };
    return NEWER_FUNCTIONS.has(name) ? { ...token, text: `_xlfn.${name}` } : token;
  });
  return joinTokens(tokens);
}

function storedArrays(tokens: readonly Token[]): Token[] {
  const isArray = (at: number): boolean => tokens[at]?.kind === "reference" && tokens[at + 1]?.text === "#";
  return tokens.flatMap((token, at): Token[] => {
    if (token.text === "#" && isArray(at - 1)) return [];
    if (!isArray(at)) return [token];
    const piece = (kind: Token["kind"], text: string): Token => ({ kind, sheet: null, text });
    return [piece("operator", "_xlfn.ANCHORARRAY("), token, piece("operator", ")")];
  });
}
