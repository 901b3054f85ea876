// What « Actualiser les totaux » leaves, changes and refuses, on small tables laid out by other hands.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { describeChange } from "../../../../src/core/why/totals/describe-change";
import { WorkbookError } from "xlsx-model/plan";
import { applyTotals, previewTotals } from "../../../../src/usecases/refresh-totals";
import { tableauBudgetaire } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, contentAt, fileOf, formulasOf, refresh, type Sheets } from "./refreshed";

type Row = readonly CellLiteral[];

const labels = tableauBudgetaire.map(([label = null]) => label);
const AXES = [labels[2] ?? null, labels[5] ?? null];
const ACTIONS = [3, 4, 6, 7].map((row) => labels[row] ?? null);

const HEAD: readonly Row[] = [
  ["Année", 2026, null, null],
  ["Actions", "Total", "État", "Métropole"],
];

const action = (index: number, total: CellLiteral, etat: CellLiteral, local: CellLiteral): Row => [
  ACTIONS[index] ?? null,
  total,
  etat,
  local,
];

/** Two axes of two actions; A7 is the second axe, TOTAL stands in row 9. */
const rows = (changes: Readonly<Record<number, Row>> = {}): Row[] =>
  [
    ...HEAD,
    [AXES[0] ?? null],
    action(0, 100, 60, 40),
    action(1, 50, 25, 25),
    [AXES[1] ?? null],
    action(2, 30, 15, 15),
    action(3, 20, 10, 10),
    ["TOTAL", 200, 110, 90],
  ].map((row, index) => changes[index + 1] ?? row);

const budget = (cells: readonly Row[]): Sheets => ({ Budget: cells });
const at = (file: ReturnType<typeof fileOf>, cell: string) => contentAt(file, `Budget!${cell}`);
const preview = (sheets: Sheets) => previewTotals(fileOf(sheets).port, contratIntegre, AS_OF);

describe("the formulas", () => {
  it("add the two parts of an action, and each action row once", async () => {
    expect(formulasOf(await preview(budget(rows())))).toEqual({
      "Budget!B4": "=C4+D4",
      "Budget!B5": "=C5+D5",
      "Budget!B7": "=C7+D7",
      "Budget!B8": "=C8+D8",
      "Budget!B9": "=SUM(B4:B5,B7:B8)",
      "Budget!C9": "=SUM(C4:C5,C7:C8)",
      "Budget!D9": "=SUM(D4:D5,D7:D8)",
    });
  });

  it("give the subtotals their own actions, above or below, and the TOTAL no subtotal", async () => {
    const above = rows({ 3: [AXES[0] ?? null, 150, 85, 65], 6: [AXES[1] ?? null, 50, 25, 25] });
    expect(formulasOf(await preview(budget(above)))).toMatchObject({
      "Budget!B3": "=SUM(B4:B5)",
      "Budget!D6": "=SUM(D7:D8)",
      "Budget!C9": "=SUM(C4:C5,C7:C8)",
    });
    const below = rows();
    below.splice(5, 0, ["Sous-total axe 1", 1, 2, 3]);
    below.splice(9, 0, ["Sous-total axe 2", null, 25, 25]);
    expect(formulasOf(await preview(budget(below)))).toMatchObject({
      "Budget!B6": "=SUM(B4:B5)",
      "Budget!B10": "=SUM(B8:B9)",
      "Budget!D10": "=SUM(D8:D9)",
      "Budget!B11": "=SUM(B4:B5,B8:B9)",
    });
  });

  it("count a row where it stands, whatever its axe, and a repeated or unknown one too", async () => {
    const moved = rows({ 7: [ACTIONS[0] ?? null, 30, 15, 15], 8: ["Une action de plus", 20, 10, 10] });
    const { changes } = await preview(budget(moved));
    expect(formulasOf({ changes })["Budget!C9"]).toBe("=SUM(C4:C5,C7:C8)");
    expect(changes.find(({ formula }) => formula.startsWith("=SUM(C4"))?.after).toBe(11000);
  });

  it("pass over « nd », which + would stumble on", async () => {
    const { file, again } = await refresh(fileOf(budget(rows({ 4: action(0, "=C4+D4", 60, "nd") }))));
    expect(at(file, "B4")).toEqual({ value: 60, formula: "=SUM(C4,D4)" });
    expect(at(file, "B9").value).toBe(160);
    expect(again.changes).toEqual([]);
  });
});

describe("what is right already", () => {
  it.each([
    ["other words for the same cells", { 4: action(0, "=SUM(C4:D4)", 60, 40) }, "B4"],
    ["absolute references", { 9: ["TOTAL", 0, "=SUM($C$4:$C$8)", 90] }, "C9"],
    [
      "the subtotals alone",
      { 3: [AXES[0], 0, "=SUM(C4:C5)", 0], 6: [AXES[1], 0, "=C7+C8", 0], 9: ["TOTAL", 0, "=C3+C6", 0] },
      "C9",
    ],
    ["the parts of its own row", { 9: ["TOTAL", "=C9+D9", 1, 1] }, "B9"],
    [
      "a formula that is no plain sum, with the right figure",
      { 4: action(0, '=IF(COUNT(C4:D4)=0,"",SUM(C4:D4))', 60, 40) },
      "B4",
    ],
  ] as const)("stays: %s", async (_, changes, cell) => {
    const file = fileOf(budget(rows(changes as Record<number, Row>)));
    const formula = at(file, cell).formula;
    const { preview: plan, again } = await refresh(file);
    expect(Object.keys(formulasOf(plan))).not.toContain(`Budget!${cell}`);
    expect(at(file, cell).formula).toBe(formula);
    expect(again.changes).toEqual([]);
  });

  it.each([
    ["misses a row", "=SUM(C4:C7)"],
    ["counts a row twice", "=SUM(C4:C8)+C5"],
    ["counts a subtotal with its actions", "=SUM(C3:C8)"],
    ["adds a number", "=SUM(C4:C8)+5"],
    ["has lost a row", "=SUM(C4,#REF!)"],
    ["is no plain sum, with a wrong figure", "=MAX(C4:C8)"],
  ])("changes: a formula that %s", async (_, formula) => {
    const withSubtotal = rows({
      3: [AXES[0] ?? null, "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)"],
      9: ["TOTAL", 200, formula, 90],
    });
    const { file } = await refresh(fileOf(budget(withSubtotal)));
    expect(at(file, "C9")).toEqual({ value: 110, formula: "=SUM(C4:C5,C7:C8)" });
  });
});

describe("rows that come, go and move", () => {
  const edited = (edit: (cells: Row[]) => void) => {
    const cells = rows();
    edit(cells);
    return fileOf(budget(cells));
  };

  it("covers a row inserted at the edge of its axe, and one in the middle", async () => {
    const { file, again } = await refresh(
      edited((cells) => {
        cells[8] = ["TOTAL", "=SUM(B4:B5,B7:B8)", "=SUM(C4:C5,C7:C8)", "=SUM(D4:D5,D7:D8)"];
        cells.splice(5, 0, ["Action nouvelle", null, 7, 3]);
        cells[9] = ["TOTAL", "=SUM(B4:B5,B8:B9)", "=SUM(C4:C5,C8:C9)", "=SUM(D4:D5,D8:D9)"];
      }),
    );
    expect(at(file, "B6")).toEqual({ value: 10, formula: "=C6+D6" });
    expect(at(file, "C10")).toEqual({ value: 117, formula: "=SUM(C4:C6,C8:C9)" });
    expect(at(file, "B10").value).toBe(210);
    expect(again.changes).toEqual([]);
  });

  it("forgets a deleted row, and an axe that lost all of its rows", async () => {
    const { file } = await refresh(edited((cells) => void cells.splice(6, 2)));
    expect(at(file, "C7")).toEqual({ value: 85, formula: "=SUM(C4:C5)" });
  });

  it("follows a row that moved under another axe", async () => {
    const { file } = await refresh(
      edited((cells) => {
        cells[2] = [AXES[0] ?? null, 0, 0, 0];
        cells[5] = [AXES[1] ?? null, 0, 0, 0];
        const [moved = []] = cells.splice(4, 1);
        cells.splice(7, 0, moved);
      }),
    );
    expect(at(file, "C3")).toEqual({ value: 60, formula: "=SUM(C4)" });
    expect(at(file, "C5")).toEqual({ value: 50, formula: "=SUM(C6:C8)" });
    expect(at(file, "C9").value).toBe(110);
  });
});

describe("what cannot be computed", () => {
  it("is said once per cell at fault, with the totals that wait, and the others are done", async () => {
    const { file, preview: plan } = await refresh(fileOf(budget(rows({ 4: action(0, 100, "entre 50 et 70", 40) }))));
    expect(plan.blocked).toEqual([
      "Action 1 – 2026 – part État (Budget!C4)\u00a0: montant illisible, «\u00a0entre 50 et 70\u00a0». Les totaux B4, C9 et B9 ne sont pas actualisés\u00a0: corrigez le montant, puis recommencez.",
    ]);
    expect(at(file, "B4")).toEqual({ value: 100, formula: null });
    expect(at(file, "C9")).toEqual({ value: 110, formula: null });
    expect(at(file, "D9")).toEqual({ value: 90, formula: "=SUM(D4:D5,D7:D8)" });
  });

  it.each([
    ["a text that is an amount", "60 €", /montant saisi en texte, « 60 € »/],
    ["an error", { value: "#DIV/0!", formula: "=1/0" }, /montant illisible, « #DIV\/0! »/],
  ] as const)("%s", async (_, etat, sentence) => {
    const { blocked, changes } = await preview(budget(rows({ 4: action(0, 100, etat, 40) })));
    expect(blocked).toEqual([expect.stringMatching(new RegExp(sentence.source.replaceAll(" ", "[ \u00a0]")))]);
    expect(Object.keys(formulasOf({ changes }))).not.toContain("Budget!B4");
  });

  it("the subtotal of an axe that lost its actions, told once for its row", async () => {
    const cells = rows({ 3: [AXES[0] ?? null, "=SUM(#REF!)", "=SUM(#REF!)", 12], 6: [AXES[1] ?? null, 50, 25, 25] });
    cells.splice(3, 2);
    const { blocked } = await preview(budget(cells));
    expect(blocked).toEqual([
      "Axe 1 – 2026 – part État (Budget!C3)\u00a0: aucune action à additionner. Les totaux C3, D3 et B3 ne sont pas actualisés.",
    ]);
  });

  it("amounts in another unit than their total", async () => {
    const cells = rows();
    cells[1] = ["Actions", "Total", "État (k€)", "Métropole"];
    const { blocked } = await preview(budget(cells));
    expect(blocked[0]).toContain("ne sont pas tous dans l’unité du total");
  });
});

describe("what is not due", () => {
  it("leaves an executed year empty until something is executed", async () => {
    const executed: Sheets = {
      Exécution: [
        ["Exécution", 2025, null, null, 2026, null, null],
        ["Actions", "Total", "État", "Métropole", "Total", "État", "Métropole"],
        [ACTIONS[0] ?? null, null, 60, 40, null, null, null],
        [ACTIONS[1] ?? null, null, 25, 25, null, "nd", null],
        [ACTIONS[2] ?? null, null, 25, 25, null, 5, null],
        ["TOTAL", 150, 110, 90, null, null, null],
      ],
    };
    expect(Object.keys(formulasOf(await preview(executed)))).toEqual(
      [..."B3 B4 B5 E5 B6 C6 D6 E6 F6 G6".split(" ").map((cell) => `Exécution!${cell}`)].sort(
        (a, b) => Number(a.slice(-1)) - Number(b.slice(-1)) || a.localeCompare(b),
      ),
    );
  });

  it("leaves a column that the TOTAL row does not sum", async () => {
    const plan = await preview(budget(rows({ 9: ["TOTAL", null, 110, null] })));
    expect(Object.keys(formulasOf(plan)).filter((cell) => cell.endsWith("9"))).toEqual(["Budget!C9"]);
    const hole = await preview(budget(rows({ 9: ["TOTAL", null, 110, 90] })));
    expect(formulasOf(hole)["Budget!B9"]).toBe("=SUM(B4:B5,B7:B8)");
  });
});

describe("the preview", () => {
  it("tells old content, new formula, new value and difference", async () => {
    const plan = await preview(budget(rows({ 4: action(0, 95, 60, 40), 9: ["TOTAL", 195, "=C4+C5", 90] })));
    const told = Object.fromEntries(plan.changes.map((change) => [change.label, describeChange(change)]));
    expect(told["Action 1 – 2026 – Total"]).toEqual({
      before: "95,00\u00a0€",
      origin: "saisi",
      after: "100,00\u00a0€",
      formula: "=C4+D4",
      difference: "+5,00\u00a0€",
    });
    expect(told["TOTAL – 2026 – part État"]).toEqual({
      before: "85,00\u00a0€",
      origin: "=C4+C5",
      after: "110,00\u00a0€",
      formula: "=SOMME(C4:C5;C7:C8)",
      difference: "+25,00\u00a0€",
    });
    // With the actions as they will be.
    expect(told["TOTAL – 2026 – Total"]).toMatchObject({ after: "200,00\u00a0€", difference: "+5,00\u00a0€" });
    expect(told["Action 2 – 2026 – Total"]?.difference).toBe("0,00\u00a0€");
  });

  it("counts in k€ and shows euros", async () => {
    const cells = rows();
    const inThousands = [["Montants en k€"], ...cells.slice(0, 3), action(0, 0, 60.5, 40.25), ...cells.slice(4)];
    const { file, preview: plan } = await refresh(fileOf(budget(inThousands)));
    const first = plan.changes.find(({ label }) => label.startsWith("Action 1 "));
    expect([first?.after, first?.value]).toEqual([10_075_000, 100.75]);
    expect(at(file, "B5").value).toBe(100.75);
  });

  it("changes nothing once the workbook is another one", async () => {
    const file = fileOf(budget(rows()));
    const plan = await previewTotals(file.port, contratIntegre, AS_OF);
    file.model.sheets[0]?.setContent(3, 2, { value: 61, formula: null });
    const before = file.save();
    await expect(applyTotals(file.port, contratIntegre, AS_OF, plan)).rejects.toThrow(
      /^Le classeur a changé depuis l’aperçu\u00a0: rien n’a été modifié\./,
    );
    expect(file.save()).toEqual(before);
  });
});

describe("bad input", () => {
  it("is one sentence", async () => {
    const none = preview({ Notes: [["Rien"]] });
    await expect(none).rejects.toBeInstanceOf(WorkbookError);
    await expect(none).rejects.toThrow(/^Aucun tableau budgétaire ni tableau d’exécution n’a été reconnu/);
    await expect(preview({ Budget: rows(), Ancien: rows() })).rejects.toThrow(
      /^Plusieurs tableaux montrent les mêmes années/,
    );
  });

  it("finds nothing to change in totals that are right", async () => {
    const { file } = await refresh(fileOf(budget(rows())));
    const plan = await previewTotals(file.port, contratIntegre, AS_OF);
    expect([plan.changes, plan.unchanged, plan.blocked, plan.notes]).toEqual([[], 7, [], []]);
  });
});
