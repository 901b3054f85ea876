// The periods that an agent can ask a report for: those of the contract in force.
import { periodeMiParcours, type Periode } from "../core/reports/bilan/periode";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { readDossier } from "../core/reading/read-dossier";
import type { WorkbookPort } from "../core/workbook-port";

export interface BilanPeriods {
  readonly miParcours: Periode;
  readonly annees: readonly number[];
}

/** Throws WorkbookError when the workbook cannot be read. */
export async function bilanPeriods(workbook: WorkbookPort, contrats: Contrats, asOf: string): Promise<BilanPeriods> {
  const { convention: inForce } = readDossier(await workbook.read(), contrats, asOf);
  return { miParcours: periodeMiParcours(inForce), annees: inForce.annees.map(({ annee }) => annee) };
}
