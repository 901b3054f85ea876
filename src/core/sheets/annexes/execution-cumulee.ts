// The « Exécution cumulée » annexe: the sums over the years of the execution tables that go in with it.
import { formatCellRef } from "xlsx-model/cell-ref";
import { toEuros, type Montant } from "../../domain/values/montant";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { textCell } from "../parts/sheet-builder";
import { actionLabel, type EnVigueur } from "./annexe-sheet";
import type { ContractedCells } from "./contracted-cells";
import { COLUMN, ENTERED, ExecutionSheet, heldAgainst, sumOfGiven } from "./execution-columns";
import { addContracted, addRows, contractedIn, contractedTotal, executionSheetName } from "./execution-budgetaire";

const NAME = "Exécution cumulée";
const MENTION = "Tout y est calculé à partir des feuilles d’exécution de chaque année : rien n’y est à saisir.";

/** The years' sheets are laid out as this one: each row and column stands in the same place. */
export function composeExecutionCumulee(enVigueur: EnVigueur, contractedAt: ContractedCells): AnnexePlan {
  const { convention } = enVigueur;
  const annees = convention.annees.map(({ annee }) => annee);
  const [first = 0, last = first] = [annees[0], annees.at(-1)];
  const sheet = new ExecutionSheet(enVigueur, NAME, MENTION, `Cumul ${first}-${last}`, false);
  const cellsAt = (row: number, column: number): readonly string[] =>
    annees.map((annee) => formatCellRef({ sheet: executionSheetName(annee), row, column }));
  addRows(sheet, convention, (action, row) => {
    const contracted = addContracted(annees.map((annee) => contractedIn(action, annee, contractedAt)));
    const sum = (column: number): PlannedCell => ({ value: "", formula: sumOfGiven(cellsAt(row, column)) });
    const ofParty = (column: number, montant: Montant): PlannedCell => ({
      value: toEuros(montant),
      formula: `=SUM(${cellsAt(row, column).join(",")})`,
    });
    // A year of which one part lacks has no cost: its rate and its gap would be false ones.
    const given = [...cellsAt(row, COLUMN.etat), ...cellsAt(row, COLUMN.collectivite)];
    const cells = [
      textCell(actionLabel(action)),
      ofParty(COLUMN.contractedEtat, contracted.etat),
      ofParty(COLUMN.contractedLocal, contracted.collectivite),
      contractedTotal(row, contracted),
      ...ENTERED.map(sum),
      sum(COLUMN.cost),
      ...heldAgainst(row, given, given.length),
    ];
    return { cells, contracted };
  });
  return sheet.build({
    name: NAME,
    orientation: "landscape",
    titleRows: sheet.titleRows,
    frozenRows: sheet.titleRows[1] + 1,
    frozenColumns: 1,
  });
}
