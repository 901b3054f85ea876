// The bilan shows what the rules found, and judges nothing by itself.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { computeBilan } from "../../../../src/core/reports/bilan/compute-bilan";
import { composeSyntheseSheet } from "../../../../src/core/sheets/synthese/synthese-sheet";
import { verify } from "../../../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips, type Slips } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";

function run(
  slips: { readonly budget?: Slips; readonly execution?: Slips; readonly indicateurs?: Slips },
  asOf = TODAY,
) {
  const raw = rawWorkbook({
    "Tableau budgétaire": withSlips(tableauBudgetaire, slips.budget ?? {}),
    Exécution: withSlips(execution, slips.execution ?? {}),
    Indicateurs: withSlips(indicateurs, slips.indicateurs ?? {}),
  });
  const { verification, dossier } = verify(raw, contratIntegre, asOf);
  const of = (rule: string) => verification.findings.filter((finding) => finding.rule === rule);
  const synthese = composeSyntheseSheet(verification, dossier, raw).cells.map((row) => row.map(({ value }) => value));
  return { of, synthese, bilan: computeBilan(dossier, verification, { debut: 2024, fin: 2025 }) };
}

it("tells an action that is under the threshold also where the same slip of several is one finding", () => {
  // The Total and both parts of three actions in thousands.
  const slips = Object.fromEntries(
    [4, 5, 7].flatMap((row) =>
      ["B", "C", "D"].map((column, index) => {
        const value = execution[row - 1]?.[index + 1];
        return [`${column}${row}`, typeof value === "number" ? value / 1000 : null];
      }),
    ),
  );
  const { of, bilan } = run({ execution: slips });
  expect(of("sous-consommation").map(({ subject }) => subject)).toEqual([{}]);
  const lignes = bilan.financier.groupes.flatMap((groupe) => groupe.lignes);
  expect(lignes.filter(({ sousConsommee }) => sousConsommee.length > 0).map(({ action }) => action.numero)).toEqual([
    1, 2, 3,
  ]);
});

it("gives an indicator the level that the rule found, and none before its year is closed", () => {
  const row = indicateurs.findIndex(([, , , target]) => typeof target === "number");
  const achieved = (value: number) => ({ indicateurs: { [`E${row + 1}`]: value } });
  const level = (value: number, asOf?: string) => run(achieved(value), asOf).bilan.matrice[0]?.annees[0]?.niveau;
  const target = Number(indicateurs[row]?.[3]);
  expect([level(target), level(target - 1), level(1)]).toEqual(["atteinte", "partielle", "sous-le-seuil"]);
  expect(level(1, "2025-01-31")).toBeNull();
  expect(level(-1)).toBeNull();
});

it("says « Conforme » nowhere of an axe with an action under its minimum", () => {
  const of = (budget: Slips) =>
    run({ budget })
      .synthese.filter(([annee, axe]) => annee === 2024 && axe === "Axe 1")
      .map((row) => row[9]);
  expect(of({})).toEqual(["✓ Conforme", "✓ Conforme"]);
  const row = tableauBudgetaire.findIndex(([label]) => String(label).startsWith("1 "));
  expect(of({ [`D${row + 1}`]: 64999.99 })).toEqual(["✗ NON CONFORME", "Écart au budget"]);
});
