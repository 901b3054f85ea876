// Which parts of a formula are several values, and whether it makes lists of them.
import { parseFormula, type Expression } from "../formula-text/formula-tree";

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

/** `isNameList`: what LET and LAMBDA name may be a list, and so may what the workbook names. */
export function isList(expression: Expression, isNameList = true): boolean {
  const isOne = (part: Expression): boolean => isList(part, isNameList);
  switch (expression.kind) {
    case "reference":
      return isSeveral(expression.text);
    case "prefix":
      return expression.operator !== "@" && isOne(expression.operand);
    case "postfix":
      return expression.operator === "#" || isOne(expression.operand);
    case "binary":
      return expression.operator === ":" || isOne(expression.left) || isOne(expression.right);
    case "call":
      return (
        LISTS.has(expression.name) ||
        (FOR_EACH.has(expression.name) && expression.parameters.some((each) => each !== null && isOne(each)))
      );
    case "name":
      return isNameList;
    default:
      return false;
  }
}

function isSeveral(reference: string): boolean {
  const [first, last] = reference.replaceAll("$", "").toUpperCase().split(":");
  // A whole column or row is several cells with one name.
  return last !== undefined && (first !== last || !/\d/.test(first ?? "") || !/[A-Z]/.test(first ?? ""));
}

export function partsOf(expression: Expression): Expression[] {
  if (expression.kind === "binary") return [expression.left, expression.right];
  return expression.kind === "prefix" || expression.kind === "postfix" ? [expression.operand] : [];
}

/** They take lists as lists, in every Excel. */
const NATIVE = new Set(["SUMPRODUCT", "MMULT", "MINVERSE", "MDETERM", "FREQUENCY", "LOOKUP"]);

/**
 * Whether it makes a list on its way to one value, as `SUM(IF(A1:A9>2,B1:B9))`: an ordinary formula would take one value of each
 * range instead. What a name stands for is not looked up.
 */
export function computesLists(formula: string): boolean {
  const tree = formula.includes(":") ? parseFormula(formula) : null;
  return tree !== null && holdsComputed(tree);
}

function holdsComputed(expression: Expression): boolean {
  if (expression.kind === "call") {
    if (NATIVE.has(expression.name)) return false;
    if (LISTS.has(expression.name)) return true;
    if (FOR_EACH.has(expression.name) && expression.parameters.some((each) => each !== null && isComputed(each)))
      return true;
    return expression.parameters.some((each) => each !== null && holdsComputed(each));
  }
  const parts = partsOf(expression);
  const isRange = expression.kind === "binary" && [":", " ", ","].includes(expression.operator);
  if (!isRange && parts.some(isComputed) && !(expression.kind === "prefix" && expression.operator === "@")) return true;
  return parts.some(holdsComputed);
}

const isComputed = (expression: Expression): boolean => isList(expression, false);
