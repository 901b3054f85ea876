// "--" before a value, which makes a figure of what is true or false: the engine reads the two signs as none.
import type { Token } from "../formula-text/formula-tokens";

const isMinus = (token: Token | undefined): boolean => token?.kind === "operator" && token.text === "-";
/** After which a sign is no subtraction. */
const BEFORE_SIGN = /^(?:[-+*/^&=<>(,;{:]|<>|<=|>=)$/;
/** Which would take the "1" of "1*" for their own. */
const TIGHTER = new Set(["/", "^"]);

/** The formula with "--" written as a product of the same value; null where a product would have another value. */
export function asProducts(tokens: readonly Token[]): readonly Token[] | null {
  const found: Token[] = [];
  let before: Token | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const isSign = isMinus(token) && (!before || (before.kind === "operator" && BEFORE_SIGN.test(before.text)));
    let other = at + 1;
    while (tokens[other]?.kind === "space") other += 1;
    if (isSign && isMinus(tokens[other])) {
      if (before && TIGHTER.has(before.text)) return null;
      found.push({ kind: "operator", sheet: null, text: "1*" });
      at = other;
      before = { kind: "operator", sheet: null, text: "*" };
      continue;
    }
    found.push(token);
    if (token.kind !== "space") before = token;
  }
  return found;
}
