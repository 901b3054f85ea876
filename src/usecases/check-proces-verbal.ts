// "Contrôler le procès-verbal": verifies the workbook again, at the date of its procès-verbal, and says what differs.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { cite, typographie } from "../core/domain/words/typographie";
import { controler, type Controle } from "../core/reports/proces-verbal/controler";
import { isUnfinished, lireProcesVerbal, type ProcesVerbalLu } from "../core/reports/proces-verbal/lire-proces-verbal";
import type { ProcesVerbal } from "../core/reports/proces-verbal/proces-verbal";
import { precedentsDe } from "../core/reports/proces-verbal/suite";
import type { WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { composeProcesVerbalSheet } from "../core/sheets/proces-verbal-sheet";
import { drawUpProcesVerbal } from "./establish-proces-verbal";

/** The page as it would now be written. */
export function readPage(actuel: ProcesVerbal): ProcesVerbalLu {
  const values = composeProcesVerbalSheet(actuel).cells.map((row) => row.map(({ value }) => value));
  return lireProcesVerbal({ blocks: [{ column: 0, values }] });
}

/** Changes nothing in the workbook. Throws WorkbookError when it has no procès-verbal, or one without a date. */
export async function checkProcesVerbal(
  workbook: WorkbookPort,
  contrats: Contrats,
  source: "built-in" | "given" = "built-in",
  today?: string,
): Promise<Controle> {
  const raw = await workbook.read();
  const sheet = raw.sheets.find(({ resultSheet }) => resultSheet === "proces-verbal");
  if (!sheet) {
    throw new WorkbookError(
      typographie(
        "Ce classeur n’a pas de procès-verbal à contrôler. Établissez-le d’abord, ou ouvrez le classeur qui vous a été transmis avec le sien.",
      ),
    );
  }
  if (isUnfinished(raw)) {
    throw new WorkbookError(
      typographie(
        `Feuille ${cite(sheet.name)} : l’écriture de ce procès-verbal a été interrompue, il est incomplet et ne peut pas être contrôlé. Établissez-le de nouveau.`,
      ),
    );
  }
  const lu = lireProcesVerbal(sheet);
  if (lu.situation === null) {
    throw new WorkbookError(
      typographie(
        `Feuille ${cite(sheet.name)} : la date de situation du procès-verbal est absente ou illisible, il ne peut pas être contrôlé. Demandez-en un nouveau à l’autre partie.`,
      ),
    );
  }
  const actuel = drawUpProcesVerbal(raw, contrats, lu.situation, source, today, precedentsDe(lu.chiffres));
  return controler(lu, actuel, readPage(actuel));
}
