// One workbook, one plan, both adapters: in Excel and on the file they read the same and leave the same workbook.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { RawWorkbook, WorkbookPort, WritePlan } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { describeWorkbook } from "./describe-workbook";
import { cellHighlight, ecartsPlan } from "./plans";
import { fill, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();

/** A workbook with what makes reading hard: blank stretches, stray cells, formats, texts that look like something else. */
function agentWorkbook(): Uint8Array {
  const model = workbookOf({
    "Tableau budgétaire": [],
    Indicateurs: [
      ["Indicateur", "T0"],
      ["Nombre", "nd"],
    ],
    Cachée: [["x"]],
  });
  const budget = sheetNamed(model, "Tableau budgétaire");
  fill(
    budget,
    [
      ["Action", "État", "Métropole", "Total"],
      ["Action 1", 65000, "65 000,00", { formula: "=B4+65000" }],
    ],
    2,
    1,
  );
  fill(budget, [["=texte", true, "2025"]], 40, 0);
  fill(budget, [["note"]], 600, 12);
  fill(budget, [["à droite"]], 3, 300);
  budget.setStyle({ top: 3, left: 2, bottom: 3, right: 4 }, { numberFormat: '#,##0.00 "€"', fill: "#FFEEDD" });
  budget.addConditionalFormat({
    type: "expression",
    ranges: [{ top: 0, left: 0, bottom: 9, right: 9 }],
    formula: "A1>10",
    style: { fill: "#00FF00" },
  });
  sheetNamed(model, "Cachée").visibility = "hidden";
  return hide(model.save(), [2, 3, 41, 500, 600], [3, 4, 12]);
}

/** The model has no way to hide rows and columns; Excel does it in the file. */
function hide(bytes: Uint8Array, rows: readonly number[], columns: readonly number[]): Uint8Array {
  const parts = unzipSync(bytes);
  const path = "xl/worksheets/sheet1.xml";
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  const written = (row: number) => xml.includes(`<row r="${row + 1}"`);
  for (const row of rows.filter(written)) xml = xml.replace(`<row r="${row + 1}"`, `$& hidden="1"`);
  const cols = columns.map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`).join("");
  parts[path] = strToU8(xml.replace("<sheetData>", `<cols>${cols}</cols><sheetData>`));
  return zipSync(parts);
}

/** A filter that hides these rows, as Excel keeps it. */
function filterRows(bytes: Uint8Array, path: string, rows: readonly number[]): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  for (const row of rows) xml = xml.replace(`<row r="${row + 1}"`, `$& hidden="1"`);
  const filter = `<filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>`;
  xml = xml.replace("</sheetData>", `</sheetData><autoFilter ref="A1:C9">${filter}</autoFilter>`);
  parts[path] = strToU8(xml);
  return zipSync(parts);
}

const plan: WritePlan = {
  highlights: [
    cellHighlight("Tableau budgétaire", 3, 2, "error"),
    cellHighlight("Tableau budgétaire", 3, 3, "error"),
    cellHighlight("Tableau budgétaire", 3, 4, "warning"),
    cellHighlight("Indicateurs", 1, 1, "info"),
  ],
  sheets: [
    ecartsPlan("'Tableau budgétaire'!C4:D4", 65000),
    {
      ...ecartsPlan(),
      kind: "synthese",
      name: "Synthèse par axe",
      frozenRows: 0,
      cells: [[{ value: "12" }, { value: -3.5 }, { value: "=non" }]],
      merges: [],
      rowHeights: [],
    },
  ],
  reponses: [
    {
      key: { kind: "table", path: ["budget", "Tableau budgétaire", "Ancien"] },
      answer: { role: "tableau à vérifier", of: "Tableau budgétaire" },
      ...{ by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" },
    },
  ],
};

async function run(port: WorkbookPort, runs: number): Promise<RawWorkbook> {
  const raw = await port.read();
  for (let again = 0; again < runs; again += 1) await port.apply(plan, await port.read());
  return raw;
}

async function inExcel(bytes: Uint8Array, runs: number) {
  excel.host.open(openXlsx(bytes, "classeur.xlsx"));
  const raw = await runExcel((context) => run(excelWorkbook(context), runs));
  return { raw, model: excel.host.model };
}

async function onFile(bytes: Uint8Array, runs: number) {
  const { port, model } = openFileWorkbook(bytes, "classeur.xlsx");
  return { raw: await run(port, runs), model };
}

describe("both adapters", () => {
  const bytes = agentWorkbook();

  it("read the same", async () => {
    const [first, second] = [await inExcel(bytes, 0), await onFile(bytes, 0)];
    const plain = ({ sheets, ...rest }: RawWorkbook) => ({
      ...rest,
      sheets: sheets.map(({ highlightIds, ...sheet }) => ({ ...sheet, highlights: highlightIds.length })),
    });
    expect(plain(first.raw).sheets[0]?.blocks.length).toBeGreaterThan(2);
    expect(plain(first.raw)).toEqual(plain(second.raw));
    expect(plain(first.raw).sheets[0]).toMatchObject({ hiddenRows: [2, 3, 600], hiddenColumns: [3, 4, 12] });
  });

  it.each([1, 2])("write the same, after %i runs", async (runs) => {
    const [first, second] = [await inExcel(bytes, runs), await onFile(bytes, runs)];
    expect(describeWorkbook(first.model)).toEqual(describeWorkbook(second.model));
    expect(first.model.sheets).toHaveLength(5);
  });

  it("read back the answers that they wrote, and forget those that a later plan leaves out", async () => {
    for (const { model } of [await inExcel(bytes, 1), await onFile(bytes, 2)]) {
      const { port } = openFileWorkbook(model.save(), "classeur.xlsx");
      expect((await port.read()).reponses).toEqual(plan.reponses);
      await port.apply({ highlights: null, sheets: [], reponses: [] }, await port.read());
      expect((await port.read()).reponses ?? []).toEqual([]);
    }
  });

  it("read our result sheets when they are hidden, and write them again", async () => {
    const { model } = await onFile(bytes, 1);
    sheetNamed(model, "Écarts").visibility = "veryHidden";
    sheetNamed(model, "Écarts").setContent(2, 0, { value: "tapé", formula: null });
    const hidden = model.save();
    for (const { raw, model: written } of [await inExcel(hidden, 1), await onFile(hidden, 1)]) {
      const sheet = raw.sheets.find(({ name }) => name === "Écarts");
      expect(sheet?.blocks[0]?.values[2]?.[0]).toBe("tapé");
      expect(sheetNamed(written, "Écarts").content(2, 0).value).toBe("Action 1 – 2025");
      expect(sheetNamed(written, "Écarts").visibility).toBe("veryHidden");
    }
  });

  it("show the rows of a result sheet that the agent filtered, each finding in its own", async () => {
    const { model } = await onFile(bytes, 1);
    const filtered = filterRows(model.save(), "xl/worksheets/sheet4.xml", [1, 2]);
    expect(sheetNamed(openXlsx(filtered, "classeur.xlsx"), "Écarts")).toMatchObject({ isFiltered: true });
    const [first, second] = [await inExcel(filtered, 1), await onFile(filtered, 1)];
    for (const { model: written } of [first, second]) {
      const sheet = sheetNamed(written, "Écarts");
      expect(sheet.isFiltered).toBe(false);
      expect([0, 1, 2].map((row) => sheet.isRowHidden(row))).toEqual([false, false, false]);
      expect(sheet.content(2, 0).value).toBe("Action 1 – 2025");
    }
    expect(describeWorkbook(first.model)).toEqual(describeWorkbook(second.model));
  });

  it("save the same", async () => {
    const reopened = async (model: WorkbookModel) => {
      const saved = openXlsx(model.save(), "classeur.xlsx");
      await saved.calculate();
      return describeWorkbook(saved);
    };
    const [first, second] = [await inExcel(bytes, 1), await onFile(bytes, 1)];
    expect(await reopened(first.model)).toEqual(await reopened(second.model));
  });
});
