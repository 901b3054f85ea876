// Formulas that change their place: copied, as the followers of a shared formula are, or moved with the cells that they name.
import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../cell-ref";
import { joinTokens, tokenize, type Token } from "./formula-tokens";

interface Shift {
  readonly rows: number;
  readonly columns: number;
  /** What "$" fixes stays where it is. */
  readonly keepsFixed: boolean;
}

function shiftPart(part: string, { rows, columns, keepsFixed }: Shift): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(part);
  if (!match) return null;
  const [, first = "", letters = "", second = "", digits = ""] = match;
  // "$5" puts its dollar in the first group: without letters it belongs to the row.
  const columnFixed = letters !== "" && first === "$";
  const rowFixed = letters === "" ? first === "$" : second === "$";
  let moved = "";
  if (letters !== "") {
    const column = columnIndex(letters) + (columnFixed && keepsFixed ? 0 : columns);
    if (column < 0 || column > LAST_COLUMN) return null;
    moved += (columnFixed ? "$" : "") + columnName(column);
  }
  if (digits !== "") {
    const row = Number(digits) - 1 + (rowFixed && keepsFixed ? 0 : rows);
    if (row < 0 || row > LAST_ROW) return null;
    moved += (rowFixed ? "$" : "") + String(row + 1);
  }
  return moved;
}

function shiftToken(token: Token, shift: Shift): Token {
  if (token.kind !== "reference") return token;
  const parts = token.text.split(":").map((part) => shiftPart(part, shift));
  return { ...token, text: parts.includes(null) ? "#REF!" : parts.join(":") };
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
