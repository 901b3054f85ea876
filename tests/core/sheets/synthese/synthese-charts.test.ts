// The execution and the charts of « Synthèse par axe »: figures that follow the cells, charts over the right ones.
import { describe, expect, it } from "vitest";
import type { Convention } from "../../../../src/core/contract/convention";
import type { SheetPlan } from "../../../../src/core/workbook-port";
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { annexWorkbook } from "../../../contracts/annex-workbook";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import { execution, indicateurs, TODAY, withSlips, type Slips } from "../../executed-workbook";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { annexesWorkbook, BUDGET, composeFor } from "../annexes-workbook";
import { compute } from "../spreadsheet";
import { textOf, valuesOf } from "../written-sheet";

function executedWorkbook(slips: Slips = {}) {
  return rawWorkbook({ Budget: tableauBudgetaire, Exécution: withSlips(execution, slips), Indicateurs: indicateurs });
}

const syntheseOf = (slips: Slips = {}, asOf = TODAY) => composeFor(executedWorkbook(slips), asOf).synthese;

function cellsIn(plan: SheetPlan, { top, left, bottom, right }: GridRange) {
  return plan.cells.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1).map(({ value }) => value));
}

const figuresOf = (plan: SheetPlan, chart: ChartPlan) =>
  Object.fromEntries(chart.series.map(({ name, values }) => [name, cellsIn(plan, values)]));

/** The rows of the execution of one year, without the year and the long name. */
function executionRows(plan: SheetPlan, year: number) {
  const from = valuesOf(plan).findIndex(([first]) => first === "Exécution par axe");
  if (from < 0) throw new Error("no execution");
  return valuesOf(plan)
    .slice(from)
    .filter(([first]) => first === year)
    .map(([, axe, , ...figures]) => [axe, ...figures]);
}

describe("the execution", () => {
  it("gives what each axe has spent of what the contract gives, and the year's total", () => {
    // Action 1: 52 000,00 € of each party instead of 65 000,00 €.
    const plan = syntheseOf({ B4: 104000, C4: 52000, D4: 52000 });
    const rows = executionRows(plan, 2024);
    expect(rows.map((row) => row.slice(0, -2))).toEqual([
      ["Axe 1", 72000, 72000, 144000, 0.8471, 170000, 26000],
      ["Axe 2", 45000, 45000, 90000, 1, 90000, 0],
      ["Axe 3", 147500, 147500, 295000, 1, 295000, 0],
      ["Axe 4", 55000, 55000, 110000, 1, 110000, 0],
      ["Total 2024", 319500, 319500, 639000, 0.9609, 665000, 26000],
    ]);
    // What the rules find there: something was paid and not used, and the typed TOTAL of the table is wrong.
    expect(rows.map((row) => row.at(-2))).toEqual([
      ...["À justifier", "✓ Conforme", "✓ Conforme", "✓ Conforme", "✗ NON CONFORME"],
    ]);
    expect(rows[0]?.at(-1)).toContain("(action 1)");
  });

  it.each<[string, Slips]>([
    ["as contracted", {}],
    ["with a text amount and hidden decimals", { B4: "104 000 €", C4: 52000.004 }],
    ["with a missing amount", { B4: null, C5: "nd" }],
    ["with an unreadable amount", { B4: "entre 1 et 2" }],
    ["more than contracted", { F4: 150000 }],
  ])("%s: every formula gives the planned value", (_, slips) => {
    const raw = executedWorkbook(slips);
    const { synthese } = composeFor(raw, TODAY);
    const computed = compute(raw, synthese);
    let compared = 0;
    for (const [row, cells] of synthese.cells.entries()) {
      for (const [column, { value, formula }] of cells.entries()) {
        if (formula === undefined) continue;
        const result = computed[row]?.[column];
        if (typeof value === "number") expect(Number(result)).toBeCloseTo(value, 6);
        else expect(result).toBe(value);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("says no rate of what cannot be read or lacks, and names it, as the report does", () => {
    const rows = executionRows(syntheseOf({ B4: null, C4: "entre 1 et 2", B7: null, C7: null }), 2024);
    expect(rows[0]?.slice(1)).toEqual([
      ...["non calculable", 85000, "non calculable", "–", 170000, "non calculable", "✗ NON CONFORME"],
      expect.stringContaining("État – Illisible : C4"),
    ]);
    expect(rows[1]?.at(-1)).toContain("État – Non renseigné : C7");
    expect(rows.at(-1)?.slice(1, 5)).toEqual(["non calculable", 332500, "non calculable", "–"]);
  });

  it("leaves a slip in the Total column to the rule on it", () => {
    expect(executionRows(syntheseOf({ B4: "entre 1 et 2" }), 2024)[0]?.slice(3, 5)).toEqual([170000, 1]);
  });

  it("adds the parts where the table has no Total column", () => {
    const parts = execution.map((row, index) =>
      index === 0 ? ["Année", 2024, null, null, 2025] : row.filter((_, column) => column !== 1 && column !== 5),
    );
    const raw = rawWorkbook({ Budget: tableauBudgetaire, Exécution: parts, Indicateurs: indicateurs });
    const { synthese } = composeFor(raw, TODAY);
    expect(executionRows(synthese, 2025)[0]?.slice(0, 5)).toEqual(["Axe 1", 85000, 85000, 170000, 1]);
    const { values } = synthese.charts?.at(-1)?.series[1] ?? {};
    if (!values) throw new Error("no series");
    expect(synthese.cells[values.top]?.[5]?.formula).toContain(`ROUND(D${values.top + 1}+E${values.top + 1},2)`);
  });

  it("is not there without any executed amount", () => {
    expect(textOf(composeFor(annexesWorkbook(), TODAY).synthese)).not.toContain("Exécution par axe");
  });
});

describe("the charts", () => {
  it("show each year's parts beside the contract, axe by axe", () => {
    const { synthese } = composeFor(annexesWorkbook({ D4: 60000, G4: 64000 }));
    const [first, second, ...others] = synthese.charts ?? [];
    if (!first || !second) throw new Error("charts are missing");
    expect(others).toHaveLength(2);
    expect(first.title).toBe("2024\u00a0: parts État et Métropole par axe");
    expect(cellsIn(synthese, first.categories)).toEqual(["Axe 1", "Axe 2", "Axe 3", "Axe 4"]);
    expect(figuresOf(synthese, first)).toEqual({
      État: [85000, 45000, 147500, 55000],
      Métropole: [80000, 45000, 147500, 55000],
      "État au contrat": [85000, 45000, 147500, 55000],
    });
    expect(figuresOf(synthese, second)["Métropole"]?.[0]).toBe(84000);
  });

  it("show the rate of execution of each year, and say which is not over", () => {
    const plan = syntheseOf({ B4: 104000, C4: 52000, D4: 52000 }, "2025-06-30");
    const chart = plan.charts?.at(-1);
    if (!chart) throw new Error("no chart");
    expect(cellsIn(plan, chart.categories)).toEqual(["Axe 1", "Axe 2", "Axe 3", "Axe 4"]);
    expect(figuresOf(plan, chart)).toEqual({ 2024: [0.8471, 1, 1, 1], "2025 (en cours)": [1, 1, 1, 1] });
  });

  it("leave out a year that the table does not have", () => {
    const rows = tableauBudgetaire.map((row) => row.slice(0, 10));
    const { synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    expect(synthese.charts?.map(({ title }) => title.slice(0, 4))).toEqual(["2024", "2025", "2026"]);
  });

  it("are none without a budget table", () => {
    expect(composeFor(rawWorkbook({ Indicateurs: tableauIndicateurs })).synthese.charts ?? []).toEqual([]);
  });

  it("have names that stay from one run to the next, one each", () => {
    const names = syntheseOf().charts?.map(({ name }) => name);
    expect(names).toEqual(syntheseOf({ B4: 1 }).charts?.map(({ name }) => name));
    expect(new Set(names).size).toBe(5);
  });

  it.each<[string, Convention]>([
    ["Dijon métropole", contratIntegre],
    ["an invented département", contratDuDepartement],
  ])("cover no text and not each other, and begin a page: %s", (_, convention) => {
    const { synthese } = composeFor(annexWorkbook(convention), "2024-08-31", convention);
    const covered = new Set<string>();
    for (const { place, categories, series } of synthese.charts ?? []) {
      expect(cellsIn(synthese, place).every((value) => value === null)).toBe(true);
      expect(cellsIn(synthese, categories)).toEqual(convention.axes.map(({ numero }) => `Axe ${numero}`));
      expect(series[1]?.name).toBe(convention.collectivite.designation);
      for (let row = place.top; row <= place.bottom; row += 1) {
        for (let column = place.left; column <= place.right; column += 1) {
          expect(covered.has(`${row}/${column}`)).toBe(false);
          covered.add(`${row}/${column}`);
        }
      }
    }
    expect(synthese.charts).toHaveLength(convention.annees.length);
    const section = valuesOf(synthese).findIndex(([first]) => first === "Graphiques");
    expect(synthese.page.breaks).toEqual([section]);
  });
});
