// What would settle discrepancies of a workbook as it was read: all of « Corriger » that touches no workbook.
import { planChoices } from "../core/why/plan-corrections";
import type { CorrectionPlan } from "../core/why/correction";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { refuseEcriture } from "../core/refuse-ecriture";
import { verify } from "../core/verify";
import type { RawWorkbook } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";

/**
 * `ids` are those of the discrepancies. One plan; several where a person must choose between them. Throws WorkbookError for a
 * workbook that is not known to be this contract's.
 */
export function planCorrections(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  ids: readonly string[],
  source: "built-in" | "given",
): readonly CorrectionPlan[] {
  const { verification, dossier } = verify(raw, contrats, asOf, source);
  const refused = refuseEcriture(raw, dossier);
  if (refused !== null) throw new WorkbookError(refused);
  return planChoices(verification.findings, ids, raw, dossier);
}
