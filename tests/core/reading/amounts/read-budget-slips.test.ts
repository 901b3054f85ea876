import { describe, expect, test } from "vitest";
import { tableauBudgetaire } from "../annexes";
import { budgetOf, cellIn, euros, figures, insert, mapRow, place, understand } from "../figures";

const annexe = figures(budgetOf(tableauBudgetaire));

describe("slips", () => {
  test("a duplicate stays as two rows, an unknown action has no action, a moved one keeps its place", () => {
    const grid = insert(
      tableauBudgetaire,
      5,
      tableauBudgetaire[3] ?? [],
      ["9 Soutenir les épiceries", 100, 50, 50],
      tableauBudgetaire[13] ?? [],
    );
    const read = figures(budgetOf(grid)).actions.map(({ action, axe }) => [action, axe]);
    expect(read.slice(0, 5)).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
      [null, 1],
      [8, 1],
    ]);
  });

  test("a TOTAL GÉNÉRAL that is still empty, below the bare totals of the axes, is the table's and no title", () => {
    const [head = [], under = []] = tableauBudgetaire;
    const grid = [head, under].concat(
      [2, 5, 8, 11].flatMap((at) => {
        const [axe = [], first = [], second = []] = tableauBudgetaire.slice(at, at + 3);
        return [
          axe,
          first,
          second,
          ["Total", ...first.slice(1).map((one, index) => Number(one) + Number(second[index + 1]))],
        ];
      }),
      [["TOTAL GÉNÉRAL"]],
    );
    const { sommes } = budgetOf(grid);
    expect(sommes.map(({ label, of }) => [label.text, of])).toEqual([
      ...[0, 1, 2, 3].map((index) => ["Total", { kind: "axe", index }]),
      ["TOTAL GÉNÉRAL", { kind: "total" }],
    ]);
  });

  test.each([
    ["says its missing words", ["9 Soutenir les aidants", "nd", "-", "NC"]],
    ["numbers itself as an action", ["Action n° 9 - Soutenir les aidants"]],
  ])("an unknown action without any amount stands where it %s", (_, row) => {
    const budget = budgetOf(insert(tableauBudgetaire, 5, row));
    expect(budget.lignesAction.map(({ action }) => action?.numero ?? null)).toEqual([1, 2, null, 3, 4, 5, 6, 7, 8]);
    expect(budget.lignesIgnorees).toEqual([]);
  });

  test.each([
    ["says nothing of amounts", ["5 associations y participent"]],
    ["is an axe", ["Axe 5 : Santé", "-", "-", "-"]],
  ])("words over no amount are no action where the row %s", (_, row) => {
    expect(budgetOf(insert(tableauBudgetaire, 5, row)).lignesAction).toHaveLength(8);
  });

  test("an action row without a label is an unknown action", () => {
    const budget = budgetOf(mapRow(tableauBudgetaire, 3, (row) => [null, ...row.slice(1)]));
    expect(budget.lignesAction[0]).toMatchObject({ action: null, label: { ref: { row: 3, column: 0 } } });
    expect(budget.lignesAction[0]?.label.text).toBe("");
  });

  test("a comment beside the amounts changes nothing, whatever its words", () => {
    const comments = ["Voir aussi", "Commentaires", "Axe 4", "Total revu en 2025", "Action 3"];
    const grid = tableauBudgetaire.map((row, index) => [
      ...Array.from({ length: 13 }, (_, column) => row[column] ?? null),
      comments[index] ?? null,
    ]);
    expect(figures(budgetOf(grid))).toEqual(annexe);
  });

  test("an unknown axe is a heading without an axe", () => {
    const budget = budgetOf(mapRow(tableauBudgetaire, 5, () => ["Axe « Accès à la culture »"]));
    expect(budget.lignesAxe.map(({ axe }) => axe?.numero ?? null)).toEqual([1, null, 3, 4]);
  });

  test("words alone over an action of another axe are a heading, over one of the same axe a note", () => {
    const heading = budgetOf(mapRow(tableauBudgetaire, 5, () => ["L’emploi pour tous"]));
    expect(heading.lignesAxe.map(({ axe, label }) => [axe?.numero ?? null, place(label.ref)])).toEqual([
      [1, "A3"],
      [null, "A6"],
      [3, "A9"],
      [4, "A12"],
    ]);
    expect(heading.lignesIgnorees).toEqual([]);
    const note = budgetOf(insert(tableauBudgetaire, 4, ["dont appui à l’école de la deuxième chance"]));
    expect(figures(note)).toEqual(annexe);
    expect(note.lignesIgnorees.map(({ row }) => row)).toEqual([5]);
  });

  test("a year or a column that comes twice is reported and the first is kept", () => {
    const again = budgetOf(mapRow(tableauBudgetaire, 0, () => ["Année", 2024, null, null, 2025, null, null, 2025]));
    expect(again.annees.map(({ annee }) => annee)).toEqual([2024, 2025]);
    const twice = mapRow(tableauBudgetaire, 0, (row) => row.map((cell) => (cell === 2027 ? 2026 : cell)));
    const budget = budgetOf(twice);
    expect(budget.annees.map(({ annee }) => annee)).toEqual([2024, 2025, 2026]);
    expect(budget.anneesRepetees.map(({ annee, heading }) => [annee, place(heading)])).toEqual([[2026, "K1"]]);
    const column = budgetOf(mapRow(tableauBudgetaire, 1, (row) => row.map((cell, at) => (at === 12 ? "Etat" : cell))));
    expect(column.annees.at(-1)?.colonnes.collectivite).toBeNull();
    expect(column.anneesRepetees.map(({ annee, heading }) => [annee, place(heading)])).toEqual([[2027, "M2"]]);
  });

  test("a year outside the period is read like the others", () => {
    const grid = mapRow(tableauBudgetaire, 0, (row) => row.map((cell) => (cell === 2027 ? 2028 : cell)));
    expect(budgetOf(grid).annees.map(({ annee }) => annee)).toEqual([2024, 2025, 2026, 2028]);
  });

  test("errors, dates and ranges are unreadable, and keep their text and formula", () => {
    const grid = mapRow(tableauBudgetaire, 3, (row) => [
      row[0] ?? null,
      { value: "#REF!", formula: "=#REF!" },
      { value: 45292, numberFormat: "dd/mm/yyyy" },
      "Entre 200 et 500",
      { value: "#NON CALCULÉ", formula: "=B5" },
      ...row.slice(5),
    ]);
    const [action] = budgetOf(grid).lignesAction;
    expect(action && euros(action)[2024]).toEqual(["unreadable", "unreadable", "unreadable"]);
    expect(cellIn(action, 2024, "total")).toMatchObject({ text: "#REF!", formula: "=#REF!" });
    expect(cellIn(action, 2024, "etat")?.text).toBe("01/01/2024");
    expect(cellIn(action, 2024, "collectivite")?.text).toBe("Entre 200 et 500");
    expect(cellIn(action, 2025, "total")?.known.reason).toBe("unreadable");
  });

  test("rows under the TOTAL that repeat or compute are left aside, and said", () => {
    const budget = budgetOf([
      ...tableauBudgetaire,
      ["Part de l’État", 0.5, 0.5, 0.5],
      [],
      ["Récapitulatif"],
      ["Axe 1", 170000, 85000, 85000],
      ["Total", 332500, 1, 2],
    ]);
    expect(figures(budget)).toEqual(annexe);
    expect(budget.lignesIgnorees.map(({ row }) => row)).toEqual([16, 18, 19, 20]);
  });

  test("an unknown action below the « Total » of the axe above is still read", () => {
    const [head, parties, axe1, ...others] = tableauBudgetaire;
    const grid = [head ?? [], parties ?? [], axe1 ?? [], ...others.slice(0, 2), ["Total", 1, 2, 3], ...others.slice(2)];
    const read = budgetOf(insert(grid, 7, ["Soutenir les épiceries", 100, 50, 50]));
    expect(read.lignesAction).toHaveLength(9);
    expect(figures(read).actions[2]).toMatchObject({ action: null, axe: 2 });
  });

  test("the TOTAL of one party beside that of the table is left aside", () => {
    const budget = budgetOf([
      ...tableauBudgetaire,
      ["Total État", null, 332500, null, null, 350000],
      ["Total Métropole", null, null, 332500, null, null, 350000],
    ]);
    expect(figures(budget)).toEqual(annexe);
    expect(budget.lignesIgnorees.map(({ row }) => row)).toEqual([16, 17]);
  });

  test("an action of the contract typed under the TOTAL is still read", () => {
    const grid = [...tableauBudgetaire.slice(0, 13), tableauBudgetaire[14] ?? [], [], tableauBudgetaire[13] ?? []];
    expect(figures(budgetOf(grid)).actions.map(({ action }) => action)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("a table of another contract is read, with unknown actions", () => {
    const grid = tableauBudgetaire.map((row, index) =>
      index > 1 && row.length > 1 && index < 14 ? [`Mesure ${"abcdefghijklmn"[index]}`, ...row.slice(1)] : row,
    );
    expect(figures(budgetOf(grid)).actions.map(({ action }) => action)).toEqual(Array.from({ length: 8 }, () => null));
  });
});

test("an executed table is no budget table", () => {
  const titled = understand({ Suivi: [["Exécution budgétaire"], ...tableauBudgetaire] });
  expect(titled.budget).toBeNull();
  expect(titled.absences[0]?.sheets).toEqual([{ sheet: "Suivi", why: "un tableau d’exécution en B2:M3" }]);
  const byYear = understand({
    Suivi: mapRow(tableauBudgetaire, 0, (row) =>
      row.map((cell) => (typeof cell === "number" ? `Réalisé ${cell}` : cell)),
    ),
  });
  expect(byYear.budget).toBeNull();
});
