// Figures, dates and lists are written as a French reader expects them.
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatListe,
  formatListeCourte,
  formatMontant,
  formatNombre,
  formatPart,
} from "../../../../src/core/domain/words/format";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";

describe("French formats", () => {
  it.each([
    [0, "0,00\u00a0€"],
    [5, "0,05\u00a0€"],
    [-1, "−0,01\u00a0€"],
    [123456, "1\u00a0234,56\u00a0€"],
    [146560000, "1\u00a0465\u00a0600,00\u00a0€"],
    [-99999999, "−999\u00a0999,99\u00a0€"],
  ])("%d centimes are written %s", (centimes, text) => {
    expect(formatMontant(montantFromCentimes(centimes))).toBe(text);
  });

  it.each([
    [0, "0"],
    [450, "450"],
    [1234.5, "1\u00a0234,5"],
    [-0.25, "−0,25"],
    [1e6, "1\u00a0000\u00a0000"],
  ])("%d is written %s", (nombre, text) => {
    expect(formatNombre(nombre)).toBe(text);
  });

  it("writes shares, dates and lists", () => {
    expect(formatPart(0.5)).toBe("50\u00a0%");
    expect(formatPart(1 / 3)).toBe("33,33\u00a0%");
    expect(formatDate("2026-11-24")).toBe("24/11/2026");
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(formatListe)).toEqual(["", "a", "a et b", "a, b et c"]);
  });

  it.each([
    [["a", "b", "c"], "a, b et c"],
    [["a", "b", "c", "d"], "a, b, c et d"],
    [["a", "b", "c", "d", "e"], "a, b, c et 2 autres"],
  ])("names at most three of %j, and one more rather than « 1 autre »", (items, text) => {
    expect(formatListeCourte(items, 3)).toBe(text);
  });
});
