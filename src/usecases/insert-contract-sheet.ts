// "Insérer la feuille « Contrat »": adds the contract's parameters to the workbook, where the agent keeps them from then on.
import type { Convention } from "../core/domain/convention";
import { cite, typographie } from "../core/domain/typographie";
import { findContratSheets } from "../core/reading/choose-contrat";
import { WorkbookError, type WorkbookPort } from "../core/workbook-port";
import { composeContratSheet } from "../core/writing/contrat-sheet";

export interface InsertedSheet {
  /** Null when it could not be added. */
  readonly sheetName: string | null;
  /** French sentences: why it could not. */
  readonly refusals: readonly string[];
}

/** Throws WorkbookError when the workbook cannot be read, and when it has such a sheet already: that one is the agent's. */
export async function insertContractSheet(workbook: WorkbookPort, convention: Convention): Promise<InsertedSheet> {
  const raw = await workbook.read();
  const [existing] = findContratSheets(raw);
  if (existing) {
    throw new WorkbookError(
      typographie(
        `Le classeur a déjà sa feuille du contrat, ${cite(existing.name)} : modifiez-la, ou supprimez-la pour en insérer une nouvelle.`,
      ),
    );
  }
  const plan = { highlights: null, sheets: [composeContratSheet(convention, raw.name)] };
  const { sheetNames, refusals } = await workbook.apply(plan, raw);
  return { sheetName: sheetNames[0] ?? null, refusals };
}
