// What Excel makes of a value written to a cell.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Represents the raw values of the specified range."
// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, number precision: 15 digits
// Source: https://support.microsoft.com/office/8e10019e-d5d8-47a1-ba95-db95123d273e, "Format a date the way you want"
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { typedInput } from "../src/typed-input";

describe("typedInput", () => {
  it.each([
    ["12", 12],
    ["1,234.5", 1234.5],
    ["(3)", -3],
    ["50%", 0.5],
    ["1e3", 1000],
    ["TRUE", true],
    ["2026-11-24", 46350],
    ["11/24/2026", 46350],
    ["2/30/2026", "2/30/2026"],
    ["Jan 2026", 46023],
    ["#n/a", "#N/A"],
    ["'12", "12"],
    ["12 rue de la Liberté", "12 rue de la Liberté"],
    ["130 000", "130 000"],
    ["=", "="],
    ["", null],
    [12, 12],
    [false, false],
  ])("reads %j as %j", (input, value) => {
    expect(typedInput(input)).toMatchObject({ value, formula: null });
  });

  it("takes a formula, whose value is yet to be computed", () => {
    expect(typedInput("=1+1")).toEqual({ value: UNCOMPUTED, formula: "=1+1", numberFormat: null });
  });

  it.each([
    ["1/1/2017", "m/d/yyyy"],
    ["50%", "0%"],
    ["12.5%", "0.00%"],
    ["1,234.5", "#,##0.00"],
    ["1,234", "#,##0"],
    ["1e3", "0.00E+00"],
    ["12:30", "h:mm"],
    ["12", null],
    ["24/11/2026", null],
    ["'1/1/2017", null],
  ])("gives %j the format %j", (input, numberFormat) => {
    expect(typedInput(input).numberFormat).toBe(numberFormat);
  });

  it("keeps 15 significant digits", () => {
    expect(typedInput(0.1 + 0.2).value).toBe(0.3);
    expect(typedInput("1234567890123456").value).toBe(1_234_567_890_123_450);
    expect(typedInput(123_456_789_012_345).value).toBe(123_456_789_012_345);
  });

  it("keeps any text in a cell of the text format", () => {
    expect(typedInput("=1+1", "@")).toMatchObject({ value: "=1+1", formula: null });
    expect(typedInput(12, "@")).toMatchObject({ value: "12", formula: null });
  });
});
