// What somebody did to sheets of ours beside typing is still there once they are written again, or it is said: in Excel and on a file.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { contratIntegre } from "../../src/contracts/built-in";
import { ecartsColumn } from "../../src/core/domain/ecarts-columns";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { writeBilan } from "../../src/usecases/write-bilan";
import { sheetNamed, simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const EXAMPLE = new Uint8Array(readFileSync(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url)));
const NAME = "classeur.xlsx";
const [BUDGET, ECARTS, SYNTHESE, BILAN] = ["Tableau budgétaire", "Écarts", "Synthèse par axe", "Bilan financier"];
const OURS = [ECARTS, SYNTHESE, BILAN];
const YELLOW = "#FFFF00";

const cell = (row: number, column: number, width = 1) => ({
  top: row,
  bottom: row,
  left: column,
  right: column + width - 1,
});

async function writeAll(port: WorkbookPort, asOf: string): Promise<readonly string[]> {
  const { kept = [], refusals } = await verifyWorkbook(port, contratIntegre, asOf);
  const bilan = await writeBilan(port, contratIntegre, { periode: "mi-parcours", asOf });
  return [...kept, ...refusals, ...bilan.kept, ...bilan.refusals];
}

/** Through Microsoft's client, or over the file. */
const WRITE = {
  Excel: async (bytes: Uint8Array, asOf: string) => {
    const model = openXlsx(bytes, NAME);
    excel.host.open(model);
    const said = await runExcel((context) => writeAll(excelWorkbook(context), asOf));
    return { model, said };
  },
  "a file": async (bytes: Uint8Array, asOf: string) => {
    const { port, save } = openFileWorkbook(bytes, NAME);
    const said = await writeAll(port, asOf);
    return { model: openXlsx(save(), NAME), said };
  },
};

/** Where a colour stands, by what the row is of. */
const rowsIn = (sheet: SheetModel, color: string, column: number): unknown[] =>
  Array.from({ length: 200 }, (_, row) => row)
    .filter((row) => sheet.style(row, column).fill === color)
    .map((row) => sheet.content(row, ecartsColumn("identifiant")).value ?? sheet.content(row, 0).value);

describe.each(["Excel", "a file"] as const)("in %s, a sheet that is written again", (where) => {
  const written = async (change: (model: WorkbookModel) => void) => {
    const { model } = await WRITE[where](EXAMPLE, "2026-02-15");
    change(model);
    return WRITE[where](model.save(), "2026-02-16");
  };

  it("keeps colours with their rows, and whatever lies beyond what is ours", async () => {
    const [beside, below] = [new Map<string, number>(), new Map<string, number>()];
    const colored = new Map<string, unknown[]>();
    const { model, said } = await written((book) => {
      for (const name of OURS) {
        const sheet = sheetNamed(book, name);
        const { bottom = 0, right = 0 } = sheet.usedRange(true) ?? {};
        beside.set(name, right + 1);
        // Charts stand below the Synthèse.
        below.set(name, bottom + 40);
        sheet.setStyle(cell(9, 2), { fill: YELLOW });
        sheet.setContent(9, right + 1, { value: "À voir", formula: null });
        sheet.setStyle(cell(9, right + 1), { fill: "#00B050" });
        sheet.setContent(bottom + 40, 0, { value: "Analyse", formula: null });
        sheet.setStyle(cell(bottom + 40, 0), { font: { bold: true } });
        sheet.merge(cell(bottom + 40, 0, 3), cell(5, right + 2, 2));
        sheet.setColumnWidth(right + 4, 55);
        sheet.setRowHeight(bottom + 41, 44);
        sheet.setColumnHidden(3, true);
        colored.set(name, rowsIn(sheet, YELLOW, 2));
      }
      // A discrepancy more: the rows of « Écarts » move.
      sheetNamed(book, BUDGET).setContent(4, 3, { value: 1, formula: null });
    });
    expect(said).toEqual([]);
    const again = await WRITE[where](model.save(), "2026-02-16");
    for (const name of OURS) {
      const sheet = sheetNamed(again.model, name);
      const [aside = 0, under = 0] = [beside.get(name), below.get(name)];
      const [row = -1] = Array.from({ length: 40 }, (_, at) => at).filter(
        (at) => sheet.content(at, aside).value === "À voir",
      );
      expect([name, rowsIn(sheet, YELLOW, 2), row === 9, sheet.style(row, aside).fill]).toEqual([
        name,
        colored.get(name),
        name !== ECARTS,
        "#00B050",
      ]);
      expect(rowsIn(sheet, "#00B050", aside)).toHaveLength(1);
      expect([sheet.content(under, 0).value, sheet.style(under, 0).font?.bold]).toEqual(["Analyse", true]);
      expect(sheet.merges).toEqual(expect.arrayContaining([cell(under, 0, 3), cell(5, aside + 1, 2)]));
      expect([sheet.columnWidth(aside + 3), sheet.rowHeight(under + 1), sheet.isColumnHidden(3)]).toEqual([
        55,
        44,
        true,
      ]);
    }
  });

  it("says what is no longer as it was", async () => {
    const { said } = await written((book) => {
      const budget = sheetNamed(book, BUDGET);
      budget.setContent(200, 1, { value: null, formula: `='${ECARTS}'!J10` });
      budget.setContent(201, 1, { value: null, formula: `='${ECARTS}'!A1&'${SYNTHESE}'!A10` });
      budget.setContent(4, 3, { value: 1, formula: null });
      const ecarts = sheetNamed(book, ECARTS);
      ecarts.setRowHidden(10, true);
      ecarts.setStyle(cell(2, 0), { fill: YELLOW });
    });
    expect(said).toEqual([
      expect.stringMatching(/^1 ligne masquée de «.Écarts.».*s’affiche de nouveau/u),
      expect.stringMatching(/^Une formule lit dans «.Écarts.».*B201/u),
      expect.stringMatching(/^Une couleur donnée.*«.Écarts.».*ligne.3/u),
    ]);
  });
});
