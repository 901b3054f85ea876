// Range.clear takes with the cells what Excel takes: contents, formats and rules of format, entry controls; each kind what it says.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Clear range values and formatting, such as fill and border."
import { expect, it } from "vitest";
import { simulated } from "./simulated";

const { run } = simulated();

// Excel.ClearApplyTo: "All", the default, is what the desktop calls "Clear All".
it.each<[Excel.ClearApplyTo | `${Excel.ClearApplyTo}` | undefined, unknown, string, string, number]>([
  [undefined, "", "#FFFFFF", "None", 0],
  ["All", "", "#FFFFFF", "None", 0],
  ["Contents", "", "#FF0000", "WholeNumber", 1],
  ["Formats", 5, "#FFFFFF", "WholeNumber", 0],
])("%s", async (what, value, color, control, rules) => {
  const left = await run(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    range.values = [
      [5, 6],
      [7, 8],
    ];
    range.format.fill.color = "red";
    range.dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
    range.conditionalFormats.add("TopBottom");
    await context.sync();
    range.clear(what as Excel.ClearApplyTo);
    range.load("values,format/fill/color,dataValidation/type");
    const count = range.conditionalFormats.getCount();
    await context.sync();
    return [range.values[0]?.[0], range.format.fill.color, range.dataValidation.type, count.value];
  });
  expect(left).toEqual([value, color, control, rules]);
});
