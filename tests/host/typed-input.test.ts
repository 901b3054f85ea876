// What Excel makes of a value written to a cell.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "../../src/core/workbook-port";
import { typedInput } from "../../src/host/typed-input";

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
    expect(typedInput(input)).toEqual({ value, formula: null });
  });

  it("takes a formula, whose value is yet to be computed", () => {
    expect(typedInput("=1+1")).toEqual({ value: UNCOMPUTED, formula: "=1+1" });
  });

  it("shows the label of a link", () => {
    const formula = '=HYPERLINK("#Budget!A1","dit ""le"" budget")';
    expect(typedInput(formula)).toEqual({ value: 'dit "le" budget', formula });
  });

  it("keeps any text in a cell of the text format", () => {
    expect(typedInput("=1+1", "@")).toEqual({ value: "=1+1", formula: null });
    expect(typedInput(12, "@")).toEqual({ value: "12", formula: null });
  });
});
