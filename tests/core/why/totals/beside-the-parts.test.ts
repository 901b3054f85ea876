// Totals of what stands beside the parts (payments, other financing, what is said again to be contracted): typed, incomplete, refreshed.
import { repeatedPart } from "../../../../src/core/domain/column-roles";
import { totalIn } from "../../reading/figures";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { verify } from "../../../../src/core/verify";
import { verificationJson } from "../../../../src/core/verification-json";
import { tableauBudgetaire } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, contentAt, fileOf, formulasOf, refresh } from "./refreshed";

type Row = readonly CellLiteral[];

const labels = tableauBudgetaire.map(([label = null]) => label);
const AXES = [labels[2] ?? null, labels[5] ?? null];
const ACTIONS = [3, 4, 6, 7].map((row) => labels[row] ?? null);
const HEAD: readonly Row[] = [
  ["Actions", 2024, ...Array<null>(7).fill(null)],
  [
    null,
    "Contractualisé État",
    "Contractualisé Métropole",
    "Contractualisé Total",
    "Versé par l’État",
    "Exécuté État",
    "Exécuté Métropole",
    "Autres financeurs",
    "Coût total",
  ],
];
const FIGURES = [65_000, 65_000, 130_000, 65_000, 60_000, 60_000, 10, 120_010];
const COLUMNS = ["B", "C", "D", "E", "F", "G", "H", "I"];
const BESIDE = ["B", "C", "D", "E", "H"];

/** Subtotals in rows 3 and 6, TOTAL in row 9; `change` gives the formula of a column's sum, null for the figure typed. */
function table(change: (column: string, row: number, formula: string) => CellLiteral = (_, __, formula) => formula) {
  const action = (index: number): Row => {
    const row = [3, 4, 6, 7][index] ?? 0;
    const [etat, local, total, ...others] = FIGURES;
    const sum = `=B${row + 1}+C${row + 1}`;
    const cost = `=SUM(F${row + 1}:H${row + 1})`;
    return [ACTIONS[index] ?? null, etat ?? 0, local ?? 0, total ? sum : 0, ...others.slice(0, -1), cost];
  };
  const sums = (row: number, ranges: string): Row =>
    COLUMNS.map((column) => change(column, row, `=SUM(${ranges.replaceAll("#", column)})`));
  return [
    ...HEAD,
    [AXES[0] ?? null, ...sums(3, "#4:#5")],
    action(0),
    action(1),
    [AXES[1] ?? null, ...sums(6, "#7:#8")],
    action(2),
    action(3),
    ["TOTAL", ...sums(9, "#4:#5,#7:#8")],
  ];
}

const typed = (only: string) =>
  table((column, row, formula) => {
    const value = (FIGURES[COLUMNS.indexOf(column)] ?? 0) * (row === 9 ? 4 : 2);
    return column === only ? value : formula;
  });

const sheetsOf = (execution: readonly Row[]) => ({ Budget: tableauBudgetaire, Exécution: execution });

async function found(execution: readonly Row[], rule: string) {
  const raw = await fileOf(sheetsOf(execution)).port.read();
  const { findings } = verificationJson(verify(raw, contratIntegre, AS_OF).verification);
  return findings.filter((finding) => finding.rule === rule && finding.cells[0]?.startsWith("Exécution!"));
}

describe("a total of what stands beside the parts", () => {
  it("is a formula that adds each action once, and nothing is said", async () => {
    const raw = await fileOf(sheetsOf(table())).port.read();
    const total = totalIn(readDossier(raw, contratIntegre, AS_OF).execution);
    expect(total && new Set(total.amounts.flatMap(({ year, column }) => (repeatedPart(column) ? [year] : [])))).toEqual(
      new Set([2024]),
    );
    expect(await found(table(), "total-en-formule")).toEqual([]);
    expect(await found(table(), "formule-incomplete")).toEqual([]);
  });

  it.each(BESIDE)("is found where it was typed: column %s", async (column) => {
    const [finding, ...others] = await found(typed(column), "total-en-formule");
    expect(others).toEqual([]);
    expect(finding?.cells).toEqual([3, 6, 9].map((row) => `Exécution!${column}${row}`));
    expect(finding?.fix).toEqual([
      { cell: `Exécution!${column}3`, formula: `=SUM(${column}4:${column}5)` },
      { cell: `Exécution!${column}6`, formula: `=SUM(${column}7:${column}8)` },
      { cell: `Exécution!${column}9`, formula: `=SUM(${column}4:${column}5,${column}7:${column}8)` },
    ]);
  });

  it.each(BESIDE)("is found where its formula leaves out an action: column %s", async (column) => {
    const short = table((at, row, formula) =>
      at === column && row === 9 ? `=SUM(${at}4:${at}5,${at}7)+${FIGURES[COLUMNS.indexOf(at)] ?? 0}` : formula,
    );
    const [finding, ...others] = await found(short, "formule-incomplete");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ cells: [`Exécution!${column}9`], found: 3, expected: 4 });
    expect(finding?.fix).toMatchObject([{ formula: `=SUM(${column}4:${column}5,${column}7:${column}8)` }]);
  });

  it.each(BESIDE)("becomes a formula when the totals are refreshed: column %s", async (column) => {
    const { file, preview, again } = await refresh(fileOf(sheetsOf(typed(column))));
    const own = Object.entries(formulasOf(preview)).filter(([cell]) => cell.startsWith("Exécution!"));
    expect(own).toEqual([
      [`Exécution!${column}3`, `=SUM(${column}4:${column}5)`],
      [`Exécution!${column}6`, `=SUM(${column}7:${column}8)`],
      [`Exécution!${column}9`, `=SUM(${column}4:${column}5,${column}7:${column}8)`],
    ]);
    expect(contentAt(file, `Exécution!${column}9`)).toEqual({
      value: (FIGURES[COLUMNS.indexOf(column)] ?? 0) * 4,
      formula: `=SUM(${column}4:${column}5,${column}7:${column}8)`,
    });
    expect(again.changes).toEqual([]);
  });

  it.each([
    ["=F4+G4", "=F4+G4+H4"],
    [110_010, "=F4+G4+H4"],
  ])("is what the cost of an action counts, once: %s", async (cost, formula) => {
    const rows = table().map((row, at) => (at === 3 ? [...row.slice(0, -1), cost] : row));
    const { preview, file } = await refresh(fileOf(sheetsOf(rows)));
    expect(formulasOf(preview)["Exécution!I4"]).toBe(formula);
    expect(contentAt(file, "Exécution!I4").value).toBe(120_010);
    const [finding] = await found(rows, "execution-coherente");
    expect(finding).toMatchObject({ cells: ["Exécution!I4"], expected: 120_010, fix: [{ formula }] });
  });

  it("stays empty while nothing stands in its column", async () => {
    const blank = table((column, _, formula) => (column === "E" || column === "H" ? null : formula)).map((row, at) =>
      at > 1 ? row.map((cell, place) => (place === 4 || place === 7 ? null : cell)) : row,
    );
    const { preview } = await refresh(fileOf(sheetsOf(blank)));
    expect(Object.keys(formulasOf(preview)).filter((cell) => /Exécution![EH]/u.test(cell))).toEqual([]);
  });

  it("is named with what it is a total of", async () => {
    const { preview } = await refresh(fileOf(sheetsOf(typed("E"))));
    expect(preview.changes.filter(({ cell }) => cell.sheet === "Exécution").map(({ label }) => label)).toEqual([
      "Tableau d’exécution, Axe 1 – 2024 – versé par l’État",
      "Tableau d’exécution, Axe 2 – 2024 – versé par l’État",
      "Tableau d’exécution, TOTAL – 2024 – versé par l’État",
    ]);
  });
});
