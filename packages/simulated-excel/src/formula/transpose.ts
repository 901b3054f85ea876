// A formula in a copy that is turned: rows become columns, and so do those of the cells that it names from its own place.
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import { joinTokens, tokenize, type Token } from "xlsx-model/formula-text/formula-tokens";
import { parseAnchors, type Anchors } from "xlsx-model/formula-text/move-formula";
import { NotSimulated } from "../wire";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell as far below as it was to the right, and as far to the right as it was below; one that "$" fixes stays. */
export function transposeFormula(formula: string, from: Place, to: Place): string {
  return joinTokens(tokenize(formula).map((token) => (token.kind === "reference" ? turned(token, from, to) : token)));
}

function turned(token: Token, from: Place, to: Place): Token {
  const corners = token.text.split(":").map(parseAnchors);
  const kinds = new Set(corners.map(kindOf));
  // No page says what becomes of what is half fixed, of whole rows and columns, and of the cells of another sheet.
  if (kinds.size !== 1 || kinds.has(null)) throw new NotSimulated(`a transposed copy of ${token.text}`);
  if (kinds.has("fixed")) return token;
  if (token.sheet !== null) throw new NotSimulated("a transposed copy of cells of another sheet");
  const cells = corners.map((corner) => {
    const row = to.row + (corner?.column ?? 0) - from.column;
    const column = to.column + (corner?.row ?? 0) - from.row;
    return row < 0 || row > LAST_ROW || column < 0 || column > LAST_COLUMN ? null : `${columnName(column)}${row + 1}`;
  });
  return cells.includes(null) ? { ...token, kind: "error", text: "#REF!" } : { ...token, text: cells.join(":") };
}

function kindOf(corner: Anchors | null): "fixed" | "free" | null {
  if (corner?.row === null || corner?.column === null || !corner) return null;
  if (corner.isRowFixed !== corner.isColumnFixed) return null;
  return corner.isRowFixed ? "fixed" : "free";
}
