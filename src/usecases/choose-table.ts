// "Vérifier ce tableau": keeps in the workbook which of several tables counts, for this verification and the next ones.
import { isSameSheet, parseCellRef, type CellRef } from "../core/domain/cell-ref";
import type { TableChoice } from "../core/verification";
import { WorkbookError, type WorkbookPort } from "../core/workbook-port";

/** `heading` is one of the candidates'. Throws WorkbookError when its sheet is gone, or when nothing can be written. */
export async function chooseTable(workbook: WorkbookPort, choice: TableChoice, heading: string): Promise<void> {
  const wanted = choice.candidates.find((candidate) => candidate.heading === heading);
  if (!wanted) throw new Error(`no candidate at ${heading}`);
  const marks = await workbook.readMarks();
  if (!marks.sheets.some(({ name }) => isSameSheet(name, wanted.sheet))) {
    throw new WorkbookError(
      `La feuille «\u00a0${wanted.sheet}\u00a0» n’existe plus dans le classeur\u00a0: elle a été supprimée ou renommée. Relancez la vérification, puis choisissez.`,
    );
  }
  // What was chosen for other years still holds; what was chosen for these ones does not.
  const others = choice.candidates.filter(
    ({ chosen, years }) => chosen && !years.some((year) => wanted.years.includes(year)),
  );
  const headings = [wanted, ...others].map((candidate) => parseCellRef(candidate.heading)).filter(isCell);
  await workbook.apply({ highlights: null, sheets: [], choices: [{ kind: choice.kind, headings }] }, marks);
}

const isCell = (cell: CellRef | null): cell is CellRef => cell !== null;
