// « Actualiser les totaux » : every total of the budget and execution tables as a formula that adds each action once.
import { accord } from "../domain/accord";
import type { Entree } from "../domain/amount-entries";
import { amountTables, situate, type TableMontants } from "../domain/amount-tables";
import { formatCellRef, type CellRef } from "../domain/cell-ref";
import type { Dossier } from "../domain/dossier";
import { formatListe, formatListeCourte } from "../domain/format";
import { isDateFormat } from "../domain/parse-nombre";
import type { SommeAffichee } from "../domain/table-sums";
import { sheetsOf } from "../domain/table-places";
import { cite, typographie } from "../domain/typographie";
import type { RawWorkbook } from "../workbook-port";
import { BlockedTotals } from "./describe-blocked";
import { RawCells } from "./raw-cells";
import { TableTotals } from "./table-totals";
import type { TotalChange, TotalsPlan } from "./total-change";

const NAMED = 4;

/** A formula would stay a text in such a cell, or show a date. */
const isUnfit = (numberFormat: string): boolean => numberFormat === "@" || isDateFormat(numberFormat);

function inSheetOrder({ cell: left }: TotalChange, { cell: right }: TotalChange): number {
  return left.sheet === right.sheet
    ? left.row - right.row || left.column - right.column
    : left.sheet.localeCompare(right.sheet);
}

/** The first fit format among the cells that the total adds. */
function formatLike(addends: readonly Entree[], cells: RawCells): string {
  for (const { cell } of addends) {
    const format = cells.numberFormat(cell.ref);
    if (!isUnfit(format)) return format;
  }
  return "General";
}

class Planner {
  readonly changes: TotalChange[] = [];
  readonly blocked: string[] = [];
  readonly covered: CellRef[] = [];
  unchanged = 0;

  constructor(
    private readonly dossier: Dossier,
    private readonly cells: RawCells,
  ) {}

  addTable(table: TableMontants): void {
    const totals = new TableTotals(table);
    const blocked = new BlockedTotals(this.dossier.convention, table);
    for (const somme of totals.sums.sums) {
      const { entree } = somme;
      const jugement = totals.of(entree);
      if (jugement.kind === "blocked") blocked.add(entree, jugement.obstacles);
      else if (jugement.kind === "right") this.unchanged += 1;
      else if (jugement.kind === "change") {
        if (this.cells.isCovered(entree.cell.ref)) this.covered.push(entree.cell.ref);
        else this.addChange(table, totals, somme, jugement);
      }
    }
    this.blocked.push(...blocked.sentences());
  }

  private addChange(
    table: TableMontants,
    totals: TableTotals,
    { entree, addends }: SommeAffichee,
    { formula, centimes }: { readonly formula: string; readonly centimes: number },
  ): void {
    const { ref, lu, text, formula: old } = entree.cell;
    this.changes.push({
      cell: ref,
      label: situate(this.dossier.convention, table, entree).place,
      grandeur: "montant",
      before: { formula: old, text, figure: lu.kind === "montant" ? lu.montant : null },
      formula,
      after: Math.round(centimes),
      value: centimes / totals.sums.centimesIn(entree),
      numberFormat: isUnfit(this.cells.numberFormat(ref)) ? formatLike(addends, this.cells) : null,
      isHidden: this.cells.isHidden(ref),
    });
  }

  notes(): readonly string[] {
    const reformatted = this.changes.filter(({ numberFormat }) => numberFormat !== null);
    const hidden = this.changes.filter(({ isHidden }) => isHidden);
    const list = (cells: readonly CellRef[]) => formatListeCourte(cells.map(formatCellRef), NAMED);
    const notes = [
      ...(reformatted.length > 0
        ? [
            `Le format Texte ou Date de ${list(reformatted.map(({ cell }) => cell))} garderait la formule comme un texte ou montrerait une date : il est remplacé par celui des montants additionnés.`,
          ]
        : []),
      ...(hidden.length > 0
        ? [
            `${accord(hidden.length, "cellule à modifier est masquée", "cellules à modifier sont masquées")} : ${list(hidden.map(({ cell }) => cell))}.`,
          ]
        : []),
      ...(this.covered.length > 0
        ? [
            `Dans une zone fusionnée, seule la première cellule compte : ${list(this.covered)} n’est pas modifié. Annulez la fusion pour y mettre un total.`,
          ]
        : []),
    ];
    return notes.map(typographie);
  }
}

export function planTotals(dossier: Dossier, raw: RawWorkbook): TotalsPlan {
  const planner = new Planner(dossier, new RawCells(raw));
  const tables = amountTables(dossier);
  for (const table of tables) planner.addTable(table);
  return {
    tables: tables.map(({ nom, tableau }) => `${nom} (${formatListe(sheetsOf(tableau).map(cite))})`),
    changes: planner.changes.sort(inSheetOrder),
    unchanged: planner.unchanged,
    blocked: planner.blocked,
    notes: planner.notes(),
  };
}
