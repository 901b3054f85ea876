// « Actualiser les totaux » : first what would change, then, once the agent has agreed, exactly that.
import type { Convention } from "../core/domain/contrat/convention";
import type { Dossier } from "../core/domain/dossier";
import { formatCellRef } from "../core/domain/cell-ref";
import { formatListe, formatListeCourte } from "../core/domain/words/format";
import { capitalise, cite, typographie } from "../core/domain/words/typographie";
import { readDossier } from "../core/reading/read-dossier";
import { readTableParAxe, type TableParAxe } from "../core/totals/axe-table";
import { planTotals } from "../core/totals/plan-totals";
import type { TotalChange, TotalsPlan } from "../core/totals/total-change";
import { WorkbookError, type CellChange, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/writing/sheets/check-cells";

export interface TotalsPreview extends TotalsPlan {
  /** The budget table per axe and year; null where the workbook has an execution table only. */
  readonly parAxe: TableParAxe | null;
}

export interface RefreshedTotals {
  /** Number of cells written. */
  readonly written: number;
  /** French sentences: what is still to be looked at. */
  readonly remarks: readonly string[];
  readonly parAxe: TableParAxe | null;
}

type Source = "built-in" | "given";

interface Planned {
  readonly raw: RawWorkbook;
  readonly preview: TotalsPreview;
}

function explainNoTable({ absences }: Dossier): string {
  const several = absences.find(
    ({ kind, reason }) => (kind === "budget" || kind === "execution") && reason === "plusieurs",
  );
  if (several) {
    const sheets = formatListe(several.sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
    return `Plusieurs tableaux montrent les mêmes années : ${sheets}. Dites d’abord lequel compte (onglet « Vérifier » du volet, ou --feuille), puis recommencez.`;
  }
  return "Aucun tableau budgétaire ni tableau d’exécution n’a été reconnu dans les feuilles visibles du classeur : il n’y a pas de total à actualiser. « Vérifier » dit ce qui a été regardé.";
}

function checkContract({ feuilleContrat, contratInconnu }: Dossier): void {
  const [mistake] = feuilleContrat?.erreurs ?? [];
  if (mistake) {
    throw new WorkbookError(
      typographie(
        `Les paramètres du contrat comportent une erreur en ${formatCellRef(mistake.cell)} : aucun total n’a été modifié. ${capitalise(mistake.message)}`,
      ),
    );
  }
  if (contratInconnu !== undefined) throw new WorkbookError(contratInconnu);
}

async function plan(workbook: WorkbookPort, convention: Convention, asOf: string, source: Source): Promise<Planned> {
  const raw = await workbook.read();
  const dossier = readDossier(raw, convention, asOf, source);
  checkContract(dossier);
  if (!dossier.budget && !dossier.execution) throw new WorkbookError(typographie(explainNoTable(dossier)));
  return { raw, preview: { ...planTotals(dossier, raw), parAxe: readTableParAxe(dossier) } };
}

const toCellChange = ({ cell, value, formula, numberFormat }: TotalChange): CellChange => ({
  cell,
  content: { value, formula },
  ...(numberFormat !== null && { numberFormat }),
});

/** Reads the workbook and changes nothing. Throws WorkbookError where there is no table, or a sheet that refuses. */
export async function previewTotals(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
  source: Source = "built-in",
): Promise<TotalsPreview> {
  const { raw, preview } = await plan(workbook, convention, asOf, source);
  checkCells(preview.changes.map(toCellChange), raw);
  return preview;
}

const CHANGED =
  "Le classeur a changé depuis l’aperçu : rien n’a été modifié. Relancez « Actualiser les totaux » pour voir les nouveaux changements.";
const NAMED = 5;

/**
 * Writes the changes of the preview, all or none. Throws WorkbookError, and then nothing has been written, when the
 * workbook is no longer the one of the preview or when it refuses.
 */
export async function applyTotals(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
  accepted: Pick<TotalsPlan, "changes">,
  source: Source = "built-in",
): Promise<RefreshedTotals> {
  const { raw, preview } = await plan(workbook, convention, asOf, source);
  if (JSON.stringify(preview.changes) !== JSON.stringify(accepted.changes))
    throw new WorkbookError(typographie(CHANGED));
  const cells = preview.changes.map(toCellChange);
  if (cells.length === 0) return { written: 0, remarks: preview.blocked, parAxe: preview.parAxe };
  await workbook.apply({ highlights: null, sheets: [], cells }, raw);
  // Excel leaves a merged area's inner cells as they are without a word: what remains to be done tells.
  const { preview: after } = await plan(workbook, convention, asOf, source);
  const wanted = new Set(cells.map(({ cell }) => formatCellRef(cell)));
  const left = after.changes.map(({ cell }) => formatCellRef(cell)).filter((cell) => wanted.has(cell));
  const kept =
    left.length === 0
      ? []
      : [
          typographie(
            `Excel n’a pas gardé la formule écrite en ${formatListeCourte(left, NAMED)} : vérifiez que la cellule n’est pas fusionnée avec une autre.`,
          ),
        ];
  return { written: cells.length - left.length, remarks: [...kept, ...after.blocked], parAxe: after.parAxe };
}
