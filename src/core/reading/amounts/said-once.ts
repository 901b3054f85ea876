// What an execution table says again of what was contracted, where the same cells are not the budget table itself.
import { cellKey } from "../../domain/cell-ref";
import type { Colonne, LigneDeSommes, MontantCell, TableauBudgetaire, TableauExecution } from "../../domain/dossier";
import { COLONNES } from "../../domain/lines/budget-lines";
import { rowsOfTable } from "../../domain/lines/rows-of-table";

type Cells = Readonly<Record<Colonne, MontantCell | null>>;

const isNone = (cells: Cells): boolean => COLONNES.every((colonne) => cells[colonne] === null);

/** Cells that serve as the budget are compared as such, and not a second time. */
export function withoutBudget(execution: TableauExecution, budget: TableauBudgetaire): TableauExecution {
  const taken = new Set(
    rowsOfTable(budget).flatMap(({ montants, totauxDesAnnees = [] }) =>
      [...montants.values(), ...totauxDesAnnees.map(({ parts }) => parts)].flatMap((cells) =>
        COLONNES.flatMap((colonne) => (cells[colonne] ? [cellKey(cells[colonne].ref)] : [])),
      ),
    ),
  );
  const keep = (cells: Cells): Cells => {
    const own = (cell: MontantCell | null) => (cell && !taken.has(cellKey(cell.ref)) ? cell : null);
    return { etat: own(cells.etat), collectivite: own(cells.collectivite), total: own(cells.total) };
  };
  type Beside = Pick<LigneDeSommes, "contractualises" | "totauxDesAnnees">;
  const strip = <Row extends Beside>(row: Row): Omit<Row, keyof Beside> & Beside => {
    const { contractualises, totauxDesAnnees, ...rest } = row;
    const kept = [...(contractualises ?? [])].flatMap(([annee, cells]) => {
      const left = keep(cells);
      return isNone(left) ? [] : [[annee, left] as const];
    });
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
    lignesAxe: execution.lignesAxe.map((ligne) => ({
      ...ligne,
      sousTotal: ligne.sousTotal && strip(ligne.sousTotal),
    })),
    total: execution.total && strip(execution.total),
  };
}
