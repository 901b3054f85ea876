// What an execution table says again of what was contracted, where the same cells are not the budget table itself.
import type { Shows } from "../../domain/amounts";
import { cellKey } from "xlsx-model/cell-ref";
import { isPart, repeatedPart } from "../../domain/column-roles";
import type { TableauBudgetaire } from "../../domain/dossier";
import { mapRows, shownRows } from "../../domain/table-rows";

/** Cells that serve as the budget are compared as such, and not a second time. */
export function withoutBudget(execution: TableauBudgetaire, budget: TableauBudgetaire): TableauBudgetaire {
  const parts = shownRows(budget).flatMap(({ amounts }) => amounts.filter(({ column }) => isPart(column)));
  const taken = new Set(parts.map(({ cell }) => cellKey(cell.ref)));
  return mapRows(execution, <Row extends Shows>(row: Row): Row => ({
    ...row,
    amounts: row.amounts.filter(({ column, cell }) => !repeatedPart(column) || !taken.has(cellKey(cell.ref))),
  }));
}
