// Formulas that make lists on their way to one value: an ordinary formula of a file would take one value of each range.
import { expect, it } from "vitest";
import { computesLists } from "../src/formulas/list-values";

it.each([
  "SUM(IF(A1:A9>2,B1:B9))",
  "SUM((A1:A9>2)*1)",
  "MAX(-A1:A9)",
  "SUM(TRANSPOSE(A1:A9))",
  "SUM(LEN(A1:A9))",
  "A1+SUM(ROUND(A1:A9,0))",
  "SUM(A1:A9%)",
])("makes lists: %s", (formula) => expect(computesLists(formula)).toBe(true));

it.each([
  "SUM(A1:A9)",
  "SUM(A1:A9,B1:B9)+C1",
  "SUMPRODUCT((A1:A9>2)*B1:B9)",
  "SUMPRODUCT(--(A1:A9>2),B1:B9)",
  "IF(SUM(A1:A9)>2,B1,B2)",
  "Taux*SUM(A1:A9)",
  "SUM(@A1:A9*2)",
  "SUM(A1:INDEX(A1:A9,3))",
  "VLOOKUP(A1,B1:C9,2,FALSE)",
  "ROUND(A1,2)",
])("makes none: %s", (formula) => expect(computesLists(formula)).toBe(false));
