// Formulas that change their place: copied, as the followers of a shared formula are, or moved with the cells that they name.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import { columnIndex, columnName } from "../local-cell";
import { joinTokens, tokenize, type Token } from "./formula-tokens";

/** "$B$5", or one half of "B:$C" or "2:$5"; what the half does not name is null. */
export interface Anchors {
  readonly row: number | null;
  readonly column: number | null;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

export function parseAnchors(text: string): Anchors | null {
  const match = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d+))?$/.exec(text);
  if (!match || text === "") return null;
  const [, columnSign, letters, rowSign, digits] = match;
  return {
    row: digits === undefined ? null : Number(digits) - 1,
    column: letters === undefined ? null : columnIndex(letters),
    isRowFixed: rowSign === "$",
    isColumnFixed: columnSign === "$",
  };
}

interface Shift {
  readonly rows: number;
  readonly columns: number;
  /** What "$" fixes stays where it is. */
  readonly keepsFixed: boolean;
}

function shiftPart(part: string, { rows, columns, keepsFixed }: Shift): string | null {
  const anchors = parseAnchors(part);
  if (!anchors) return null;
  let moved = "";
  if (anchors.column !== null) {
    const column = anchors.column + (anchors.isColumnFixed && keepsFixed ? 0 : columns);
    if (column < 0 || column > LAST_COLUMN) return null;
    moved += (anchors.isColumnFixed ? "$" : "") + columnName(column);
  }
  if (anchors.row !== null) {
    const row = anchors.row + (anchors.isRowFixed && keepsFixed ? 0 : rows);
    if (row < 0 || row > LAST_ROW) return null;
    moved += (anchors.isRowFixed ? "$" : "") + String(row + 1);
  }
  return moved;
}

function shiftToken(token: Token, shift: Shift): Token {
  if (token.kind !== "reference") return token;
  const parts = token.text.split(":").map((part) => shiftPart(part, shift));
  return parts.includes(null) ? { ...token, kind: "error", text: "#REF!" } : { ...token, text: parts.join(":") };
}

/** The formula as it reads when copied that many rows and columns away. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shift = { rows, columns, keepsFixed: true };
  return joinTokens(tokenize(formula).map((token) => shiftToken(token, shift)));
}

/** The formula once the cells of its sheet have moved so far, and it with them: those of other sheets stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shift = { rows, columns, keepsFixed: false };
  return joinTokens(tokenize(formula).map((token) => (token.sheet === null ? shiftToken(token, shift) : token)));
}
