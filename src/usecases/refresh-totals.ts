// « Actualiser les totaux » : first what would change, then, once the agent has agreed, exactly that.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Dossier } from "../core/domain/dossier";
import { formatCellRef, formatRangeRef } from "xlsx-model/cell-ref";
import { formatListe, formatListeCourte } from "../core/domain/words/format";
import { capitalise, cite, typographie } from "../core/domain/words/typographie";
import { readDossier } from "../core/reading/read-dossier";
import { readTableParAxe, type TableParAxe } from "../core/why/totals/axe-table";
import { planTotals } from "../core/why/totals/plan-totals";
import type { TotalChange, TotalsPlan } from "../core/why/totals/total-change";
import type { CellChange, RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { checkCells } from "../core/sheets/parts/check-cells";
import { refusals } from "../core/sheets/parts/refusals";
import { checkAsShown } from "./as-shown";

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

const SHOWN_UNREAD = 3;

function explainNoTable({ absences, nonLus = [] }: Dossier): string {
  const several = absences.find(
    ({ kind, reason }) => (kind === "budget" || kind === "execution") && reason === "plusieurs",
  );
  if (several) {
    const sheets = formatListe(several.sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
    return `Plusieurs tableaux montrent les mêmes années : ${sheets}. Dites d’abord lequel est à vérifier (« Voici comment je lis votre classeur », dans l’onglet « Écarts » du volet), puis recommencez.`;
  }
  const none =
    "Aucun tableau budgétaire ni tableau d’exécution n’a été reconnu dans les feuilles visibles du classeur : il n’y a pas de total à actualiser.";
  if (nonLus.length === 0) return `${none} « Vérifier » dit ce qui a été regardé.`;
  const alike = nonLus.map(({ range, pourquoi }) => `${formatRangeRef(range)} (${pourquoi})`);
  return `${none} Ressemble au contrat et n’a pas été lu : ${formatListeCourte(alike, SHOWN_UNREAD)}.`;
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

async function plan(workbook: WorkbookPort, contrats: Contrats, asOf: string, source: Source): Promise<Planned> {
  const raw = await workbook.read();
  const dossier = readDossier(raw, contrats, asOf, source);
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
  contrats: Contrats,
  asOf: string,
  source: Source = "built-in",
): Promise<TotalsPreview> {
  const { raw, preview } = await plan(workbook, contrats, asOf, source);
  checkCells(preview.changes.map(toCellChange), raw);
  return preview;
}

/** Null where the workbook cannot be read again: what was written is written all the same. */
async function planAgain(...asked: Parameters<typeof plan>): Promise<TotalsPreview | null> {
  try {
    return (await plan(...asked)).preview;
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

const CHANGED =
  "Le classeur a changé depuis l’aperçu : rien n’a été modifié. Relisez ce qui changerait à présent, puis recommencez.";
const NAMED = 5;

/**
 * Writes the changes of the preview, all or none. Throws WorkbookError, and then nothing has been written, when the
 * workbook is no longer the one of the preview or when it refuses.
 */
export async function applyTotals(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  accepted: Pick<TotalsPlan, "changes">,
  source: Source = "built-in",
): Promise<RefreshedTotals> {
  const { raw, preview } = await plan(workbook, contrats, asOf, source);
  checkAsShown(accepted.changes, preview.changes, CHANGED);
  const cells = preview.changes.map(toCellChange);
  if (cells.length === 0) return { written: 0, remarks: preview.blocked, parAxe: preview.parAxe };
  const { refusals: said } = await workbook.apply({ highlights: null, sheets: [], cells }, raw);
  // Excel leaves a merged area's inner cells as they are without a word: what remains to be done tells.
  const after = await planAgain(workbook, contrats, asOf, source);
  if (!after) return { written: cells.length, remarks: [...new Set([...said, refusals.notReread])], parAxe: null };
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
  return { written: cells.length - left.length, remarks: [...said, ...kept, ...after.blocked], parAxe: after.parAxe };
}
