// The sheet « Contrat » on paper: each of its sections on one page where it fits, and its columns all within the sheet.
import { describe, expect, it } from "vitest";
import { MARGINS } from "../../../../src/core/sheets/parts/paper";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { SheetLayout } from "../../../../src/core/workbook-port";
import { computeBilan } from "../../../../src/core/reports/bilan/compute-bilan";
import { verify } from "../../../../src/core/verify";
import { composeBilan } from "../../../../src/core/sheets/bilan/compose-bilan";
import { composeSyntheseSheet } from "../../../../src/core/sheets/synthese/synthese-sheet";
import { execution, indicateurs, TODAY } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { composeContratSheet } from "../../../../src/core/sheets/contrat/contrat-sheet";
import { onOnePage, sectionBreaks } from "../../../../src/core/sheets/parts/section-breaks";
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
    page: { orientation: "landscape", paper: "A4", margins: MARGINS, titleRows: null, header: "", footer: "" },
  };
}

describe("the pages of a sheet of sections", () => {
  it("begin with the section that the page before cannot hold", () => {
    expect(sectionBreaks(layoutOf(40), [2, 12, 28])).toEqual([28]);
    expect(sectionBreaks(layoutOf(30), [2, 12, 28])).toEqual([]);
    expect(sectionBreaks(layoutOf(40, [{ row: 3, height: 250 }]), [2, 12, 28])).toEqual([12]);
  });

  it("leave no page to less than a fifth of what it holds", () => {
    // A page has 487.3 points: 97 are less than a fifth of it, 98 are not.
    const after = (height: number) => sectionBreaks(layoutOf(31, [{ row: 0, height }]), [0, 1]);
    expect(after(97)).toEqual([]);
    expect(after(98)).toEqual([1]);
  });

  it("are one, shrunk, where all of it can be read at seven points", () => {
    // A page of 487.3 points, with caution 462.9: as it is, at 99 %, at 70 % of letters of ten points, and not at 69 %.
    const scaleOf = (height: number) => {
      const { page } = onOnePage(layoutOf(2, [{ row: 0, height: height - 15 }]));
      return page.across?.scale;
    };
    expect([462, 464, 661, 662].map(scaleOf)).toEqual([undefined, 99, 70, undefined]);
  });

  it("hold more rows where the sheet is wider than the paper", () => {
    expect(sectionBreaks({ ...layoutOf(40), columnWidths: [200] }, [2, 12, 28])).toEqual([]);
  });

  it("go on below a section that no page can hold", () => {
    expect(sectionBreaks(layoutOf(100), [0, 70, 75])).toEqual([75]);
  });

  it("end with no row that heads others, and let a section that no page holds begin where there is room", () => {
    // A page has 32 rows: 30 with caution.
    const headAt = (head: number) => sectionBreaks(layoutOf(40), [], [head]);
    expect([28, 29, 31, 32].map(headAt)).toEqual([[], [29], [31], [32]]);
    expect(sectionBreaks(layoutOf(60), [0, 20])).toEqual([]);
    expect(sectionBreaks(layoutOf(70), [0, 29])).toEqual([29]);
  });

  it("leave no title alone below a section that just fills a page, or just does not", () => {
    for (const rows of [30, 31, 32]) expect(sectionBreaks(layoutOf(rows + 4), [0, rows])).toEqual([rows]);
    expect(sectionBreaks(layoutOf(33 + 4), [0, 33])).toEqual([]);
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
        /^(?:Années|Axes|Actions|Indicateurs|Imputation|Échéances|Fiches|D’où|Avenants)/u,
      );
    }
  });
});

describe("the sheets of the reports on paper", () => {
  const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Exécution: execution, Indicateurs: indicateurs });
  const { verification, dossier } = verify(raw, contratIntegre, TODAY);

  const titlesAt = ({ cells, page }: SheetLayout) =>
    (page.breaks ?? []).map((row) => String(cells[row]?.[0]?.value).replaceAll("\u00a0", " "));

  it("begin the pages of « Bilan par axe » with an axe, not in the middle of its sentences", () => {
    const { sheets } = composeBilan(computeBilan(dossier, verification, { debut: 2024, fin: 2025 }), dossier, raw);
    const plan = sheets.find(({ kind }) => kind === "bilan-synthese");
    expect(plan && titlesAt(plan)).toEqual([expect.stringMatching(/^Axe \d – /u)]);
  });

  it("keep the execution of Synthèse whole, with its headings, and the charts after it", () => {
    expect(titlesAt(composeSyntheseSheet(verification, dossier, raw))).toEqual(["Exécution par axe", "Graphiques"]);
  });
});
