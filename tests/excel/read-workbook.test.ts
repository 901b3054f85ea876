// Reading a workbook through the real client: what is read, in how many requests, and how little of a phantom range.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { highlightFormula } from "../../src/core/sheets/parts/marks";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { FAULT } from "simulated-excel/fault";
import { fill, protect, protectStructure, settled, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();

async function read(): Promise<RawWorkbook> {
  excel.host.takeTraffic();
  const raw = await runExcel((context) => excelWorkbook(context).read());
  await settled();
  return raw;
}

/** The model has no way to add the rules of Excel's own dialog; the file has. */
function withTwoRulesOnOneRange(model: WorkbookModel): WorkbookModel {
  const parts = unzipSync(model.save());
  const path = "xl/worksheets/sheet1.xml";
  const rule = (priority: number) =>
    `<cfRule type="cellIs" priority="${priority}" operator="greaterThan"><formula>${priority}</formula></cfRule>`;
  const rules = `<conditionalFormatting sqref="A1:A9">${rule(90)}${rule(91)}</conditionalFormatting>`;
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(xml.replace("</sheetData>", `</sheetData>${rules}`));
  return openXlsx(zipSync(parts), "classeur.xlsx");
}

const shapes = (raw: RawWorkbook, sheet = 0) =>
  raw.sheets[sheet]?.blocks.map(({ row, column, values }) => [row, column, values.length, values[0]?.length]);

describe("what is read", () => {
  it("reads the names that stand for fixed cells, and none of ours", async () => {
    const model = workbookOf({ Budget: [[1]] });
    for (const [name, formula] of [
      ["PartsEtat", "Budget!$C$4:$C$14"],
      ["Colonne", "Budget!$C:$C"],
      ["Mobile", "Budget!$C$4:C14"],
      ["Taux", "0.5"],
      ["_contrat_solidarites_choix_budget", "Budget!$A$1"],
    ] as const) {
      model.setName({ name, formula, hidden: false, scope: null });
    }
    excel.host.open(model);
    const { names } = await read();
    expect(names).toEqual([
      { name: "PartsEtat", sheet: null, formula: "Budget!$C$4:$C$14" },
      { name: "Colonne", sheet: null, formula: "Budget!$C:$C" },
    ]);
  });

  it("reads values, formulas and number formats with their place", async () => {
    const model = workbookOf({ Budget: [] });
    const sheet = sheetNamed(model, "Budget");
    fill(
      sheet,
      [
        ["Action", 130000.5, true],
        [null, { formula: "=C3*2" }, "nd"],
      ],
      2,
      1,
    );
    sheet.setStyle({ top: 2, left: 2, bottom: 2, right: 2 }, { numberFormat: "#,##0.00" });
    await model.calculate();
    excel.host.open(model);

    const raw = await read();
    expect(raw.name).toBe("classeur.xlsx");
    expect(raw.sheets[0]).toMatchObject({ name: "Budget", visibility: "visible", resultSheet: null, highlightIds: [] });
    const [block] = raw.sheets[0]?.blocks ?? [];
    expect(block).toMatchObject({ row: 2, column: 1 });
    expect(block?.values).toEqual([
      ["Action", 130000.5, true],
      [null, 260001, "nd"],
    ]);
    expect(block?.formulas).toEqual([
      [null, null, null],
      [null, "=C3*2", null],
    ]);
    expect(block?.numberFormats[0]).toEqual(["General", "#,##0.00", "General"]);
  });

  it("takes a text that begins with = for a text", async () => {
    excel.host.open(workbookOf({ Budget: [["=A1"], [{ formula: "=1+1" }]] }));
    await excel.host.model.calculate();
    const [block] = (await read()).sheets[0]?.blocks ?? [];
    expect(block?.values).toEqual([["=A1"], [2]]);
    expect(block?.formulas).toEqual([[null], ["=1+1"]]);
  });

  it("tells hidden sheets and does not read them", async () => {
    const model = workbookOf({ Budget: [["a"]], Masquée: [["b"]], Cachée: [["c"]] });
    sheetNamed(model, "Masquée").visibility = "hidden";
    sheetNamed(model, "Cachée").visibility = "veryHidden";
    excel.host.open(model);
    const raw = await read();
    expect(raw.sheets.map(({ name, visibility, blocks }) => [name, visibility, blocks.length])).toEqual([
      ["Budget", "visible", 1],
      ["Masquée", "hidden", 0],
      ["Cachée", "veryHidden", 0],
    ]);
    expect(excel.host.traffic.cellsRead).toBe(1);
  });

  it("tells protections", async () => {
    const model = workbookOf({ Budget: [["a"]], Libre: [["b"]] });
    protect(sheetNamed(model, "Budget"));
    protectStructure(model);
    excel.host.open(model);
    const raw = await read();
    expect(raw.isStructureProtected).toBe(true);
    expect(raw.sheets.map(({ isProtected }) => isProtected)).toEqual([true, false]);
  });

  it("reads an empty workbook", async () => {
    excel.host.open(workbookOf({ Feuille: [] }));
    expect((await read()).sheets[0]?.blocks).toEqual([]);
  });
});

describe("a workbook that calculates on request only", () => {
  it.each([true, false])("is read as its figures say (%s)", async (isByHand) => {
    const model = workbookOf({ Budget: [[1, { formula: "=A1*2" }]] });
    await model.calculate();
    excel.host.open(model);
    excel.host.calculateByHand(isByHand);
    await excel.host.editCell(sheetNamed(model, "Budget"), 0, 0, 21);
    expect(sheetNamed(model, "Budget").content(0, 1).value).toBe(isByHand ? 2 : 42);
    const raw = await read();
    expect(raw.sheets[0]?.blocks[0]?.values).toEqual([[21, 42]]);
    expect(excel.host.traffic.requests).toBe(2);
    excel.host.calculateByHand(false);
  });
});

describe("requests", () => {
  it("reads a workbook of several sheets in two requests, and leaves Excel nothing to forget", async () => {
    excel.host.open(workbookOf({ Budget: [["a", 1]], Indicateurs: [["b"]], Vide: [] }));
    await read();
    expect(excel.host.traffic).toMatchObject({ requests: 2, housekeeping: 0, cellsRead: 3 });
  });

  it("asks for hidden rows and columns with the cells, and not for those of phantom rows", async () => {
    const model = workbookOf({ Budget: Array.from({ length: 8000 }, (_, row) => [row, "a"]) });
    const sheet = sheetNamed(model, "Budget");
    sheet.setContent(1_048_575, 0, { value: "loin", formula: null });
    const isRowHidden = vi.fn((row: number) => row === 3 || row === 7999 || (row > 9000 && row < 1_048_000));
    Object.defineProperty(sheet, "isRowHidden", { value: isRowHidden });
    Object.defineProperty(sheet, "isColumnHidden", { value: (column: number) => column === 1 || column === 30 });
    excel.host.open(model);
    const [read8000] = (await read()).sheets;
    expect(read8000).toMatchObject({ hiddenRows: [3, 7999], hiddenColumns: [1] });
    expect(excel.host.traffic.requests).toBe(4);
    expect(isRowHidden.mock.calls.length).toBeLessThan(50_000);
  });

  it("tells hidden rows as far as row 30 000, however the cells are cut", async () => {
    const model = workbookOf({ Budget: Array.from({ length: 40_000 }, (_, row) => [row, "a"]) });
    const sheet = sheetNamed(model, "Budget");
    for (const row of [3, 29_998, 29_999, 30_000, 39_000]) sheet.setRowHidden(row, true);
    excel.host.open(model);
    await runExcel(async (context) => {
      const workbook = excelWorkbook(context);
      const raw = await workbook.read();
      expect(raw.sheets[0]?.hiddenRows).toEqual([3, 29_998, 29_999]);
      // The look before a write, which asks for all rows at once, finds the same.
      await workbook.apply({ highlights: null, sheets: [] }, raw);
    });
  });

  it("reads 8000 rows whole, in chunks, as one block", async () => {
    const rows = Array.from({ length: 8000 }, (_, row) =>
      Array.from({ length: 13 }, (__, column) => row * 100 + column),
    );
    excel.host.open(workbookOf({ Budget: rows, Indicateurs: [["b"]] }));
    const raw = await read();
    expect(shapes(raw)).toEqual([[0, 0, 8000, 13]]);
    expect(raw.sheets[0]?.blocks[0]?.values).toEqual(rows);
    expect(excel.host.traffic.requests).toBeLessThanOrEqual(4);
    expect(excel.host.traffic.cellsRead).toBe(8000 * 13 + 1);
  });

  it("does not walk the blank rows and columns before stray cells", async () => {
    const model = workbookOf({
      Budget: [
        ["a", "b"],
        [1, 2],
      ],
    });
    const sheet = sheetNamed(model, "Budget");
    sheet.setContent(1_048_575, 0, { value: "loin", formula: null });
    sheet.setContent(0, 16_383, { value: "large", formula: null });
    excel.host.open(model);
    const raw = await read();
    expect(shapes(raw)).toEqual([
      [0, 0, 2, 2],
      [0, 16_383, 1, 1],
      [1_048_575, 0, 1, 1],
    ]);
    expect(excel.host.traffic).toMatchObject({ requests: 3, cellsRead: 6 });
  });

  it("does not read cells that are only formatted", async () => {
    const model = workbookOf({ Budget: [["a"]] });
    sheetNamed(model, "Budget").setStyle({ top: 0, left: 0, bottom: 400, right: 9 }, { fill: "#FFFFFF" });
    sheetNamed(model, "Budget").setStyle({ top: 900_000, left: 5, bottom: 900_000, right: 5 }, { fill: "#FFFFFF" });
    excel.host.open(model);
    expect(shapes(await read())).toEqual([[0, 0, 1, 1]]);
    expect(excel.host.traffic).toMatchObject({ requests: 2, cellsRead: 1 });
  });

  it("joins a table wider than what is looked at first", async () => {
    const line = Array.from({ length: 100 }, (_, column) => column);
    excel.host.open(workbookOf({ Large: [line, line] }));
    const raw = await read();
    expect(raw.sheets[0]?.blocks).toHaveLength(1);
    expect(raw.sheets[0]?.blocks[0]?.values).toEqual([line, line]);
  });

  it("asks for smaller chunks when the answer is too large", async () => {
    const rows = Array.from({ length: 900 }, (_, row) => [row, `Libellé ${row}`]);
    excel.host.open(workbookOf({ Budget: rows }));
    excel.host.failRequest(FAULT.responseTooLarge, 1);
    excel.host.failRequest(FAULT.responseTooLarge, 2);
    const raw = await read();
    expect(raw.sheets[0]?.blocks.flatMap(({ values }) => values)).toEqual(rows);
    expect(excel.host.traffic.requests).toBe(5);
  });

  it("reads cells whose texts exceed what one answer bears", async () => {
    const long = "é".repeat(1500);
    excel.host.open(workbookOf({ Budget: Array.from({ length: 1200 }, (_, row) => [row, long]) }));
    const raw = await read();
    expect(shapes(raw)).toEqual([[0, 0, 1200, 2]]);
  });

  it("reads on where Excel cannot tell the conditions of the agent's own rules, and still finds our highlights", async () => {
    const model = workbookOf({ Budget: [["a"]], Autre: [["b"]] });
    const add = (name: string, top: number) => {
      const ranges = [{ top, left: 0, bottom: top, right: 0 }];
      for (const formula of ["A1>10", highlightFormula("error")])
        sheetNamed(model, name).addConditionalFormat({ type: "expression", ranges, formula, style: {} });
    };
    for (const top of [0, 5, 9]) add("Budget", top);
    add("Autre", 3);
    excel.host.open(withTwoRulesOnOneRange(model));
    const raw = await read();
    const ours = (sheet: SheetModel) =>
      sheet.conditionalFormats.filter(({ formula }) => formula === highlightFormula("error")).map(({ id }) => id);
    expect(raw.sheets.map(({ highlightIds }) => [...highlightIds].sort())).toEqual(
      excel.host.model.sheets.map((sheet) => ours(sheet).sort()),
    );
    expect(raw.sheets.map(({ highlightIds }) => highlightIds.length)).toEqual([3, 1]);
    expect(raw.sheets[0]?.blocks[0]?.values).toEqual([["a"]]);
  });

  it("reads on where Excel cannot tell the series of a chart that the agent put on a sheet of ours", async () => {
    excel.host.open(workbookOf({ Budget: [["a"]] }));
    excel.host.failRequest("UnsupportedOperation", 1);
    const raw = await read();
    expect(raw.sheets[0]?.blocks[0]?.values).toEqual([["a"]]);
  });

  it("gives up with a sentence when even small chunks are too large", async () => {
    excel.host.open(workbookOf({ Budget: [["a"]] }));
    // Halved from 100 000 cells to under 500: nine attempts, after the request for the list of sheets.
    for (let request = 1; request <= 9; request += 1) excel.host.failRequest(FAULT.responseTooLarge, request);
    await expect(read()).rejects.toThrow(/trop volumineux pour être lu/);
    expect(excel.host.traffic.requests).toBe(10);
  });
});
