// What would settle discrepancies of a workbook as it was read: all of « Corriger » that touches no workbook.
import { planChoices } from "../core/corrections/plan-corrections";
import type { CorrectionPlan } from "../core/corrections/correction";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { verify } from "../core/verify";
import type { RawWorkbook } from "../core/workbook-port";

/** `ids` are those of the discrepancies. One plan; several where a person must choose between them. */
export function planCorrections(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  ids: readonly string[],
  source: "built-in" | "given",
): readonly CorrectionPlan[] {
  const { verification, dossier } = verify(raw, contrats, asOf, source);
  return planChoices(verification.findings, ids, raw, dossier);
}
