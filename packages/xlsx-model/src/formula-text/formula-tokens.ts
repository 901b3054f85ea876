// Cuts an English formula into tokens, whatever it holds: the only place that knows how formulas are spelt.

export interface Token {
  readonly kind:
    | "reference"
    | "name"
    | "function"
    | "table"
    | "string"
    | "number"
    | "boolean"
    | "error"
    | "operator"
    | "space"
    /** A character that no formula holds there. */
    | "unknown";
  /** What stands before "!", quotes included; null without. */
  readonly sheet: string | null;
  /** Without the sheet and its "!"; functions without their parenthesis; of a reference to a deleted sheet, all of it: "#REF!A1". */
  readonly text: string;
}

// A sheet in quotes may be a path or an address of the web, with another workbook's name in brackets.
const SHEET = String.raw`'(?:[^']|'')+'|\[[^[\]]+\](?=!)|(?:\[[^[\]]+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?(?=!)`;
const CELLS = String.raw`(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(\[!])`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const PATTERN = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    `(?:(?<sheet>${SHEET})!)?(?:` +
      `(?<error>#(?:REF!(?:${CELLS}|#REF!|${NAME}(?![(\\[]))?` +
      String.raw`|N\/A|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!))` +
      `|(?<reference>${CELLS})` +
      String.raw`|(?<function>[\p{L}_][\p{L}\p{N}_.]*)(?=\()` +
      `|(?<name>${NAME}))`,
    String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}_]))`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<operator><>|<=|>=|[-+*/^&=<>(),;:%{}@#])`,
    String.raw`(?<bracket>\[)`,
    String.raw`(?<unknown>[\s\S])`,
  ].join("|"),
  "uy",
);
const PLAIN = ["string", "error", "reference", "function", "number", "space", "operator"] as const;

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
    const groups = match.groups ?? {};
    const { sheet = null } = groups;
    const start = sheet === null ? at : at + sheet.length + 1;
    at += match[0].length;
    const opensTable = groups["bracket"] !== undefined || (groups["name"] !== undefined && formula[at] === "[");
    if (opensTable) at = bracketEnd(formula, groups["bracket"] === undefined ? at : at - 1);
    const text = formula.slice(start, at);
    const plain = PLAIN.find((kind) => groups[kind] !== undefined);
    if (plain) tokens.push({ kind: plain, sheet, text });
    else if (opensTable) tokens.push({ kind: "table", sheet, text });
    else if (groups["name"] === undefined) tokens.push({ kind: "unknown", sheet, text });
    else tokens.push({ kind: sheet === null && /^(?:true|false)$/i.test(text) ? "boolean" : "name", sheet, text });
  }
  return tokens;
}

export function joinTokens(tokens: Iterable<Token>): string {
  let formula = "";
  for (const { sheet, text } of tokens) formula += sheet === null ? text : `${sheet}!${text}`;
  return formula;
}

/** The formula with "#REF!" alone for each reference to cells or a sheet that are gone, whose value it is. */
export function withPlainErrors(formula: string): string {
  if (!formula.includes("#REF!")) return formula;
  const isLost = ({ kind, text }: Token) => kind === "error" && text.startsWith("#REF!");
  return joinTokens(
    tokenize(formula).map((token) => (isLost(token) ? { ...token, sheet: null, text: "#REF!" } : token)),
  );
}

/** The sheet's name without its quotes. */
export function unquoteSheet(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
