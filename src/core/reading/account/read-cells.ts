// The cells whose figures a dossier compares, adds up or keeps as other financing: what is left has to be accounted for otherwise.
import { sheetKey, type CellRef } from "../../domain/cell-ref";
import type { Dossier, TableauBudgetaire, TableauIndicateurs } from "../../domain/dossier";
import { cellsOfRow, rowsOfTable } from "../../facts/lines/rows-of-table";

/** More columns than a sheet has. */
const WIDTH = 16_384;

export class CellSet {
  private readonly sheets = new Map<string, Set<number>>();

  add({ sheet, row, column }: CellRef): void {
    const key = sheetKey(sheet);
    let cells = this.sheets.get(key);
    if (!cells) this.sheets.set(key, (cells = new Set()));
    cells.add(row * WIDTH + column);
  }

  /** Asks for one sheet, cell by cell. */
  of(sheet: string): (row: number, column: number) => boolean {
    const cells = this.sheets.get(sheetKey(sheet));
    return (row, column) => cells?.has(row * WIDTH + column) ?? false;
  }
}

function addAmounts(table: TableauBudgetaire, cells: CellSet): void {
  const { annees, periodes = [], totauxDeGroupe = [], enLignes } = table;
  const all = [...rowsOfTable(table), ...totauxDeGroupe.map(({ ligne }) => ligne)];
  for (const row of all) {
    for (const { ref } of cellsOfRow(row)) {
      cells.add(ref);
      if (enLignes) cells.add({ ...ref, column: enLignes.annee.column });
      if (enLignes?.axe) cells.add({ ...ref, column: enLignes.axe.column });
    }
  }
  const columns = [...annees.map(({ colonnes }) => colonnes), ...periodes];
  for (const { etat, collectivite, total } of columns) {
    for (const colonne of [etat, collectivite, total]) if (colonne) cells.add(colonne.heading);
  }
  for (const { heading } of annees) cells.add(heading);
}

function addIndicators(table: TableauIndicateurs, cells: CellSet): void {
  for (const { t0, cibles, realises } of table.lignesIndicateur) {
    for (const cell of [t0, ...cibles.values(), ...realises.values()]) if (cell) cells.add(cell.ref);
  }
}

/** Figures in the other parts: codes, amounts imputed, dates, bank details, answers of fiches. */
function addParts({ imputation, echeancier, coordonnees, fiches }: Dossier, cells: CellSet): void {
  const add = (all: readonly ({ readonly ref: CellRef } | null)[]) =>
    all.forEach((cell) => cell && cells.add(cell.ref));
  for (const { code, reperes, montants } of imputation?.lignes ?? []) {
    add([code, ...reperes.values(), ...montants.values()]);
  }
  add([...(imputation?.total?.montants.values() ?? [])]);
  for (const { label, cellDate, origine, faitLe } of echeancier?.lignes ?? []) add([label, cellDate, origine, faitLe]);
  for (const { iban, rib, bic, illisibles } of coordonnees ?? []) {
    add([...[iban, rib, bic].flatMap((one) => one?.cells ?? []), ...illisibles.map(({ cell }) => cell)]);
  }
  for (const { titre, champs } of fiches ?? []) {
    add([titre, ...[...champs.values()].flatMap((champ) => champ.cells)]);
  }
}

export function readCells(dossier: Dossier): CellSet {
  const cells = new CellSet();
  const { budget, execution, indicators, recapitulatifs = [] } = dossier;
  for (const table of [budget, execution, ...recapitulatifs.map(({ tableau }) => tableau)]) {
    if (table) addAmounts(table, cells);
  }
  if (indicators) addIndicators(indicators, cells);
  addParts(dossier, cells);
  return cells;
}
