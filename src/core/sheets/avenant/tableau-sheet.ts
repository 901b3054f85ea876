// The « Tableau budgétaire » annexed to an avenant to come: the annexe of the contract as the avenant would leave it, never read as the agent's own table.
import type { Convention } from "../../contract/convention";
import { typographie } from "../../domain/words/typographie";
import type { SheetPlan } from "../../workbook-port";
import { composeTableauBudgetaire } from "../annexes/tableau-budgetaire";

export function composeTableauDeLAvenant(convention: Convention, annee: number, asOf: string): SheetPlan {
  const mention = typographie(
    `Annexe au projet d’avenant ${annee} : montants tels que l’avenant les laisserait, sans effet avant signature.`,
  );
  const plan = composeTableauBudgetaire({ convention, avenants: [], asOf }, { sousTotaux: true, mention });
  // Of an annexe it has the layout alone: no entry, and no name that a formula of the agent's might mean.
  const { cells, styles, merges, columnWidths, rowHeights, frozenRows, frozenColumns = 0, page } = plan;
  const layout = { cells, styles, merges, columnWidths, rowHeights, frozenRows, frozenColumns, page };
  return { kind: "avenant-tableau", name: typographie("Tableau de l’avenant"), ...layout };
}
