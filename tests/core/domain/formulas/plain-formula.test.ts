// Names and tables' columns replaced by the ranges that they stand for.
import { describe, expect, it } from "vitest";
import { plainFormula, plainReader, type NamedRanges } from "xlsx-model/formula-text/plain-formula";

const known: NamedRanges = {
  names: [
    { name: "Parts", sheet: null, formula: "Budget!$D$3:$D$6" },
    { name: "Parts", sheet: "Suivi", formula: "Suivi!$E$3:$E$6" },
    { name: "Deux", sheet: null, formula: "Parts+1" },
    { name: "AGauche", sheet: null, formula: "Budget!A1:B1" },
    { name: "Boucle", sheet: null, formula: "Boucle" },
  ],
  tables: [
    {
      name: "Suivi24",
      range: { sheet: "Budget", top: 2, left: 1, bottom: 7, right: 3 },
      headerRows: 1,
      totalsRows: 0,
      columns: ["Action", "Part État", "Total"],
    },
  ],
};
const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

describe("plainFormula", () => {
  it.each([
    ["=SUM(Parts)", "=SUM(Budget!$D$3:$D$6)"],
    ["=SUM(PARTS)+Suivi!Parts", "=SUM(Budget!$D$3:$D$6)+Suivi!$E$3:$E$6"],
    ["=2*Deux", "=2*(Budget!$D$3:$D$6+1)"],
    ["=SUM(Suivi24[Total])", "=SUM(D4:D8)"],
    ["=SUM(Suivi24)", "=SUM(B4:D8)"],
    ["=[@[Part État]]", "=C5"],
    // A name without "$" moves with the cell, as a copied formula does.
    ["=SUM(AGauche)", "=SUM(Budget!C5:D5)"],
    ['="Parts"&A1', '="Parts"&A1'],
  ])("%s is %s", (formula, expected) => {
    expect(plainFormula(formula, at("Budget", 4, 2), known)).toBe(expected);
  });

  it("prefers the name of the formula's own sheet, without case", () => {
    expect(plainFormula("=SUM(Parts)", at("SUIVI", 0, 0), known)).toBe("=SUM(Suivi!$E$3:$E$6)");
  });

  it.each(["=Inconnu", "=Boucle", "=Autre[Total]", "=Suivi24[Autre]"])("%s cannot be followed", (formula) => {
    expect(plainFormula(formula, at("Budget", 4, 2), known)).toBeNull();
    expect(plainReader(known)(formula, at("Budget", 4, 2))).toBe(formula);
  });
});
