import { describe, expect, test } from "vitest";
import { tableauBudgetaire } from "../annexes";
import { budgetOf, figures, understand, type Grid } from "../figures";
import type { CellLiteral } from "../raw-workbook-builder";

type Row = readonly CellLiteral[];

describe("contracted and executed columns", () => {
  const YEARS = [2024, 2025, 2026, 2027];
  const body = tableauBudgetaire.slice(2);
  const group = (row: Row, annee: number): Row => row.slice(1).slice(3 * (annee - 2024), 3 * (annee - 2023));
  const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
  const rowsOf = (cells: (row: Row) => Row): Grid =>
    body.map((row) => (row.length > 1 ? [row[0] ?? null, ...cells(row)] : row));
  const heads = ["Total", "État", "DM"];
  const pairs = (row: Row): Row => YEARS.flatMap((annee) => group(row, annee).flatMap((cell) => [cell, cell]));
  const byNature = (row: Row): Row => [...row.slice(1), ...row.slice(1)];
  const byYear = (row: Row): Row => YEARS.flatMap((annee) => [...group(row, annee), ...group(row, annee)]);

  test("of one year say nothing of the columns of the others", () => {
    const own = (row: Row): Row => [...group(row, 2024), ...row.slice(1)];
    const { budget, execution } = understand({
      Budget: [
        ["Action", 2024, ...blanks(5), ...[2025, 2026, 2027].flatMap((annee) => [annee, ...blanks(2)])],
        [null, "Contractualisé", null, null, "Consommé"],
        [null, ...Array.from({ length: 5 }, () => heads).flat()],
        ...rowsOf(own),
      ],
    });
    expect(budget?.annees.map(({ annee }) => annee)).toEqual(YEARS);
    expect(execution?.annees.map(({ annee }) => annee)).toEqual([2024]);
  });

  test.each<[string, Grid]>([
    [
      "under each party",
      [
        ["Action", ...YEARS.flatMap((annee) => [annee, ...blanks(5)])],
        [null, ...YEARS.flatMap(() => heads.flatMap((head) => [head, null]))],
        [null, ...YEARS.flatMap(() => heads.flatMap(() => ["Prévu", "Réalisé"]))],
        ...rowsOf(pairs),
      ],
    ],
    [
      "over the years",
      [
        [null, "Contractualisé", ...blanks(11), "Exécuté", ...blanks(11)],
        ["Action", ...[...YEARS, ...YEARS].flatMap((annee) => [annee, null, null])],
        [null, ...[...YEARS, ...YEARS].flatMap(() => heads)],
        ...rowsOf(byNature),
      ],
    ],
    [
      "in the years' own cells",
      [
        ["Action", ...YEARS.flatMap((annee) => [`Prévu ${annee}`, null, null, `Réalisé ${annee}`, null, null])],
        [null, ...YEARS.flatMap(() => [...heads, ...heads])],
        ...rowsOf(byYear),
      ],
    ],
    [
      "in the parties' own cells",
      [
        ["Action", ...YEARS.flatMap((annee) => [annee, ...blanks(5)])],
        [null, ...YEARS.flatMap(() => [...heads, "Total réalisé", "État réalisé", "DM réalisé"])],
        ...rowsOf(byYear),
      ],
    ],
    [
      "in one row",
      [
        [
          "Action",
          ...YEARS.flatMap((annee) => [
            ...heads.map((head) => `${head} ${annee}`),
            ...heads.map((head) => `${head} réalisé ${annee}`),
          ]),
        ],
        ...rowsOf(byYear),
      ],
    ],
  ])("%s", (_name, grid) => {
    const { budget, execution, absences } = understand({ Budget: grid });
    expect(absences.map(({ kind }) => kind)).toEqual(["indicators"]);
    expect(budget && figures(budget)).toEqual(figures(budgetOf(tableauBudgetaire)));
    expect(execution && figures(execution)).toEqual(figures(budgetOf(tableauBudgetaire)));
  });

  test("what was paid alone is no execution, and no part of the budget", () => {
    const grid = tableauBudgetaire.map((row, index): Row => [
      ...Array.from({ length: 13 }, (_, column) => row[column] ?? null),
      index === 1 ? "Versé" : null,
    ]);
    const { budget, execution } = understand({ Budget: grid });
    expect(execution).toBeNull();
    expect(budget && figures(budget)).toEqual(figures(budgetOf(tableauBudgetaire)));
  });
});
