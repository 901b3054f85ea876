// Going to a cell, and hearing of the agent's changes.
import { describe, expect, it, vi } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { selectCell } from "../../src/excel/select-cell";
import { watchChanges } from "../../src/excel/watch-changes";
import { FAULT } from "simulated-excel/fault";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { settled, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();

describe("selectCell", () => {
  it("activates the sheet and selects the cell in one round trip", async () => {
    const model = workbookOf({ Budget: [["a"]], "L’état": [["b"]] });
    excel.host.open(model);
    excel.host.takeTraffic();
    await runExcel((context) => selectCell(context, { sheet: "L’état", row: 6, column: 3 }));
    expect(excel.host.takeTraffic().requests).toBe(1);
    expect(model.activeSheet.name).toBe("L’état");
    expect(excel.host.selection).toEqual({
      sheet: sheetNamed(model, "L’état"),
      range: { top: 6, left: 3, bottom: 6, right: 3 },
    });
  });

  it("says that the sheet is gone, and selects nothing", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    const before = excel.host.selection;
    const work = runExcel((context) => selectCell(context, { sheet: "Indicateurs", row: 0, column: 0 }));
    await expect(work).rejects.toThrow(/La feuille «\u00a0Indicateurs\u00a0» n’existe plus/);
    expect(excel.host.selection).toBe(before);
  });

  it("says how to show a hidden sheet", async () => {
    const model = workbookOf({ Budget: [["a"]], Cachée: [["b"]] });
    sheetNamed(model, "Cachée").visibility = "hidden";
    excel.host.open(model);
    const work = runExcel((context) => selectCell(context, { sheet: "Cachée", row: 0, column: 0 }));
    await expect(work).rejects.toThrow(/est masquée\u00a0: affichez-la/);
    expect(model.activeSheet.name).toBe("Budget");
  });
});

describe("watchChanges", () => {
  it("hears the agent, on any sheet, until told to stop", async () => {
    const model = workbookOf({ Budget: [["a"]], Autre: [["b"]] });
    excel.host.open(model);
    const onChange = vi.fn();
    const stop = await watchChanges(onChange);
    await excel.host.editCell(sheetNamed(model, "Autre"), 0, 0, "changé");
    await settled();
    expect(onChange).toHaveBeenCalledTimes(1);
    await stop();
    await excel.host.editCell(sheetNamed(model, "Autre"), 0, 0, "encore");
    await settled();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("does not hear our own writes", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    const onChange = vi.fn();
    const stop = await watchChanges(onChange);
    await runExcel(async (context) => {
      context.workbook.worksheets.getItem("Budget").getRange("B2").untrack().values = [[12]];
      await context.sync();
    });
    await settled();
    expect(sheetNamed(model, "Budget").content(1, 1).value).toBe(12);
    expect(onChange).not.toHaveBeenCalled();
    await stop();
  });

  it("hears a co-author, who may be writing in our own sheets", async () => {
    const model = workbookOf({ Budget: [["a"]], Écarts: [["b"]] });
    excel.host.open(model);
    const onChange = vi.fn();
    const stop = await watchChanges(onChange);
    await excel.host.editCell(sheetNamed(model, "Budget"), 0, 0, "d’un autre", "co-author");
    await excel.host.editCell(sheetNamed(model, "Écarts"), 0, 0, "d’un autre", "co-author");
    await settled();
    expect(onChange).toHaveBeenCalledTimes(2);
    await stop();
  });

  it.each(["agent", "co-author"] as const)("hears that the %s adds a sheet, or deletes one", async (by) => {
    const model = workbookOf({ Budget: [["a"]], Annexe: [["b"]] });
    excel.host.open(model);
    const onChange = vi.fn();
    const stop = await watchChanges(onChange);
    await excel.host.addSheet("Copie du budget", by);
    await settled();
    expect(onChange).toHaveBeenCalledTimes(1);
    await excel.host.deleteSheet(sheetNamed(model, "Annexe"), by);
    await settled();
    expect(onChange).toHaveBeenCalledTimes(2);
    await stop();
    await excel.host.addSheet("Une autre", by);
    await settled();
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it("does not hear of the sheets that we add, nor of those that we take away unfinished; of the next ones it does", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    const onChange = vi.fn();
    const stop = await watchChanges(onChange);
    const insert = (kind: "echeancier" | "imputation") =>
      runExcel((context) => insertAnnexe(excelWorkbook(context), contratIntegre, "2026-11-24", [{ kind }]));
    const [inserted = ""] = (await insert("echeancier")).sheetNames;
    await settled();
    expect(model.sheets.map(({ name }) => name)).toEqual(["Budget", inserted]);
    // Stopped once the sheet stands, before it is filled; then taken away by the run itself.
    let most = 0;
    const stopSeeing = excel.host.onModelChanged(() => (most = Math.max(most, model.sheets.length)));
    excel.host.faults.plan({ after: 5, error: FAULT.activityLimit, at: "before" });
    await expect(insert("imputation")).rejects.toThrow("Rien n’a été écrit");
    stopSeeing();
    excel.host.faults.clear();
    await settled();
    expect([most, model.sheets.length]).toEqual([3, 2]);
    expect(onChange).not.toHaveBeenCalled();
    await excel.host.deleteSheet(sheetNamed(model, inserted));
    await excel.host.addSheet(inserted);
    await settled();
    expect(onChange).toHaveBeenCalledTimes(2);
    await stop();
  });
});
