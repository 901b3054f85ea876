// Formulas reworded so that the engine, which computes on raw binary numbers, rounds and subtracts on fifteen digits as Excel does.
import { joinTokens, tokenize, type Token } from "../formula-text/formula-tokens";
import { SIGNIFICANT_DIGITS } from "../values/fifteen-digits";

const FORMAT = `"0.${"0".repeat(SIGNIFICANT_DIGITS - 1)}E+00"`;

/** A number on fifteen digits; of a list, each of them. What is no number gives the error that it gives in Excel. */
const viewed = (number: string): string => `1*TEXT(1*(${number}),${FORMAT})`;

/** They round at a decimal place, which is their second parameter. */
const AT_A_PLACE = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC"]);
/** They cut at a whole number, or at a multiple. */
const CUTS = new Set([
  "INT",
  "MOD",
  "EVEN",
  "ODD",
  "ISEVEN",
  "ISODD",
  "CEILING",
  "CEILING.MATH",
  "FLOOR",
  "FLOOR.MATH",
]);

const MAY_DIFFER =
  /[-+]|(?:ROUND|ROUNDUP|ROUNDDOWN|TRUNC|INT|MOD|EVEN|ODD|QUOTIENT|FIXED|TEXT|CEILING|FLOOR)[.A-Z]{0,20}\(/i;

/** `formula` is without its "=". */
export function asExcelComputes(formula: string): string {
  if (!MAY_DIFFER.test(formula)) return formula;
  const tokens = tokenize(formula);
  return withLastDifference(tokens) ?? reworded(tokens);
}

function reworded(tokens: readonly Token[]): string {
  let text = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const call = token.kind === "function" ? readCall(tokens, at) : null;
    const other = call && rewordedCall(token.text.toUpperCase(), call.parameters.map(reworded));
    if (call && other !== null) {
      text += other;
      at = call.end;
    } else text += joinTokens([token]);
  }
  return text;
}

/** Null for a function that looks at all digits. */
function rewordedCall(name: string, parameters: readonly string[]): string | null {
  const [number = "", second = "0"] = parameters;
  if (number.trim() === "") return null;
  if (AT_A_PLACE.has(name)) return parameters.length <= 2 ? atPlace(name, number, second.trim() || "0") : null;
  if (CUTS.has(name)) return `${name}(${[viewed(number), ...parameters.slice(1)].join()})`;
  if (name === "QUOTIENT") return parameters.length === 2 ? `TRUNC(${viewed(`(${number})/(${second})`)})` : null;
  if (name === "FIXED")
    return `FIXED(${[atPlace("ROUND", number, parameters[1]?.trim() || "2"), ...parameters.slice(1)].join()})`;
  const decimals = name === "TEXT" && parameters.length === 2 ? decimalsOf(second) : null;
  // What is a text stays one.
  return decimals === null ? null : `TEXT(IFERROR(${atPlace("ROUND", number, String(decimals))},${number}),${second})`;
}

/** The place is made the one of the units, where the fifteen digits of a half are exact in binary, too. */
function atPlace(name: string, number: string, place: string): string {
  const [, sign, digits] = /^(-?) ?(\d{1,2})$/.exec(place) ?? [];
  if (digits === undefined) return `(${name}(${viewed(`(${number})*10^TRUNC(${place})`)},0)/10^TRUNC(${place}))`;
  if (Number(digits) === 0) return `${name}(${viewed(number)},0)`;
  const [there, back] = sign === "-" ? ["/", "*"] : ["*", "/"];
  return `(${name}(${viewed(`(${number})${there}1E${digits}`)},0)${back}1E${digits})`;
}

/** Excel takes no longer one. */
const MOST_FORMAT = 255;
const PLAIN_FIGURE = /^[^0#?.,%]*(?:[#0?][#0?, ]*)?(?:\.([0#?]+))?([^0#?.,]*)$/;

/** How many decimals a format shows that is given as a text; null for one that shows no plain figure. */
function decimalsOf(format: string): number | null {
  if (!/^\s*"[^]*"\s*$/.test(format)) return null;
  const sections = format.trim().slice(1, -1).split(";");
  const decimals = sections.map((section) => {
    const figure = section.length > MOST_FORMAT ? null : PLAIN_FIGURE.exec(section.replace(/""[^"]*""|\\./g, ""));
    return figure && !/[ymdhsE@/]/i.test(section) ? (figure[1]?.length ?? 0) + (section.includes("%") ? 2 : 0) : NaN;
  });
  const [first = NaN] = decimals;
  return decimals.every((each) => each === first) ? first : null;
}

interface Call {
  readonly parameters: readonly (readonly Token[])[];
  /** Where its closing bracket stands. */
  readonly end: number;
}

/** Null where its bracket is never closed. */
function readCall(tokens: readonly Token[], at: number): Call | null {
  const parameters: Token[][] = [[]];
  let depth = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next] as Token;
    depth += depthAfter(token);
    if (depth === 0) return { parameters, end: next };
    if (depth === 1 && token.text === "," && token.kind === "operator") parameters.push([]);
    else if (next > at + 1) parameters.at(-1)?.push(token);
  }
  return null;
}

function depthAfter({ kind, text }: Token): number {
  if (kind !== "operator") return 0;
  return text === "(" || text === "{" ? 1 : text === ")" || text === "}" ? -1 : 0;
}

/** After these a sign belongs to the figure that follows. */
const BEFORE_SIGN = /^(?:[-+*/^&=<>(,;{:]|<>|<=|>=)$/;
const LOOSER = /^(?:[&=<>,;]|<>|<=|>=)$/;

/**
 * Rewords a formula that ends with a sum or a difference of two values: where Excel takes both for the same number,
 * the difference is 0.
 */
function withLastDifference(tokens: readonly Token[]): string | null {
  let depth = 0;
  let last = -1;
  let before: Token | undefined;
  for (const [at, token] of tokens.entries()) {
    depth += depthAfter(token);
    if (depth === 0 && token.kind === "operator") {
      if (LOOSER.test(token.text)) return null;
      const isSign = !before || (before.kind === "operator" && BEFORE_SIGN.test(before.text));
      if ((token.text === "-" || token.text === "+") && !isSign) last = at;
    }
    if (token.kind !== "space") before = token;
  }
  if (last < 0) return null;
  const [left, right] = [reworded(tokens.slice(0, last)), reworded(tokens.slice(last + 1))];
  // The engine takes no sign before a list, which it subtracts all the same.
  const other = tokens[last]?.text === "-" ? `(${right})` : `0-(${right})`;
  return `(${left}${tokens[last]?.text ?? ""}${right})*((${left})<>${other})+0`;
}
