// What a person tries inside a real Excel passes in the simulated one, and sees each setter that does nothing.
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { runChecks } from "../../src/excel-check/run-checks";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();

describe("the checks of a real Excel", () => {
  it("all pass in an empty workbook", async () => {
    excel.host.open(createXlsx("vide.xlsx"));
    const report = await runChecks();
    for (const { name, passed, seen, milliseconds } of report.checks)
      console.log(passed, milliseconds, name, "|", seen);
    console.log(JSON.stringify(report.differences, null, 0).slice(0, 20000), report.refusals, report.compared);
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  }, 120_000);
});
