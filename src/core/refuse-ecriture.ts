// The one check before anything is written into a workbook: whether it is this contract's to write into.
import type { Dossier } from "./domain/dossier";
import { hasAmounts } from "./reading/autre-contrat";
import { isNotThisContract, isOfTableau, sayNotThisContract } from "./verdict";
import type { RawWorkbook } from "./workbook-port";

/** French sentence: why nothing may be written, and what to do; null where everything may. */
export function refuseEcriture(raw: RawWorkbook, dossier: Dossier): string | null {
  if (dossier.question) return dossier.contratInconnu ?? null;
  return isNotThisContract(raw, dossier) ? sayNotThisContract(raw, dossier) : null;
}

/**
 * Why no annexe is inserted. An annexe may be what makes a workbook this contract's: without any amount the workbook
 * is nobody's, and who names the contract says which one it follows.
 */
export function refuseAnnexe(raw: RawWorkbook, dossier: Dossier, source: "built-in" | "given"): string | null {
  if (raw.sheets.some(isOfTableau)) return sayNotThisContract(raw, dossier);
  if (source === "given") return null;
  const isSomebodys = hasAmounts(dossier) || (dossier.nonLus ?? []).length > 0;
  return isSomebodys ? refuseEcriture(raw, dossier) : null;
}
