// The share of each axe as a formula, where the table has a column or a row for it.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { readShareLabel } from "../../../../src/core/domain/words/share-label";
import { previewTotals } from "../../../../src/usecases/refresh-totals";
import { tableauBudgetaire } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, contentAt, fileOf, formulasOf, refresh } from "./refreshed";

const [, , axe1 = null, action1 = null, action2 = null, axe2 = null, action3 = null, action4 = null] =
  tableauBudgetaire.map(([label = null]) => label);

interface Shares {
  readonly heading?: CellLiteral;
  readonly first?: CellLiteral;
  readonly second?: CellLiteral;
}

/** Subtotals on the headings of the axes; a column of shares after the year's amounts, in E. */
const withColumn = ({ heading = "Part de l’axe", first = null, second = null }: Shares = {}) => ({
  Budget: [
    ["Année", 2026, null, null, null],
    ["Actions", "Total", "État", "Métropole", heading],
    [axe1, 150, 85, 65, first],
    [action1, 100, 60, 40, null],
    [action2, 50, 25, 25, null],
    [axe2, 50, 25, 25, second],
    [action3, 30, 15, 15, null],
    [action4, 20, 10, 10, null],
    ["TOTAL", 200, 110, 90, null],
  ],
});

const preview = (sheets: Parameters<typeof fileOf>[0]) => previewTotals(fileOf(sheets).port, contratIntegre, AS_OF);
const inE = async (shares: Shares) => {
  const { changes } = await preview(withColumn(shares));
  return formulasOf({ changes: changes.filter(({ cell }) => cell.column === 4) });
};

describe("what names a share", () => {
  it.each([
    ["Part de l’axe", { isPlain: true, axe: null }],
    ["Part de l'axe 2 (%)", { isPlain: true, axe: 2 }],
    ["% du total", { isPlain: true, axe: null }],
    ["Répartition par axe 2026", { isPlain: true, axe: null }],
    ["%", { isPlain: false, axe: null }],
    ["Part", { isPlain: false, axe: null }],
    ["Part État", null],
    ["Part de la Métropole (%)", null],
    ["Taux d’exécution", null],
    ["5 Garantir un accès aux droits pour tous", null],
  ])("%s", (text, share) => {
    expect(readShareLabel(text)).toEqual(share);
  });
});

describe("a column of shares", () => {
  it("gets the subtotal over the TOTAL", async () => {
    const { file, preview: plan, again } = await refresh(fileOf(withColumn({ first: 0.7 })));
    expect(contentAt(file, "Budget!E3")).toEqual({ value: 0.75, formula: "=IF(B$9=0,0,B3/B$9)" });
    expect(contentAt(file, "Budget!E6")).toEqual({ value: 0.25, formula: "=IF(B$9=0,0,B6/B$9)" });
    expect(file.model.sheets[0]?.style(5, 4).numberFormat).toBe("0.00%");
    const [first] = plan.changes.filter(({ grandeur }) => grandeur === "part");
    expect(first).toMatchObject({ label: "Axe 1 – 2026 – part de l’axe", after: 0.75, before: { figure: 0.7 } });
    expect(again.changes).toEqual([]);
  });

  it("is that of the year that its heading names, wherever it stands", async () => {
    const two = [
      ["Année", 2025, null, 2026, null],
      ["Actions", "État", "Métropole", "État", "Métropole", "Part de l’axe 2025", "Part 2026 (%)", "Part de l’axe"],
      [axe1, 85, 65, 20, 30, null, 0.5],
      [action1, 85, 65, 20, 30],
      [axe2, 25, 25, 20, 30, null, 0.5],
      [action3, 25, 25, 20, 30],
      ["TOTAL", 110, 90, 40, 60],
    ];
    const { changes, blocked } = await preview({ Budget: two });
    expect(formulasOf({ changes: changes.filter(({ grandeur }) => grandeur === "part") })).toEqual({
      "Budget!F3": "=IF((B$7+C$7)=0,0,(B3+C3)/(B$7+C$7))",
      "Budget!F5": "=IF((B$7+C$7)=0,0,(B5+C5)/(B$7+C$7))",
      "Budget!G3": "=IF((D$7+E$7)=0,0,(D3+E3)/(D$7+E$7))",
      "Budget!G5": "=IF((D$7+E$7)=0,0,(D5+E5)/(D$7+E$7))",
    });
    expect(blocked).toHaveLength(1);
  });

  it("keeps figures of 0 to 100 what they are", async () => {
    expect(await inE({ heading: "Part de l’axe (%)", first: 75, second: 20 })).toEqual({
      "Budget!E3": "=100*IF(B$9=0,0,B3/B$9)",
      "Budget!E6": "=100*IF(B$9=0,0,B6/B$9)",
    });
  });

  it("keeps a formula that gives the share", async () => {
    expect(await inE({ first: "=B3/B9", second: "=B6/SUM(B4:B5,B7:B8)" })).toEqual({});
    expect(Object.keys(await inE({ first: "=B3/B9", second: "=B6/150" }))).toEqual(["Budget!E6"]);
  });

  it("is told by its figures where its heading says too little", async () => {
    expect(Object.keys(await inE({ heading: "%", first: 0.75, second: 0.25 }))).toEqual(["Budget!E3", "Budget!E6"]);
    // The share of the Métropole in each axe.
    expect(await inE({ heading: "%", first: 0.43, second: 0.5 })).toEqual({});
    expect(await inE({ heading: "%" })).toEqual({});
    expect(await inE({ heading: "Part Métropole (%)", first: 0.43, second: 0.5 })).toEqual({});
  });

  it("adds the actions where the axes have no subtotal", async () => {
    const cells = withColumn().Budget.map((row, index) =>
      [2, 5].includes(index) ? [row[0] ?? null, null, null, null, 0] : row,
    );
    const { file } = await refresh(fileOf({ Budget: cells }));
    expect(contentAt(file, "Budget!E6")).toEqual({ value: 0.25, formula: "=IF(B$9=0,0,SUM(B7:B8)/B$9)" });
  });

  it("waits while an amount cannot be read", async () => {
    const cells = withColumn({ first: 0.75, second: 0.25 }).Budget.map((row) => [...row]);
    const line = cells[3];
    if (line) line[2] = "à voir";
    const plan = await preview({ Budget: cells });
    expect(plan.blocked.at(-1)).toContain("part par axe en Budget!E3 et Budget!E6");
    expect(plan.changes.filter(({ grandeur }) => grandeur === "part")).toEqual([]);
  });

  it("after the last of several years is left, and that is said", async () => {
    const plan = await preview({
      Budget: [
        ["Année", 2025, null, null, 2026, null, null, null],
        ["Actions", "Total", "État", "Métropole", "Total", "État", "Métropole", "% du total"],
        [axe1, 150, 85, 65, 150, 85, 65, 0.75],
        [action1, 150, 85, 65, 150, 85, 65, null],
        ["TOTAL", 150, 85, 65, 150, 85, 65, null],
      ],
    });
    expect(plan.changes.filter(({ grandeur }) => grandeur === "part")).toEqual([]);
    expect(plan.blocked).toEqual([expect.stringContaining("Budget!H2")]);
  });
});

describe("a row of shares", () => {
  const cells = [
    ["Année", 2026, null, null],
    ["Actions", "Total", "État", "Métropole"],
    [axe1],
    [action1, 100, 60, 40],
    ["Sous-total axe 1", 100, 60, 40],
    ["Part de l’axe 1", 0.6, null, null],
    [axe2],
    [action3, 100, 50, 50],
    ["Sous-total axe 2", 100, 50, 50],
    ["TOTAL", 200, 110, 90],
    ["Part de l’axe 2 (%)", 45, 45, 45],
  ];

  it("is no action, and gets the shares of the columns that it shows", async () => {
    const { file, again } = await refresh(fileOf({ Budget: cells }));
    expect(contentAt(file, "Budget!B10").formula).toBe("=SUM(B4,B8)");
    expect(contentAt(file, "Budget!B6")).toEqual({ value: 0.5, formula: "=IF(B$10=0,0,B5/B$10)" });
    expect(contentAt(file, "Budget!C6").formula).toBeNull();
    expect(contentAt(file, "Budget!C11").formula).toBe("=100*IF(C$10=0,0,C9/C$10)");
    expect(contentAt(file, "Budget!C11").value).toBeCloseTo(45.4545, 4);
    expect(again.changes).toEqual([]);
  });
});
