// Every amount cell of a workbook, with the identity and the place that findings give it.
import { indexEntries } from "./amount-entries";
import { amountTables, situate } from "./amount-tables";
import type { Dossier, MontantCell, TableauBudgetaire } from "./dossier";
import { paidCells } from "./execution-lines";

export interface CelluleSituee {
  readonly cell: MontantCell;
  readonly tableau: TableauBudgetaire;
  /** "Action 1 – 2025 – part Métropole"; asked for the few cells of which something is said. */
  situate(): { readonly place: string; readonly identity: Pick<ReturnType<typeof situate>, "subject" | "key"> };
}

/** Table by table: actions, subtotals and TOTAL, whatever the year, then what the State has paid. */
export function* amountCells(dossier: Pick<Dossier, "convention" | "budget" | "execution">): Generator<CelluleSituee> {
  const { convention, execution } = dossier;
  for (const table of amountTables(dossier)) {
    for (const entree of indexEntries(table.tableau).all) {
      yield {
        cell: entree.cell,
        tableau: table.tableau,
        situate() {
          const { place, ...identity } = situate(convention, table, entree);
          return { place, identity };
        },
      };
    }
  }
  if (!execution) return;
  for (const { place, cell, ...identity } of paidCells(execution)) {
    yield { cell, tableau: execution, situate: () => ({ place, identity }) };
  }
}
