// Formulas that give several values: they fill the empty cells beside them, or say that something is in the way.
// Source: https://support.microsoft.com/office/205c6b06-03ba-4151-89a1-87a7eb36e531, "Dynamic array formulas and spilled array behavior"
// Source: https://support.microsoft.com/office/ffe0f555-b479-4a17-a6e2-ef9cc9ad4023, "How to correct a #SPILL! error"
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-dynamic-arrays
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range
import { describe, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";
import { simulatedExcel } from "../src/vitest";
import { faultsOf, readByLibreOffice } from "./objects/simulated";

// Excel 2021 has dynamic arrays: "This feature is available in Excel for Microsoft 365, Excel 2024, Excel 2021, Excel for the web."
const excel = simulatedExcel({ version: "excel-2021", locale: "fr-FR" });

type Work<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T;

const run = <T>(work: Work<T>): Promise<T> =>
  Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem("Feuil1"), context);
    await context.sync();
    return result;
  });

/** Values of A1:E5, row by row, after the formulas were written where the addresses say. */
async function valuesAfter(cells: Readonly<Record<string, unknown>>, address = "A1:E5"): Promise<unknown[][]> {
  const range = await run((sheet) => {
    for (const [at, input] of Object.entries(cells)) sheet.getRange(at).formulas = [[input]];
    return sheet.getRange(address).load("values");
  });
  return range.values as unknown[][];
}

const column = (values: readonly unknown[][], at: number) => values.map((row) => row[at]);
const FIGURES = { A1: 1, A2: 2, A3: 3 };

describe("a formula that gives several values", () => {
  it.each<[string, string, unknown[][]]>([
    ["a range", "=A1:A3", [[1], [2], [3]]],
    ["each value of a range", "=A1:A3*2", [[2], [4], [6]]],
    ["a filter", "=FILTER(A1:A3,A1:A3>1)", [[2], [3], [""]]],
    ["a sort", "=SORT(A1:A3,1,-1)", [[3], [2], [1]]],
    ["unique values", '=UNIQUE(IF(A1:A3>1,"grand","petit"))', [["petit"], ["grand"], [""]]],
    ["nothing to answer", "=FILTER(A1:A3,A1:A3>9)", [["#CALC!"], [""], [""]]],
  ])("fills the cells below: %s", async (_, formula, values) => {
    expect(await valuesAfter({ ...FIGURES, C1: formula }, "C1:C3")).toEqual(values);
  });

  it("fills rows and columns, as an array in braces and a sequence say", async () => {
    const values = await valuesAfter({ A1: "=SEQUENCE(2,3)", A4: "={1,2;3,4}" });
    expect(values.map((row) => row.slice(0, 3))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      ["", "", ""],
      [1, 2, ""],
      [3, 4, ""],
    ]);
  });

  it("is told by its ranges: what it fills, who fills a cell, and what is no such cell", async () => {
    await valuesAfter({ ...FIGURES, C1: "=A1:A3*2" });
    const told = await run(async (sheet, context) => {
      const [anchor, filled, other] = [sheet.getRange("C1"), sheet.getRange("C2"), sheet.getRange("D1")];
      const ranges = {
        fills: anchor.getSpillingToRange().load("address"),
        parent: filled.getSpillParent().load("address"),
        noFill: filled.getSpillingToRangeOrNullObject().load("address"),
        noParent: other.getSpillParentOrNullObject().load("address"),
        several: sheet.getRange("C1:C2").getSpillParentOrNullObject().load("address"),
      };
      const properties = ["C1", "C2", "C1:C3", "D1", "C1:D1"].map((address) =>
        sheet.getRange(address).load("hasSpill,savedAsArray"),
      );
      const formulas = sheet.getRange("C1:C3").load("formulas,valueTypes");
      await context.sync();
      return { ranges, properties, formulas };
    });
    const { ranges } = told;
    expect([ranges.fills.address, ranges.parent.address]).toEqual(["Feuil1!C1:C3", "Feuil1!C1"]);
    expect([ranges.noFill, ranges.noParent, ranges.several].map(({ isNullObject }) => isNullObject)).toEqual([
      true,
      true,
      true,
    ]);
    expect(told.properties.map(({ hasSpill }) => hasSpill)).toEqual([true, true, true, false, null]);
    expect(told.properties.map(({ savedAsArray }) => savedAsArray)).toEqual([true, false, null, false, null]);
    expect(told.formulas.formulas).toEqual([["=A1:A3*2"], [4], [6]]);
  });

  it.each([
    ["getSpillParent", "D1", "ItemNotFound"],
    ["getSpillParent", "C1:C2", "InvalidArgument"],
    ["getSpillingToRange", "C2", "ItemNotFound"],
    ["getSpillingToRange", "C1:C2", "InvalidArgument"],
  ] as const)("is refused %s of %s", async (method, address, code) => {
    await valuesAfter({ ...FIGURES, C1: "=A1:A3*2" });
    await expect(run((sheet) => sheet.getRange(address)[method]().load("address"))).rejects.toMatchObject({ code });
  });

  it("does not say who its own parent is, of which no page tells", async () => {
    await valuesAfter({ ...FIGURES, C1: "=A1:A3*2" });
    await expect(run((sheet) => sheet.getRange("C1").getSpillParent().load("address"))).rejects.toMatchObject({
      code: "ApiNotImplemented",
    });
    expect(excel.takeUnsupported()).toHaveLength(1);
  });

  it("grows and shrinks with its figures, and what reads it follows", async () => {
    await valuesAfter({
      ...FIGURES,
      C1: "=FILTER(A1:A5,A1:A5>1)",
      E1: "=SUM(C1:C5)",
      E2: "=SUM(C1#)",
      E3: "=ROWS(C1#)",
    });
    expect(column(await valuesAfter({ A4: 7 }), 4).slice(0, 3)).toEqual([12, 12, 3]);
    const fewer = await valuesAfter({ A2: 0, A4: 0 });
    expect(column(fewer, 2)).toEqual([3, "", "", "", ""]);
    expect(column(fewer, 4).slice(0, 3)).toEqual([3, 3, 1]);
  });
});

describe("something in the way", () => {
  it("is said by the formula alone, and no more once it is gone", async () => {
    const blocked = await valuesAfter({ ...FIGURES, C3: "ici", C1: "=A1:A3*2", E1: "=SUM(C1:C2)", E2: "=ISERROR(C1)" });
    expect(column(blocked, 2)).toEqual(["#SPILL!", "", "ici", "", ""]);
    expect(column(blocked, 4).slice(0, 2)).toEqual(["#SPILL!", true]);
    const freed = await run((sheet) => {
      sheet.getRange("C3").clear("Contents");
      return sheet.getRange("C1:E3").load("values,valueTypes");
    });
    expect(freed.values).toEqual([
      [2, "", 6],
      [4, "", false],
      [6, "", ""],
    ]);
  });

  it("comes with a value typed where the array is", async () => {
    await valuesAfter({ ...FIGURES, C1: "=A1:A3*2" });
    expect(column(await valuesAfter({ C2: "tapé" }), 2)).toEqual(["#SPILL!", "tapé", "", "", ""]);
    expect(column(await valuesAfter({ C2: "" }), 2)).toEqual([2, 4, 6, "", ""]);
  });

  it.each<[string, Work<unknown>, string]>([
    ["a merged area", (sheet) => sheet.getRange("C3:D3").merge(), "C1"],
    ["a table", (sheet) => sheet.tables.add("C3:D5", true), "C1"],
    ["another formula", (sheet) => (sheet.getRange("C2").formulas = [["=1+1"]]), "C1"],
    ["the end of the sheet", () => {}, "C1048575"],
  ])("may be %s", async (_, work, address) => {
    await run(work);
    const [[value] = []] = await valuesAfter({ ...FIGURES, [address]: "=A1:A3*2" }, address);
    expect(value).toBe("#SPILL!");
  });

  it("may be the end of the sheet, and one row higher is none", async () => {
    expect(await valuesAfter({ ...FIGURES, C1048574: "=A1:A3*2" }, "C1048574")).toEqual([[2]]);
  });

  // "#SPILL!" is "#PROPAGATION!" in French: only `text` speaks the agent's language.
  it("is said in the agent's language where text is read", async () => {
    await valuesAfter({ ...FIGURES, C2: "ici", C1: "=A1:A3*2" });
    const cell = await run((sheet) => sheet.getRange("C1").load("values,text,valueTypes"));
    expect([cell.values, cell.text, cell.valueTypes]).toEqual([[["#SPILL!"]], [["#PROPAGATION!"]], [["Error"]]]);
  });
});

describe("an array that is changed", () => {
  it("leaves its cells when its formula goes or becomes another", async () => {
    await valuesAfter({ ...FIGURES, C1: "=A1:A3*2" });
    expect(column(await valuesAfter({ C1: "=SUM(A1:A3)" }), 2)).toEqual([6, "", "", "", ""]);
    await valuesAfter({ C1: "=A1:A3*2" });
    expect(column(await valuesAfter({ C1: "" }), 2)).toEqual(["", "", "", "", ""]);
  });

  it("moves with its formula", async () => {
    await valuesAfter({ ...FIGURES, C1: "=$A$1:$A$3*2" });
    const moved = await run((sheet) => {
      sheet.getRange("C1").insert("Down");
      return sheet.getRange("C1:C5").load("values,formulas");
    });
    expect(moved.values.flat()).toEqual(["", 2, 4, 6, ""]);
  });

  it("is the same once saved and opened again, and passes for an ordinary one nowhere", async () => {
    await valuesAfter({ ...FIGURES, C1: "=SORT(A1:A3,1,-1)", E1: "=SUM(C1#)", D5: "ici", D4: "=A1:A3" });
    excel.host.open(openXlsx(excel.workbook.save(), "classeur.xlsx"));
    const again = await run((sheet) => sheet.getRange("C1:E4").load("values,formulas"));
    expect(again.values).toEqual([
      [3, "", 6],
      [2, "", ""],
      [1, "", ""],
      ["", "#SPILL!", ""],
    ]);
    expect(again.formulas[0]).toEqual(["=SORT(A1:A3,1,-1)", "", "=SUM(C1#)"]);
    expect(column(await valuesAfter({ A3: 9 }), 2).slice(0, 3)).toEqual([9, 2, 1]);
  });
});

describe("a workbook with arrays", () => {
  it("passes Microsoft's validator, and LibreOffice reads the same values", async () => {
    const cells = {
      ...FIGURES,
      C1: "=A1:A3*2",
      D1: "=SEQUENCE(2,2)",
      A5: "=SUM(C1#)",
      B1: "=A1:A3",
      B2: "ici",
      C5: "=SORT(A1:A3,1,-1)",
    };
    await valuesAfter(cells);
    expect(await faultsOf(excel.workbook)).toEqual([]);
    // Of an array without room LibreOffice shows the first value up to version 25, and what Excel shows from 26 on.
    const rows = readByLibreOffice(excel.workbook);
    expect(rows.map((row) => row.replaceAll('"', "").replace("#SPILL!", "1"))).toEqual(
      "1;1;2;1;2 2;ici;4;3;4 3;;6  12;;3 ;;2 ;;1".split(" "),
    );
  });
});

describe("what nobody here can compute", () => {
  // The engine answers one wrong value for these, Excel several.
  it.each([
    "=ISNUMBER(A1:A3)",
    "=MATCH(A1:A3,A1:A3,0)",
    "=SUM(COUNTIF(A1:A3,A1:A3))",
    "=ROW(A1:A3)",
    "=LEN(A1:A3)",
    '=COUNTIF(A1:A3,">50%")',
  ])("is not simulated, and said: %s", async (formula) => {
    await expect(valuesAfter({ ...FIGURES, C1: formula })).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(excel.takeUnsupported()).toEqual([`the value of ${formula}`]);
  });

  it.each<[string, unknown]>([
    ["=ISNUMBER(MATCH(2,A1:A3,0))", true],
    ["=IF(ISERROR(VLOOKUP(9,A1:A3,1,FALSE)),0,1)", 0],
    ['=COUNTIF(A1:A3,">1")', 2],
    ["=SUMPRODUCT((A1:A3>1)*A1:A3)", 5],
  ])("is not what asks for one value: %s", async (formula, value) => {
    expect(await valuesAfter({ ...FIGURES, C1: formula }, "C1")).toEqual([[value]]);
  });
});
