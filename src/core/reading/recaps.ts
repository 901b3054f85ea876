// Totals per axe away from their actions: which of them sum up a table that was read, and what of them is compared with nothing.
import type { ShownAmount } from "../domain/amounts";
import { isPart } from "../domain/column-roles";
import { overlaps, type CellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue, Recapitulatif, TableauBudgetaire } from "../domain/dossier";
import { totalOf } from "../domain/table-rows";
import { joinCells } from "./unread-repeats";

/** Totals of several axes of the contract; rows that are none of its actions may stand among them. */
export function isRecap({
  lignesAxe,
  lignesAction,
  sommes,
}: Pick<TableauBudgetaire, "lignesAxe" | "lignesAction" | "sommes">): boolean {
  const sums = sommes.filter(({ of }) => of.kind === "axe" && lignesAxe[of.index]?.axe);
  return sums.length > 1 && lignesAction.every(({ action }) => action === null);
}

/** Whether a table sums another one up: it shows one of its years, and stands elsewhere. */
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

/** Other financing, payments, what was contracted beside what was spent, other years than the contract's: of what was read. */
function notSummed({ tableau }: Recapitulatif, annees: readonly number[]): readonly CellRef[] {
  const sums = tableau.sommes.filter(({ of }) => of.kind === "axe" || (of.kind === "total" && isOfAxesAlone(tableau)));
  // A total over years is held against its years.
  const isSummed = ({ year, column }: ShownAmount): boolean =>
    year === null || (isPart(column) && annees.includes(year));
  const cells = sums.flatMap(({ amounts }) => amounts.filter((amount) => !isSummed(amount))).map(({ cell }) => cell);
  const repeated = tableau.anneesRepetees.map(({ heading }) => heading);
  const filled = cells.flatMap(({ ref, known: lu }) => (lu.reason === "missing" ? [] : ref));
  return [...filled, ...repeated, ...(tableau.redites ?? [])];
}

const isOfAxesAlone = ({ lignesAction }: TableauBudgetaire): boolean => lignesAction.length === 0;

/** Rows among the axes, the TOTAL that adds them too, and what else is no sum of the contract's amounts. `annees` are the contract's. */
export function unreadInRecap(recap: Recapitulatif, annees: readonly number[]): readonly PlageNonLue[] {
  const { lignesAction } = recap.tableau;
  const total = totalOf(recap.tableau);
  const rows = lignesAction.map(({ label }) => ({
    refs: [label.ref],
    pourquoi: "ligne du récapitulatif hors des axes, non comparée",
  }));
  const sums = isOfAxesAlone(recap.tableau) || !total ? [] : [total.label.ref];
  return [
    ...rows,
    { refs: sums, pourquoi: "total du récapitulatif, non comparé" },
    { refs: notSummed(recap, annees), pourquoi: "montants du récapitulatif lus, mais non comparés" },
  ].flatMap(({ refs, pourquoi }) => joinCells(refs).map((range) => ({ range, pourquoi })));
}
