// The « Tableau budgétaire » annexed to an avenant to come: the annexe of the contract as the avenant would leave it, never read as the agent's own table.
import type { Convention } from "../../contract/convention";
import { typographie } from "../../domain/words/typographie";
import type { SheetPlan } from "../../workbook-port";
import { composeTableauBudgetaire } from "../annexes/tableau-budgetaire";

export function composeTableauDeLAvenant(convention: Convention, annee: number, asOf: string): SheetPlan {
  const mention = typographie(
    `Annexe au projet d’avenant ${annee} : montants tels que l’avenant les laisserait, sans effet avant signature.`,
  );
  const {
    mark: _mark,
    names: _names,
    controls: _controls,
    ...layout
  } = composeTableauBudgetaire({ convention, avenants: [], asOf }, { sousTotaux: true, mention });
  return { kind: "avenant-tableau", ...layout, name: typographie(`Tableau de l’avenant`) };
}
