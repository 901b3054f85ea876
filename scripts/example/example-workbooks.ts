// The example workbooks: as a service keeps it, with its slips; with nothing left to do; and ready for the mid-term report.
import { createXlsx } from "xlsx-model/create-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import {
  ACHIEVED_HELD,
  ACHIEVED_SO_FAR,
  ACHIEVED_WITH_A_LATE_START,
  putAchieved,
  setOneTarget,
  setTargets,
} from "./achieved-values";
import { layOutBudget, putFormulas } from "./budget-sheet";
import { TARGETS_SET, withContractSheet, withLateReport } from "./contract-sheet";
import { layOutExecution } from "./execution-sheet";
import { EXECUTIONS_HELD, EXECUTIONS_TO_JUSTIFY } from "./executions";
import { layOutIndicators } from "./indicator-sheet";
import { looks, typeIn } from "./looks";
import { layOutReadMe } from "./read-me-sheet";
import { makeBudgetSlips, makeExecutionSlips, makeIndicatorSlips } from "./slips";

export async function makeExample(): Promise<WorkbookModel> {
  const workbook = createXlsx("classeur-exemple.xlsx");
  const budget = firstSheet(workbook);
  const indicators = workbook.addSheet("Indicateurs");
  const execution = workbook.addSheet("Exécution");
  const readMe = workbook.addSheet("Lisez-moi");
  typeIn(budget, 0, 0, "Contrat local des solidarités 2024-2027 – Dijon métropole");
  typeIn(budget, 1, 0, "Tableau budgétaire prévisionnel, en euros – version de travail du service");
  budget.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, looks.title);
  budget.setStyle({ top: 1, left: 0, bottom: 1, right: 0 }, looks.subtitle);
  const layout = layOutBudget(budget, 3);
  putFormulas(budget, layout);
  makeBudgetSlips(budget, layout);
  typeIn(budget, layout.totalRow + 2, 0, "Montants 2025 à 2027 prévisionnels : à confirmer par avenant.");
  budget.setStyle({ top: layout.totalRow + 2, left: 0, bottom: layout.totalRow + 2, right: 0 }, looks.subtitle);
  budget.addConditionalFormat({
    type: "expression",
    ranges: [{ top: layout.firstRow, left: 1, bottom: layout.totalRow - 1, right: 12 }],
    formula: "AND(ISNUMBER(B6),B6>=100000)",
    style: { font: { bold: true, color: "#0563C1" } },
  });
  typeIn(indicators, 0, 0, "Tableau des actions et suivi de leurs indicateurs");
  indicators.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, looks.title);
  layOutIndicators(indicators, 2);
  makeIndicatorSlips(indicators, 2);
  putAchieved(indicators, 2, ACHIEVED_WITH_A_LATE_START);
  layOutExecution(execution, EXECUTIONS_TO_JUSTIFY);
  makeExecutionSlips(execution);
  layOutReadMe(readMe);
  await workbook.calculate();
  return withLateReport(workbook);
}

/** Nothing is left to do in November 2026: two years executed, two avenants, the targets set, the deadlines met. */
export async function makeCompliant(): Promise<WorkbookModel> {
  const workbook = createXlsx("classeur-conforme.xlsx");
  putFormulas(firstSheet(workbook), layOutBudget(firstSheet(workbook), 0));
  const indicators = workbook.addSheet("Indicateurs");
  layOutIndicators(indicators, 0);
  setTargets(indicators, 0, TARGETS_SET);
  putAchieved(indicators, 0, ACHIEVED_HELD);
  layOutExecution(workbook.addSheet("Exécution"), EXECUTIONS_HELD);
  await workbook.calculate();
  return withContractSheet(workbook);
}

/** Two years of execution: enough for the mid-term report, but for what the service still has to collect. */
export async function makeExecuted(): Promise<WorkbookModel> {
  const workbook = createXlsx("classeur-bilan.xlsx");
  putFormulas(firstSheet(workbook), layOutBudget(firstSheet(workbook), 0));
  const indicators = workbook.addSheet("Indicateurs");
  layOutIndicators(indicators, 0);
  setOneTarget(indicators, 0);
  putAchieved(indicators, 0, ACHIEVED_SO_FAR);
  layOutExecution(workbook.addSheet("Exécution"), EXECUTIONS_TO_JUSTIFY);
  await workbook.calculate();
  return workbook;
}

function firstSheet(workbook: WorkbookModel): SheetModel {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("a new workbook has a sheet");
  sheet.name = "Tableau budgétaire";
  return sheet;
}
