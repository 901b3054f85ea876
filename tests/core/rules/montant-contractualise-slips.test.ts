// The same rise everywhere is told as a share where it can be shown as one, else as an amount.
import { describe, expect, test } from "vitest";
import { montantFromCentimes } from "../../../src/core/domain/values/montant";
import rule from "../../../src/core/rules/montant-contractualise";
import { runRules } from "../../../src/core/rules/run-rules";
import { enMilliers, slipIn } from "../../../src/core/rules/montant-contractualise/slips";
import { verify } from "../../../src/core/verify";
import { contratIntegre } from "../../../src/contracts/built-in";
import { tableauBudgetaire } from "../reading/annexes";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { buildDossier } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";

const MILLION = 100_000_000;
const cell = { sheet: "Budget", row: 0, column: 0 };

const ROW_6 = 10;
/** Of action 6 in 2024 and 2025: 200 000 in all, 100 000 of each. */
const shrink = (value: number, at: number, total: number): number => (at % 3 === 1 ? value * total : value) / 1000;

const PETIT = { actions: 3, annees: 2, nommer: (party: string) => `part ${party}` };

function told(gap: number): string {
  const lue = { found: montantFromCentimes(MILLION + gap), expected: montantFromCentimes(MILLION) };
  const slip = slipIn(lue, { autre: null, rows: 3, deplace: null, enMilliers: enMilliers(PETIT) });
  const report = slip?.together([cell], [], [{ message: "different-ferme", subject: {} }]);
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

describe("amounts in thousands", () => {
  const PARTIES = ["etat", "collectivite"] as const;
  const all = [1, 2, 3].flatMap((action) =>
    [2024, 2025].flatMap((year) => PARTIES.map((party) => ({ action, year, party }))),
  );
  const said = (subjects: typeof all) => {
    const reports = subjects.map((subject) => ({ message: "different-ferme", subject }));
    const report = enMilliers(PETIT).together([cell], [], reports);
    return report.message === "montants-en-milliers" ? report.data.lesquels : report.message;
  };

  test.each<[string, (subject: (typeof all)[number]) => boolean, string]>([
    ["all of them", () => true, "tableau-en-milliers"],
    ["of one action", ({ action }) => action === 2, "action 2"],
    ["of two actions", ({ action }) => action !== 2, "actions 1 et 3"],
    ["of one year", ({ year }) => year === 2025, "2025"],
    ["of one party", ({ party }) => party === "etat", "part etat"],
    ["of one action, year and party", (one) => one === all[0], "action 1, 2024, part etat"],
    ["all but one", (one) => one !== all[0], "tableau-en-milliers"],
  ])("are said which, where they are not all: %s", (_, isOne, expected) => {
    expect(said(all.filter(isOne))).toBe(expected);
  });

  test.each([
    ["and their typed totals", 1],
    ["but not their typed totals", 1000],
  ])("of one row, %s, are one cause", (_, total) => {
    const budget = tableauBudgetaire.map((row, index) =>
      index === ROW_6
        ? row.map((value, at) => (typeof value === "number" && at < 7 ? shrink(value, at, total) : value))
        : row,
    );
    const { verification } = verify(rawWorkbook({ Budget: budget }), contratIntegre, "2024-06-30");
    const roots = verification.findings.filter(({ causedBy, severity }) => causedBy === null && severity !== "info");
    expect(roots.map(({ id }) => id).sort()).toEqual([
      "montant-contractualise/en-milliers",
      "tableau-attendu/tableau-des-indicateurs",
    ]);
  });
});
