// The cells whose figures a dossier compares, adds up or keeps as other financing: what is left has to be accounted for otherwise.
import { sheetKey, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { FactTable } from "../../facts/fact-tables";
import { factsOf } from "../../facts/facts";

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

/** The cells that name the years, the parts and the axes of a table. */
function addHeadings({ facts, tableau }: FactTable, cells: CellSet): void {
  const { entetes, annees, enLignes } = tableau;
  for (const { cell } of enLignes ? facts : []) {
    cells.add({ ...cell.ref, column: enLignes?.annee.column ?? cell.ref.column });
    if (enLignes?.axe) cells.add({ ...cell.ref, column: enLignes.axe.column });
  }
  for (const heading of [...entetes, ...annees.map((year) => year.heading)]) cells.add(heading);
}

/** What stands in the other parts: codes, dates, bank details, answers of fiches. */
function addParts(
  { imputation, versements = [], decisions = [], echeancier, coordonnees, fiches }: Dossier,
  cells: CellSet,
): void {
  const add = (all: readonly ({ readonly ref: CellRef } | null)[]) =>
    all.forEach((cell) => cell && cells.add(cell.ref));
  for (const { code, reperes } of imputation?.lignes ?? []) add([code, ...reperes.values()]);
  for (const { lignes, total } of versements) {
    if (total) cells.add(total.ref);
    for (const ligne of lignes) add(ligne.cells);
  }
  for (const list of decisions) for (const cell of list.cells) cells.add(cell);
  for (const { label, cellDate, origine, faitLe, etapes = [] } of echeancier?.lignes ?? []) {
    add([label, cellDate, origine, faitLe, ...etapes.map(({ cell }) => cell)]);
  }
  for (const { iban, rib, bic, illisibles } of coordonnees ?? []) {
    add([...[iban, rib, bic].flatMap((one) => one?.cells ?? []), ...illisibles.map(({ cell }) => cell)]);
  }
  for (const { titre, champs } of fiches ?? []) {
    add([titre, ...[...champs.values()].flatMap((champ) => champ.cells)]);
  }
}

export function readCells(dossier: Dossier): CellSet {
  const cells = new CellSet();
  const { tables, listed, figures } = factsOf(dossier);
  for (const { cell } of [...tables.flatMap(({ facts }) => facts), ...listed, ...figures]) cells.add(cell.ref);
  for (const { amounts } of dossier.budget?.lignesSousAction ?? []) {
    for (const { cell } of amounts) cells.add(cell.ref);
  }
  for (const table of tables) addHeadings(table, cells);
  addParts(dossier, cells);
  return cells;
}
