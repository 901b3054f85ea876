// What a chart of the preview shows: its figures, and an axis with round steps that holds them all.
import { describe, expect, it } from "vitest";
import type { ChartPlan } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { chartFigures, chartScale, roundScale } from "../../../src/grid/view/chart-scale";

const column = (left: number) => ({ top: 0, left, bottom: 1, right: left });
const PLAN: ChartPlan = {
  name: "essai",
  title: "Essai",
  isStacked: false,
  categories: column(0),
  series: [
    { name: "État", values: column(1), color: "#1B365D", kind: "columns" },
    { name: "Métropole", values: column(2), color: "#BFD0E6", kind: "columns" },
    { name: "Contrat", values: column(3), color: "#D9480F", kind: "marks" },
  ],
  valueFormat: "General",
  minimum: 0,
  place: { top: 4, left: 0, bottom: 9, right: 3 },
};

function figuresOf(rows: readonly (readonly (string | number)[])[]) {
  const [sheet] = createXlsx("essai.xlsx").sheets;
  if (!sheet) throw new Error("no sheet");
  for (const [row, cells] of rows.entries())
    for (const [at, value] of cells.entries()) sheet.setContent(row, at, { value, formula: null });
  return chartFigures(sheet, PLAN);
}

describe("the figures", () => {
  it("are those of the cells; a word is no figure", () => {
    expect(
      figuresOf([
        ["Axe 1", 10, 20, 30],
        ["Axe 2", 40, "absent", 60],
      ]),
    ).toEqual({
      labels: ["Axe 1", "Axe 2"],
      values: [
        [10, 40],
        [20, null],
        [30, 60],
      ],
    });
  });
});

describe("the scale", () => {
  const figures = figuresOf([
    ["Axe 1", 10, 20, 30],
    ["Axe 2", 40, 50, 60],
  ]);

  it("reaches the highest figure, and the sum of columns on each other", () => {
    expect(chartScale(PLAN, figures).most).toBe(60);
    expect(chartScale({ ...PLAN, isStacked: true }, figures).most).toBe(100);
  });

  it.each([
    [0, 147_500, [0, 50_000, 100_000, 150_000]],
    [0, 1.04, [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]],
    [-30, 60, [-40, -20, 0, 20, 40, 60]],
    [0, 0, [0, 0.2]],
  ])("from %d to %d has round steps", (least, most, ticks) => {
    const scale = roundScale(least, most);
    expect(scale.ticks).toHaveLength(ticks.length);
    for (const [index, tick] of ticks.entries()) expect(scale.ticks[index]).toBeCloseTo(tick, 9);
    expect(scale.most).toBeGreaterThanOrEqual(most);
    expect(scale.least).toBeLessThanOrEqual(least);
  });
});
