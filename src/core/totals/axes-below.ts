// Whether the axe rows of a table stand below their actions and were read as headings above them: then their sums are others'.
import type { TableauBudgetaire } from "../domain/dossier";
import { exactCentimes } from "../facts/formulas/formula-weights";
import type { TableSums } from "../facts/lines/table-sums";

/** How many actions the contract puts under the axe row above them, and how many under the one below. */
function countByContract({ lignesAction, lignesAxe }: TableauBudgetaire): readonly [above: number, below: number] {
  const axeAt = (index: number): number | undefined => lignesAxe[index]?.axe?.numero;
  let [above, below] = [0, 0];
  for (const { action, ligneAxe } of lignesAction) {
    if (!action) continue;
    if (ligneAxe !== null && axeAt(ligneAxe) === action.axe) above += 1;
    if (axeAt(ligneAxe === null ? 0 : ligneAxe + 1) === action.axe) below += 1;
  }
  return [above, below];
}

/** Tells by the figures whether axes stand below their actions: of which actions the shown subtotals are the sum. */
function countByFigures(sums: TableSums): readonly [above: number, below: number] {
  const { tableau } = sums;
  const before = new Map<number, number>();
  for (const [index, { ligneAxe }] of tableau.lignesAction.entries()) {
    before.set(index, ligneAxe === null ? 0 : ligneAxe + 1);
  }
  let [above, below] = [0, 0];
  for (const { entree, addends } of sums.sums) {
    if (entree.kind !== "axe" || entree.cell.lu.kind !== "montant" || entree.cell.lu.montant === 0) continue;
    const { annee, colonne, index } = entree;
    const shown = exactCentimes(entree.cell);
    const total = (some: typeof addends) => some.reduce((sum, { cell }) => sum + exactCentimes(cell), 0);
    const others = sums.actions(null, annee, colonne).filter((action) => before.get(action.index) === index);
    if (Math.abs(total(addends) - shown) < 1) above += 1;
    if (Math.abs(total(others) - shown) < 1) below += 1;
  }
  return [above, below];
}

export function hasAxesBelow(sums: TableSums): boolean {
  const { tableau } = sums;
  if (!tableau.lignesAxe.some(({ sousTotal }) => sousTotal !== null)) return false;
  const [above, below] = countByContract(tableau);
  if (above !== below) return below > above;
  const [shownAbove, shownBelow] = countByFigures(sums);
  return shownBelow > shownAbove;
}
