// A last row that has no label is the TOTAL where its figures are the sums of the rows above it.
import type { LigneDeSommes, MontantCell } from "../../domain/dossier";
import { tokenize } from "../../domain/formulas/formula-tokens";
import { montantOf, sumOf, type Row } from "./total-rows";

/** Whether the formula takes up cells of other rows: an action's own parts do not. */
function looksUp({ formula, ref }: MontantCell): boolean {
  const references = tokenize(formula ?? "").filter(({ kind }) => kind === "reference");
  const rows = references.flatMap(({ text }) => text.match(/\d+/g) ?? []).map((row) => Number(row) - 1);
  return rows.length > 0 && rows.every((row) => row < ref.row);
}

export function isUnlabelledTotal(last: LigneDeSommes, above: readonly Row[]): boolean {
  if (last.label.text.trim() !== "" || above.length < 2) return false;
  let parts = 0;
  for (const [annee, cells] of last.montants) {
    for (const part of ["etat", "collectivite"] as const) {
      const cell = cells[part];
      const [shown] = montantOf(cell);
      if (!cell || shown === undefined) continue;
      parts += 1;
      if (shown !== sumOf(above, annee, part) && !looksUp(cell)) return false;
    }
  }
  return parts > 0;
}
