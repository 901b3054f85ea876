// "Vérifier ce tableau": keeps in the workbook which of several tables counts, for this verification and the next ones.
import { isSameSheet, parseCellRef, type CellRef } from "../core/domain/cell-ref";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { describeChoices } from "../core/reading/describe-read";
import { readDossier } from "../core/reading/read-dossier";
import type { TableChoice } from "../core/verification";
import { WorkbookError, type WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";

const CHANGED =
  "Les tableaux des mêmes années ont changé depuis leur affichage : rien n’a été écrit. Relisez, puis choisissez.";

/**
 * Where each of the tables stands that was to be chosen from, whatever the case of its sheet's name, and whether it
 * counted.
 */
const standing = ({ candidates }: TableChoice) =>
  candidates.map(({ heading, chosen }) => ({ heading: heading.toLowerCase(), chosen }));

/**
 * `choice` is what was shown, `heading` one of its candidates'. Throws WorkbookError when its sheet is gone, or when nothing can be
 * written; DiffersFromShown where others are to be chosen from by now, or another was chosen.
 */
export async function chooseTable(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  choice: TableChoice,
  heading: string,
  source: "built-in" | "given" = "built-in",
): Promise<void> {
  const wanted = choice.candidates.find((candidate) => candidate.heading === heading);
  if (!wanted) throw new Error(`no candidate at ${heading}`);
  const raw = await workbook.read();
  if (!raw.sheets.some(({ name }) => isSameSheet(name, wanted.sheet))) {
    throw new WorkbookError(
      `La feuille «\u00a0${wanted.sheet}\u00a0» n’existe plus dans le classeur\u00a0: elle a été supprimée ou renommée. Relancez la vérification, puis choisissez.`,
    );
  }
  const now = describeChoices(readDossier(raw, contrats, asOf, source).choix ?? []);
  const same = now.find(
    ({ kind, candidates }) =>
      kind === choice.kind && candidates.some((one) => one.heading.toLowerCase() === heading.toLowerCase()),
  );
  checkAsShown(standing(choice), same && standing(same), CHANGED);
  // What was chosen for other years still holds; what was chosen for these ones does not.
  const others = choice.candidates.filter(
    ({ chosen, years }) => chosen && !years.some((year) => wanted.years.includes(year)),
  );
  const headings = [wanted, ...others].map((candidate) => parseCellRef(candidate.heading)).filter(isCell);
  await workbook.apply({ highlights: null, sheets: [], choices: [{ kind: choice.kind, headings }] }, raw);
}

const isCell = (cell: CellRef | null): cell is CellRef => cell !== null;
