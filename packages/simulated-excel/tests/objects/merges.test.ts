// A merged area keeps one value, that of its corner: "The value of a merged range is specified in the cell of the range's upper-left corner."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Merge the range cells into one region in the worksheet."
// Source: https://support.microsoft.com/office/5cbd15d5-9375-4540-907f-c673a93fcedf, "Merge and unmerge cells"
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../../src/boot-office-node";
import { createExcelHost } from "../../src/excel-host";
import { excelProfile } from "../../src/profile";
import { faultsOf, readByLibreOffice } from "./simulated";

const host = createExcelHost(createXlsx("classeur.xlsx"), { profile: excelProfile("microsoft-365") });
beforeAll(() => bootOffice(host));
beforeEach(() => host.open(createXlsx("classeur.xlsx")));
afterEach(() => expect(host.takeUnsupported()).toEqual([]));

async function on(write: (sheet: Excel.Worksheet) => void, address = "A1:C3"): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    write(sheet);
    const range = sheet.getRange(address).load("formulas");
    await context.sync();
    return range.formulas;
  });
}
const merged = (sheet: Excel.Worksheet) => sheet.getRange("A1:B2").merge();

describe("a merged area", () => {
  it.each([
    ["values", (sheet: Excel.Worksheet) => (sheet.getRange("B2").values = [["perdu"]])],
    ["formulas", (sheet: Excel.Worksheet) => (sheet.getRange("A2").formulas = [["=1+1"]])],
    ["formulasLocal", (sheet: Excel.Worksheet) => (sheet.getRange("B1").formulasLocal = [["=1+1"]])],
    ["values of all of it", (sheet: Excel.Worksheet) => (sheet.getRange("B1:B2").values = [[1], [2]])],
    ["a copy of values", (sheet: Excel.Worksheet) => sheet.getRange("B2").copyFrom("C1", "Values")],
    ["a copy of formulas", (sheet: Excel.Worksheet) => sheet.getRange("B2").copyFrom("C1", "Formulas")],
  ] as const)("keeps nothing of %s that are written into its covered cells", async (_, write) => {
    const cells = await on((sheet) => {
      sheet.getRange("C1").values = [["autre"]];
      merged(sheet);
      sheet.getRange("A1").values = [["une"]];
      write(sheet);
    });
    expect(cells).toEqual([
      ["une", "", "autre"],
      ["", "", ""],
      ["", "", ""],
    ]);
  });

  it("takes of a matrix the value of its corner, and leaves the cells around it theirs", async () => {
    const cells = await on((sheet) => {
      merged(sheet);
      sheet.getRange("A1:C3").values = [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ];
    });
    expect(cells).toEqual([
      [1, "", 3],
      ["", "", 6],
      [7, 8, 9],
    ]);
    expect(await faultsOf(host.model)).toEqual([]);
    expect(readByLibreOffice(host.model)).toEqual(["1;;3", ";;6", "7;8;9"]);
  });

  it("is filled at its corner by what the agent types anywhere in it", async () => {
    await on(merged);
    await host.editCell(host.model.activeSheet, 1, 1, "tapé");
    expect(await on(() => undefined, "A1:B2")).toEqual([
      ["tapé", ""],
      ["", ""],
    ]);
  });

  it("takes values into all of its cells again once it is none any more", async () => {
    const cells = await on((sheet) => {
      merged(sheet);
      sheet.getRange("A1:B2").unmerge();
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
    }, "A1:B2");
    expect(cells).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("is copied with its cells, in each copy and turned with them; those of the target go", async () => {
    await on((sheet) => {
      sheet.getRange("A1:B1").merge();
      sheet.getRange("D1:D2").merge();
      sheet.getRange("D1:G2").copyFrom("A1:B2");
      sheet.getRange("A5:B6").copyFrom("A1:B2", "All", false, true);
      sheet.getRange("A8:B9").copyFrom("A1:B2", "Values");
    });
    const at = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
    expect(host.model.activeSheet.merges).toEqual(
      expect.arrayContaining([at(0, 0, 0, 1), at(0, 3, 0, 4), at(0, 5, 0, 6), at(4, 0, 5, 0)]),
    );
    expect(host.model.activeSheet.merges).toHaveLength(4);
  });

  it("is not cut by a copy", async () => {
    await expect(
      on((sheet) => {
        merged(sheet);
        sheet.getRange("B2").copyFrom("C3");
      }),
    ).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

it("tells a careful add-in, by the rules of the house, that what it writes would be lost", async () => {
  const strict = createExcelHost(createXlsx("classeur.xlsx"), {
    profile: excelProfile("microsoft-365", { houseRules: true }),
  });
  strict.model.activeSheet.merge({ top: 0, left: 0, bottom: 0, right: 1 });
  const write = (value: unknown) =>
    strict.process(
      JSON.stringify({
        ObjectPaths: {
          1: { Id: 1, ObjectPathType: 1, Name: "" },
          2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
          3: { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["Feuil1"] } },
          4: { Id: 4, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["B1"] } },
        },
        Actions: [{ Id: 5, ActionType: 4, Name: "Values", ObjectPathId: 4, ArgumentInfo: { Arguments: [[[value]]] } }],
      }),
      0,
    );
  expect(JSON.stringify(await write("perdu"))).toContain("Stricter than Excel: a merged area covers the cell.");
  expect(JSON.stringify(await write(""))).not.toContain("Error");
});
