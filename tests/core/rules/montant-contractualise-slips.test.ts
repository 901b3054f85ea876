// The same rise everywhere is told as a share where it can be shown as one, else as an amount.
import { expect, test } from "vitest";
import { montantFromCentimes } from "../../../src/core/domain/values/montant";
import rule from "../../../src/core/rules/montant-contractualise";
import { runRules } from "../../../src/core/rules/run-rules";
import { slipIn } from "../../../src/core/rules/montant-contractualise/slips";
import { buildDossier } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";

const MILLION = 100_000_000;
const cell = { sheet: "Budget", row: 0, column: 0 };

function told(gap: number): string {
  const lue = { found: montantFromCentimes(MILLION + gap), expected: montantFromCentimes(MILLION) };
  const slip = slipIn(lue, { autre: null, rows: 3, deplace: null });
  const report = slip?.together([cell], [], [{ message: "different-ferme" }]);
  if (report?.message !== "systematiques") throw new Error(report?.message);
  return `${report.key}: ${report.data.defaut}`.replaceAll("\u00a0", " ");
}

test.each([
  [-1, "ecart--1: s’écartent du contrat du même montant, −0,01 €"],
  [49, "ecart-49: s’écartent du contrat du même montant, +0,49 €"],
  [50, "taux-0.0001: s’écartent du contrat de la même part, +0,0001 %"],
  [51, "taux-0.0001: s’écartent du contrat de la même part, +0,0001 %"],
  [-51, "taux--0.0001: s’écartent du contrat de la même part, −0,0001 %"],
])("%i centimes of a million euros", (gap, expected) => expect(told(gap)).toBe(expected));

test("the State's part for the local party's and the other way round, over two years, is one finding", () => {
  const budget = { cells: { C4: 200.2, D4: 300.3, F4: 200.2, G4: 300.3 } };
  const { findings } = runRules([rule], buildDossier({ convention: petitContrat, budget }));
  expect(findings.map(({ id, cells }) => [id, cells.length])).toEqual([
    ["montant-contractualise/parts-interverties", 4],
  ]);
});
