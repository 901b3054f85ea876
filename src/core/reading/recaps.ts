// Totals per axe away from their actions: which of them sum up a table that was read, and what of them is compared with nothing.
import { overlaps, type RangeRef } from "../domain/cell-ref";
import type { PlageNonLue, Recapitulatif, TableauBudgetaire } from "../domain/dossier";

/** Totals of several axes of the contract; rows that are none of its actions may stand among them. */
export function isRecap({ lignesAxe, lignesAction }: Pick<TableauBudgetaire, "lignesAxe" | "lignesAction">): boolean {
  const sums = lignesAxe.filter(({ axe, sousTotal }) => axe !== null && sousTotal !== null);
  return sums.length > 1 && lignesAction.every(({ action, contradiction }) => action === null && !contradiction);
}

/** Of one of its years, and elsewhere. */
const sumsUp = ({ range, annees }: TableauBudgetaire, source: TableauBudgetaire): boolean =>
  (source.plages ?? [source]).every((plage) => !overlaps(plage.range, range)) &&
  annees.some(({ annee }) => source.annees.some((own) => own.annee === annee));

/** `taken` are the ranges of the contract's other parts: a table of imputation shows amounts per axe too. */
export function chooseRecaps(
  found: readonly Recapitulatif[],
  sources: Readonly<Record<Recapitulatif["de"], TableauBudgetaire | null>>,
  taken: readonly RangeRef[],
): readonly Recapitulatif[] {
  return found.filter(({ de, tableau }) => {
    const source = sources[de];
    return source && sumsUp(tableau, source) && !taken.some((range) => overlaps(range, tableau.range));
  });
}

/** Rows among the axes, and the TOTAL that adds them too. */
export function unreadInRecap({ tableau: { lignesAction, total } }: Recapitulatif): readonly PlageNonLue[] {
  const rows = lignesAction.map(({ label }) => ({
    label,
    pourquoi: "ligne du récapitulatif hors des axes, non comparée",
  }));
  const sums =
    rows.length > 0 && total ? [{ label: total.label, pourquoi: "total du récapitulatif, non comparé" }] : [];
  return [...rows, ...sums].map(({ label: { ref }, pourquoi }) => ({
    range: { sheet: ref.sheet, top: ref.row, bottom: ref.row, left: ref.column, right: ref.column },
    pourquoi,
  }));
}
