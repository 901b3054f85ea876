// Values as a French Excel shows them.
import { describe, expect, it } from "vitest";
import { defaultAlignment, displayValue } from "../../../src/grid/view/display";

/** Any space of a number, whichever the library chooses. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("displayValue", () => {
  it.each([
    [64_999.99, "#,##0", "65 000"],
    [1234.5, '#,##0.00 "€"', "1 234,50 €"],
    [0.5, "0%", "50%"],
    [45_000, "dd/mm/yyyy", "15/03/2023"],
    [0.1, undefined, "0,1"],
    ["130 000 €", "#,##0", "130 000 €"],
    [true, "General", "VRAI"],
    ["#VALUE!", undefined, "#VALEUR!"],
    ["#N/A", "#,##0", "#N/A"],
    [null, "#,##0", ""],
    [12, "[[[", "12"],
  ])("%j with %s shows %s", (value, format, text) => {
    expect(plain(displayValue(value, format))).toBe(text);
  });
});

describe("defaultAlignment", () => {
  it.each([
    [1, "right"],
    ["nd", "left"],
    ["#REF!", "center"],
    [false, "center"],
    [null, "left"],
  ])("%j stands at the %s", (value, side) => {
    expect(defaultAlignment(value)).toBe(side);
  });
});
