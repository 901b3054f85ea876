// Formulas that the engine answers wrongly: a list given to a function that it asks for one value or that counts, a percentage as a criterion.
import { parseFormula, type Expression } from "../formula-text/formula-tree";
import { isList, partsOf } from "./list-values";

type Position = (index: number) => boolean;
const any: Position = () => true;
const only =
  (...positions: readonly number[]): Position =>
  (index) =>
    positions.includes(index);
/** Criteria stand after each of their ranges. */
const odd: Position = (index) => index % 2 === 1;
const evenFromTwo: Position = (index) => index >= 2 && index % 2 === 0;

/**
 * For each function that the engine does not apply to every value of a list: the arguments that may be a list in
 * Excel.
 */
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

/** It compares "50%" as a text. */
const PERCENTAGE = /"\s*(?:(?:<>|[<>]=?|=)\s*)?[-+]?[\d.,]+\s*%\s*"/;

/** `formula` is plain: its names and tables stand as ranges. */
export function isMisread(formula: string): boolean {
  const condition = formula.includes("%") ? formula.search(/IFS?\(/i) : -1;
  if (condition >= 0 && PERCENTAGE.test(formula.slice(condition))) return true;
  if (!mayBe(formula)) return false;
  const tree = parseFormula(formula);
  // Arrays in braces have no tree here.
  return tree === null ? formula.includes("{") : holdsUnlifted(tree);
}

/** It stops at the first error of a list that a formula makes, and counts nothing. */
const COUNTS = new Set(["COUNT", "COUNTA"]);

const LOOKED_AT = [...Object.keys(UNLIFTED), ...COUNTS].join("|").replaceAll(".", "\\.");
const NAMES = new RegExp(`(?<![\\w.])(?:${LOOKED_AT})\\(`, "i");

function mayBe(formula: string): boolean {
  return NAMES.test(formula) || /\bXLOOKUP\(/i.test(formula);
}

function holdsUnlifted(expression: Expression): boolean {
  if (expression.kind === "call") {
    const position = UNLIFTED[expression.name];
    const isGiven = expression.parameters.some((each, index) => each && position?.(index) === true && isList(each));
    const isCounted = COUNTS.has(expression.name) && expression.parameters.some((each) => each && isMade(each));
    return (
      isGiven ||
      isCounted ||
      isWide(expression) ||
      expression.parameters.some((each) => each !== null && holdsUnlifted(each))
    );
  }
  return partsOf(expression).some(holdsUnlifted);
}

const isMade = (parameter: Expression): boolean => parameter.kind !== "reference" && isList(parameter, false);

/** XLOOKUP that brings a whole row or column. */
function isWide({ name, parameters }: Expression & { kind: "call" }): boolean {
  const found = name === "XLOOKUP" ? parameters[2] : null;
  return found?.kind === "reference" && /^\$?([A-Z]+)\$?(\d+):\$?(?!\1\D)[A-Z]+\$?(?!\2$)\d+$/i.test(found.text);
}
