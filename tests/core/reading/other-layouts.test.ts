// Each layout is read as the annex is, verified without an error, and a slip in it is found at its cell.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { budgetOf, figures, totalIn, type Grid } from "./figures";
import { otherLayouts } from "./other-layouts";
import { rawWorkbook } from "./raw-workbook-builder";

function run(sheets: Readonly<Record<string, Grid>>) {
  const { dossier, verification } = verify(rawWorkbook(sheets), contratIntegre, "2024-06-30");
  return { dossier, verification: verificationJson(verification) };
}

const amountsOf = (table: Parameters<typeof figures>[0]) =>
  figures(table)
    .actions.map(({ action, montants }) => [action, montants] as const)
    .sort(([a], [b]) => Number(a) - Number(b));

describe.each(otherLayouts)("the budget as $name", ({ sheets, unit = 1 }) => {
  const clean = { ...sheets.cells(), Indicateurs: tableauIndicateurs };

  test("says what the annex says, without an error", () => {
    const { dossier, verification } = run(clean);
    expect(dossier.absences).toEqual([]);
    const { budget } = dossier;
    expect(budget && amountsOf(budget)).toEqual(amountsOf(budgetOf(tableauBudgetaire)));
    expect(budget?.lignesNonReconnues).toBeUndefined();
    if (budget && totalIn(budget)) expect(figures(budget).total).toEqual(figures(budgetOf(tableauBudgetaire)).total);
    const errors = verification.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ id, cells }) => [id, ...cells])).toEqual([]);
  });

  test("a part one euro low in 2026 is found at its cell", () => {
    const tag = "5/2026/collectivite";
    const { verification } = run({ ...clean, ...sheets.cells({ [tag]: 59_999 / unit }) });
    const found = verification.findings.find(({ id }) => id === "cofinancement-minimum/5/2026/metropole");
    expect(found?.cells).toEqual([sheets.place(tag)]);
    expect(found?.fix).toEqual([{ cell: sheets.place(tag), value: 60_000 / unit }]);
  });
});
