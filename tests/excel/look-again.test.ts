// The last look before a write: one request as far as one bears it, and nothing written when what was read has changed.
import { describe, expect, it } from "vitest";
import type { SheetPlan, WritePlan } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { ecartsPlan } from "./plans";
import { sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();

const write = (...sheets: SheetPlan[]): WritePlan => ({ highlights: null, sheets });

describe("the last look", () => {
  it("looks again in one request, however the first reading had to be cut", async () => {
    const sheets = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`Feuille ${index}`, [["a"]]]));
    const wide = Array.from({ length: 90 }, (_, column) => column);
    excel.host.open(workbookOf({ ...sheets, Budget: Array.from({ length: 400 }, () => ["a", 1]), Large: [wide] }));
    const seen = { look: 0 };
    await runExcel(async (context) => {
      const workbook = excelWorkbook(context);
      const raw = await workbook.read();
      excel.host.takeTraffic();
      await workbook.apply(write(), raw);
      seen.look = excel.host.traffic.requests;
    });
    // There is nothing to write: the look alone.
    expect(seen.look).toBe(1);
  });

  /** Requests that a look takes in a workbook of so many cells, of which one stands alone on its sheet. */
  async function looksAt(rows: number, columns: number): Promise<number> {
    const line = Array.from({ length: columns }, (_, column) => column);
    excel.host.open(workbookOf({ Budget: Array.from({ length: rows }, () => line), Mien: [["b"]] }));
    return runExcel(async (context) => {
      const workbook = excelWorkbook(context);
      const raw = await workbook.read();
      excel.host.takeTraffic();
      await workbook.apply(write(), raw);
      return excel.host.traffic.requests;
    });
  }

  it.each([
    [299_999, 149_999, 2],
    [300_000, 42_857, 7],
    [300_001, 7_500, 40],
  ])("looks at %i cells in one request where 300 000 are the most", async (cells, rows, columns) => {
    const requests = await looksAt(rows, columns);
    if (cells > 300_000) expect(requests).toBeGreaterThan(1);
    else expect(requests).toBe(1);
  });
});

describe("a workbook that is too large to be looked at in one request", () => {
  const large = () => {
    const line = Array.from({ length: 38 }, (_, column) => column);
    return workbookOf({ Budget: Array.from({ length: 8000 }, () => line), Mien: [["b"]] });
  };
  const EDITS: Readonly<Record<string, (model: ReturnType<typeof large>) => void>> = {
    "renames a sheet": (model) => void (sheetNamed(model, "Mien").name = "Tien"),
    "adds a sheet": (model) => void model.addSheet("Autre"),
    "deletes a sheet": (model) => model.removeSheet(sheetNamed(model, "Mien").id),
    "seals another contract": (model) =>
      model.setName({ name: "_contrat_solidarites_sceau_1", formula: '"autre"', hidden: true, scope: null }),
  };

  it.each(Object.keys(EDITS))("has nothing written when a colleague %s between two of them", async (name) => {
    const model = large();
    excel.host.open(model);
    const told = await runExcel(async (context) => {
      const workbook = excelWorkbook(context);
      const raw = await workbook.read();
      excel.host.faults.interject(1, () => EDITS[name]?.(model));
      return workbook.apply(write(ecartsPlan()), raw).catch(String);
    });
    excel.host.faults.clear();
    expect(told).toMatch(/Rien n’a été écrit/);
    expect(model.sheets.map((sheet) => sheet.name)).not.toContain("Écarts");
  });
});
