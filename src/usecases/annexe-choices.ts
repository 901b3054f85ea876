// What an agent can choose from when he inserts annexes: the years and actions of the contract in force.
import type { Convention } from "../core/domain/contrat/convention";
import { readDossier } from "../core/reading/read-dossier";
import type { WorkbookPort } from "../core/workbook-port";

export interface AnnexeChoices {
  readonly annees: readonly number[];
  readonly actions: readonly {
    readonly numero: number;
    readonly intitule: string;
    /** The workbook has its fiche already. */
    readonly hasFiche: boolean;
  }[];
}

/** Throws WorkbookError when the workbook cannot be read. */
export async function annexeChoices(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
): Promise<AnnexeChoices> {
  const { convention: inForce, fiches } = readDossier(await workbook.read(), convention, asOf);
  const present = new Set(fiches?.map(({ action }) => action?.numero));
  return {
    annees: inForce.annees.map(({ annee }) => annee),
    actions: inForce.actions.map(({ numero, intitule }) => ({ numero, intitule, hasFiche: present.has(numero) })),
  };
}
