// What formulas add up; a formula that does anything else is unknown, never guessed.
import { describe, expect, it } from "vitest";
import { formatRangeRef } from "xlsx-model/cell-ref";
import { readCouverture } from "xlsx-model/formula-text/formula-coverage";

function read(formula: string): string {
  const couverture = readCouverture(formula, "Budget");
  if (couverture.kind === "unknown") return "unknown";
  const termes = couverture.termes.map(({ range, coefficient, ignoresText, skipsSubtotals, hiddenRows }) =>
    [
      `${coefficient}×`,
      formatRangeRef(range).replace(/^Budget!/, ""),
      ignoresText ? "s" : "",
      skipsSubtotals ? "!" : "",
      { counted: "", "left-out": "h", "left-out-if-filtered": "f" }[hiddenRows],
    ].join(""),
  );
  return [...termes, ...(couverture.constante === 0 ? [] : [String(couverture.constante)])].join(" ");
}

describe("readCouverture", () => {
  it.each([
    ["=SUM(B5:B6,B8:B9)", "1×B5:B6s 1×B8:B9s"],
    ["=B5+B6-B8", "1×B5 1×B6 -1×B8"],
    ["=+SUM(B5:B17)-(B7+B9)", "1×B5:B17s -1×B7 -1×B9"],
    ["=SUM($B$5:B$9)", "1×B5:B9s"],
    ["=SUM(B9:B5)", "1×B5:B9s"],
    ["=SUM( B5 , B6 )", "1×B5s 1×B6s"],
    ["=SUM(B5+B6,-B7)", "1×B5 1×B6 -1×B7"],
    ["=SUBTOTAL(9,B5:B9)", "1×B5:B9s!f"],
    ["=SUBTOTAL(109,B5:B9,B11)", "1×B5:B9s!h 1×B11s!h"],
    ["=ROUND(SUM(B5:B9),2)", "1×B5:B9s"],
    ["=SUM('L''été 24'!B5:B9)+Budget!C3", "1×'L''été 24'!B5:B9s 1×C3"],
    ["=SUM([1]Feuil1!B5:B9)", "1×'[1]Feuil1'!B5:B9s"],
    ["=2*B5+B6/4", "2×B5 0.25×B6"],
    ["=65000+65000", "130000"],
    ["=SUM(B5:B9)+1000.5", "1×B5:B9s 1000.5"],
    ["=sum(b5:b9)", "1×B5:B9s"],
    ["=SUM(AA10:AB12)", "1×AA10:AB12s"],
    ["=AGGREGATE(9,6,B5:B9)", "1×B5:B9sf"],
    ["=AGGREGATE(9,7,B5:B9,C5)", "1×B5:B9sh 1×C5sh"],
    ["=AGGREGATE(9,0,B5:B9)", "1×B5:B9s!f"],
    ["=AGGREGATE(9,,B5:B9)", "1×B5:B9s!f"],
    ["=AGGREGATE(9,3,B5:B9)", "1×B5:B9s!h"],
    ["=SUM(B:B)", "1×B1:B1048576s"],
    ["=SUM(Budget!B5:Budget!B9)", "1×B5:B9s"],
    ["=SUM(B5 : B9)", "1×B5:B9s"],
    ["=SUM((B5:B9))", "1×B5:B9s"],
    ["=SUM(B5:B9)*-1", "-1×B5:B9s"],
    // Words while figures lack, as the annexes are written.
    ['=IF(COUNT(B5:B9)=0,"",SUM(B5:B9))', "1×B5:B9s"],
    ['=IF(COUNT(B5:C5)<2,"non calculable",ROUND(B5+C5-D5,2))', "1×B5 1×C5 -1×D5"],
    ['=IF(COUNT(B5:B9)>0,SUM(B5:B8),"")', "1×B5:B8s"],
  ])("%s adds %s", (formula, expected) => {
    expect(read(formula)).toBe(expected);
  });

  it.each([
    '=SUMIF(A5:A9,"x",B5:B9)',
    "=SUM(Tableau1[Total])",
    "=SUM(MesTotaux)",
    "=IF(B5>0,B6,B7)",
    '=IF(B5>0,"",SUM(B5:B9))',
    '=IF(COUNT(B5:B9)=C1,"",SUM(B5:B9))',
    '=IF(COUNTA(B5:B9)=0,"",SUM(B5:B9))',
    "=IF(COUNT(B5:B9)=0,0,SUM(B5:B9))",
    '=IF(COUNT(B5:B9)=0,"","")',
    "=IF(COUNT(B5:B9)=0,SUM(B5:B9))",
    "=IFERROR(SUM(B5:B9),0)",
    "=SUBTOTAL(1,B5:B9)",
    "=AGGREGATE(14,6,B5:B9)",
    "=AGGREGATE(9,8,B5:B9)",
    "=SUBTOTAL(9)",
    "=SUM(Jan:Mar!B5)",
    "=SUM(B5:'Autre feuille'!B9)",
    "=SUM('C:\\x\\[b 1.xlsx]A2'!B5)",
    "=@B5",
    "=B1048577",
    "=XFE1",
    "=ROUND(SUM(B5:B9),0)",
    "=B5*B6",
    "=B5/0",
    "=B5^2",
    "=B5&B6",
    "=B5%",
    "=SUM(B5:B9 C5:C9)",
    "=SUM(B5:B9",
    "=SUM(B5:B9))",
    "=B5:B9",
    "=SUM(B5:B9)+B10:B11",
    "=SUM(B5,)",
    "=SUM(A1#)",
    "=LOG10(B5)",
    '=SUM(INDIRECT("B5:B9"))',
    "=",
    "=B0",
    "={SUM(B5:B9)}",
  ])("%s is unknown", (formula) => {
    expect(read(formula)).toBe("unknown");
  });
});
