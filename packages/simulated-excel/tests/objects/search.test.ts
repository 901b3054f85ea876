// Cells found by what they hold, as the pages of Range.find, Worksheet.findAll, replaceAll and getSpecialCells say.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-string-match
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-special-cells
// Source: https://learn.microsoft.com/javascript/api/excel/excel.searchcriteria
import { describe, expect, it } from "vitest";
import { simulated } from "./simulated";

const { host, run } = simulated();

const CELLS = [
  ["Action", "Crédits", "Total"],
  ["total partiel", 12, "=B2*2"],
  ["", 30, true],
];

/** Over A1:C3, which holds the cells. */
function inCells<T>(work: (range: Excel.Range, sheet: Excel.Worksheet) => T): Promise<T> {
  return run(async (sheet, context) => {
    const range = sheet.getRange("A1:C3");
    range.values = CELLS;
    await context.sync();
    return work(range, sheet);
  });
}

const addressOf = (found: Excel.Range | Excel.RangeAreas) =>
  found.isNullObject ? null : found.address.replaceAll("Feuil1!", "");

describe("find", () => {
  it.each<[string, Excel.SearchCriteria, string | null]>([
    ["total", {}, "C1"],
    ["total", { searchDirection: "Backwards" }, "A2"],
    ["total", { matchCase: true }, "A2"],
    ["total", { completeMatch: true }, "C1"],
    ["crédits", { completeMatch: true, matchCase: true }, null],
    ["absent", {}, null],
  ])("%s, %j: %s", async (text, criteria, address) => {
    const found = await inCells((range) => range.findOrNullObject(text, criteria).load("address"));
    expect(addressOf(found)).toBe(address);
  });

  it("is ItemNotFound without a match, and refused of an empty text", async () => {
    await expect(inCells((range) => range.find("absent", {}).load("address"))).rejects.toMatchObject({
      code: "ItemNotFound",
    });
    await expect(inCells((range) => range.find("", {}).load("address"))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
  });

  it("does not guess where only the formula or only the value has the text", async () => {
    await expect(inCells((range) => range.find("24", {}).load("address"))).rejects.toMatchObject({
      code: "ApiNotImplemented",
    });
    expect(host.takeUnsupported()).toEqual(["a search where formula, value and shown text differ"]);
  });
});

describe("findAll", () => {
  it("answers every cell, neighbours together, or a null object", async () => {
    const found = await inCells((_, sheet) => [
      sheet.findAllOrNullObject("o", {}).load("address,cellCount"),
      sheet.findAllOrNullObject("zz", {}).load("address"),
    ]);
    expect(found.map(addressOf)).toEqual(["A1:A2,C1", null]);
  });
});

describe("replaceAll", () => {
  it("counts what it replaced, and enters the cells anew", async () => {
    const { count, values } = await inCells((range) => ({
      count: range.replaceAll("total", "Somme", { matchCase: false }),
      values: range.load("values"),
    }));
    expect(count.value).toBe(2);
    expect(values.values).toEqual([
      ["Action", "Crédits", "Somme"],
      ["Somme partiel", 12, 24],
      ["", 30, true],
    ]);
  });
});

describe("getSpecialCells", () => {
  it.each<[Excel.SpecialCellType | `${Excel.SpecialCellType}`, Excel.SpecialCellValueType | undefined, string | null]>([
    ["Blanks", undefined, "A3"],
    ["Constants", undefined, "A1:C1,A2:B2,B3:C3"],
    ["Constants", "Numbers" as Excel.SpecialCellValueType, "B2:B3"],
    ["Constants", "LogicalText" as Excel.SpecialCellValueType, "A1:C1,A2,C3"],
    ["Formulas", undefined, "C2"],
    ["Formulas", "Errors" as Excel.SpecialCellValueType, null],
  ])("%s %s: %s", async (kind, values, address) => {
    const found = await inCells((range) =>
      range.getSpecialCellsOrNullObject(kind as Excel.SpecialCellType, values).load("address"),
    );
    expect(addressOf(found)).toBe(address);
  });

  it("leaves out what is hidden, and is ItemNotFound where nothing is left", async () => {
    const visible = await inCells((range, sheet) => {
      sheet.getRange("B:B").columnHidden = true;
      return range.getSpecialCells("Visible").load("address");
    });
    expect(addressOf(visible)).toBe("A1:A3,C1:C3");
    await expect(inCells((range) => range.getSpecialCells("Formulas", "Errors").load("address"))).rejects.toMatchObject(
      { code: "ItemNotFound" },
    );
  });
});
