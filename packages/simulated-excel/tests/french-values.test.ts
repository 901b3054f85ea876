// A French Excel computes in French: what the engine knows in English alone is put into French, or has no value.
// Source: docs/HOST.md, "What it never does"
// Source: https://support.microsoft.com/office/257d0108-07dc-437d-ae1c-bc2d3953d8c2, "VALUE function": "any of the constant number, date, or time formats recognized by Microsoft Excel"
import { afterEach, beforeAll, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost } from "../src/excel-host";
import { excelProfile } from "../src/profile";

const host = createExcelHost(createXlsx("classeur.xlsx"), { profile: excelProfile("microsoft-365") });
beforeAll(() => bootOffice(host));
afterEach(() => host.open(createXlsx("classeur.xlsx")));

const CELLS = [[12.5], [true], ["'12,5"], [12], ["a"], ["'1/2/2024"]];

const valueOf = (formula: string) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A6").values = CELLS;
    const cell = sheet.getRange("C1");
    cell.formulas = [[formula]];
    cell.load("values");
    await context.sync();
    return (cell.values as unknown[][])[0]?.[0];
  });

it.each([
  ['=TRUE&""', "VRAI"],
  ['=12.5&""', "12,5"],
  ['=A1&" € "&A2', "12,5 € VRAI"],
  ['=A4&A5&(1=1)&""', null],
  ['=IF(A1&""="12,5",1,2)', 1],
  ['="Total : "&SUM(A4:A5)', "Total : 12"],
  ['="Total : "&SUM(A1:A4)', null],
  ['=COUNTIF(A1:A4,">"&A1)', 0],
  ['=COUNTIF(A1:A4,">12.4")', null],
  ['=LEN(A5&"b")', 2],
  ["=LEN(A1)", null],
  ["=LEN(A4)", 2],
  ["=A3+1", null],
  ["=A4+1", 13],
  ["=SUM(A1:A4)", 24.5],
  ['=VALUE("12,5")', null],
  ['=VALUE("12")', 12],
  ['=TEXT(A1,"0.00")', null],
  ['=TEXT(A4,"000")', "012"],
  ["=YEAR(A6)", null],
  ['=DATEVALUE("1/2/2024")', null],
  ['=LEFT(A3,2)&"x"', "12x"],
  ["=LEFT(A3,2)*1", null],
] as const)("computes %s as %s, null where it has no value", async (formula, wanted) => {
  if (wanted !== null) expect(await valueOf(formula)).toBe(wanted);
  else await expect(valueOf(formula)).rejects.toMatchObject({ code: "ApiNotImplemented" });
  expect(host.takeUnsupported()).toHaveLength(wanted === null ? 1 : 0);
});

it("computes a formula anew when what it reads becomes another text, and gives no stale one", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [[12]];
    sheet.getRange("B1:B2").formulas = [["=LEN(A1)"], ['=A1&""']];
    const cells = sheet.getRange("B1:B2").load("values");
    await context.sync();
    sheet.getRange("A1").values = [[1.5]];
    const text = sheet.getRange("B2").load("values");
    await context.sync();
    return [cells.values, text.values];
  });
  expect(seen).toEqual([[[2], ["12"]], [["1,5"]]]);
  const read = Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B1").load("values");
    await context.sync();
  });
  await expect(read).rejects.toMatchObject({ code: "ApiNotImplemented" });
  expect(host.takeUnsupported()).toEqual(["the value of =LEN(A1)"]);
});
