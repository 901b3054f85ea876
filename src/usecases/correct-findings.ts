// « Corriger » : first what would be written, then, once the agent has agreed, exactly that; and the way back.
import { planCorrections } from "./plan-corrections";
import type { CellContent, Correction, CorrectionPlan } from "../core/why/correction";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatListeCourte } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import { RawCells } from "../core/why/totals/raw-cells";
import type { CellChange, WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/sheets/parts/check-cells";
import { DiffersFromShown, isAsShown } from "./as-shown";
import { computeHere, type Compute } from "./compute";

interface CorrectOptions {
  readonly source?: "built-in" | "given";
  readonly compute?: Compute;
}

/** What was written, with all that is needed to take it back. */
export interface Corrected {
  readonly corrections: readonly Correction[];
}

const CHANGED =
  "Le classeur a changé depuis l’aperçu : rien n’a été modifié. Relisez ce qui changerait à présent, puis recommencez.";
const NAMED = 5;

function toCellChange(
  cell: Correction["cell"],
  { value, formula }: CellContent,
  numberFormat: string | null,
): CellChange {
  // A boolean is typed back as Excel's own word for it.
  const typed = typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
  return {
    cell,
    content: formula === null ? { value: typed } : { value: typed, formula },
    ...(numberFormat !== null && { numberFormat }),
  };
}

const written = ({ cell, after, numberFormatAfter }: Correction): CellChange =>
  toCellChange(cell, after, numberFormatAfter);

/**
 * One plan; several where a person must choose between them. Reads the workbook and changes nothing. Throws WorkbookError
 * where a sheet is protected.
 */
export async function previewCorrections(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  ids: readonly string[],
  { source = "built-in", compute = computeHere }: CorrectOptions = {},
): Promise<readonly CorrectionPlan[]> {
  const raw = await workbook.read();
  const plans = await compute("correct", planCorrections, raw, contrats, asOf, ids, source);
  for (const { corrections } of plans) checkCells(corrections.map(written), raw);
  return plans;
}

/**
 * Writes the corrections of the preview, all or none. Throws WorkbookError, and then nothing has been written, when the
 * workbook is no longer the one of the preview or when it refuses.
 */
export async function applyCorrections(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  accepted: CorrectionPlan,
  { source = "built-in", compute = computeHere }: CorrectOptions = {},
): Promise<Corrected> {
  const raw = await workbook.read();
  const plans = await compute("correct", planCorrections, raw, contrats, asOf, accepted.findings, source);
  const again = plans.find(({ chosen }) => chosen?.part === accepted.chosen?.part);
  // What follows from the corrections was shown with them.
  if (!again || !isAsShown(accepted, again)) throw new DiffersFromShown(typographie(CHANGED));
  const cells = again.corrections.map(written);
  if (cells.length > 0) await workbook.apply({ highlights: null, sheets: [], cells }, raw);
  return { corrections: again.corrections };
}

function holds(cells: RawCells, cell: Correction["cell"], content: CellContent): boolean {
  const formula = cells.formula(cell);
  return content.formula === null
    ? formula === null && cells.value(cell) === content.value
    : formula === content.formula;
}

/**
 * Puts back what stood there. Throws WorkbookError, nothing written, where a cell no longer holds what was corrected. What an
 * undoing that stopped has put back already is left.
 */
export async function undoCorrections(workbook: WorkbookPort, { corrections }: Corrected): Promise<void> {
  const raw = await workbook.read();
  const cells = new RawCells(raw);
  const left = corrections.filter(({ cell, before }) => !holds(cells, cell, before));
  const changed = left.filter(({ cell, after }) => !holds(cells, cell, after));
  if (changed.length > 0) {
    const places = formatListeCourte(
      changed.map(({ cell }) => formatCellRef(cell)),
      NAMED,
    );
    throw new DiffersFromShown(
      typographie(
        `La correction ne peut pas être annulée : le contenu a changé depuis en ${places}. Rien n’a été modifié.`,
      ),
    );
  }
  const back = left.map(({ cell, before, numberFormatBefore, numberFormatAfter }) =>
    toCellChange(cell, before, numberFormatAfter === null ? null : numberFormatBefore),
  );
  if (back.length > 0) await workbook.apply({ highlights: null, sheets: [], cells: back }, raw);
}
