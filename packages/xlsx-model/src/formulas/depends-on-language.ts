// What the engine computes in English and a French Excel otherwise: truth values and decimals that become texts, texts that become figures.
import { parseFormula, type Expression } from "../formula-text/formula-tree";
import type { Token } from "../formula-text/formula-tokens";
import type { CellValue } from "../plan";
import { partsOf } from "./list-values";

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** They make texts of what they are given, and answer texts or whole numbers. */
const OF_TEXT = names(
  "CLEAN CODE CONCAT CONCATENATE EXACT FIND LEFT LEN LOWER MID PROPER REPLACE REPT RIGHT SEARCH SUBSTITUTE TEXTJOIN TRIM UPPER",
);
/** They make figures of what they are given. */
const OF_FIGURES = names(
  "ABS DATE DAY EDATE EOMONTH EXP HOUR INT LN LOG LOG10 MINUTE MOD MONTH POWER ROUND ROUNDDOWN ROUNDUP SECOND SIGN SQRT TRUNC VALUE WEEKDAY YEAR",
);
/** The agent's language is in what they read or answer. */
const OF_LANGUAGE = names("ARRAYTOTEXT DATEVALUE DOLLAR FIXED TIMEVALUE VALUETOTEXT");
const TEXTS = names(
  "CHAR CLEAN CONCAT CONCATENATE LEFT LOWER MID PROPER REPLACE REPT RIGHT SUBSTITUTE TEXT TEXTJOIN TRIM UNICHAR UPPER",
);
const WHOLE = names(
  "CODE COLUMN COLUMNS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DAY FIND INT LEN MATCH MONTH ROW ROWS SEARCH TODAY WEEKDAY YEAR",
);
const CRITERIA = /^(?:SUM|COUNT|AVERAGE|MAX|MIN)IFS?$/;

/** A figure, a date or a share as somebody may write it, other than a plain whole number. */
const FIGURE = /^(?!\s*[-+]?\d+\s*$)(?=.*\d)[-+\d\s.,:/%€$]+$/;
const CRITERION = /\d[.,]\d|\d\s*%|\d\/\d|\b(?:TRUE|FALSE|VRAI|FAUX)\b/i;
/** Formats that are written alike in both languages. */
const PLAIN_FORMAT = /^(?:[0#@%]|"[^"]*")*$/;

const isDecimal = (value: CellValue): boolean => typeof value === "number" && !Number.isInteger(value);
const becomesOtherText = (value: CellValue): boolean => typeof value === "boolean" || isDecimal(value);
const becomesOtherFigure = (value: CellValue): boolean => typeof value === "string" && FIGURE.test(value);

/**
 * `formula` is what `inFrench` gave to the engine; `valuesOf` answers what the cells of a reference hold, `result` is what the
 * engine computed.
 */
export function dependsOnLanguage(
  formula: string,
  result: CellValue,
  valuesOf: (reference: Expression & { kind: "reference" }) => readonly CellValue[],
): boolean {
  const isShown = typeof result !== "string" || /\d\.\d|TRUE|FALSE/.test(result);
  const asText = (part: Expression | null): boolean => {
    if (!part || isFrenchPiece(part)) return false;
    if (part.kind === "reference") return valuesOf(part).some(becomesOtherText);
    if (part.kind === "number") return isDecimal(part.value);
    if (part.kind === "boolean") return true;
    const isText = part.kind === "string" || (part.kind === "binary" && part.operator === "&");
    const isKnown = part.kind === "call" && (TEXTS.has(part.name) || WHOLE.has(part.name));
    return holds(part) || (!isText && !isKnown && isShown);
  };
  const asFigure = (part: Expression | null): boolean => {
    if (!part) return false;
    if (part.kind === "reference") return valuesOf(part).some(becomesOtherFigure);
    if (part.kind === "string") return FIGURE.test(part.value);
    const isText = (part.kind === "binary" && part.operator === "&") || (part.kind === "call" && TEXTS.has(part.name));
    return isText || holds(part);
  };
  const holds = (part: Expression | null): boolean => {
    if (!part || isFrenchPiece(part)) return false;
    if (part.kind === "binary") {
      if (part.operator === "&") return [part.left, part.right].some(asText);
      if (/^[-+*/^]$/.test(part.operator)) return [part.left, part.right].some(asFigure);
    }
    if ((part.kind === "prefix" && part.operator !== "@") || (part.kind === "postfix" && part.operator === "%"))
      return asFigure(part.operand);
    if (part.kind !== "call") return partsOf(part).some(holds);
    const { name, parameters } = part;
    if (OF_LANGUAGE.has(name) || (name === "NUMBERVALUE" && parameters.length < 3)) return true;
    if (name === "TEXT") {
      const [value, format] = parameters;
      return holds(value ?? null) || format?.kind !== "string" || !PLAIN_FORMAT.test(format.value);
    }
    if (OF_TEXT.has(name)) return parameters.some(asText);
    if (OF_FIGURES.has(name)) return parameters.some(asFigure);
    // A figure joined to a criterion is read again in the language that it was written in.
    if (CRITERIA.test(name)) return parameters.some((each) => each?.kind === "string" && CRITERION.test(each.value));
    return parameters.some(holds);
  };
  const tree = parseFormula(formula);
  return tree === null ? /[&"]/.test(formula) : holds(tree);
}

/** The pieces of a text, each a cell or a constant of its own, as a French Excel writes them. */
export function inFrench(tokens: readonly Token[]): Token[] {
  const isCriterion = withinCriteria(tokens);
  const inner = tokens.filter(({ kind }) => kind !== "space");
  const isEdge = (token: Token | undefined): boolean => !token || /^(?:[&(),=<>]|<>|<=|>=)$/.test(token.text);
  return tokens.map((token) => {
    const at = inner.indexOf(token);
    const [before, after] = [inner[at - 1], inner[at + 1]];
    const isPiece = isEdge(before) && isEdge(after) && (before?.text === "&" || after?.text === "&");
    if (!isPiece || isCriterion.has(token) || token.text.includes(":")) return token;
    if (token.kind === "boolean")
      return { ...token, kind: "string", text: /^t/i.test(token.text) ? '"VRAI"' : '"FAUX"' };
    if (token.kind === "number")
      return { ...token, kind: "string", text: `"${String(Number(token.text)).replace(".", ",")}"` };
    if (token.kind !== "reference") return token;
    const x = token.sheet === null ? token.text : `${token.sheet}!${token.text}`;
    const text = `IF(ISLOGICAL(${x}),IF(${x},"VRAI","FAUX"),IF(ISNUMBER(${x}),SUBSTITUTE(${x}&"",".",","),${x}))`;
    return { ...token, kind: "name", sheet: null, text };
  });
}

/** The same shape as `inFrench` gives to a cell. */
function isFrenchPiece(part: Expression): boolean {
  if (part.kind !== "call" || part.name !== "IF") return false;
  const [asked, , other] = part.parameters;
  const isCall = (each: Expression | null | undefined, name: string): boolean =>
    each?.kind === "call" && each.name === name;
  return isCall(asked, "ISLOGICAL") && other?.kind === "call" && isCall(other.parameters[0], "ISNUMBER");
}

/** The engine reads criteria in English, as it joins them. */
function withinCriteria(tokens: readonly Token[]): ReadonlySet<Token> {
  const within = new Set<Token>();
  const open: boolean[] = [];
  let called = false;
  for (const token of tokens) {
    if (token.text === "(" && token.kind === "operator") open.push(called || open.at(-1) === true);
    if (token.text === ")" && token.kind === "operator") open.pop();
    if (open.at(-1) === true) within.add(token);
    called = token.kind === "function" && CRITERIA.test(token.text.toUpperCase());
  }
  return within;
}
