// Tables side by side on one sheet, each with actions of its own under the same headings: each is read, asked about and judged at its place.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { run } from "./agents-run";
import type { Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";
import { answer, say, supposed, workbook } from "./roles/asked";

const { actions, axes } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite"] as const;
type Action = (typeof actions)[number];

const WIDTH = 1 + YEARS.length * PARTS.length;
const columns = YEARS.flatMap((annee) => PARTS.map((part) => ({ annee, part })));
const amountsOf = (action: Action): CellLiteral[] => columns.map(({ annee, part }) => euros(action, annee, part));
const headsOf = (words: Readonly<Record<"etat" | "collectivite", string>>): CellLiteral[] => [
  "Action",
  ...columns.map(({ annee, part }) => `${words[part]} ${annee}`),
];
const KNOWN = headsOf({ etat: "État", collectivite: "Métropole" });

/** Grids side by side, an empty column between two. */
function beside(...grids: readonly Grid[]): Grid {
  const height = Math.max(...grids.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    grids.flatMap((grid, at) => {
      const cells = grid[row] ?? [];
      const width = Math.max(...grid.map(({ length }) => length)) + (at < grids.length - 1 ? 1 : 0);
      return Array.from({ length: width }, (_, column) => cells[column] ?? null);
    }),
  );
}

const tableOf = (axe: number, heads = KNOWN, change: (action: Action) => CellLiteral[] = amountsOf): Grid => [
  [`Axe ${axe} : ${axes.find(({ numero }) => numero === axe)?.intitule ?? ""}`],
  heads,
  ...actions.filter((action) => action.axe === axe).map((action) => [actionLabel(action), ...change(action)]),
];

describe("a table per axe, side by side", () => {
  test("is one table, in which nothing is missing and no year stands twice", () => {
    const { dossier, errors, unread, asked } = run({ Budget: beside(...[1, 2, 3, 4].map((axe) => tableOf(axe))) });
    expect(dossier.budget?.lignesAction).toHaveLength(8);
    expect([errors, unread, asked]).toEqual([[], [], []]);
  });

  test("is read so too where other ones stand below", () => {
    const grid = [...beside(tableOf(1), tableOf(2)), [], ...beside(tableOf(3), tableOf(4))];
    const { dossier, errors } = run({ Budget: grid });
    expect([dossier.budget?.lignesAction.length, errors]).toEqual([8, []]);
  });

  test("shows a slip of any of them at its cell", () => {
    const wrong = (action: Action): CellLiteral[] =>
      amountsOf(action).map((one, at) => (at === 1 ? Number(one) + 1 : one));
    const grid = beside(tableOf(1), tableOf(2), tableOf(3, KNOWN, wrong), tableOf(4));
    const cells = run({ Budget: grid })
      .ofRule("montant-contractualise")
      .map(({ cell }) => cell);
    const column = 2 * (WIDTH + 1) + 2;
    expect(column).toBe(22);
    expect(cells).toEqual(["Budget!W3", "Budget!W4"]);
  });

  test("is asked about once for all of them, and the answers are of each", () => {
    const words = headsOf({ etat: "BP E", collectivite: "BP M" });
    const raw = workbook({ Budget: beside(...[1, 2, 3, 4].map((axe) => tableOf(axe, words))) });
    const { accused, questions } = say(raw);
    expect([accused, questions.length]).toEqual([[], 8]);
    expect(questions[0]?.alsoAt).toHaveLength(3);
    const after = answer(raw, supposed);
    expect([after.accused, after.questions, after.dossier.budget?.lignesAction.length]).toEqual([[], [], 8]);
  });
});

test("actions named again beside others, in another order, are another table’s", () => {
  const budget: Grid = [KNOWN, ...actions.map((action) => [actionLabel(action), ...amountsOf(action)])];
  const executed: Grid = [
    ["Action", "Réalisé État 2024", "Réalisé Métropole 2024"],
    ...[...actions].reverse().map((action) => [actionLabel(action), ...amountsOf(action).slice(0, 2)]),
  ];
  const { dossier, errors } = run({ Suivi: beside(budget, executed) }, "2025-03-01");
  expect(errors).toEqual([]);
  expect(dossier.execution?.lignesAction.map(({ action }) => action?.numero)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
});

test("an action that another one is said to go with heads no table", () => {
  const linked = [...actions.slice(1), ...actions.slice(0, 1)];
  const grid: Grid = [
    [...KNOWN, "Action liée"],
    ...actions.map((action, at) => [actionLabel(action), ...amountsOf(action), actionLabel(linked[at] as Action)]),
  ];
  const { dossier, errors } = run({ Budget: grid });
  expect([dossier.budget?.lignesAction.length, errors]).toEqual([8, []]);
});
