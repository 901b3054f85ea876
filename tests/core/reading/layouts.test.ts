import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson, type FindingJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { budgetOf, figures, t0Of, textsOf, totalIn, type Grid } from "./figures";
import { indicatorLayouts } from "./indicator-layouts";
import { budgetLayouts, executionLayouts } from "./layouts";
import { rawWorkbook } from "./raw-workbook-builder";

const annexe = figures(budgetOf(tableauBudgetaire));
const { actions } = contratIntegre;

const run = (sheets: Readonly<Record<string, Grid>>, asOf = "2024-06-30") =>
  printed(verify(rawWorkbook(sheets), contratIntegre, asOf));

/** Cells and amounts as they leave the core. */
const printed = ({ dossier, verification }: ReturnType<typeof verify>) => ({
  dossier,
  verification: verificationJson(verification),
});

const errors = (findings: readonly FindingJson[]) =>
  findings.filter(({ severity }) => severity === "error").map(({ id, cells }) => [id, ...cells]);

/** Amounts by action and year, wherever the rows stand. */
const amountsOf = (table: Parameters<typeof figures>[0]) =>
  figures(table)
    .actions.map(({ action, montants }) => [action, montants] as const)
    .sort(([a], [b]) => Number(a) - Number(b));

describe.each(budgetLayouts)("the budget as $name", ({ sheets, unit = 1 }) => {
  const clean = { ...sheets.cells(), Indicateurs: tableauIndicateurs };

  test("says what the annex says, without an error", () => {
    const { dossier, verification } = run(clean);
    expect(dossier.absences).toEqual([]);
    const { budget } = dossier;
    expect(budget && amountsOf(budget)).toEqual(amountsOf(budgetOf(tableauBudgetaire)));
    expect(budget?.annees.map(({ annee }) => annee)).toEqual([2024, 2025, 2026, 2027]);
    if (budget && totalIn(budget)) expect(figures(budget).total).toEqual(annexe.total);
    expect(errors(verification.findings)).toEqual([]);
    const ranges = verification.read.filter(({ kind }) => kind === "budget");
    expect(ranges.flatMap(({ years }) => years)).toEqual([2024, 2025, 2026, 2027]);
    expect(ranges.every((range) => range.actions === 8)).toBe(true);
  });

  test.each([2024, 2026])("a part one centime low in %i is found at its cell", (annee) => {
    const tag = `5/${annee}/collectivite`;
    const contract = annee === 2024 ? 47500 : 60000;
    const { verification } = run({ ...clean, ...sheets.cells({ [tag]: (contract - 0.01) / unit }) });
    const found = errors(verification.findings).filter(([id]) => id === `cofinancement-minimum/5/${annee}/metropole`);
    expect(found).toEqual([[`cofinancement-minimum/5/${annee}/metropole`, sheets.place(tag)]]);
    const { fix } = verification.findings.find(({ id }) => id.startsWith("cofinancement-minimum/")) ?? {};
    expect(fix).toEqual([{ cell: sheets.place(tag), value: contract / unit }]);
  });
});

describe.each(executionLayouts)("the execution as $name", ({ sheets }) => {
  const clean = { Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, ...sheets.cells() };

  test("is read beside the budget, without an error", () => {
    const { dossier, verification } = run(clean);
    const { execution, budget } = dossier;
    expect(dossier.absences).toEqual([]);
    expect(budget?.range.sheet).toBe("Budget");
    const years = execution?.annees.map(({ annee }) => annee) ?? [];
    expect(years.slice(0, 2)).toEqual([2024, 2025]);
    expect(execution && amountsOf(execution).map(([action, montants]) => [action, montants[2025]])).toEqual(
      amountsOf(budgetOf(tableauBudgetaire)).map(([action, montants]) => [action, montants[2025]]),
    );
    expect(verification.read.map(({ kind }) => kind)).toContain("execution");
    expect(errors(verification.findings)).toEqual([]);
  });

  test("a total one centime low is found at its cell", () => {
    const tag = "réalisé 5/2024/total";
    const { verification } = run({ ...clean, ...sheets.cells({ [tag]: 94999.99 }) }, "2025-02-01");
    expect(errors(verification.findings)).toContainEqual(["execution-coherente/5/2024/total", sheets.place(tag)]);
  });
});

test("budget, execution and indicators one under the other on the sheet of each year", () => {
  const year = (annee: number): Grid => {
    const amounts = tableauBudgetaire
      .slice(2)
      .map((row) => [row[0] ?? null, ...row.slice(1 + 3 * (annee - 2024)).slice(0, 3)]);
    const targets = tableauIndicateurs.slice(1).map((row) => [...row.slice(0, 3), row[annee - 2021] ?? null]);
    return [
      [`Contrat local des solidarités – ${annee}`],
      ["Prévu"],
      ["Action", "Total", "État", "DM"],
      ...amounts,
      [],
      ["Réalisé"],
      ["Action", "Total", "État", "DM"],
      ...amounts,
      [],
      ["Indicateurs"],
      ["Action", "Indicateur", "T0", "Cible"],
      ...targets,
    ];
  };
  const { dossier, verification } = run(
    Object.fromEntries([2024, 2025, 2026, 2027].map((annee) => [`${annee}`, year(annee)])),
  );
  expect(dossier.absences).toEqual([]);
  expect(verification.read.map(({ kind, sheet }) => `${kind} ${sheet}`)).toEqual(
    ["budget", "execution", "indicators"].flatMap((kind) =>
      [2024, 2025, 2026, 2027].map((annee) => `${kind} ${annee}`),
    ),
  );
  expect(dossier.execution && amountsOf(dossier.execution)).toEqual(amountsOf(budgetOf(tableauBudgetaire)));
  expect(dossier.indicators?.lignesIndicateur).toHaveLength(11);
  expect(errors(verification.findings)).toEqual([]);
});

describe.each(indicatorLayouts)("the indicators as $name", ({ sheets }) => {
  const clean = { Budget: tableauBudgetaire, ...sheets.cells() };

  test("say what the annex says, without an error", () => {
    const { dossier, verification } = run(clean);
    expect(dossier.absences).toEqual([]);
    const { indicators } = dossier;
    const expected = actions.flatMap((action) =>
      action.indicateurs.map((indicateur) => [action.numero, indicateur.numero]),
    );
    expect(
      indicators?.lignesIndicateur.map(({ indicateur, ligneAction }) => [
        ligneAction === null ? null : indicators.lignesAction[ligneAction]?.action?.numero,
        indicateur?.numero,
      ]),
    ).toEqual(expected);
    expect(indicators?.annees.map(({ annee }) => annee)).toEqual([2024, 2025, 2026, 2027]);
    expect(indicators?.anneesRealisees.map(({ annee }) => annee)).toEqual([2024, 2025, 2026, 2027]);
    const first = indicators?.lignesIndicateur[0];
    const targets = [
      [2024, "450"],
      [2025, "460"],
      [2026, "480"],
      [2027, "500"],
    ];
    expect([textsOf(first, "target"), textsOf(first, "achieved"), t0Of(first)?.text]).toEqual([
      targets,
      targets,
      "420",
    ]);
    expect(errors(verification.findings)).toEqual([]);
  });

  test("a target that is not the contract's is found at its cell", () => {
    const { verification } = run({ Budget: tableauBudgetaire, ...sheets.cells({ "5.2/cible 2026": 209 }) });
    expect(errors(verification.findings)).toEqual([
      ["cible-contractualisee/5/indicateur-2/2026", sheets.place("5.2/cible 2026")],
    ]);
  });

  test("an achieved value below its target is found at its cell", () => {
    const { verification } = run(
      { Budget: tableauBudgetaire, ...sheets.cells({ "1.1/réalisé 2024": 449 }) },
      "2025-02-01",
    );
    const found = verification.findings.filter(({ rule }) => rule === "cible-atteinte");
    expect(found.map(({ cells }) => cells)).toEqual([[sheets.place("1.1/réalisé 2024")]]);
  });
});
