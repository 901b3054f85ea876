// Links from the result sheets to the agent's cells.
import { describe, expect, it } from "vitest";
import { linkTarget } from "../../../src/grid/workbook/link-target";

describe("linkTarget", () => {
  it("finds the cell of a link within the workbook", () => {
    expect(linkTarget(`=HYPERLINK("#'Tableau budgétaire'!D7","D7")`)).toEqual({
      sheet: "Tableau budgétaire",
      row: 6,
      column: 3,
    });
    expect(linkTarget(`=HYPERLINK("#'L""axe'!A1:B2","x")`)).toEqual({ sheet: 'L"axe', row: 0, column: 0 });
  });

  it.each([`=HYPERLINK("https://exemple.fr","x")`, "=SUM(A1:A2)", `=HYPERLINK("#rien","x")`])(
    "goes nowhere with %s",
    (formula) => {
      expect(linkTarget(formula)).toBeNull();
    },
  );
});
