// Cuts an English formula, as files hold it, into the pieces that matter: references, names, functions, tables.

export interface Token {
  readonly kind: "reference" | "name" | "function" | "table" | "other";
  /** What stands before "!", quotes included; null without. */
  readonly sheet: string | null;
  /** Without the sheet and its "!"; functions without their parenthesis. */
  readonly text: string;
}

const PATTERN = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?:(?<sheet>'(?:[^']|'')+'|\[\d+\](?=!)|(?:\[\d+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?(?=!))!)?(?:` +
      String.raw`(?<error>#(?:REF!|N\/A|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!))` +
      String.raw`|(?<reference>\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(\[!])` +
      String.raw`|(?<function>[\p{L}_][\p{L}\p{N}_.]*)(?=\()` +
      String.raw`|(?<name>[\p{L}_\\][\p{L}\p{N}_.\\?]*))`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)`,
    String.raw`(?<other>[\s\S])`,
  ].join("|"),
  "uy",
);

/** End of a bracketed group that begins at `start`; "'" escapes the character after it. */
function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** The tokens joined (see `joinTokens`) give the formula back. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(formula);
    if (!match) break;
    const { sheet = null, reference, name, function: functionName } = match.groups ?? {};
    const offset = sheet === null ? 0 : sheet.length + 1;
    at += match[0].length;
    const text = match[0].slice(offset);
    if (reference !== undefined) tokens.push({ kind: "reference", sheet, text });
    else if (functionName !== undefined) tokens.push({ kind: "function", sheet, text });
    else if (name !== undefined && formula[at] === "[") {
      const end = bracketEnd(formula, at);
      tokens.push({ kind: "table", sheet, text: text + formula.slice(at, end) });
      at = end;
    } else if (name !== undefined) tokens.push({ kind: "name", sheet, text });
    else tokens.push({ kind: "other", sheet, text });
  }
  return tokens;
}

export function joinTokens(tokens: Iterable<Token>): string {
  let formula = "";
  for (const { sheet, text } of tokens) formula += sheet === null ? text : `${sheet}!${text}`;
  return formula;
}

/** The sheet's name without its quotes. */
export function unquoteSheet(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
