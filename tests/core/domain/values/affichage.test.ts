// What a cell shows, as a French Excel would.
import { describe, expect, it } from "vitest";
import { afficher } from "../../../../src/core/domain/values/affichage";

describe("afficher", () => {
  it.each([
    [0.85, "0%", "85 %"],
    [0.855, "0.0%", "85,5 %"],
    [65_000, '#,##0.00\\ "€"', "65 000,00 €"],
    [-1_500, "#,##0", "−1 500"],
    [45_323, "m/d/yyyy", "01/02/2024"],
    [45_323, "dd/mm/yyyy", "01/02/2024"],
    [45_323, "d mmmm yyyy", "1 février 2024"],
    [3, '"Axe "0', "Axe 3"],
    [0, '0;-0;"néant"', "néant"],
    [1_234_567.5, "General", "1 234 567,5"],
    [12, "@", "12"],
    [12, ";;;", "12"],
    [12, "[[[", "12"],
    [-3, "m/d/yyyy", "−3"],
  ])("%d in %s shows %s", (value, numberFormat, shown) => {
    expect(afficher(value, numberFormat).replaceAll("\u00a0", " ")).toBe(shown);
  });

  it("shows errors and truth values in French, and texts as they are", () => {
    expect(["#VALUE!", "#REF!", "#NAME?", true, false, " nd ", null].map((value) => afficher(value, "0.00"))).toEqual([
      "#VALEUR!",
      "#REF!",
      "#NOM?",
      "VRAI",
      "FAUX",
      " nd ",
      "",
    ]);
  });
});
