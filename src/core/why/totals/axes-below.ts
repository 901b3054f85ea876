// Whether the axe rows of a table stand below their actions and were read as headings above them: then their sums are others'.
import type { TableauBudgetaire } from "../../domain/dossier";
import type { Band } from "../../facts/bands";
import type { YearFact } from "../../facts/fact";
import { exactCentimes } from "../../facts/formulas/formula-weights";
import { groupOf } from "../../facts/groups";

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
function countByFigures({ table, sums }: Band): readonly [above: number, below: number] {
  const { lignesAction } = table.tableau;
  const isBelow = ({ row }: YearFact, heading: number): boolean => {
    const own = lignesAction[row.index]?.ligneAxe ?? null;
    return (own === null ? 0 : own + 1) === heading;
  };
  let [above, below] = [0, 0];
  for (const { fact, addends } of sums) {
    const { row, year, column, cell } = fact;
    if (row.kind !== "axe" || cell.known.reason !== null || cell.known.value === 0) continue;
    const shown = exactCentimes(cell);
    const total = (some: readonly YearFact[]) => some.reduce((sum, addend) => sum + exactCentimes(addend.cell), 0);
    const others = groupOf(table, "total", year, column).facts.filter((action) => isBelow(action, row.index));
    if (Math.abs(total(addends) - shown) < 1) above += 1;
    if (Math.abs(total(others) - shown) < 1) below += 1;
  }
  return [above, below];
}

export function hasAxesBelow(band: Band): boolean {
  const { tableau } = band.table;
  if (!tableau.sommes.some(({ of }) => of.kind === "axe")) return false;
  const [above, below] = countByContract(tableau);
  if (above !== below) return below > above;
  const [shownAbove, shownBelow] = countByFigures(band);
  return shownBelow > shownAbove;
}
