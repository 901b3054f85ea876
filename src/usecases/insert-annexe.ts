// "Insérer une annexe": composes the annexes that the agent asks for from the contract in force, and adds them.
import type { CellRef } from "../core/domain/cell-ref";
import type { Convention } from "../core/domain/contrat/convention";
import type { Dossier } from "../core/domain/dossier";
import { cite, typographie } from "../core/domain/words/typographie";
import { findContratSheets } from "../core/reading/contrat/choose-contrat";
import { readDossier } from "../core/reading/read-dossier";
import { WorkbookError, type AnnexePlan, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import type { AnnexeRequest } from "../core/writing/annexes/annexe-request";
import { composeAnnexe } from "../core/writing/annexes/compose-annexe";
import { checkFree, checkWithinSheet, writableSheet } from "../core/writing/annexes/free-area";
import { areaOf, placeAnnexe } from "../core/writing/annexes/place-annexe";
import { composeContratSheet } from "../core/writing/contrat/contrat-sheet";
import { refusals } from "../core/writing/sheets/refusals";

/**
 * `source` says where the given contract comes from; a sheet « Contrat » of the workbook prevails over the built-in one.
 * `cell` is the agent's, for one annexe of one sheet; null for new sheets.
 * Answers the tab names of the sheets that hold what was inserted. Throws WorkbookError, and then nothing has been.
 */
export async function insertAnnexe(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
  requests: readonly AnnexeRequest[],
  source: "built-in" | "given" = "built-in",
  cell: CellRef | null = null,
): Promise<readonly string[]> {
  const raw = await workbook.read();
  if (cell === null && raw.isStructureProtected) throw new WorkbookError(refusals.protectedAgainstAnnexes);
  const annexes = composeAll(raw, convention, asOf, requests, source);
  if (annexes.length === 0) throw new WorkbookError(nothingMissing);
  if (cell !== null) return [await insertAt(workbook, raw, cell, annexes)];
  const { sheetNames } = await workbook.apply({ highlights: null, sheets: [], annexes }, raw);
  return sheetNames;
}

const nothingMissing = typographie(
  "Le classeur a déjà tout ce qui était demandé : rien n’a été inséré. Pour insérer une annexe une seconde fois, demandez-la seule.",
);

function composeAll(
  raw: RawWorkbook,
  convention: Convention,
  asOf: string,
  requests: readonly AnnexeRequest[],
  source: "built-in" | "given",
): readonly AnnexePlan[] {
  let dossier: Dossier | null = null;
  return requests.flatMap((request) => {
    if (request.kind === "contrat") return composeContract(raw, convention, request.siManque ?? false);
    dossier ??= readSound(raw, convention, asOf, source);
    return composeAnnexe(request, dossier);
  });
}

/** None in the place of the one that the workbook has, which is the agent's. */
function composeContract(raw: RawWorkbook, convention: Convention, siManque: boolean): readonly AnnexePlan[] {
  const [existing] = findContratSheets(raw);
  if (existing && siManque) return [];
  if (existing) {
    throw new WorkbookError(
      typographie(
        `Le classeur a déjà sa feuille du contrat, ${cite(existing.name)} : modifiez-la, ou supprimez-la pour en insérer une nouvelle.`,
      ),
    );
  }
  const { kind, ...layout } = composeContratSheet(convention, raw.name);
  return [{ ...layout, names: [], mark: kind }];
}

/** Nothing is laid out from a contract that is not known to be right. */
function readSound(raw: RawWorkbook, convention: Convention, asOf: string, source: "built-in" | "given"): Dossier {
  const dossier = readDossier(raw, convention, asOf, source);
  const [mistake] = dossier.feuilleContrat?.erreurs ?? [];
  if (mistake) throw new WorkbookError(refusals.mistakenContract(mistake.cell, mistake.message));
  if (dossier.contratInconnu !== undefined) throw new WorkbookError(dossier.contratInconnu);
  return dossier;
}

async function insertAt(
  workbook: WorkbookPort,
  raw: RawWorkbook,
  cell: CellRef,
  annexes: readonly AnnexePlan[],
): Promise<string> {
  const [annexe, another] = annexes;
  if (!annexe || another) throw new WorkbookError(refusals.severalAtCell(annexes.length));
  if (annexe.mark) throw new WorkbookError(refusals.contractAtCell);
  const sheet = writableSheet(raw, cell);
  const origin = { ...cell, sheet: sheet.name };
  const area = areaOf(annexe, origin);
  checkWithinSheet(area);
  // What the values show is refused first: asking Excel for merged cells costs the agent his undo.
  checkFree(sheet, area, []);
  const { obstacles, names } = await workbook.survey(area);
  checkFree(sheet, area, obstacles);
  const placed = placeAnnexe(annexe, origin, sheet, names);
  await workbook.apply({ highlights: null, sheets: [], placed }, raw);
  return sheet.name;
}
