// Formulas that the engine answers wrongly: a list given to a function that it asks for one value, a percentage as a criterion.
import { parseFormula, type Expression } from "../../core/domain/formulas/formula-tree";

type Position = (index: number) => boolean;
const any: Position = () => true;
const only =
  (...positions: readonly number[]): Position =>
  (index) =>
    positions.includes(index);
/** Criteria stand after each of their ranges. */
const odd: Position = (index) => index % 2 === 1;
const evenFromTwo: Position = (index) => index >= 2 && index % 2 === 0;

/** Of the functions that the engine does not apply to each value of a list: where a list may stand in Excel. */
const UNLIFTED: Readonly<Record<string, Position>> = {
  ...Object.fromEntries(
    (
      "ARABIC COLUMN ERROR.TYPE IFS ISBLANK ISERR ISERROR ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISTEXT LEFTB MIDB RIGHTB ROW SQRTPI " +
      "SWITCH VALUE VALUETOTEXT"
    )
      .split(" ")
      .map((name) => [name, any]),
  ),
  AVERAGEIF: only(1),
  AVERAGEIFS: evenFromTwo,
  COUNTIF: only(1),
  COUNTIFS: odd,
  FORECAST: only(0),
  "FORECAST.LINEAR": only(0),
  HLOOKUP: only(0),
  LOOKUP: only(0),
  MATCH: only(0),
  MAXIFS: evenFromTwo,
  MINIFS: evenFromTwo,
  PERCENTRANK: only(1),
  "PERCENTRANK.INC": only(1),
  SUMIFS: evenFromTwo,
  VLOOKUP: only(0),
  XLOOKUP: only(0),
  XMATCH: only(0),
  "Z.TEST": only(1),
  ZTEST: only(1),
};

/** They answer one value for each value that they are given. */
const FOR_EACH = new Set(
  (
    "ABS CEILING CHOOSE CONCATENATE DATE DAY EXACT EXP FIND FLOOR HOUR IF IFERROR IFNA IFS INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA " +
    "ISNONTEXT ISNUMBER ISODD ISTEXT LEFT LEN LN LOG10 LOWER MID MINUTE MOD MONTH N NOT POWER PROPER RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SECOND " +
    "SIGN SQRT SUBSTITUTE SWITCH TEXT TRIM TRUNC UPPER VALUE WEEKDAY YEAR"
  ).split(" "),
);

/** They answer lists by themselves. */
const LISTS = new Set(
  (
    "BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER FREQUENCY HSTACK MAKEARRAY MAP MINVERSE MMULT MUNIT RANDARRAY SCAN SEQUENCE SORT SORTBY " +
    "TAKE TEXTSPLIT TOCOL TOROW TRANSPOSE TREND UNIQUE VSTACK WRAPCOLS WRAPROWS"
  ).split(" "),
);

/** It compares "50%" as a text. */
const PERCENTAGE = /IFS?\([^]*"\s*(?:[<>=]|<>|<=|>=)?\s*[-+]?[\d.,]+\s*%\s*"/i;

/** `formula` is plain: its names and tables stand as ranges. */
export function isMisread(formula: string): boolean {
  if (formula.includes("%") && PERCENTAGE.test(formula)) return true;
  if (!mayBe(formula)) return false;
  const tree = parseFormula(formula);
  // Arrays in braces have no tree here.
  return tree === null ? formula.includes("{") : holdsUnlifted(tree);
}

const NAMES = new RegExp(`(?<![\\w.])(?:${Object.keys(UNLIFTED).join("|").replaceAll(".", "\\.")})\\(`, "i");

function mayBe(formula: string): boolean {
  return NAMES.test(formula) || /\bXLOOKUP\(/i.test(formula);
}

function holdsUnlifted(expression: Expression): boolean {
  if (expression.kind === "call") {
    const position = UNLIFTED[expression.name];
    const isGiven = expression.parameters.some((each, index) => each && position?.(index) === true && isList(each));
    return isGiven || isWide(expression) || expression.parameters.some((each) => each !== null && holdsUnlifted(each));
  }
  return partsOf(expression).some(holdsUnlifted);
}

/** XLOOKUP that brings a whole row or column. */
function isWide({ name, parameters }: Expression & { kind: "call" }): boolean {
  const found = name === "XLOOKUP" ? parameters[2] : null;
  return found?.kind === "reference" && /^\$?([A-Z]+)\$?(\d+):\$?(?!\1\D)[A-Z]+\$?(?!\2$)\d+$/i.test(found.text);
}

function isList(expression: Expression): boolean {
  switch (expression.kind) {
    case "reference":
      return isSeveral(expression.text);
    case "prefix":
      return expression.operator !== "@" && isList(expression.operand);
    case "postfix":
      return expression.operator === "#" || isList(expression.operand);
    case "binary":
      return expression.operator === ":" || isList(expression.left) || isList(expression.right);
    case "call":
      return (
        LISTS.has(expression.name) ||
        (FOR_EACH.has(expression.name) && expression.parameters.some((each) => each !== null && isList(each)))
      );
    // What LET and LAMBDA name may be a list.
    case "name":
      return true;
    default:
      return false;
  }
}

function isSeveral(reference: string): boolean {
  const [first, last] = reference.replaceAll("$", "").toUpperCase().split(":");
  // A whole column or row is several cells with one name.
  return last !== undefined && (first !== last || !/\d/.test(first ?? "") || !/[A-Z]/.test(first ?? ""));
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === "binary") return [expression.left, expression.right];
  return expression.kind === "prefix" || expression.kind === "postfix" ? [expression.operand] : [];
}
