// Formulas as a French Excel shows and takes them, there and back.
import { describe, expect, it } from "vitest";
import { toEnglishFormula, toFrenchFormula } from "xlsx-model/formula-text/formula-french";
import { addTerms } from "xlsx-model/formula-text/sum-formula";

describe("the two languages of a formula", () => {
  it.each([
    ["=SUM(A1,B2:C3)*1.5", "=SOMME(A1;B2:C3)*1,5"],
    ["=SUM('Budget 1,5;TRUE'!A1,2)", "=SOMME('Budget 1,5;TRUE'!A1;2)"],
    ['=IF(A1="a,b;1.5",TRUE,#VALUE!)', '=SI(A1="a,b;1.5";VRAI;#VALEUR!)'],
    ["={1.5,2;3,4}", "={1,5.2;3.4}"],
    ["=AGGREGATE(9,5,A1:A9)", "=AGREGAT(9;5;A1:A9)"],
    ["=SUM(IF)+SUM(T_1[Part 1,5])", "=SOMME(IF)+SOMME(T_1[Part 1,5])"],
  ])("%s reads %s", (english, french) => {
    expect(toFrenchFormula(english)).toBe(french);
    expect(toEnglishFormula(french)).toBe(english);
  });
});

describe("addTerms", () => {
  it("lets a negative number bring its sign, and no sheet's name change", () => {
    expect(addTerms(["SUM('A+-B'!C4)", "-12.5", "D5"])).toBe("SUM('A+-B'!C4)-12.5+D5");
    expect(addTerms(["-1"])).toBe("-1");
    expect(addTerms([])).toBe("");
  });
});
