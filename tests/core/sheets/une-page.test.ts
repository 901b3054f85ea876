// « Contrat sur une page »: every figure again from the workbook's own cells, by sums of its own; only of a report on the whole contract.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { computeBilan } from "../../../src/core/reports/bilan/compute-bilan";
import { composeBilan } from "../../../src/core/sheets/bilan/compose-bilan";
import { verify } from "../../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips } from "../executed-workbook";
import { tableauBudgetaire } from "../reading/annexes";
import { rawWorkbook } from "../reading/raw-workbook-builder";

const DECISIONS = [
  ["Décidé le", "Montant", "Année", "Action ou axe", "Suite donnée", "Sur l’année"],
  ["12/03/2025", 1200.5, 2024, "Action 1", "reportée", 2025],
  ["12/03/2025", 300, 2024, "Axe 1", "rendue", null],
  ["12/03/2025", 40, 2024, null, "déduite", 2025],
  [null, 9999, 2024, "Action 2", "rendue", null],
];

const table = withSlips(execution, { B4: 100000.4, C4: 40000.4, D4: 60000 });
const raw = rawWorkbook({
  "Tableau budgétaire": tableauBudgetaire,
  Exécution: table,
  Indicateurs: indicateurs,
  Décisions: DECISIONS,
});
const { verification, dossier } = verify(raw, contratIntegre, TODAY);
const sheets = (debut: number, fin: number) =>
  composeBilan(computeBilan(dossier, verification, { debut, fin }), dossier, raw).sheets;
const page = sheets(2024, 2027).find(({ kind }) => kind === "bilan-page");
const rowOf = (label: string) =>
  page?.cells.find(([first]) => String(first?.value).startsWith(label))?.map(({ value }) => value) ?? [];

/** The figures of a column of the execution table, of the rows of actions that are asked for. */
const sumOf = (column: number, numeros: readonly number[]): number => {
  const rows = table.filter(([label]) => numeros.some((numero) => String(label).startsWith(`${numero} `)));
  expect(rows).toHaveLength(numeros.length);
  return Math.round(rows.reduce((sum, row) => sum + Number(row[column]) * 100, 0)) / 100;
};
const budgetOf = (column: number, numeros: readonly number[]): number =>
  tableauBudgetaire
    .filter(([label]) => numeros.some((numero) => String(label).startsWith(`${numero} `)))
    .reduce((sum, row) => sum + Number(row[column]), 0);

describe("the contract on one page", () => {
  it("is of the whole contract alone", () => {
    expect(page?.name).toBe("Contrat sur une page");
    expect(sheets(2024, 2025).map(({ kind }) => kind)).not.toContain("bilan-page");
  });

  it.each([
    ["1", [1]],
    ["2", [2]],
    ["Axe 1", [1, 2]],
    ["TOTAL", contratIntegre.actions.map(({ numero }) => Number(numero))],
  ])("gives for %s what is contracted, executed and paid, to the centime", (label, numeros) => {
    const row = rowOf(/^\d/.test(label) ? `${label}\u00a0–` : label);
    expect(row.slice(1, 5)).toEqual([1, 4, 7, 10].map((column) => budgetOf(column, numeros)));
    expect(row.slice(5, 9)).toEqual([sumOf(1, numeros), sumOf(5, numeros), "–", "–"]);
    expect(row[9]).toBe(Math.round((sumOf(4, numeros) + sumOf(8, numeros)) * 100) / 100);
  });

  it("gives what was decided, of an axe with its actions and of all with whole years, and nothing without a date", () => {
    expect(rowOf("1\u00a0–").slice(10, 13)).toEqual([1200.5, "–", "–"]);
    expect(rowOf("2\u00a0–").slice(10, 13)).toEqual(["–", "–", "–"]);
    expect(rowOf("Axe 1").slice(10, 13)).toEqual([1200.5, "–", 300]);
    expect(rowOf("TOTAL").slice(10, 13)).toEqual([1200.5, 40, 300]);
  });

  it("counts the indicators of closed years, prints on one A4 and draws each year", () => {
    expect(rowOf("Axe 1")[13]).toBe("4 sur 4");
    expect(page?.page).toMatchObject({ paper: "A4", orientation: "landscape", printedRows: page?.cells.length });
    const [chart] = page?.charts ?? [];
    const at = (range?: { readonly top: number; readonly left: number; readonly right: number }) =>
      page?.cells[range?.top ?? -1]?.slice(range?.left, (range?.right ?? -1) + 1).map(({ value }) => value);
    expect(at(chart?.categories)).toEqual(["2024", "2025", "2026", "2027"]);
    expect(chart?.series.map(({ values }) => at(values))).toEqual([
      rowOf("TOTAL").slice(1, 5),
      rowOf("TOTAL").slice(5, 9),
    ]);
  });

  it("has its axes alone, with the same figures, where its actions could not be read on it", () => {
    const actions = contratIntegre.actions.map((action) => ({ ...action, intitule: action.intitule.repeat(6) }));
    const long = verify(raw, { ...contratIntegre, actions }, TODAY);
    const bilan = computeBilan(long.dossier, long.verification, { debut: 2024, fin: 2027 });
    const short = composeBilan(bilan, long.dossier, raw).sheets.find(({ kind }) => kind === "bilan-page");
    const labels = short?.cells.map(([first]) => String(first?.value)) ?? [];
    expect(labels.filter((label) => label.startsWith("Axe "))).toHaveLength(4);
    expect(labels.filter((label) => /^\d/u.test(label))).toEqual([]);
    expect(labels.some((label) => label.includes("sont dans «\u00a0Bilan financier\u00a0»"))).toBe(true);
    const total = short?.cells.find(([first]) => first?.value === "TOTAL")?.map(({ value }) => value);
    expect(total?.slice(1, 5)).toEqual(rowOf("TOTAL").slice(1, 5));
  });
});
