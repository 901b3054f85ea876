// "@A1:A3", the one value of a range that stands in the formula's row or column: files write it as a function, and Excel refuses a file with the sign.
import { joinTokens, tokenize, type Token } from "../formula-text/formula-tokens";

const NAME = /^_xlfn\.SINGLE$/i;
const piece = (text: string): Token => ({ kind: "operator", sheet: null, text });

export function storedIntersections(tokens: readonly Token[]): Token[] {
  const stored = [...tokens];
  // From the right, so that what stands within another is written first.
  for (let at = stored.length - 1; at >= 0; at -= 1) {
    if (stored[at]?.text !== "@") continue;
    const first = afterSpaces(stored, at + 1);
    const last = endOfOperand(stored, first);
    if (last === null) continue;
    const isBracketed = stored[first]?.text === "(";
    const operand = stored.slice(first, last + 1);
    const name: Token = { kind: "function", sheet: null, text: "_xlfn.SINGLE" };
    stored.splice(at, last + 1 - at, name, ...(isBracketed ? operand : [piece("("), ...operand, piece(")")]));
  }
  return stored;
}

export function shownIntersections(formula: string): string {
  const shown = tokenize(formula);
  for (let at = shown.length - 1; at >= 0; at -= 1) {
    if (!NAME.test(shown[at]?.text ?? "")) continue;
    const close = closing(shown, at + 1);
    if (close === null) continue;
    const isOne = endOfOperand(shown, at + 2) === close - 1;
    const operand = isOne ? shown.slice(at + 2, close) : shown.slice(at + 1, close + 1);
    shown.splice(at, close + 1 - at, piece("@"), ...operand);
  }
  return joinTokens(shown);
}

function afterSpaces(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text.trim() === "" ? afterSpaces(tokens, at + 1) : at;
}

/** A reference, a name, a call or what stands in brackets; null for anything else. */
function endOfOperand(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.kind === "function") return closing(tokens, at + 1);
  if (token?.text === "(") return closing(tokens, at);
  return token && ["reference", "name", "table"].includes(token.kind) ? at : null;
}

/** The place of the bracket that closes the one opened there. */
function closing(tokens: readonly Token[], open: number): number | null {
  if (tokens[open]?.text !== "(") return null;
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "(") depth += 1;
    if (tokens[at]?.text === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
