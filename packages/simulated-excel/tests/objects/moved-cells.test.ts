// Range.moveTo, which cuts and pastes: what names the moved cells follows them, and they name what they named.
import { expect, it } from "vitest";
import { faultsOf, readByLibreOffice, simulated } from "./simulated";

const { host, run } = simulated();

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste, "Cut and paste (move) cells"
// Source: https://support.microsoft.com/office/66f7a779-b874-4248-bb8d-e081a1fcd58e, "Copy or move a formula"
it("moves cells with all that names them, formulas and names, on their sheet and on others", async () => {
  const read = await run(async (sheet, context) => {
    const other = context.workbook.worksheets.add("Autre");
    sheet.getRange("A1:B2").formulas = [
      [1, "=A1*2"],
      ["=$D$9", "=SUM(A1:A2)"],
    ];
    sheet.getRange("F1:F4").formulas = [["=B2"], ["=A10"], ["=SUM(A1:B2)"], ["=SUM(A1:A5)"]];
    other.getRange("A1").formulas = [["=Feuil1!$A$1"]];
    context.workbook.names.add("Debut", sheet.getRange("B1"));
    await context.sync();
    sheet.getRange("A1:B2").moveTo("A10");
    const moved = sheet.getRange("A10:B11").load("formulas,values");
    const naming = sheet.getRange("F1:F4").load("formulas");
    const elsewhere = other.getRange("A1").load("formulas,values");
    const name = context.workbook.names.getItem("Debut").load("formula");
    const left = sheet.getRange("A1:B2").load("values");
    await context.sync();
    return { moved, naming, elsewhere, name, left };
  });
  expect(read.moved.formulas).toEqual([
    [1, "=A10*2"],
    ["=$D$9", "=SUM(A10:A11)"],
  ]);
  expect(read.moved.values).toEqual([
    [1, 2],
    [0, 1],
  ]);
  // What named the cells that were written over has lost them; what names more than was moved stays.
  expect(read.naming.formulas).toEqual([["=B11"], ["=#REF!"], ["=SUM(A10:B11)"], ["=SUM(A1:A5)"]]);
  expect([read.elsewhere.formulas, read.elsewhere.values]).toEqual([[["=Feuil1!$A$10"]], [[1]]]);
  expect(read.name.formula).toBe("=Feuil1!$B$10");
  expect(read.left.values.flat()).toEqual(["", "", "", ""]);
  expect(await faultsOf(host.model)).toEqual([]);
  expect(readByLibreOffice(host.model)[9]).toBe("1;2");
});

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste, "Cut and paste (move) cells"
it("moves cells to another sheet, where they name what they left behind by its sheet", async () => {
  const read = await run(async (sheet, context) => {
    const other = context.workbook.worksheets.add("L'autre");
    sheet.getRange("A1:B1").formulas = [[3, "=A1+$D$9+C1"]];
    sheet.getRange("F1").formulas = [["=B1"]];
    await context.sync();
    sheet.getRange("A1:B1").moveTo(other.getRange("C3"));
    const [moved, naming] = [other.getRange("C3:D3").load("formulas"), sheet.getRange("F1").load("formulas,values")];
    await context.sync();
    return [moved.formulas, naming.formulas, naming.values];
  });
  expect(read).toEqual([[[3, "=C3+Feuil1!$D$9+Feuil1!C1"]], [["='L''autre'!D3"]], [[3]]]);
});

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste, "Cut and paste (move) cells"
it("moves what charts and lists of choices name", async () => {
  const read = await run(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [["", "Montant"], ["a", 1], ["b", 2]]; // prettier-ignore
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B3"));
    sheet.getRange("F1").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$2:$A$3" } };
    await context.sync();
    sheet.getRange("A1:B3").moveTo("A11");
    const source = chart.series.getItemAt(0).getDimensionDataSourceString("Values");
    const list = sheet.getRange("F1").dataValidation.load("rule");
    await context.sync();
    return [source.value, list.rule.list?.source];
  });
  expect(read).toEqual(["Feuil1!$B$12:$B$13", "=$A$12:$A$13"]);
  expect(await faultsOf(host.model)).toEqual([]);
});

// Source: docs/HOST.md, "What it never does"
it("refuses aloud to copy and move cells with rules of their own, and over such cells", async () => {
  await run((sheet) => {
    sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
    sheet.getRange("B1").dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
    sheet.getRange("D1").values = [[1]];
  });
  const refused = (work: (sheet: Excel.Worksheet) => unknown) =>
    expect(run((sheet) => void work(sheet))).rejects.toMatchObject({ code: "ApiNotImplemented" });
  await refused((sheet) => sheet.getRange("F1").copyFrom("A1"));
  await refused((sheet) => sheet.getRange("B1").copyFrom("D1"));
  await refused((sheet) => sheet.getRange("A1").moveTo("F1"));
  await refused((sheet) => sheet.getRange("D1").moveTo("B1"));
  expect(host.takeUnsupported()).toEqual([
    "a copy of or over cells with conditional formats",
    "a copy of or over cells with data validation",
    "a move of or over cells with conditional formats",
    "a move of or over cells with data validation",
  ]);
  // Values and formulas bring no rules, and formats no data validation.
  await run((sheet) => {
    sheet.getRange("F1").copyFrom("A1", "Values");
    sheet.getRange("F1").copyFrom("B1", "Formats");
  });
});
