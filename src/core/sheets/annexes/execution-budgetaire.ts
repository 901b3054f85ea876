// The « Exécution budgétaire » annexe of one year: contracted, paid, executed, other financing, cost, rate, gap and justification.
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Action, Convention } from "../../contract/convention";
import { addMontants, montantFromEuros, toEuros, ZERO, type Montant } from "../../domain/values/montant";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { montantsOnly } from "../parts/entry-controls";
import { textCell } from "../parts/sheet-builder";
import { A_COMPLETER, BLANK, actionLabel, actionsByAxe, axeLabel, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_STYLES } from "./annexe-style";
import type { ContractedCells } from "./contracted-cells";
import { COLUMN, ExecutionSheet, heldAgainst, type Contracted } from "./execution-columns";

export const executionSheetName = (annee: number): string => `Exécution ${annee}`;

/** As the row shows it: what the budget table holds where there is one, else the contract's. */
export function contractedIn(action: Action, annee: number, contracted: ContractedCells): Contracted {
  const montant = action.montants.find((each) => each.annee === annee);
  const shown = (partie: "etat" | "collectivite"): Montant => {
    const cell = contracted(action.numero, annee, partie);
    return cell ? montantFromEuros(cell.euros) : (montant?.[partie] ?? ZERO);
  };
  return { etat: shown("etat"), collectivite: shown("collectivite") };
}

export const addContracted = (all: readonly Contracted[]): Contracted => ({
  etat: addMontants(ZERO, ...all.map(({ etat }) => etat)),
  collectivite: addMontants(ZERO, ...all.map(({ collectivite }) => collectivite)),
});

/** The columns of what was contracted, of a row: both parties, and their sum. */
export function contractedTotal(row: number, { etat, collectivite }: Contracted): PlannedCell {
  const [first, second] = [COLUMN.contractedEtat, COLUMN.contractedLocal].map((column) => formatLocalCell(row, column));
  return { value: toEuros(addMontants(etat, collectivite)), formula: `=${first}+${second}` };
}

/**
 * The cost of an action: what the two parties and others executed. Empty until both parties have executed, as a blank
 * row is no row at zero.
 */
function costCell(row: number): PlannedCell {
  const at = (column: number) => formatLocalCell(row, column);
  const parts = `${at(COLUMN.etat)}:${at(COLUMN.collectivite)}`;
  const all = `${at(COLUMN.etat)}:${at(COLUMN.autres)}`;
  return { value: "", formula: `=IF(COUNT(${parts})<2,"",SUM(${all}))` };
}

function derivedCells(row: number): readonly PlannedCell[] {
  const parts = `${formatLocalCell(row, COLUMN.etat)}:${formatLocalCell(row, COLUMN.collectivite)}`;
  return heldAgainst(row, [parts], 2);
}

/** The contract's amount, or a formula to the cell of the budget table that shows it. */
function contractedCell(montant: Montant, cell: ReturnType<ContractedCells>): PlannedCell {
  return cell ? { value: cell.euros, formula: `=${formatCellRef(cell.ref)}` } : { value: toEuros(montant) };
}

export function composeExecutionBudgetaire(
  enVigueur: EnVigueur,
  annee: number,
  contracted: ContractedCells,
): AnnexePlan {
  const { convention } = enVigueur;
  const sheet = new ExecutionSheet(enVigueur, `Exécution budgétaire ${annee}`, A_COMPLETER, annee, true);
  const rows = addRows(sheet, convention, (action, row) => {
    const own = contractedIn(action, annee, contracted);
    const [etat, local] = (["etat", "collectivite"] as const).map((partie) =>
      contractedCell(own[partie], contracted(action.numero, annee, partie)),
    );
    const cells = [
      textCell(actionLabel(action)),
      etat ?? BLANK,
      local ?? BLANK,
      contractedTotal(row, own),
      BLANK,
      BLANK,
      BLANK,
      BLANK,
      costCell(row),
      ...derivedCells(row),
      BLANK,
    ];
    return { cells, contracted: own };
  });
  const last = sheet.rows.height - 1;
  const first = rows[0] ?? last;
  sheet.control(
    montantsOnly({ top: first, left: COLUMN.contractedEtat, bottom: last - 1, right: COLUMN.contractedLocal }),
  );
  sheet.control(montantsOnly({ top: first, left: COLUMN.verse, bottom: last - 1, right: COLUMN.autres }));
  return sheet.build({
    name: executionSheetName(annee),
    orientation: "landscape",
    titleRows: sheet.titleRows,
    frozenRows: sheet.titleRows[1] + 1,
    frozenColumns: 1,
  });
}

interface ActionRow {
  readonly cells: readonly PlannedCell[];
  readonly contracted: Contracted;
}

/** The actions under their axes, with the sums of each and of all. Answers the rows of the actions. */
export function addRows(
  sheet: ExecutionSheet,
  convention: Convention,
  compose: (action: Action, row: number) => ActionRow,
): readonly number[] {
  const rows: number[] = [];
  const all: Contracted[] = [];
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    const own: number[] = [];
    const sums: Contracted[] = [];
    for (const action of actions) {
      const { cells, contracted } = compose(action, sheet.rows.height);
      const row = sheet.addLine(cells, ANNEXE_STYLES.line, 2);
      sheet.styleAmounts(row);
      sheet.markBlanks(row, cells, COLUMN.contractedEtat);
      own.push(row);
      sums.push(contracted);
    }
    sheet.addSums(textCell(`Sous-total de l’axe ${axe.numero}`), own, addContracted(sums), "subtotal");
    rows.push(...own);
    all.push(...sums);
  }
  const total = sheet.addSums(textCell("TOTAL"), rows, addContracted(all), "total");
  sheet.nameTotals(total, convention);
  return rows;
}
