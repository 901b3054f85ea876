// What changes with each calculation, and the digits of what is read.
import { expect, it } from "vitest";
import { simulated } from "./simulated";

const { run } = simulated();

// Source: https://learn.microsoft.com/office/client-developer/excel/excel-recalculation, "Volatile and Non-Volatile Functions"
it("computes the hour and chance anew when anything changes and when it is asked, and not when it is read", async () => {
  const seen = await run(async (sheet, { workbook }) => {
    sheet.getRange("A1:C1").formulas = [["=NOW()", "=RAND()", "=B1*2"]];
    const cells = sheet.getRange("A1:C1");
    const read = async () => {
      cells.load("values");
      await sheet.context.sync();
      return (cells.values as number[][])[0] ?? [];
    };
    const [first, again] = [await read(), await read()];
    sheet.getRange("E1").values = [[1]];
    const changed = await read();
    workbook.application.calculate("Recalculate");
    return { first, again, changed, asked: await read() };
  });
  expect(seen.again).toEqual(seen.first);
  expect(seen.changed[0]).toBeGreaterThanOrEqual(seen.first[0] ?? 0);
  const chances = [seen.first, seen.changed, seen.asked].map(([, chance]) => chance);
  expect(new Set(chances).size).toBe(3);
  expect(seen.asked[2]).toBeCloseTo(2 * (seen.asked[1] ?? 0), 12);
});

// Source: https://learn.microsoft.com/office/troubleshoot/excel/floating-point-arithmetic-inaccurate-result, "Excel stores 15 significant digits of precision"
it("reads no more than fifteen digits, and computes with all of them", async () => {
  const values = await run(async (sheet) => {
    sheet.getRange("A1:A5").formulas = [["=1/3"], ["=0.1+0.2"], ["=A1*3"], ["=-2/3*1E-7"], ["=2^53"]];
    const cells = sheet.getRange("A1:A5").load("values");
    await sheet.context.sync();
    return cells.values.flat() as number[];
  });
  expect(values).toEqual([0.333333333333333, 0.3, 1, -6.66666666666667e-8, 9007199254740990]);
});
