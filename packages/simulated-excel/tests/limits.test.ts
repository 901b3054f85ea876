// The simulated Excel keeps to the limits of the real one: lengths, names, and the rows that a filter hides.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost } from "../src/excel-host";
import { FAULT } from "../src/fault";
import { requirementSets } from "../src/win32-bridge";

const host = createExcelHost(createXlsx("classeur.xlsx"));

beforeAll(async () => {
  await bootOffice(host, { requirementSets: requirementSets("1.14") });
});

beforeEach(() => {
  host.open(createXlsx("classeur.xlsx"));
});

function run(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Feuil1"), context);
    await context.sync();
  });
}

function hideSecondRowByFilter(): void {
  Object.defineProperty(host.model.activeSheet, "isFiltered", { value: true });
  host.model.activeSheet.isRowHidden = (row) => row === 1;
}

// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, "Excel specifications and limits"
// Source: https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9, "Rename a worksheet"
// Source: https://support.microsoft.com/office/fc2935f9-115d-4bef-a370-3aa8bb4c91f1, "Names in formulas"
// Source: https://github.com/OfficeDev/office-js/issues/224, values over filtered rows
describe("what Excel refuses", () => {
  it.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    [
      "a tab name that Excel keeps for itself",
      "InvalidArgument",
      (_, { workbook }) => workbook.worksheets.add("History"),
    ],
    ["a name that is a cell", "InvalidArgument", (_, { workbook }) => workbook.names.add("CLS2024", "=1")],
    ["a name that is a cell in French", "InvalidArgument", (_, { workbook }) => workbook.names.add("L1C1", "=1")],
    ["a text that no cell holds", "InvalidArgument", (sheet) => (sheet.getRange("A1").values = [["x".repeat(32_768)]])],
    [
      "a formula beyond 8192 characters",
      "InvalidArgument",
      (sheet) => (sheet.getRange("A1").formulas = [[`=1${"+1".repeat(4100)}`]]),
    ],
    [
      "a text of more than 255 characters within a formula",
      "InvalidArgument",
      (sheet) => (sheet.getRange("A1").formulas = [[`=IF(B1=1,"${"é".repeat(256)}","")`]]),
    ],
    [
      "several values where a filter hides rows",
      "InvalidOperation",
      (sheet) => {
        hideSecondRowByFilter();
        sheet.getRange("A1:A3").values = [[1], [2], [3]];
      },
    ],
  ])("%s", async (_, code, work) => {
    await expect(run(work)).rejects.toMatchObject({ code });
    expect(host.model.activeSheet.usedRange(false)).toBeNull();
    expect(host.model.sheets).toHaveLength(1);
    expect(host.model.names).toEqual([]);
  });
});

// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, "Excel specifications and limits"
describe("what Excel takes", () => {
  it.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["a name that is nearly a cell", (_, { workbook }) => workbook.names.add("Etat_2024", "=1")],
    ["the longest text of a cell", (sheet) => (sheet.getRange("A1").values = [[`'${"x".repeat(32_767)}`]])],
    ["the longest text in a formula", (sheet) => (sheet.getRange("A1").formulas = [[`=LEN("${"é".repeat(255)}")`]])],
    [
      "one value in a row that a filter hides",
      (sheet) => {
        hideSecondRowByFilter();
        sheet.getRange("A2").values = [[1]];
      },
    ],
  ])("%s", async (_, work) => {
    await expect(run(work)).resolves.toBeUndefined();
  });
});

// Source: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
// "Excel has a payload size limit for requests and responses of 5MB": resource limits and performance of Office add-ins.
describe("a request", () => {
  const LIMIT = 5 * 1024 * 1024;
  const ofBytes = (bytes: number) => {
    const empty = JSON.stringify({ Actions: [], ObjectPaths: {}, Pad: "" });
    return empty.replace('""', `"${"x".repeat(bytes - empty.length)}"`);
  };

  it.each([
    [LIMIT - 1, 0],
    [LIMIT, 0],
    [LIMIT + 1, FAULT.requestTooLarge],
  ])("of %i bytes is answered with the status %i", async (bytes, status) => {
    expect((await host.process(ofBytes(bytes), 0)).status).toBe(status);
  });
});
