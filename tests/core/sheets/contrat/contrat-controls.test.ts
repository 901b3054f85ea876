// The sheet « Contrat » refuses entries that it could not be read with, and takes all that it was written with.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Convention } from "../../../../src/core/contract/convention";
import type { CellValue } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../../src/files/file-workbook";
import type { SheetModel } from "xlsx-model/workbook-model";
import { refusalOf } from "../../../../src/grid/workbook/entry-check";
import { insertAnnexe } from "../../../../src/usecases/insert-annexe";
import { contratAmende } from "../../../contracts/avenants";
import { contratDuDepartement } from "../../../contracts/departement-invente";

async function contractSheet(convention: Convention): Promise<SheetModel> {
  const { port, model } = openFileWorkbook(createXlsx("contrat.xlsx").save(), "contrat.xlsx");
  await insertAnnexe(port, convention, "2026-11-24", [{ kind: "contrat" }], "given");
  const sheet = model.sheets.at(-1);
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function* cellsOf(sheet: SheetModel): Generator<Place & { readonly value: CellValue }> {
  const { bottom, right } = sheet.usedRange(true) ?? { bottom: -1, right: -1 };
  for (let row = 0; row <= bottom; row += 1) {
    for (let column = 0; column <= right; column += 1) yield { row, column, value: sheet.content(row, column).value };
  }
}

/** The first cell under a heading of a section, or beside the name of a parameter. */
function find(sheet: SheetModel, section: string, heading: string): Place {
  let isWithin = false;
  for (const { row, column, value } of cellsOf(sheet)) {
    isWithin ||= value === section;
    if (!isWithin || value !== heading) continue;
    return section === "Paramètres du contrat" ? { row, column: 2 } : { row: row + 1, column };
  }
  throw new Error(`no ${heading} in ${section}`);
}

describe("the sheet of a contract", () => {
  it.each([
    ["the built-in one", contratIntegre],
    ["one with avenants", contratAmende],
    ["a département's", contratDuDepartement],
  ])("takes its own values: %s", async (_, convention) => {
    const sheet = await contractSheet(convention);
    const refused = [...cellsOf(sheet)].filter(({ row, column, value }) =>
      refusalOf(sheet, row, column, { value, formula: null }),
    );
    expect(refused).toEqual([]);
    expect(sheet.entryControls.length).toBeGreaterThan(40);
  });

  it("offers the parties to an avenant and takes another, which one of its lines may add, once saved too", async () => {
    const { port, model, save } = openFileWorkbook(createXlsx("contrat.xlsx").save(), "contrat.xlsx");
    await insertAnnexe(port, contratIntegre, "2026-11-24", [{ kind: "contrat" }], "given");
    expect(model.sheets.length).toBeGreaterThan(0);
    const sheet = openFileWorkbook(save(), "contrat.xlsx").model.sheets.at(-1);
    if (!sheet) throw new Error("no sheet");
    const { row, column } = find(sheet, "Avenants", "Partie");
    expect(refusalOf(sheet, row, column, { value: "CAF des Collines", formula: null })).toBeNull();
    const over = sheet.entryControls.filter(
      ({ range }) => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
    );
    expect(over).toMatchObject([{ isAdvice: true, rule: { values: ["État", "Métropole"] } }]);
  });

  it.each<[string, string, CellValue, CellValue]>([
    ["Paramètres du contrat", "Début du contrat", 45292, "janvier"],
    ["Paramètres du contrat", "Cofinancement minimum", 0.4, 50],
    ["Années et crédits de l’État", "Statut", "provisionnel", "à voir"],
    ["Années et crédits de l’État", "Crédits de l’État", 350000.5, "350 k€"],
    ["Années et crédits de l’État", "Dernier jour", 45657, 2024],
    ["Actions et montants", "Axe", 2, "Emploi"],
    ["Actions et montants", "Axe", 2, 1.5],
    ["Actions et montants", "Métropole 2026", 0, -1],
    ["Indicateurs et cibles", "Cible 2025", "nd", "à préciser"],
    ["Échéances du contrat", "Fait le", 46112, "fait"],
    ["Avenants", "Objet", "Montant d’une action", "Montant"],
  ])("%s, %s", async (section, heading, right, wrong) => {
    const sheet = await contractSheet(contratIntegre);
    const { row, column } = find(sheet, section, heading);
    const refusal = (value: CellValue) => refusalOf(sheet, row, column, { value, formula: null });
    expect(refusal(right)).toBeNull();
    expect(refusal(wrong)).toMatch(/^(Choix|Date|Montant|Nombre|Numéro|Part) attendu/);
    for (const { title, message } of sheet.entryControls) {
      expect([title.length <= 32, message.length <= 225]).toEqual([true, true]);
    }
  });
});
