// A figure is in the unit of its own column, whatever the column is of: other financing in k€ beside parts in euros.
import { expect, test } from "vitest";
import { factsOf } from "../../../src/core/facts/facts";
import { contratIntegre } from "../../../src/contracts/built-in";
import { montantFromCentimes, toEuros } from "../../../src/core/domain/values/montant";
import { actionLabel } from "../reading/layouts";
import { understand, type Grid } from "../reading/figures";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { createLiveAmounts } from "../../../src/core/sheets/parts/live-amounts";

test("the unit of what stands beside the parts is that of its heading", () => {
  const grid: Grid = [
    [
      "Actions",
      "Exécuté État 2024 (€)",
      "Exécuté Métropole 2024 (€)",
      "Exécuté CAF 2024 (k€)",
      "Versé par l’État 2024 (k€)",
    ],
    ...contratIntegre.actions.map((action) => [actionLabel(action), 1000, 2000, 3, 4]),
  ];
  const dossier = understand({ Exécution: grid });
  const facts = factsOf(dossier).tables.flatMap((table) => table.facts);
  const [etat, , caf, verse] = facts.filter(({ subject }) => subject.action === "1");
  expect([etat, caf, verse].map((fact) => fact && [fact.column, fact.unit])).toEqual([
    ["etat", "€"],
    ["autres", "k€"],
    ["verse", "k€"],
  ]);
  expect(toEuros(caf?.known.value ?? montantFromCentimes(0))).toBe(3000);
  // What a report shows of it follows its cell.
  const live = createLiveAmounts(dossier, rawWorkbook({ Exécution: grid }));
  expect(caf && live.amount(caf.known)).toMatchObject({
    value: 3000,
    formula: expect.stringContaining("D2*1000") as string,
  });
});
