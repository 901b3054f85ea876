// Ratios: compared without rounding, shown as people round.
import { describe, expect, it } from "vitest";
import { formatTaux, isBelow, isBelowShare } from "../../../../src/core/domain/values/taux";

describe("isBelowShare", () => {
  it.each([
    [10399999, 13000000, 0.8, true],
    [10400000, 13000000, 0.8, false],
    [10400001, 13000000, 0.8, false],
    [0.07, 0.1, 0.7, false],
    [0.069999, 0.1, 0.7, true],
    [0, 0, 0.8, false],
    [-1, 0, 0.8, false],
    [-1, 10, 0, true],
    [0, 10, 0, false],
    [9, 10, 1, true],
    // Beyond what the product of floats holds exactly.
    [719999999999, 900000000000, 0.8, true],
    [720000000000, 900000000000, 0.8, false],
    [5096989952642624, 6371237440803280, 0.8, false],
    [5163869848014691, 6454837310018365, 0.8, true],
  ])("%d of %d at %d: %s", (found, expected, share, below) => {
    expect(isBelowShare(found, expected, share)).toBe(below);
  });
});

describe("isBelow", () => {
  it.each([
    [12.499999999999998, 12.5, false],
    [12.499999, 12.5, true],
    [0.1 + 0.2, 0.3, false],
    [0.3, 0.1 + 0.2, false],
    [449, 450, true],
    [450, 450, false],
  ])("%d and %d: %s", (found, expected, below) => {
    expect(isBelow(found, expected)).toBe(below);
  });
});

describe("formatTaux", () => {
  it.each([
    [10399999, 13000000, "80\u00a0%"],
    [10400000, 13000000, "80\u00a0%"],
    [449.99999, 450, "100\u00a0%"],
    [450, 450, "100\u00a0%"],
    [0, 450, "0\u00a0%"],
    [1, 3, "33,33\u00a0%"],
    [2, 3, "66,67\u00a0%"],
    [5, 100000, "0,01\u00a0%"],
    [4.999, 100000, "0\u00a0%"],
    [-2, 3, "−66,67\u00a0%"],
    [199, 250, "79,6\u00a0%"],
  ])("%d of %d is %s", (found, expected, text) => {
    expect(formatTaux(found, expected)).toBe(text);
  });

  it.each([
    [10399999, 13000000, "79,999992\u00a0%"],
    [10400000, 13000000, "80\u00a0%"],
    [10400001, 13000000, "80\u00a0%"],
    [10000000, 13000000, "76,92\u00a0%"],
  ])("%d of %d, held against 80 %%, is %s", (found, expected, text) => {
    expect(formatTaux(found, expected, 0.8)).toBe(text);
  });
});
