// Applying a plan through the real client: what is written, what stays the agent's, and what a protection refuses.
import { describe, expect, it } from "vitest";
import type { Highlight, SheetPlan, WritePlan } from "../../src/core/workbook-port";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { isHighlightFormula, RESULT_SHEET_MARKS } from "../../src/core/sheets/parts/marks";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { FAULT } from "simulated-excel/fault";
import type { SheetModel } from "xlsx-model/workbook-model";
import { clearHighlights } from "../../src/usecases/clear-highlights";
import { cellHighlight, ecartsPlan } from "./plans";
import { protect, protectStructure, settled, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";
import { hasBug } from "./tested-profile";

const excel = simulatedExcel();

async function apply(plan: WritePlan) {
  excel.host.takeTraffic();
  const report = await runExcel(async (context) => {
    const workbook = excelWorkbook(context);
    return workbook.apply(plan, await workbook.read());
  });
  await settled();
  return report;
}

const highlight = (...highlights: Highlight[]): WritePlan => ({ highlights, sheets: [] });
const write = (...sheets: SheetPlan[]): WritePlan => ({ highlights: null, sheets });
const ours = (sheet: SheetModel) =>
  sheet.conditionalFormats.filter(({ formula }) => formula !== null && isHighlightFormula(formula));

describe("highlights", () => {
  it("adds one conditional format per severity and rectangle", async () => {
    const model = workbookOf({ Budget: [["a"]], Indicateurs: [["b"]] });
    excel.host.open(model);
    const area: Highlight = { severity: "error", range: { sheet: "Budget", top: 0, left: 1, bottom: 2, right: 2 } };
    const report = await apply(
      highlight(area, cellHighlight("Budget", 8, 0, "warning"), cellHighlight("Indicateurs", 4, 3, "error")),
    );
    expect(report).toEqual({ refusals: [], sheetNames: [] });
    expect(ours(sheetNamed(model, "Budget")).map(({ ranges }) => ranges)).toEqual([
      [{ top: 0, left: 1, bottom: 2, right: 2 }],
      [{ top: 8, left: 0, bottom: 8, right: 0 }],
    ]);
    expect(ours(sheetNamed(model, "Indicateurs"))).toHaveLength(1);
    expect(ours(sheetNamed(model, "Budget"))[0]).toMatchObject({ type: "expression", style: { font: { bold: true } } });
  });

  it("leaves none half-made once it has run again, wherever the first write stopped", async () => {
    const plan = highlight(cellHighlight("Budget", 0, 0, "error"), cellHighlight("Budget", 8, 0, "warning"));
    const own = "A1>10";
    const rulesAfter = async (at: number | null) => {
      const model = workbookOf({ Budget: [["a"]] });
      const sheet = sheetNamed(model, "Budget");
      const ranges = [{ top: 0, left: 0, bottom: 5, right: 5 }];
      sheet.addConditionalFormat({ type: "expression", ranges, formula: own, style: { fill: "#00FF00" } });
      excel.host.open(model);
      if (at !== null) excel.host.faults.plan({ after: 3, error: "NotImplemented", at });
      const isStopped = await apply(plan).then(
        () => false,
        () => true,
      );
      excel.host.faults.clear();
      // What the host holds against a rule without a condition.
      excel.host.takeUnsupported();
      if (isStopped) await apply(plan);
      const rules = sheet.conditionalFormats.map(({ ranges, formula, style }) => ({ ranges, formula, style }));
      return { isStopped, rules };
    };
    const { rules: wanted } = await rulesAfter(null);
    expect(wanted).toHaveLength(3);
    let at = 1;
    for (; at < 200; at += 1) {
      const { isStopped, rules } = await rulesAfter(at);
      expect(rules, `stopped at ${at}`).toEqual(wanted);
      if (!isStopped) break;
    }
    expect(at).toBeGreaterThan(20);
  });

  it("replaces those of an earlier run, and clears exactly ours", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    const sheet = sheetNamed(model, "Budget");
    sheet.addConditionalFormat({
      type: "expression",
      ranges: [{ top: 0, left: 0, bottom: 5, right: 5 }],
      formula: "A1>10",
      style: { fill: "#00FF00" },
    });
    sheet.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { fill: "#ABCDEF" });
    const before = { formats: sheet.conditionalFormats, style: sheet.style(0, 0) };
    excel.host.open(model);

    await apply(highlight(cellHighlight("Budget", 0, 0, "error"), cellHighlight("Budget", 1, 0, "info")));
    await apply(highlight(cellHighlight("Budget", 2, 0, "error")));
    expect(ours(sheet).map(({ ranges }) => ranges)).toEqual([[{ top: 2, left: 0, bottom: 2, right: 0 }]]);
    expect(sheet.conditionalFormats).toHaveLength(2);

    excel.host.takeTraffic();
    const refusals = await runExcel((context) => clearHighlights(excelWorkbook(context)));
    expect(refusals).toEqual([]);
    expect(sheet.conditionalFormats).toEqual(before.formats);
    expect(sheet.style(0, 0)).toEqual(before.style);
    await settled();
    expect(excel.host.traffic).toMatchObject({ requests: 4, housekeeping: 0, cellsRead: 0 });
  });

  it("clears those of a sheet that was hidden since", async () => {
    const model = workbookOf({ Budget: [["a"]], Autre: [["b"]] });
    excel.host.open(model);
    await apply(highlight(cellHighlight("Budget", 0, 0, "error")));
    sheetNamed(model, "Budget").visibility = "hidden";
    await runExcel((context) => clearHighlights(excelWorkbook(context)));
    expect(ours(sheetNamed(model, "Budget"))).toEqual([]);
  });

  it("highlights scattered cells, each by its own format", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    const scattered = Array.from({ length: 300 }, (_, index) => cellHighlight("Budget", index * 2, 0, "error"));
    await apply(highlight(...scattered));
    expect(ours(sheetNamed(model, "Budget")).map(({ ranges }) => ranges[0]?.top)).toEqual(
      scattered.map(({ range }) => range.top),
    );
    await apply(highlight());
    expect(ours(sheetNamed(model, "Budget"))).toEqual([]);
  });

  it("refuses on a protected sheet, in French, and does the rest", async () => {
    const model = workbookOf({ Budget: [["a"]], Libre: [["b"]] });
    protect(sheetNamed(model, "Budget"));
    excel.host.open(model);
    const report = await apply(
      highlight(cellHighlight("Budget", 0, 0, "error"), cellHighlight("Libre", 0, 0, "error")),
    );
    expect(report.refusals).toEqual([expect.stringMatching(/^La feuille «\u00a0Budget\u00a0» est protégée/)]);
    expect(ours(sheetNamed(model, "Budget"))).toEqual([]);
    expect(ours(sheetNamed(model, "Libre"))).toHaveLength(1);
  });
});

describe("result sheets", () => {
  it("writes cells, formats, sizes, frozen rows and page", async () => {
    const model = workbookOf({ Budget: [[3, 4]] });
    excel.host.open(model);
    const report = await apply(write(ecartsPlan()));
    expect(report).toEqual({ refusals: [], sheetNames: ["Écarts"] });
    const sheet = sheetNamed(model, "Écarts");
    expect(sheet.content(0, 0)).toEqual({ value: "Écarts du contrat", formula: null });
    expect(sheet.content(1, 0)).toEqual({ value: 7, formula: "=SUM(Budget!A1:B1)" });
    expect(sheet.style(0, 0)).toMatchObject({ font: { bold: true, size: 16, color: "#1B365D" }, border: "#C5CCD6" });
    expect(sheet.style(2, 1)).toMatchObject({ numberFormat: '#,##0.00 "€"', horizontal: "right", wrap: true });
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect([0, 1, 2].map((column) => sheet.columnWidth(column))).toEqual([40, 18, 12.5]);
    expect([0, 1, 2].map((row) => sheet.rowHeight(row))).toEqual([30, 21, 21]);
    expect(sheet.frozenRows).toBe(2);
    expect(sheet.pageSetup).toMatchObject({
      orientation: "landscape",
      paper: 9,
      fitTo: hasBug("fit-to-pages-ignored") ? null : { width: 1, height: 0 },
      titleRows: [0, 1],
      printArea: null,
      header: "Contrat",
      footer: "Page &P / &N",
    });
    expect(model.names.filter(({ scope }) => scope === null)).toEqual([
      { name: RESULT_SHEET_MARKS.ecarts, formula: "Écarts!$A$1", hidden: true, scope: null },
    ]);
  });

  it("writes texts as texts, whatever Excel would read in them", async () => {
    const texts = [
      "12",
      "2026-11-24",
      "1/2",
      "TRUE",
      "=A1",
      "Jan 2026",
      "Mar 12",
      "50%",
      "'cité",
      "+ 3",
      "-",
      "Action 5 – 2026",
      "(4)",
      "#N/A",
    ];
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    await apply(write({ ...ecartsPlan(), cells: texts.map((value) => [{ value }]), styles: [], merges: [] }));
    const sheet = sheetNamed(model, "Écarts");
    expect(texts.map((_, row) => sheet.content(row, 0))).toEqual(texts.map((value) => ({ value, formula: null })));
  });

  it("rewrites ours in place, even renamed and moved, leaving nothing of the earlier run", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    await apply(write({ ...ecartsPlan(), cells: Array.from({ length: 60 }, (_, row) => [{ value: row }]) }));
    const sheet = sheetNamed(model, "Écarts");
    sheet.name = "Mes écarts";
    model.moveSheet(sheet.id, 0);

    const report = await apply(write({ ...ecartsPlan(), merges: [], rowHeights: [], frozenRows: 0 }));
    expect(report.sheetNames).toEqual(["Mes écarts"]);
    expect(model.sheets.map(({ name }) => name)).toEqual(["Mes écarts", "Budget"]);
    expect(sheet.usedRange(true)).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(sheet.merges).toEqual([]);
    expect(sheet.rowHeight(0)).toBeNull();
    expect(sheet.frozenRows).toBe(0);
  });

  it("leaves a sheet of the agent that bears the name alone", async () => {
    const model = workbookOf({ Budget: [["a"]], écarts: [["mes notes"]], "Écarts (2)": [["aussi"]] });
    excel.host.open(model);
    const report = await apply(write(ecartsPlan()));
    expect(report.sheetNames).toEqual(["Écarts (3)"]);
    expect(sheetNamed(model, "écarts").content(0, 0).value).toBe("mes notes");
    expect((await apply(write(ecartsPlan()))).sheetNames).toEqual(["Écarts (3)"]);
    expect(model.sheets).toHaveLength(4);
  });

  it("uses the mark again when the agent deleted our sheet", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    await apply(write(ecartsPlan()));
    model.removeSheet(sheetNamed(model, "Écarts").id);
    expect((await apply(write(ecartsPlan()))).sheetNames).toEqual(["Écarts"]);
    expect((await apply(write(ecartsPlan()))).sheetNames).toEqual(["Écarts"]);
    expect(model.sheets).toHaveLength(2);
    expect(model.names.filter(({ scope }) => scope === null)).toHaveLength(1);
  });

  it("refuses when the structure is protected, and highlights all the same", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    protectStructure(model);
    excel.host.open(model);
    const report = await apply({ highlights: [cellHighlight("Budget", 0, 0, "error")], sheets: [ecartsPlan()] });
    expect(report).toEqual({
      refusals: [expect.stringMatching(/^La structure du classeur est protégée/)],
      sheetNames: [],
    });
    expect(model.sheets).toHaveLength(1);
    expect(ours(sheetNamed(model, "Budget"))).toHaveLength(1);
  });

  it("refuses to rewrite a protected result sheet", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    await apply(write(ecartsPlan()));
    protect(sheetNamed(model, "Écarts"));
    const report = await apply(write({ ...ecartsPlan(), cells: [[{ value: "autre" }]] }));
    expect(report).toEqual({ refusals: [expect.stringMatching(/garde les résultats précédents/)], sheetNames: [] });
    expect(sheetNamed(model, "Écarts").content(0, 0).value).toBe("Écarts du contrat");
  });
});

describe("requests", () => {
  it("reads twice, writes once, then dresses and freezes in one, with nothing for Excel to forget", async () => {
    excel.host.open(workbookOf({ Budget: [["a"]], Indicateurs: [["b"]] }));
    const plan = { highlights: [cellHighlight("Budget", 0, 0, "error")], sheets: [ecartsPlan()] };
    await apply(plan);
    expect(excel.host.traffic).toMatchObject({ requests: 5, housekeeping: 0 });
    await apply(plan);
    expect(excel.host.traffic).toMatchObject({ requests: 5, housekeeping: 0 });
  });

  it("writes what one request does not bear in several", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    excel.host.open(model);
    const text = "Libellé d’un écart, avec tout ce qu’il faut en dire. ".repeat(4);
    const cells = Array.from({ length: 6000 }, (_, row) => [
      { value: row },
      ...Array.from({ length: 8 }, () => ({ value: text })),
    ]);
    await apply(write({ ...ecartsPlan(), cells, merges: [] }));
    const sheet = sheetNamed(model, "Écarts");
    expect(sheet.usedRange(true)).toEqual({ top: 0, left: 0, bottom: 5999, right: 8 });
    expect(sheet.content(5999, 8).value).toBe(text);
    expect(excel.host.traffic.requests).toBeGreaterThan(3);
    expect(excel.host.traffic.requests).toBeLessThan(12);
  });
});

describe("failures", () => {
  it.each([
    ["cell edit", FAULT.cellEditMode, /validez-la/],
    ["too large", FAULT.requestTooLarge, /trop volumineux pour être écrit/],
    ["access denied", FAULT.accessDenied, /protégé/],
  ])("says what to do: %s", async (_, status, sentence) => {
    excel.host.open(workbookOf({ Budget: [["a"]] }));
    excel.host.failRequest(status, 2);
    await expect(apply(write(ecartsPlan()))).rejects.toMatchObject({ name: "WorkbookError", message: sentence });
  });

  it("keeps what was read when the writing fails", async () => {
    excel.host.open(workbookOf({ Budget: [["a"]] }));
    excel.host.failRequest(FAULT.session, 2);
    const outcome = await runExcel(async (context) => {
      const workbook = excelWorkbook(context);
      const raw = await workbook.read();
      return workbook.apply(write(ecartsPlan()), raw).catch((error: unknown) => ({ raw, error }));
    });
    expect(outcome).toMatchObject({ raw: { name: "classeur.xlsx" }, error: { name: "WorkbookError" } });
  });

  it("never leaves a formula uncomputed", async () => {
    const model = workbookOf({ Budget: [[3, 4]] });
    excel.host.open(model);
    await apply(write(ecartsPlan()));
    expect(sheetNamed(model, "Écarts").content(1, 0).value).not.toBe(UNCOMPUTED);
  });
});
