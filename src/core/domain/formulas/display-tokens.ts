// Cuts an English formula into tokens, for its French wording and for the conditional formats of the preview.

export type TokenKind = "string" | "sheet" | "number" | "name" | "operator" | "space";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

// A sheet name is quoted; "name" covers functions, references, TRUE and FALSE.
const TOKEN =
  /("(?:[^"]|"")*")|('(?:[^']|'')*')|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}_]))|([\p{L}_$#][\p{L}\p{N}_$.!?]*)|(<>|<=|>=|[-+*/^&=<>(),;:%!{}@[\]])|(\s+)/gu;
const KINDS: readonly TokenKind[] = ["string", "sheet", "number", "name", "operator", "space"];

/** Null when some character is none of a formula's. */
export function tokenize(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of formula.matchAll(TOKEN)) {
    if (match.index !== end) return null;
    end += match[0].length;
    const group = match.slice(1).findIndex((text) => text !== undefined);
    tokens.push({ kind: KINDS[group] ?? "operator", text: match[0] });
  }
  return end === formula.length ? tokens : null;
}
