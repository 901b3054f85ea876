import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { tableauBudgetaire } from "../annexes";
import { budgetOf, cellIn, euros, figures, insert, mapRow, place, type Grid } from "../figures";
import type { CellLiteral } from "../raw-workbook-builder";

type Row = readonly CellLiteral[];

const annexe = figures(budgetOf(tableauBudgetaire));
const body = tableauBudgetaire.slice(2);
const YEARS = [2024, 2025, 2026, 2027];

/** Puts the columns of the annex in another order, the label included. */
const reorder = (grid: Grid, order: readonly number[]): Grid =>
  grid.map((row) => order.map((column) => row[column] ?? null));

describe("the annex, typed as it stands", () => {
  const budget = budgetOf(tableauBudgetaire);

  test("gives every amount of the contract under its action and its axe", () => {
    expect(annexe.actions).toEqual(
      contratIntegre.actions.map((action) => ({
        action: action.numero,
        axe: action.axe,
        montants: Object.fromEntries(
          action.montants.map(({ annee, etat, collectivite }) => [
            annee,
            [(etat + collectivite) / 100, etat / 100, collectivite / 100],
          ]),
        ),
      })),
    );
    expect(annexe.axes).toEqual([1, 2, 3, 4].map((axe) => ({ axe, sousTotal: null })));
    expect(annexe.total?.[2024]).toEqual([665000, 332500, 332500]);
    expect(annexe.total?.[2027]).toEqual([700000, 350000, 350000]);
  });

  test("knows where everything stands", () => {
    expect(formatLocalRange(budget.range)).toBe("A1:M15");
    expect(place(budget.heading)).toBe("A1");
    expect(budget.unit).toBe("€");
    expect(budget.annees.map(({ annee, heading }) => [annee, place(heading)])).toEqual([
      [2024, "B1"],
      [2025, "E1"],
      [2026, "H1"],
      [2027, "K1"],
    ]);
    const [, y2025] = budget.annees;
    expect(y2025 && Object.values(y2025.colonnes).map((colonne) => colonne && place(colonne.heading))).toEqual([
      "F2",
      "G2",
      "E2",
    ]);
    expect(budget.lignesAction.map(({ label }) => place(label.ref))).toEqual([
      "A4",
      "A5",
      "A7",
      "A8",
      "A10",
      "A11",
      "A13",
      "A14",
    ]);
    expect(place(cellIn(budget.lignesAction[4], 2026, "collectivite")?.ref ?? { row: -1, column: -1 })).toBe("J10");
    expect(budget.anneesRepetees).toEqual([]);
    expect(budget.lignesIgnorees).toEqual([]);
  });
});

describe("the same figures in another layout", () => {
  const repeatedYears = mapRow(tableauBudgetaire, 0, () => ["Année", ...YEARS.flatMap((year) => [year, year, year])]);
  const centredYears = mapRow(tableauBudgetaire, 0, () => ["Année", ...YEARS.flatMap((year) => [null, year, null])]);
  const textYears = mapRow(tableauBudgetaire, 0, () => ["", ...YEARS.flatMap((year) => [`Année ${year}`, null, null])]);
  const dateYears = mapRow(tableauBudgetaire, 0, () => [
    null,
    ...YEARS.flatMap((_year, index) => [
      { value: [45292, 45658, 46023, 46388][index] ?? 0, numberFormat: "yyyy" },
      null,
      null,
    ]),
  ]);
  const otherWords = mapRow(tableauBudgetaire, 1, () => [
    "Actions",
    ...YEARS.flatMap(() => ["Coût total", "Part de l’État (P304)", "Part Métropole"]),
  ]);
  const singleRow: Grid = [
    ["Actions", ...YEARS.flatMap((year) => [`Total ${year}`, `État ${year}`, `Métropole ${year}`])],
    ...body,
  ];
  const partyFirst = reorder(
    [["Action", ...Array.from({ length: 12 }, () => null)], tableauBudgetaire[1] ?? [], ...body],
    [0, 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12],
  );
  const partiesOverYears: Grid = [
    ["Action", "Total", null, null, null, "État", null, null, null, "DM", null, null, null],
    [null, ...YEARS, ...YEARS, ...YEARS],
    ...partyFirst.slice(2),
  ];
  const labelLast = reorder(tableauBudgetaire, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0]);
  const otherOrder = reorder(tableauBudgetaire, [0, 1, 3, 2, 4, 6, 5, 7, 9, 8, 10, 12, 11]);
  const otherOrderFilled = mapRow(otherOrder, 0, () => [
    "Année",
    2024,
    null,
    null,
    2025,
    null,
    null,
    2026,
    null,
    null,
    2027,
  ]);
  const splitLabels = tableauBudgetaire.map((row): Row => {
    const match = /^(\d) (.*)$/.exec(String(row[0] ?? ""));
    return match ? [Number(match[1]), match[2] ?? null, ...row.slice(1)] : [null, ...row];
  });
  const spaced = tableauBudgetaire.flatMap((row): Row[] => [row.flatMap((cell) => [cell, null]), []]).slice(0, 2 * 15);
  const withTitles: Grid = [
    ["Contrat local des solidarités 2024-2027"],
    [],
    ["Annexe 1 – Tableau budgétaire"],
    ...tableauBudgetaire,
    [],
    ["* Les actions sont financées à parts égales."],
  ];
  const axeColumn: Grid = [
    ["Axe", "Action", ...YEARS.flatMap((year) => [`Total ${year}`, `État ${year}`, `Métropole ${year}`])],
    ...contratIntegre.actions.map((action, index): Row => [
      contratIntegre.actions[index - 1]?.axe === action.axe ? null : `Axe ${action.axe}`,
      ...(body[index + action.axe] ?? []),
    ]),
    ["TOTAL", null, ...(body[12]?.slice(1) ?? [])],
  ];
  const axeOnEachRow = axeColumn.map((row, index): Row => {
    const action = contratIntegre.actions[index - 1];
    return action ? [contratIntegre.axes[action.axe - 1]?.alias[0] ?? null, ...row.slice(1)] : row;
  });
  const decorated = insert(tableauBudgetaire, 1, ["", "Montants prévisionnels contractualisés"]);
  const nestedTotal = insert(tableauBudgetaire.slice(0, 14), 2, tableauBudgetaire[14] ?? []);
  const extraTotalColumns = tableauBudgetaire.map((row, index): Row => [
    ...Array.from({ length: 13 }, (_, column) => row[column] ?? null),
    ...([
      ["Total 2024-2027", null, null],
      ["Total", "Etat", "DM"],
    ][index] ?? [1, 2, 3]),
  ]);

  test.each<[string, Grid]>([
    ["years repeated over each column", repeatedYears],
    ["years centred by hand over three columns", centredYears],
    ["years as text", textYears],
    ["years as dates", dateYears],
    ["other words for the parties", otherWords],
    ["a single row of headings", singleRow],
    ["parties over years", partiesOverYears],
    ["labels after the amounts", labelLast],
    ["parties in another order", otherOrderFilled],
    ["numbers and labels in two columns", splitLabels],
    ["blank rows and columns", spaced],
    ["titles and notes around it", withTitles],
    ["axes in a column of their own, merged", axeColumn],
    ["axes in a column of their own, on each row", axeOnEachRow],
    ["a decorated row between years and parties", decorated],
    ["the TOTAL row first", nestedTotal],
    ["columns of totals over the years", extraTotalColumns],
  ])("%s", (_name, grid) => {
    expect(figures(budgetOf(grid))).toEqual(annexe);
  });

  test("anywhere on the sheet", () => {
    const budget = budgetOf({ cells: tableauBudgetaire, row: 40, column: 3 });
    expect(figures(budget)).toEqual(annexe);
    expect(formatLocalRange(budget.range)).toBe("D41:P55");
  });

  test("titles and notes are reported by row and text", () => {
    expect(budgetOf(withTitles).lignesIgnorees).toEqual([
      { row: 1, text: "Contrat local des solidarités 2024-2027" },
      { row: 3, text: "Annexe 1 – Tableau budgétaire" },
      { row: 20, text: "* Les actions sont financées à parts égales." },
    ]);
    expect(formatLocalRange(budgetOf(withTitles).range)).toBe("A4:M18");
  });
});

describe("units", () => {
  const inThousands = (grid: Grid): Grid =>
    grid.map((row) => row.map((cell) => (typeof cell === "number" && cell > 3000 ? cell / 1000 : cell)));

  test.each<[string, Grid]>([
    ["in the title", [["Tableau budgétaire (en k€)"], ...inThousands(tableauBudgetaire)]],
    ["in words above", [["Montants en milliers d’euros"], [], ...inThousands(tableauBudgetaire)]],
    ["in the label's heading", mapRow(inThousands(tableauBudgetaire), 1, (row) => ["(k€)", ...row.slice(1)])],
    [
      "in the headings of the parties",
      mapRow(inThousands(tableauBudgetaire), 1, (row) => row.map((cell) => cell && `${String(cell)} (k€)`)),
    ],
  ])("%s", (_name, grid) => {
    const budget = budgetOf(grid);
    expect(budget.unit).toBe("k€");
    expect(figures(budget)).toEqual(annexe);
  });

  test("in one column only, it is that column's", () => {
    const grid = mapRow(tableauBudgetaire, 1, (row) => row.map((cell, column) => (column === 2 ? "Etat (k€)" : cell)));
    const budget = budgetOf(grid);
    expect(budget.unit).toBe("€");
    expect(euros(budget.lignesAction[0] ?? { amounts: [] })[2024]).toEqual([130000, 65000000, 65000]);
  });
});

describe("subtotals", () => {
  const split: Record<number, number> = { 1: 85000, 2: 45000, 3: 147500, 4: 55000 };
  const subtotal = (label: string, axe: number): Row => [
    label,
    2 * (split[axe] ?? 0),
    split[axe] ?? 0,
    split[axe] ?? 0,
  ];
  const positions = [2, 5, 8, 11];
  const sousTotaux = (grid: Grid) => figures(budgetOf(grid)).axes.map(({ axe, sousTotal }) => [axe, sousTotal?.[2024]]);
  const expected = [1, 2, 3, 4].map((axe) => [axe, [2 * (split[axe] ?? 0), split[axe], split[axe]]]);

  test("on the axe's own row", () => {
    const grid = tableauBudgetaire.map((row, index) => {
      const axe = positions.indexOf(index) + 1;
      return axe > 0 ? subtotal(String(row[0]), axe) : row;
    });
    expect(sousTotaux(grid)).toEqual(expected);
    expect(figures(budgetOf(grid)).actions).toEqual(annexe.actions);
  });

  const after = (label: (axe: number) => string, headings: boolean): Grid => [
    ...tableauBudgetaire.slice(0, 2),
    ...[1, 2, 3, 4].flatMap((axe) => {
      const start = positions[axe - 1] ?? 0;
      return [...tableauBudgetaire.slice(headings ? start : start + 1, start + 3), subtotal(label(axe), axe)];
    }),
    tableauBudgetaire[14] ?? [],
  ];

  test.each<[string, Grid]>([
    ["named, after the actions", after((axe) => `Sous-total axe ${axe}`, true)],
    ["bare, after the actions", after(() => "Sous-total", true)],
    ["as a bare Total, after the actions", after(() => "Total", true)],
    ["as the total of an axe", after((axe) => `Total axe ${axe} : ${contratIntegre.axes[axe - 1]?.intitule}`, true)],
    ["named, after the actions, without headings", after((axe) => `Sous-total axe ${axe}`, false)],
  ])("%s", (_name, grid) => {
    expect(sousTotaux(grid)).toEqual(expected);
    expect(figures(budgetOf(grid)).actions).toEqual(annexe.actions);
    expect(figures(budgetOf(grid)).total).toEqual(annexe.total);
  });

  test("of an axe that its heading names in words of its own, after its number", () => {
    const named = mapRow(
      after((axe) => `Sous-total axe ${axe}`, true),
      6,
      ([, ...amounts]) => ["Axe 2 : Insertion et formation", ...amounts],
    );
    expect(sousTotaux(named)).toEqual(expected);
    expect(figures(budgetOf(named)).actions).toEqual(annexe.actions);
  });

  test("before the actions, in the place of the heading", () => {
    const grid = tableauBudgetaire.map((row, index) => {
      const axe = positions.indexOf(index) + 1;
      return axe > 0 ? subtotal(`Sous-total « ${contratIntegre.axes[axe - 1]?.alias[0]} »`, axe) : row;
    });
    const grids = mapRow(grid, 2, () => subtotal("Sous-total axe 1", 1));
    expect(sousTotaux(grids)[0]).toEqual(expected[0]);
    expect(figures(budgetOf(grids)).actions.map(({ axe }) => axe)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test("a last row without a label is the TOTAL where it sums the rows above it", () => {
    const [total = []] = tableauBudgetaire.slice(-1);
    const typed = mapRow(tableauBudgetaire, 14, ([, ...amounts]) => [null, ...amounts]);
    expect(figures(budgetOf(typed))).toEqual(annexe);
    const formulas = mapRow(tableauBudgetaire, 14, () => [
      null,
      ..."BCDEFGHIJKLM".split("").map((column) => ({ value: 1, formula: `=SUM(${column}3:${column}13)` })),
    ]);
    expect(figures(budgetOf(formulas)).actions).toHaveLength(8);
    expect(figures(budgetOf(formulas)).total?.[2024]).toEqual([1, 1, 1]);
    const other = mapRow(tableauBudgetaire, 14, () => [null, ...total.slice(1).map(() => 1)]);
    expect(figures(budgetOf(other)).actions).toHaveLength(9);
  });

  test("a TOTAL written twice below the last axe is no subtotal of it", () => {
    const [total = []] = tableauBudgetaire.slice(-1);
    const { axes, total: sums } = figures(budgetOf([...tableauBudgetaire, [], ["Total général", ...total.slice(1)]]));
    expect(axes.map(({ sousTotal }) => sousTotal)).toEqual([null, null, null, null]);
    expect(sums?.[2024]).toEqual([665000, 332500, 332500]);
    expect(budgetOf([...tableauBudgetaire, ["Total général", ...total.slice(1)]]).lignesIgnorees).toEqual([
      { row: 15, text: "TOTAL" },
    ]);
  });
});
