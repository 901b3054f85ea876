// « Actualiser les totaux » in Excel: the real client writes what the file adapter writes, and nothing but contents.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { applyTotals, previewTotals } from "../../src/usecases/refresh-totals";
import { tableauBudgetaire } from "../core/reading/annexes";
import { describeWorkbook } from "./describe-workbook";
import { protect, sheetNamed, simulatedExcel, workbookOf, type Cells } from "./simulated-excel";

const AS_OF = "2026-11-24";
const BUDGET = "Tableau budgétaire";
// Formats of totals stay what they were, also where Excel would give a formula that of the cells it adds.
const excel = simulatedExcel("formula-takes-format");

/** The signed annex, typed, with a total that is wrong, one that is empty, a format of each kind, and a hidden remark. */
function typedWorkbook(): Uint8Array {
  const cells = tableauBudgetaire.map((row) => [...row]) as (string | number | null)[][];
  const set = (row: number, column: number, value: number | null) => {
    const line = cells[row];
    if (line) line[column] = value;
  };
  set(14, 1, 999);
  set(3, 4, null);
  const model = workbookOf({ [BUDGET]: cells as Cells, Notes: [["à garder"]] });
  const sheet = sheetNamed(model, BUDGET);
  sheet.setStyle({ top: 3, left: 1, bottom: 14, right: 12 }, { numberFormat: "#,##0.00", fill: "#FFEEDD" });
  sheet.setStyle({ top: 4, left: 1, bottom: 4, right: 1 }, { numberFormat: "General", font: { bold: true } });
  sheet.setStyle({ top: 6, left: 1, bottom: 6, right: 1 }, { numberFormat: "@" });
  sheet.setContent(6, 1, { value: "50000", formula: null });
  return model.save();
}

const bytes = typedWorkbook();

async function inExcel() {
  excel.host.open(openXlsx(bytes, "classeur.xlsx"));
  const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
  const result = await runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
  return { preview, result, model: excel.host.model };
}

async function onFile() {
  const { port, model } = openFileWorkbook(bytes, "classeur.xlsx");
  const preview = await previewTotals(port, contratIntegre, AS_OF);
  return { preview, result: await applyTotals(port, contratIntegre, AS_OF, preview), model };
}

describe("in Excel and on the file", () => {
  it("the preview, the result and the workbook are the same", async () => {
    const [first, second] = [await inExcel(), await onFile()];
    expect(first.preview).toEqual(second.preview);
    expect(first.result).toEqual(second.result);
    expect(describeWorkbook(first.model)).toEqual(describeWorkbook(second.model));
    expect(first.result).toMatchObject({ written: 44, remarks: [] });
  });

  it("totals become formulas, and their formats stay", async () => {
    const { model, preview } = await inExcel();
    const sheet = sheetNamed(model, BUDGET);
    expect(sheet.content(14, 1)).toEqual({ value: 665000, formula: "=SUM(B4:B5,B7:B8,B10:B11,B13:B14)" });
    expect(sheet.content(3, 4)).toEqual({ value: 130000, formula: "=F4+G4" });
    expect(sheet.style(3, 4)).toMatchObject({ numberFormat: "#,##0.00", fill: "#FFEEDD" });
    expect(sheet.style(4, 1)).toMatchObject({ numberFormat: "General", font: { bold: true } });
    // A cell of the text format would show the formula: it takes the format of what it adds, and that is said.
    expect(sheet.content(6, 1)).toEqual({ value: 50000, formula: "=C7+D7" });
    expect(sheet.style(6, 1)).toMatchObject({ numberFormat: "#,##0.00", fill: "#FFEEDD" });
    expect(preview.notes).toEqual([expect.stringMatching(/^Le format Texte ou Date de 'Tableau budgétaire'!B7 /)]);
  });

  it("a second refresh finds nothing, and writes nothing", async () => {
    await inExcel();
    const before = describeWorkbook(excel.host.model);
    const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    expect([preview.changes, preview.unchanged]).toEqual([[], 44]);
    const written = excel.host.traffic.cellsWritten;
    await runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    expect(excel.host.traffic.cellsWritten).toBe(written);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });
});

describe("nothing half-written", () => {
  it("a protected sheet refuses before anything is written, in Excel and on the file", async () => {
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    protect(sheetNamed(excel.host.model, BUDGET));
    const before = describeWorkbook(excel.host.model);
    const sentence = /^La feuille «\u00a0Tableau budgétaire\u00a0» est protégée\u00a0: rien n’a été modifié\./;
    const refused = runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    await expect(refused).rejects.toThrow(sentence);
    const { preview } = await onFile();
    const file = openFileWorkbook(bytes, "classeur.xlsx");
    protect(sheetNamed(file.model, BUDGET));
    const inExcelToo = runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    await expect(inExcelToo).rejects.toThrow(sentence);
    await expect(applyTotals(file.port, contratIntegre, AS_OF, preview)).rejects.toThrow(sentence);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });

  it("a workbook edited since the preview is left as it is", async () => {
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    sheetNamed(excel.host.model, BUDGET).setContent(3, 2, { value: 65001, formula: null });
    const before = describeWorkbook(excel.host.model);
    const apply = runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    await expect(apply).rejects.toThrow(/^Le classeur a changé depuis l’aperçu/);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });

  it("totals of rows that a filter hides are written like the others", async () => {
    const parts = unzipSync(bytes);
    const path = "xl/worksheets/sheet1.xml";
    let xml = strFromU8(parts[path] ?? new Uint8Array());
    // The last action of an axe, the first of the next one, and what stands between.
    for (const row of [4, 5, 6, 8]) xml = xml.replace(`<row r="${row + 1}"`, `$& hidden="1"`);
    parts[path] = strToU8(xml.replace("</sheetData>", `</sheetData><autoFilter ref="A3:M15"/>`));
    excel.host.open(openXlsx(zipSync(parts), "classeur.xlsx"));
    const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    const result = await runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    expect(result).toMatchObject({ written: 44, remarks: [] });
    expect(sheetNamed(excel.host.model, BUDGET)).toMatchObject({ isFiltered: true });
    expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook((await onFile()).model));
  });

  it("a cell that Excel does not fill is said", async () => {
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    const sheet = sheetNamed(excel.host.model, BUDGET);
    const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    const write = sheet.setContent.bind(sheet);
    // What Excel does with the inner cells of a merged area.
    sheet.setContent = (row, column, content) => (row === 3 && column === 4 ? undefined : write(row, column, content));
    const result = await runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    expect(result).toMatchObject({ written: 43, remarks: [expect.stringMatching(/'Tableau budgétaire'!E4/)] });
  });
});

describe("undo", () => {
  /** Answers how each Excel.run was asked to undo. The library of the tests leaves the wish to newer ones. */
  async function undoGroups(isGrouped: boolean) {
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    const preview = await runExcel((context) => previewTotals(excelWorkbook(context), contratIntegre, AS_OF));
    vi.spyOn(Office.context.requirements, "isSetSupported").mockImplementation(
      (set, version) => set === "ExcelApi" && (isGrouped || String(version) !== "1.20"),
    );
    const runs = vi.spyOn(Excel, "run");
    const result = await runExcel((context) => applyTotals(excelWorkbook(context), contratIntegre, AS_OF, preview));
    const options = runs.mock.calls.map(([given]) => given);
    return { result, options };
  }

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("takes back the totals alone, at once where Excel can", async () => {
    const { options, result } = await undoGroups(true);
    expect(options).toEqual([{ delayForCellEdit: true }, { delayForCellEdit: true, mergeUndoGroup: true }]);
    expect(result).toMatchObject({ written: 44, remarks: [] });
  });

  it("is not asked for below ExcelApi 1.20", async () => {
    expect((await undoGroups(false)).options).toEqual([{ delayForCellEdit: true }]);
  });

  it("gives way where Excel cannot group the writing", async () => {
    excel.host.failRequest("UndoNotSupported", 5);
    const { options, result } = await undoGroups(true);
    expect(options).toHaveLength(2);
    expect(result).toMatchObject({ written: 44, remarks: [] });
  });
});

describe("the requests", () => {
  it("look again, write all totals in one, and look in two at what became of their columns", async () => {
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    await runExcel(async (context) => {
      const port = excelWorkbook(context);
      const raw = await port.read();
      const before = excel.host.traffic.requests;
      const cells = Array.from({ length: 500 }, (_, row) => ({
        cell: { sheet: "Notes", row: 2 * row, column: row % 5 },
        content: { value: 0, formula: "=1-1" },
      }));
      await port.apply({ highlights: null, sheets: [], cells }, raw);
      expect(excel.host.traffic.requests - before).toBe(4);
    });
    expect(sheetNamed(excel.host.model, "Notes").content(998, 4)).toEqual({ value: 0, formula: "=1-1" });
  });
});
