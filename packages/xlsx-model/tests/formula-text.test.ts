// The text of formulas: cut into tokens, moved, renamed, and with table references made plain.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "../src/values/uncomputed";
import { createXlsx } from "../src/create-xlsx";
import { asProducts } from "../src/formulas/double-minus";
import { joinTokens, tokenize } from "../src/formula-text/formula-tokens";
import { shiftFormula } from "../src/formula-text/move-formula";
import { dropSheetInFormula, renameSheetInFormula, shownFormula, storedFormula } from "../src/formulas/rewrite";

const FORMULAS = [
  "SUM(A1:B2,'Feuil 1'!$C$3)*2",
  `IF(A1="a""b!C1",LOG10(B2),1E+5)`,
  "Tableau1[[#This Row],[Part '[État']]]+Tableau1[#All]",
  "[1]Feuil1!A1+'[2]Autre feuille'!B2",
  "SUM(Feuil1:Feuil3!A1)+SUM(A:A)+SUM($2:3)",
  "Écarts!A1&nom_défini&TRUE&#REF!&Feuil1!#REF!",
  "SUM(#REF!A1:$B$2,#REF!A:A)+#REF!nom*2&#REF!#REF!",
  "{1,2;3,4}+A1#+@B2",
  "'l''été'!A1%",
];

describe("tokenize", () => {
  it.each(FORMULAS)("loses nothing of %s", (formula) => {
    expect(joinTokens(tokenize(formula))).toBe(formula);
  });

  it("tells references, functions, names and tables apart", () => {
    const kinds = tokenize("LOG10(A10)+Taux*T1[Col]+'a b'!C3").filter(({ kind }) => kind !== "operator");
    expect(kinds).toEqual([
      { kind: "function", sheet: null, text: "LOG10" },
      { kind: "reference", sheet: null, text: "A10" },
      { kind: "name", sheet: null, text: "Taux" },
      { kind: "table", sheet: null, text: "T1[Col]" },
      { kind: "reference", sheet: "'a b'", text: "C3" },
    ]);
  });
});

describe("a formula as files hold it", () => {
  it.each([
    ['SUM(A1:A9)+SUMIF(B1:B9,"DAYS",C1:C9)', 'SUM(A1:A9)+SUMIF(B1:B9,"DAYS",C1:C9)'],
    ["DAYS", "DAYS"],
    ["days(A1,B1)", "_xlfn.DAYS(A1,B1)"],
    ["1+TAKE(A1:A9,1)", "1+_xlfn.TAKE(A1:A9,1)"],
    ["CEILING.MATH(A1)", "_xlfn.CEILING.MATH(A1)"],
    ["CEILING(A1)", "CEILING(A1)"],
    ["SORT(FILTER(A1:A9,B1:B9))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))"],
    ["SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["@A1:A3", "_xlfn.SINGLE(A1:A3)"],
  ])("%s is %s", (shown, stored) => {
    expect(storedFormula(shown)).toBe(stored);
  });
});

describe("a reference to a deleted sheet", () => {
  it("is one error, not an error and a cell of the formula's own sheet", () => {
    const kinds = tokenize("#REF!A1:B2+#REF!nom+#REF!+A1").filter(({ kind }) => kind !== "operator");
    expect(kinds).toEqual([
      { kind: "error", sheet: null, text: "#REF!A1:B2" },
      { kind: "error", sheet: null, text: "#REF!nom" },
      { kind: "error", sheet: null, text: "#REF!" },
      { kind: "reference", sheet: null, text: "A1" },
    ]);
  });

  it("keeps its cells under the error, once the sheet is deleted", () => {
    expect(dropSheetInFormula("SUM('L''été'!A1:$B$2)+A1+\"L'été!A1\"", "L'été")).toBe(
      'SUM(#REF!A1:$B$2)+A1+"L\'été!A1"',
    );
  });

  it("stays what it is under another sheet's new name", () => {
    expect(renameSheetInFormula("#REF!A1+REF!A1", "REF", "Autre")).toBe("#REF!A1+Autre!A1");
  });
});

describe("shiftFormula", () => {
  it.each([
    ["A1+$A1+A$1+$A$1", "C4+$A4+C$1+$A$1"],
    ["SUM(A1:B2)+SUM(A:B)+SUM(1:$2)", "SUM(C4:D5)+SUM(C:D)+SUM(4:$2)"],
    [`"A1"&'A1'!A1&LOG10(1)`, `"A1"&'A1'!C4&LOG10(1)`],
  ])("moves %s to %s", (from, to) => {
    expect(shiftFormula(from, 3, 2)).toBe(to);
  });

  it("answers Excel's error where a reference leaves the sheet", () => {
    expect(shiftFormula("A1+B2", -1, 0)).toBe("#REF!+B1");
  });
});

describe("renameSheetInFormula", () => {
  it("changes that sheet's references only, without case, quoted as needed", () => {
    expect(renameSheetInFormula("FEUIL1!A1+Feuil11!A1+\"Feuil1!A1\"+'Feuil1'!B2", "Feuil1", "L'été 24")).toBe(
      "'L''été 24'!A1+Feuil11!A1+\"Feuil1!A1\"+'L''été 24'!B2",
    );
  });
});

describe("the one value of a range that stands in the formula's row", () => {
  it.each([
    ["@A1:A3", "_xlfn.SINGLE(A1:A3)"],
    ["SUM(@A1:A3,1)*@Taux", "SUM(_xlfn.SINGLE(A1:A3),1)*_xlfn.SINGLE(Taux)"],
    ["@INDEX(A:A,@B1:B3)", "_xlfn.SINGLE(INDEX(A:A,_xlfn.SINGLE(B1:B3)))"],
    ['@(A1:A3*2)&"@A1"', '_xlfn.SINGLE(A1:A3*2)&"@A1"'],
    ["-@'l''été'!A1:A3", "-_xlfn.SINGLE('l''été'!A1:A3)"],
    ["T1[@Part]", "T1[@Part]"],
  ])("is a function in the file and a sign where it is shown: %s", (shown, stored) => {
    expect(storedFormula(shown)).toBe(stored);
    expect(shownFormula(stored)).toBe(shown);
  });
});

describe("functions newer than the file format", () => {
  it("are stored with their prefix and shown without", () => {
    const stored = storedFormula('IFNA(FILTER(A1:A2,A1:A2>0),"IFNA(")&SUM(1)');
    expect(stored).toBe('_xlfn.IFNA(_xlfn._xlws.FILTER(A1:A2,A1:A2>0),"IFNA(")&SUM(1)');
    expect(shownFormula(stored)).toBe('IFNA(FILTER(A1:A2,A1:A2>0),"IFNA(")&SUM(1)');
  });
});

describe("a formula that holds quotes", () => {
  it.each([
    [`HYPERLINK("#'Feuil 1'!A1","FILTER(A1)@")`, `HYPERLINK("#'Feuil 1'!A1","FILTER(A1)@")`],
    [`'x"y'!A1#&"z"`, `_xlfn.ANCHORARRAY('x"y'!A1)&"z"`],
    [`"l'an "&SUM(A1#)&" d'avant"`, `"l'an "&SUM(_xlfn.ANCHORARRAY(A1))&" d'avant"`],
    [`Tableau1[L'[an]+SUM(A1#)+'Feuil 1'!B1`, `Tableau1[L'[an]+SUM(_xlfn.ANCHORARRAY(A1))+'Feuil 1'!B1`],
  ])("%s", (shown, stored) => {
    expect(storedFormula(shown)).toBe(stored);
  });
});

describe("two signs before a value", () => {
  const asProduct = (formula: string) => {
    const tokens = asProducts(tokenize(formula));
    return tokens && joinTokens(tokens);
  };

  it.each([
    ["SUMPRODUCT(--(A1:A3>1),B1:B3)", "SUMPRODUCT(1*(A1:A3>1),B1:B3)"],
    ["- -A1+--B1", "1*A1+1*B1"],
    ["A1--B1", "A1--B1"],
    ["A1---B1", "A1-1*B1"],
    ["---A1", "1*-A1"],
    ["2*--A1&--B1", "2*1*A1&1*B1"],
    ['"--"&A1', '"--"&A1'],
    ["-(-A1)", "-(-A1)"],
  ])("are a product for the engine, which reads them as none: %s", (formula, product) => {
    expect(asProduct(formula)).toBe(product);
  });

  it.each(["A1/--B1", "2^--B1"])("are left to Excel where a product would be another value: %s", (formula) => {
    expect(asProduct(formula)).toBeNull();
  });

  it("count what is true, in every place where agents count so", async () => {
    const model = createXlsx("signes.xlsx");
    const sheet = model.activeSheet;
    for (const [row, value] of [1, 2, 3].entries()) sheet.setContent(row, 0, { value, formula: null });
    const formulas = [
      "SUMPRODUCT(--(A1:A3>1),A1:A3)",
      "SUMPRODUCT(--(A1:A3>1))",
      "--TRUE",
      "SUM(--(A1:A3>1))",
      "8/--A2",
    ];
    for (const [row, formula] of formulas.entries()) sheet.setContent(row, 2, { value: null, formula: `=${formula}` });
    await model.calculate();
    expect(formulas.map((_, row) => sheet.content(row, 2).value)).toEqual([5, 2, 1, 2, UNCOMPUTED]);
  });
});
