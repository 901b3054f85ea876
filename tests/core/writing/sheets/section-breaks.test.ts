// The sheet « Contrat » on paper: each of its sections on one page where it fits, and its columns all within the sheet.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { SheetLayout } from "../../../../src/core/workbook-port";
import { composeContratSheet } from "../../../../src/core/writing/contrat/contrat-sheet";
import { sectionBreaks } from "../../../../src/core/writing/sheets/section-breaks";
import { contratDuDepartement } from "../../../contracts/departement-invente";

/** Rows of fifteen points, as wide as the paper: thirty fit. */
function layoutOf(rows: number, rowHeights: SheetLayout["rowHeights"] = []): SheetLayout {
  return {
    name: "Essai",
    cells: Array.from({ length: rows }, () => [{ value: null }]),
    styles: [],
    merges: [],
    columnWidths: [100],
    rowHeights,
    frozenRows: 0,
    page: { orientation: "landscape", titleRows: null, header: "", footer: "" },
  };
}

describe("the pages of a sheet of sections", () => {
  it("begin with the section that the page before cannot hold", () => {
    expect(sectionBreaks(layoutOf(40), [2, 12, 28])).toEqual([28]);
    expect(sectionBreaks(layoutOf(30), [2, 12, 28])).toEqual([]);
    expect(sectionBreaks(layoutOf(40, [{ row: 3, height: 250 }]), [2, 12, 28])).toEqual([12]);
  });

  it("hold more rows where the sheet is wider than the paper", () => {
    expect(sectionBreaks({ ...layoutOf(40), columnWidths: [200] }, [2, 12, 28])).toEqual([]);
  });

  it("go on below a section that no page can hold", () => {
    expect(sectionBreaks(layoutOf(100), [0, 70, 75])).toEqual([75]);
  });
});

describe.each([
  ["Dijon's contract", contratIntegre],
  ["an invented département", contratDuDepartement],
])("the sheet « Contrat » of %s", (_, convention) => {
  const { cells, columnWidths, styles, page } = composeContratSheet(convention);

  it("holds nothing beyond its last column", () => {
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([columnWidths.length]));
    expect(Math.max(...styles.map(({ range }) => range.right))).toBe(columnWidths.length - 1);
  });

  it("begins its pages with titles of sections", () => {
    const { breaks = [] } = page;
    expect(breaks.length).toBeGreaterThan(1);
    for (const row of breaks) {
      expect(cells[row]?.[0]?.value).toMatch(
        /^(?:Années|Axes|Actions|Indicateurs|Imputation|Échéances|Fiches|Avenants)/u,
      );
    }
  });
});
