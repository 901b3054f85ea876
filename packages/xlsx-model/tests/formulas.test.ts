// Formulas are computed when their value is missing or stale, and never turned into a figure that nobody knows.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "../src/values/uncomputed";
import { createXlsx } from "../src/create-xlsx";
import { openXlsx } from "../src/open-xlsx";
import type { SheetModel, WorkbookModel } from "../src/workbook-model";
import { changedParts, fixture, partText, withParts, withRows } from "../../../tests/files/fixtures";

function sheetNamed(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

async function computed(bytes: Uint8Array): Promise<WorkbookModel> {
  const workbook = openXlsx(bytes, "x.xlsx");
  await workbook.calculate();
  return workbook;
}

/** A new workbook with the given formulas and values, row by row. */
async function values(rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<unknown[][]> {
  const workbook = createXlsx("x.xlsx");
  const sheet = sheetNamed(workbook, "Feuil1");
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const isFormula = typeof cell === "string" && cell.startsWith("=");
      sheet.setContent(row, column, isFormula ? { value: null, formula: cell } : { value: cell, formula: null });
    });
  });
  await workbook.calculate();
  return rows.map((cells, row) => cells.map((_, column) => sheet.content(row, column).value));
}

describe("a workbook written without values", () => {
  it("is computed, its sums and the sums of its sums", async () => {
    const sheet = sheetNamed(await computed(fixture("dijon")), "Tableau budgétaire");
    const totals = Array.from({ length: 12 }, (_, index) => sheet.content(14, index + 1).value);
    expect(totals).toEqual([665000, 332500, 332500, ...[1, 2, 3].flatMap(() => [700000, 350000, 350000])]);
  });

  it("keeps its parts byte for byte all the same", async () => {
    expect(changedParts(fixture("dijon"), (await computed(fixture("dijon"))).save())).toEqual([]);
  });

  it("has its tables, names and other sheets followed", async () => {
    const sheet = sheetNamed(await computed(fixture("riche")), "Versements");
    expect([1, 2, 3].map((row) => sheet.content(row, 3).value)).toEqual([3000, 3002, 3004]);
    expect([sheet.content(0, 5).value, sheet.content(1, 5).value, sheet.content(5, 5).value]).toEqual([
      3003, 9006, 665000,
    ]);
  });

  it("is uncomputed where it asks another workbook or an unknown function, and where it depends on such a cell", async () => {
    const sheet = sheetNamed(await computed(fixture("riche")), "Versements");
    expect([2, 3, 4].map((row) => sheet.content(row, 5).value)).toEqual([UNCOMPUTED, UNCOMPUTED, UNCOMPUTED]);
  });
});

describe("stored values", () => {
  const rows = (formula: string, value: string) =>
    `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>${formula}</f>${value}</c><c r="C1"><f>B1+1</f></c></row>`;

  it("are kept as they are while nothing changes", async () => {
    const sheet = sheetNamed(await computed(withRows(rows("A1*2", "<v>5</v>"))), "Feuil1");
    expect([sheet.content(0, 1).value, sheet.content(0, 2).value]).toEqual([5, 6]);
  });

  it("are not trusted when the file asks for a full calculation", async () => {
    const bytes = withRows(rows("A1*2", "<v>5</v>"));
    const book = partText(bytes, "xl/workbook.xml").replace("<calcPr ", '<calcPr fullCalcOnLoad="1" ');
    const sheet = sheetNamed(await computed(withParts(bytes, { "xl/workbook.xml": book })), "Feuil1");
    expect([sheet.content(0, 1).value, sheet.content(0, 2).value]).toEqual([4, 5]);
  });

  it("stand in for what cannot be computed, and feed what depends on it", async () => {
    const sheet = sheetNamed(await computed(withRows(rows("[1]Feuil1!A1", "<v>40</v>"))), "Feuil1");
    expect([sheet.content(0, 1).value, sheet.content(0, 2).value]).toEqual([40, 41]);
  });

  it("follow a change, in the file too", async () => {
    const workbook = await computed(fixture("excel-fait-main"));
    const sheet = sheetNamed(workbook, "Feuil1");
    sheet.setContent(2, 0, { value: 21, formula: null });
    await workbook.calculate();
    expect([1, 2, 3, 4].map((row) => sheet.content(row, 1).value)).toEqual([110, 241, 361, 61.0165]);
    expect(sheet.content(4, 2).value).toBe(122);
    const saved = partText(workbook.save(), "xl/worksheets/sheet1.xml");
    expect(saved).toContain('<c r="B3"><f t="shared" si="0"/><v>241</v></c>');
    expect(saved).toContain('<f t="array" ref="C5">SUM(A2:A4*2)</f><v>122</v>');
  });

  it("follow a change through names, tables and other sheets", async () => {
    const workbook = await computed(fixture("riche"));
    const sheet = sheetNamed(workbook, "Versements");
    sheet.setContent(1, 1, { value: 2000, formula: null });
    sheetNamed(workbook, "Tableau budgétaire").setContent(3, 2, { value: 65001, formula: null });
    await workbook.calculate();
    expect([
      sheet.content(1, 3).value,
      sheet.content(0, 5).value,
      sheet.content(1, 5).value,
      sheet.content(5, 5).value,
    ]).toEqual([4000, 4003, 10006, 665001]);
  });
});

describe("the engine is asked", () => {
  it("for every kind of value, in full precision", async () => {
    const [row] = await values([["=1/3", "=0.1+0.2", '="a"&1', "=1=1", "=1/0", '=""', "=1E+21*2"]]);
    expect(row).toEqual([1 / 3, 0.1 + 0.2, "a1", true, "#DIV/0!", "", 2e21]);
  });

  it("with texts as texts, whatever they look like", async () => {
    const [row] = await values([["1/2", "12", "'a", "=ISTEXT(A1)", "=LEN(B1)", "=C1&A1", "=COUNT(A1:B1)"]]);
    expect(row?.slice(3)).toEqual([true, 2, "'a1/2", 0]);
  });

  it("with whole columns, absolute references and a chain in any order", async () => {
    const [first, second] = await values([
      ["=B1+1", "=C1+1", "=$D$1+1", 1, "=SUM(F:F)", 10],
      ["=SUM(2:2)", null, null, 4, null, 20],
    ]);
    expect(first).toEqual([4, 3, 2, 1, 30, 10]);
    // The second row refers to itself: there is no value, and none is made up.
    expect(second?.[0]).toBe(UNCOMPUTED);
  });

  it("and not believed where it errs: unknown functions, circles, implicit intersections", async () => {
    const [row] = await values([["=ISERROR(INCONNUE(1))", "=IFERROR(A1,0)", "=D1", "=C1", "=F1:F2*2", 5]]);
    expect(row).toEqual([UNCOMPUTED, UNCOMPUTED, UNCOMPUTED, UNCOMPUTED, UNCOMPUTED, 5]);
  });

  it("and the planned value is kept where it cannot answer", async () => {
    const workbook = createXlsx("x.xlsx");
    const sheet = sheetNamed(workbook, "Feuil1");
    sheet.setContent(0, 0, { value: "D7", formula: '=HYPERLINK("#Feuil1!D7","D7")' });
    await workbook.calculate();
    expect(sheet.content(0, 0).value).toBe("D7");
  });

  it("with subtotals that leave out other subtotals", async () => {
    const bytes = withRows(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(9,A1:A2)</f><v>3</v></c></row><row r="4"><c r="A4"><f>SUBTOTAL(9,A1:A3)</f></c></row>',
    );
    expect(sheetNamed(await computed(bytes), "Feuil1").content(3, 0).value).toBe(3);
  });

  it("with a long chain and as many growing sums", async () => {
    const count = 1500;
    const rows = Array.from({ length: count }, (_, row) => [
      1,
      row === 0 ? "=A1" : `=B${row}+A${row + 1}`,
      `=SUM(A$1:A${row + 1})`,
    ]);
    const found = await values(rows);
    expect(found[count - 1]).toEqual([1, count, count]);
  });
});

describe("functions that take a range", () => {
  it("take one cell as a range, as in Excel", async () => {
    const [row] = await values([["–", 12, '=COUNTIF(A1,"–")', '=SUMIF(B1,">10")', '=COUNTIF($B$1,">20")']]);
    expect(row?.slice(2)).toEqual([1, 12, 0]);
  });
});
