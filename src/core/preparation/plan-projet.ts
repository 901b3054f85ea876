// The draft of an avenant in the register: its lines, in the place of an earlier draft of the same number.
import { planAvenant, type LignePrevue } from "../avenants/plan-avenant";
import { withCells } from "../avenants/with-cells";
import { formatCellRef } from "xlsx-model/cell-ref";
import { accord } from "../domain/words/accord";
import { typographie } from "../domain/words/typographie";
import { chooseContrat } from "../reading/contrat/choose-contrat";
import { contratsConnus, recogniseContrat, type Contrats } from "../reading/contrat/recognise-contrat";
import { findTableColumns, findSections } from "../reading/contrat/contrat-sections";
import type { Proposition } from "../reports/avenant/proposition";
import type { CellChange, RawWorkbook } from "../workbook-port";
import { WorkbookError } from "xlsx-model/plan";

export interface ProjetPlan {
  readonly sheet: string;
  readonly lignes: readonly LignePrevue[];
  readonly cells: readonly CellChange[];
}

interface Given {
  readonly contrats: Contrats;
  readonly asOf: string;
}

/** What stands in the lines of the drafts of that number, emptied. */
function emptied(raw: RawWorkbook, { contrats, asOf }: Given, numero: number): readonly CellChange[] {
  const reconnu = recogniseContrat(raw, contrats).convention;
  const { grid, feuille } = chooseContrat(raw, reconnu, asOf, "built-in", contratsConnus(contrats));
  const table = grid && findTableColumns("avenants", findSections(grid));
  if (!grid || !table) return [];
  const rows = new Set(
    (feuille?.registre ?? [])
      .filter((ligne) => ligne.numero === numero && ligne.signeLe === null)
      .map(({ cell }) => cell.row),
  );
  return table.rows
    .filter(({ row }) => rows.has(row))
    .flatMap((line) =>
      line.filled().map((column): CellChange => ({
        cell: { sheet: grid.sheet, row: line.row, column },
        content: { value: null },
      })),
    );
}

/** Throws WorkbookError where the register holds such a draft and `remplacer` is not asked, or nothing can be written. */
export function planProjet(
  raw: RawWorkbook,
  numero: number,
  given: Given,
  { lignesDuProjet, effetLe }: Proposition,
  remplacer: boolean,
): ProjetPlan {
  const gone = emptied(raw, given, numero);
  if (gone.length > 0 && !remplacer) {
    const rows = new Set(gone.map(({ cell }) => cell.row)).size;
    throw new WorkbookError(
      typographie(
        `Le registre a déjà un projet d’avenant n° ${numero}, de ${accord(rows, "ligne")} : rien n’a été écrit. Demandez qu’il soit remplacé, ou datez-le s’il est signé.`,
      ),
    );
  }
  const saisi = { numero: String(numero), signeLe: "", effetLe: effetLe ?? "", clause: "", lignes: lignesDuProjet };
  const plan = planAvenant(withCells(raw, gone), given.contrats, given.asOf, saisi);
  const wrong = plan.lignes.flatMap(({ erreurs }) => erreurs);
  if (wrong.length > 0) throw new WorkbookError(typographie(`Rien n’a été écrit. ${wrong.join(" ")}`));
  const written = new Set(plan.cells.map(({ cell }) => formatCellRef(cell)));
  return {
    sheet: plan.sheet,
    lignes: plan.lignes,
    cells: [...gone.filter(({ cell }) => !written.has(formatCellRef(cell))), ...plan.cells],
  };
}
