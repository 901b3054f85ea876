// A last row that has no label is the TOTAL where its figures are the sums of the rows above it.
import type { LigneAction, MontantCell } from "../../domain/dossier";
import { tokenize } from "../../domain/formulas/formula-tokens";
import { addMontants, type Montant } from "../../domain/values/montant";

type Row = Pick<LigneAction, "label" | "montants">;

const PARTS = ["etat", "collectivite"] as const;

const amountOf = (cell: MontantCell | null | undefined): readonly Montant[] =>
  cell?.lu.kind === "montant" ? [cell.lu.montant] : [];

/** Whether the formula takes up cells of other rows: an action's own parts do not. */
function looksUp({ formula, ref }: MontantCell): boolean {
  const references = tokenize(formula ?? "").filter(({ kind }) => kind === "reference");
  const rows = references.flatMap(({ text }) => text.match(/\d+/g) ?? []).map((row) => Number(row) - 1);
  return rows.length > 0 && rows.every((row) => row < ref.row);
}

export function isUnlabelledTotal(last: Row, above: readonly Row[]): boolean {
  if (last.label.text.trim() !== "" || above.length < 2) return false;
  let parts = 0;
  for (const [annee, cells] of last.montants) {
    for (const part of PARTS) {
      const cell = cells[part];
      const [shown] = amountOf(cell);
      if (!cell || shown === undefined) continue;
      parts += 1;
      const sum = addMontants(...above.flatMap(({ montants }) => amountOf(montants.get(annee)?.[part])));
      if (shown !== sum && !looksUp(cell)) return false;
    }
  }
  return parts > 0;
}
