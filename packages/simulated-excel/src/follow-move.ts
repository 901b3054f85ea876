// Cells that are cut and pasted: what names them follows, what names the cells that they replace is lost, and they name what they named.
import { isSameSheet, parseLocalRange, quoteSheet } from "xlsx-model/cell-ref";
import { joinTokens, tokenize, unquoteSheet, type Token } from "xlsx-model/formula-text/formula-tokens";
import { moveFormula } from "xlsx-model/formula-text/move-formula";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";
import { intersection } from "./address";
import type { ExcelState } from "./excel-state";

interface Move {
  readonly from: SheetModel;
  readonly range: GridRange;
  readonly to: SheetModel;
  readonly target: GridRange;
}

/** Of the formulas in cells, in names, in charts and in rules: the moved cells themselves are gone from their old place by now, and not at the new one yet. */
export function followMove(state: ExcelState, move: Move): void {
  for (const sheet of state.model.sheets) {
    sheet.rewriteAround((formula) => followed(formula, sheet.name, move));
    const used = sheet.usedRange(true);
    if (!used) continue;
    for (let row = used.top; row <= used.bottom; row += 1)
      for (let column = used.left; column <= used.right; column += 1) {
        const { formula, ...content } = sheet.content(row, column);
        const after = formula === null ? null : followed(formula, sheet.name, move);
        if (after !== formula) sheet.setContent(row, column, { ...content, formula: after });
      }
  }
  for (const name of state.model.names) {
    const formula = followed(name.formula, null, move);
    if (formula === name.formula) continue;
    state.nameChanged(name.name);
    state.model.setName({ ...name, formula });
  }
}

/** As it stands in its new place: what it names of its old sheet it names there still, but for what moved with it. */
export function movedContent(content: CellContent, move: Move): CellContent {
  if (content.formula === null) return content;
  const isElsewhere = move.from !== move.to;
  const formula = rewritten(content.formula, (token) => {
    const moved = movedReference(token, move.from.name, move);
    if (moved) return isElsewhere ? { ...moved, sheet: null } : moved;
    return isElsewhere && token.sheet === null ? { ...token, sheet: quoteSheet(move.from.name) } : token;
  });
  return { ...content, formula };
}

/** `home` is the sheet that the formula stands on; null for a name of the workbook. */
function followed(formula: string, home: string | null, move: Move): string {
  return rewritten(formula, (token) => {
    const moved = movedReference(token, home, move);
    if (moved) return moved;
    return isWithin(token, home, move.to, move.target) ? { ...token, kind: "error", text: "#REF!" } : token;
  });
}

function rewritten(formula: string, change: (token: Token) => Token): string {
  const before = tokenize(formula);
  const after = before.map((token) => (token.kind === "reference" ? change(token) : token));
  return after.some((token, at) => token !== before[at]) ? joinTokens(after) : formula;
}

function movedReference(token: Token, home: string | null, move: Move): Token | null {
  const { from, range, to, target } = move;
  if (!isWithin(token, home, from, range)) return null;
  const text = moveFormula(token.text, target.top - range.top, target.left - range.left);
  const isNamed = token.sheet !== null || home === null || !isSameSheet(home, to.name);
  return { ...token, text, sheet: isNamed ? quoteSheet(to.name) : null };
}

/** Whether it names cells of that range alone. */
function isWithin({ sheet: written, text }: Token, home: string | null, sheet: SheetModel, range: GridRange): boolean {
  const owner = written === null ? home : unquoteSheet(written);
  const named = owner !== null && isSameSheet(owner, sheet.name) ? parseLocalRange(text.replaceAll("$", "")) : null;
  const common = named && intersection(named, range);
  return (
    common !== null &&
    named !== null &&
    common.top === named.top &&
    common.left === named.left &&
    common.bottom === named.bottom &&
    common.right === named.right
  );
}
