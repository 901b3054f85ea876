// A plan applied to a file: highlights and result sheets, beside whatever the agent has.
import { describe, expect, it } from "vitest";
import type { ApplyReport, RawWorkbook, SheetPlan, WritePlan } from "../../src/core/workbook-port";
import { refusals } from "../../src/core/sheets/parts/refusals";
import { openFileWorkbook, type FileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel } from "xlsx-model/workbook-model";
import { changedParts, fixture } from "./fixtures";
import { ecartsPlan, synthesePlan } from "./plans";

function sheetNamed({ model }: FileWorkbook, name: string): SheetModel {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const reopened = ({ save }: FileWorkbook) => openFileWorkbook(save(), "classeur.xlsx");

async function apply(
  workbook: FileWorkbook,
  plan: Partial<WritePlan>,
): Promise<{ report: ApplyReport; raw: RawWorkbook }> {
  const raw = await workbook.port.read();
  return { raw, report: await workbook.port.apply({ highlights: null, sheets: [], ...plan }, raw) };
}

const names = ({ model }: FileWorkbook) => model.sheets.map(({ name }) => name);

describe("result sheets", () => {
  it("are added with contents, formats and page, and their formulas computed and stored", async () => {
    const workbook = openFileWorkbook(fixture("dijon"), "classeur.xlsx");
    const { report } = await apply(workbook, { sheets: [ecartsPlan(), synthesePlan()] });
    expect(report).toEqual({ refusals: [], sheetNames: ["Écarts", "Synthèse par axe"] });
    const again = reopened(workbook);
    const sheet = sheetNamed(again, "Synthèse par axe");
    expect([sheet.content(1, 1), sheet.content(2, 1)]).toEqual([
      { value: 332500, formula: "='Tableau budgétaire'!C15" },
      { value: "Conforme", formula: '=IF(B2=332500,"Conforme","Non conforme")' },
    ]);
    const ecarts = sheetNamed(again, "Écarts");
    expect(ecarts.content(1, 0)).toEqual({ value: "D7", formula: `=HYPERLINK("#'Tableau budgétaire'!D7","D7")` });
    expect(ecarts.content(1, 1)).toEqual({ value: "=pas une formule", formula: null });
    expect(ecarts.style(0, 0)).toMatchObject({ font: { bold: true, color: "#FFFFFF", size: 14 }, fill: "#1F3864" });
    expect([
      ecarts.frozenRows,
      ecarts.frozenColumns,
      ecarts.columnWidth(1),
      ecarts.rowHeight(1),
      ecarts.merges,
    ]).toEqual([1, 1, 40, 30, [{ top: 0, left: 0, bottom: 0, right: 1 }]]);
    expect([0, 1].map((column) => ecarts.isColumnHidden(column))).toEqual([false, true]);
    expect(ecarts.entryControls).toEqual(ecartsPlan().controls);
    expect(ecarts.pageSetup).toMatchObject({
      orientation: "landscape",
      paper: 9,
      fitTo: { width: 1, height: 0 },
      titleRows: [0, 0],
      printArea: null,
      header: "Écarts && suites",
      footer: "Page &P / &N",
    });
  });

  it("are told by their mark, found again when renamed, and rewritten in place", async () => {
    const first = openFileWorkbook(fixture("dijon"), "classeur.xlsx");
    await apply(first, { sheets: [ecartsPlan()] });
    sheetNamed(first, "Écarts").name = "Mes écarts";
    first.model.moveSheet(sheetNamed(first, "Mes écarts").id, 0);
    const second = reopened(first);
    const { report, raw } = await apply(second, {
      sheets: [{ ...ecartsPlan(), cells: [[{ value: "seul" }, { value: null }]], merges: [], rowHeights: [] }],
    });
    expect(raw.sheets.map(({ resultSheet }) => resultSheet)).toEqual(["ecarts", null]);
    expect(report.sheetNames).toEqual(["Mes écarts"]);
    const again = reopened(second);
    expect(names(again)).toEqual(["Mes écarts", "Tableau budgétaire"]);
    const sheet = sheetNamed(again, "Mes écarts");
    expect([sheet.usedRange(true), sheet.merges, sheet.rowHeight(1)]).toEqual([
      { top: 0, left: 0, bottom: 0, right: 0 },
      [],
      null,
    ]);
  });

  it("written twice give the same file", async () => {
    const once = openFileWorkbook(fixture("riche"), "classeur.xlsx");
    await apply(once, { sheets: [ecartsPlan(), synthesePlan()] });
    const bytes = once.save();
    const twice = openFileWorkbook(bytes, "classeur.xlsx");
    await apply(twice, { sheets: [ecartsPlan(), synthesePlan()] });
    expect(changedParts(bytes, twice.save())).toEqual([]);
  });

  it("leave a sheet of the agent that bears the name alone", async () => {
    const workbook = openFileWorkbook(fixture("riche"), "classeur.xlsx");
    const { report } = await apply(workbook, { sheets: [ecartsPlan()] });
    expect(report.sheetNames).toEqual(["Écarts (2)"]);
    expect(changedParts(fixture("riche"), workbook.save())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet7.xml",
    ]);
    const { report: second } = await apply(reopened(workbook), { sheets: [ecartsPlan()] });
    expect(second.sheetNames).toEqual(["Écarts (2)"]);
  });

  it("that the agent deleted come back", async () => {
    const workbook = openFileWorkbook(fixture("dijon"), "classeur.xlsx");
    await apply(workbook, { sheets: [ecartsPlan()] });
    workbook.model.removeSheet(sheetNamed(workbook, "Écarts").id);
    const again = reopened(workbook);
    const { report } = await apply(again, { sheets: [ecartsPlan()] });
    expect(report.sheetNames).toEqual(["Écarts"]);
    expect((await reopened(again).port.read()).sheets.map(({ resultSheet }) => resultSheet)).toEqual([null, "ecarts"]);
  });

  it("change no cell of a formula that refers to them but its value", async () => {
    const workbook = openFileWorkbook(fixture("dijon"), "classeur.xlsx");
    await apply(workbook, { sheets: [synthesePlan()] });
    const sheet = sheetNamed(workbook, "Tableau budgétaire");
    sheet.setContent(20, 0, { value: 332500, formula: "='Synthèse par axe'!B2" });
    const again = reopened(workbook);
    const plan: SheetPlan = {
      ...synthesePlan(),
      cells: [
        [{ value: "vide" }, { value: null }],
        [{ value: null }, { value: 7 }],
      ],
      styles: [],
    };
    await apply(again, { sheets: [plan] });
    expect(sheetNamed(again, "Tableau budgétaire").content(20, 0)).toEqual({
      value: 7,
      formula: "='Synthèse par axe'!B2",
    });
  });
});

describe("protection", () => {
  const highlights = (["Protégée", "Libre"] as const).map((sheet) => ({
    severity: "error" as const,
    range: { sheet, top: 0, left: 0, bottom: 0, right: 0 },
  }));

  it("of a sheet refuses its highlights with a sentence, and the rest is done", async () => {
    const workbook = openFileWorkbook(fixture("feuille-protegee"), "classeur.xlsx");
    const { report } = await apply(workbook, { highlights, sheets: [ecartsPlan()] });
    expect(report.refusals).toEqual([refusals.protectedHighlights("Protégée")]);
    expect(report.sheetNames).toEqual(["Écarts"]);
    expect(changedParts(fixture("feuille-protegee"), workbook.save())).not.toContain("xl/worksheets/sheet1.xml");
    expect(sheetNamed(workbook, "Libre").conditionalFormats).toHaveLength(1);
  });

  it("of the structure refuses new sheets with a sentence, and highlights all the same", async () => {
    const workbook = openFileWorkbook(fixture("structure-protegee"), "classeur.xlsx");
    const { report } = await apply(workbook, { highlights, sheets: [ecartsPlan()] });
    expect(report.sheetNames).toEqual([]);
    expect(report.refusals).toEqual([refusals.protectedStructure("Écarts")]);
    expect(names(workbook)).toEqual(["Protégée", "Libre"]);
    expect(sheetNamed(workbook, "Libre").conditionalFormats).toHaveLength(1);
  });
});

describe("what is read", () => {
  it("is every visible sheet, with formulas, formats and our highlights; hidden ones without their cells", async () => {
    const workbook = openFileWorkbook(fixture("riche"), "classeur.xlsx");
    await apply(workbook, {
      highlights: [{ severity: "info", range: { sheet: "Graphique", top: 0, left: 0, bottom: 0, right: 1 } }],
    });
    const raw = await reopened(workbook).port.read();
    expect(
      raw.sheets.map(({ name, visibility, blocks, highlightIds }) => [
        name,
        visibility,
        blocks.length,
        highlightIds.length,
      ]),
    ).toEqual([
      ["Tableau budgétaire", "visible", 1, 0],
      ["Graphique", "visible", 1, 1],
      ["Versements", "visible", 1, 0],
      ["Écarts", "visible", 1, 0],
      ["Paramètres", "hidden", 0, 0],
      ["Très caché", "veryHidden", 0, 0],
    ]);
    const [block] = raw.sheets[0]?.blocks ?? [];
    expect([block?.row, block?.column, block?.values.length, block?.values[0]?.length]).toEqual([0, 0, 20, 16]);
    expect([block?.values[3]?.[1], block?.formulas[3]?.[1], block?.numberFormats[3]?.[1]]).toEqual([
      130000,
      "=C4+D4",
      "#,##0",
    ]);
    expect([block?.values[0]?.[2], block?.formulas[3]?.[2]]).toEqual([null, null]);
  });

  it("is only sheets and marks when only those are asked", async () => {
    const workbook = openFileWorkbook(fixture("dijon"), "classeur.xlsx");
    await apply(workbook, {
      highlights: [{ severity: "info", range: { sheet: "Tableau budgétaire", top: 3, left: 1, bottom: 3, right: 1 } }],
    });
    const marks = await workbook.port.readMarks();
    expect(marks.sheets.map(({ blocks, highlightIds }) => [blocks.length, highlightIds.length])).toEqual([[0, 1]]);
  });
});
