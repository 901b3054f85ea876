// "Insérer une annexe": composes the annexes that the agent asks for from the contract in force, and adds them.
import type { Convention } from "../core/domain/convention";
import { readDossier } from "../core/reading/read-dossier";
import { WorkbookError, type WorkbookPort } from "../core/workbook-port";
import type { AnnexeRequest } from "../core/writing/annexes/annexe-request";
import { composeAnnexe } from "../core/writing/annexes/compose-annexe";
import { refusals } from "../core/writing/refusals";

/**
 * `source` says where the given contract comes from; a sheet « Contrat » of the workbook prevails over the built-in one.
 * Answers the tab names of the new sheets. Throws WorkbookError, and then nothing has been inserted.
 */
export async function insertAnnexe(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
  requests: readonly AnnexeRequest[],
  source: "built-in" | "given" = "built-in",
): Promise<readonly string[]> {
  const raw = await workbook.read();
  if (raw.isStructureProtected) throw new WorkbookError(refusals.protectedAgainstAnnexes);
  const dossier = readDossier(raw, convention, asOf, source);
  const [mistake] = dossier.feuilleContrat?.erreurs ?? [];
  if (mistake) throw new WorkbookError(refusals.mistakenContract(mistake.cell, mistake.message));
  if (dossier.contratInconnu !== undefined) throw new WorkbookError(dossier.contratInconnu);
  const annexes = requests.flatMap((request) => composeAnnexe(request, dossier));
  const { sheetNames } = await workbook.apply({ highlights: null, sheets: [], annexes }, raw);
  return sheetNames;
}
