// The bilan of 2024-2025 depends on nothing of 2026: whatever changes there, not one byte of it does.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { computeBilan } from "../../../src/core/reports/bilan/compute-bilan";
import { verify } from "../../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips, type Slips } from "../executed-workbook";
import { tableauBudgetaire } from "../reading/annexes";
import { rawWorkbook } from "../reading/raw-workbook-builder";

const PERIODE = { debut: 2024, fin: 2025 };

/** In the budget 2026 stands in columns H to J; among the indicators its target in column H. */
function bilan(budget: Slips = {}, targets: Slips = {}, convention: Convention = contratIntegre): string {
  const raw = rawWorkbook({
    "Tableau budgétaire": withSlips(tableauBudgetaire, budget),
    Exécution: execution,
    Indicateurs: withSlips(indicateurs, targets),
  });
  const { dossier, verification } = verify(raw, convention, TODAY);
  const { entete, ...rest } = computeBilan(dossier, verification, PERIODE);
  // The fingerprint is that of the whole contract that was signed.
  return JSON.stringify({ ...rest, entete: { ...entete, empreinte: null } });
}

const statut = (annee: number, is: "ferme" | "provisionnel"): Convention => ({
  ...contratIntegre,
  creditsEtat: contratIntegre.creditsEtat.map((credit) =>
    credit.annee === annee ? { ...credit, statut: is } : credit,
  ),
});

it.each<[string, string]>([
  ["an amount", bilan({ H4: 1 })],
  [
    "no amounts at all",
    bilan(
      Object.fromEntries(
        ["H", "I", "J"].flatMap((column) => [4, 5, 7, 8, 10, 11].map((row) => [`${column}${row}`, null])),
      ),
    ),
  ],
  ["a text for an amount", bilan({ H4: "beaucoup" })],
  ["a total", bilan({ H15: 5 })],
  ["a target", bilan({}, { H3: 7, H4: "nd" })],
  ["its year fixed", bilan({}, {}, statut(2026, "ferme"))],
])("changed in 2026: %s", (_, changed) => {
  expect(changed).toBe(bilan());
});

it("changed in 2025 it does", () => {
  expect(bilan({}, { F3: 7 })).not.toBe(bilan());
});
