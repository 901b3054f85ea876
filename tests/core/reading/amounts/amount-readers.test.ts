import { describe, expect, it } from "vitest";
import { lireMontant } from "../../../../src/core/domain/values/lire-montant";
import { amountReaders } from "../../../../src/core/reading/amounts/amount-readers";

describe("an amount that stands in many cells", () => {
  it("is made once, for one format and one unit", () => {
    const { "€": read, "k€": thousands } = amountReaders();
    expect(read(1500, "General")).toBe(read(1500, "General"));
    expect(read(1500, "0,,")).toEqual(lireMontant(1500, "0,,", "€"));
    expect(read(1500, "General")).toEqual(lireMontant(1500, "General", "€"));
    expect(thousands(1500, "General")).toEqual(lireMontant(1500, "General", "k€"));
  });

  it.each([999, 1000, 1001])("is read as any other, among %i different ones", (count) => {
    const { "€": read } = amountReaders();
    for (let round = 0; round < 2; round += 1) {
      for (let euros = 0; euros < count; euros += 1) {
        expect(read(euros, "General")).toEqual(lireMontant(euros, "General", "€"));
      }
    }
  });

  it("is what its cell holds where that is no figure", () => {
    const { "€": read } = amountReaders();
    for (const value of ["1 500", "nd", "beaucoup", true, null])
      expect(read(value, "General")).toEqual(lireMontant(value, "General", "€"));
  });
});
