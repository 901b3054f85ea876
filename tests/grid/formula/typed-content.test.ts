// What the agent types in French, and the formula bar that gives it back.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { readTyped, showForEditing } from "../../../src/grid/formula/typed-content";

describe("readTyped", () => {
  it.each([
    ["130 000,50", 130_000.5],
    ["130\u202f000 €", 130_000],
    ["64\u00a0999,99", 64_999.99],
    ["-12", -12],
    ["50%", 0.5],
    ["VRAI", true],
    ["nd", "nd"],
    ["1.5", "1.5"],
    ["1 2", "1 2"],
    ["'12", "12"],
    ["  ", null],
  ])("%j is %j", (text, value) => {
    expect(readTyped(text)).toEqual({ value, formula: null });
  });

  it.each([
    ["=SOMME(B5:B12)", "=SUM(B5:B12)"],
    ["=SI(A1>1,5;\"a,5;b\";'Feuille; 1'!B2)", "=IF(A1>1.5,\"a,5;b\",'Feuille; 1'!B2)"],
    ['=NB.SI(A1:A9;"nd")', '=COUNTIF(A1:A9,"nd")'],
    ["=somme(b1;b2)", "=SUM(b1,b2)"],
  ])("%s is %s", (text, formula) => {
    expect(readTyped(text)).toEqual({ value: UNCOMPUTED, formula });
  });
});

describe("showForEditing", () => {
  it.each(["130000,5", "nd", "'12", "VRAI", "", "=SOMME(B5:B12)", "=SI(A1>1,5;\"a,5\";'Feuille; 1'!B2)"])(
    "gives %j back as it was typed",
    (text) => {
      expect(showForEditing(readTyped(text))).toBe(text);
    },
  );
});
