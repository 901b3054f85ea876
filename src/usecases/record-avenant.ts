// An avenant, recorded in the sheet « Contrat »: first what it would change, then, once the agent has agreed, exactly that.
import type { AvenantSaisi } from "../core/avenants/avenant-saisi";
import { planAvenant, type AvenantPlan } from "../core/avenants/plan-avenant";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { typographie } from "../core/domain/words/typographie";
import type { WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { checkCells } from "../core/sheets/parts/check-cells";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Le classeur a changé depuis l’aperçu : rien n’a été écrit. Relisez ce qui changerait à présent, puis recommencez.";
const WRONG = "L’avenant a une erreur : rien n’a été écrit. Corrigez-la d’abord.";

/** Reads the workbook and changes nothing. Throws WorkbookError where there is nowhere to write, or the sheet is protected. */
export async function previewAvenant(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  saisi: AvenantSaisi,
): Promise<AvenantPlan> {
  const raw = await workbook.read();
  const plan = planAvenant(raw, contrats, asOf, saisi);
  checkCells(plan.cells, raw);
  return plan;
}

/** Writes what the preview showed, all or nothing. Throws WorkbookError, nothing written, where it is no longer the same. */
export async function recordAvenant(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  saisi: AvenantSaisi,
  accepted: AvenantPlan,
): Promise<void> {
  const raw = await workbook.read();
  const plan = planAvenant(raw, contrats, asOf, saisi);
  if (plan.lignes.some(({ erreurs }) => erreurs.length > 0)) throw new WorkbookError(typographie(WRONG));
  // With the cells, what the contract says before and what the rules say after.
  checkAsShown(accepted, plan, CHANGED);
  checkCells(plan.cells, raw);
  await workbook.apply({ highlights: null, sheets: [], cells: plan.cells }, raw);
}
