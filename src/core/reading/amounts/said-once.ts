// What an execution table says again of what was contracted, where the same cells are not the budget table itself.
import { cellKey } from "../../domain/cell-ref";
import type { LigneDeSommes, TableauBudgetaire } from "../../domain/dossier";
import { COLONNES } from "../../facts/lines/budget-lines";
import { shownRows } from "./shown-rows";
import { byColonne, type Cells } from "./by-colonne";

/** Cells that serve as the budget are compared as such, and not a second time. */
export function withoutBudget(execution: TableauBudgetaire, budget: TableauBudgetaire): TableauBudgetaire {
  const taken = new Set(
    shownRows(budget)
      .flatMap(({ montants, totauxDesAnnees = [] }) => [
        ...montants.values(),
        ...totauxDesAnnees.map(({ parts }) => parts),
      ])
      .flatMap((cells) => COLONNES.flatMap((colonne) => (cells[colonne] ? [cellKey(cells[colonne].ref)] : []))),
  );
  const keep = (cells: Cells): Cells =>
    byColonne((colonne) => {
      const cell = cells[colonne];
      return cell && !taken.has(cellKey(cell.ref)) ? cell : null;
    });
  type Again = Pick<LigneDeSommes, "contractualises" | "totauxDesAnnees">;
  const strip = <Row extends Again>(row: Row): Omit<Row, keyof Again> & Again => {
    const { contractualises, totauxDesAnnees, ...rest } = row;
    const kept = [...(contractualises ?? [])]
      .map(([annee, cells]) => [annee, keep(cells)] as const)
      .filter(([, cells]) => COLONNES.some((colonne) => cells[colonne]));
    return {
      ...rest,
      ...(kept.length > 0 && { contractualises: new Map(kept) }),
      ...(totauxDesAnnees && {
        totauxDesAnnees: totauxDesAnnees.map((total) => ({ ...total, contractualises: keep(total.contractualises) })),
      }),
    };
  };
  return {
    ...execution,
    lignesAction: execution.lignesAction.map(strip),
    lignesAxe: execution.lignesAxe.map((ligne) => ({ ...ligne, sousTotal: ligne.sousTotal && strip(ligne.sousTotal) })),
    total: execution.total && strip(execution.total),
  };
}
