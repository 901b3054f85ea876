// A negative figure is one slip where the contract gives the cell another: an amount imputed, a target.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { verify } from "../../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { mapRow } from "../../reading/figures";
import { rawWorkbook } from "../../reading/raw-workbook-builder";

const imputation = [
  ["Pilier", "Code activité", "Montant 2024"],
  ["Pilier 1", "0304 50 23 23 02", -85000],
  ["Pilier 2", "0304 50 23 24 02", 45000],
  ["Pilier 3", "0304 50 23 25 02", 147500],
  ["Pilier 4", "0304 50 23 26 02", 55000],
];
const target = tableauIndicateurs.findIndex((row) => row.includes(480));

it("is caused by what says the contract's figure", () => {
  const indicateurs = mapRow(tableauIndicateurs, target, (row) => row.map((cell) => (cell === 480 ? -480 : cell)));
  const raw = rawWorkbook({ Budget: tableauBudgetaire, Indicateurs: indicateurs, Imputation: imputation });
  const { findings } = verify(raw, contratIntegre, "2024-06-30").verification;
  const causes = findings
    .filter(({ severity }) => severity !== "info")
    .map(({ id, causedBy }) => [id, causedBy] as const);
  expect(new Map(causes)).toEqual(
    new Map<string, string | null>([
      ["imputation-du-contrat/axe-1/2024", null],
      ["montant-positif/axe-1/2024/imputation", "imputation-du-contrat/axe-1/2024"],
      ["cible-contractualisee/1/indicateur-1/2026", null],
      ["indicateur-lisible/1/indicateur-1/2026", "cible-contractualisee/1/indicateur-1/2026"],
    ]),
  );
});
