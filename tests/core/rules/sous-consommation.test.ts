// Executed against contracted, one centime below the alert threshold, at it and above.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/sous-consommation";
import { runRules } from "../../../src/core/rules/run-rules";
import { twice, unknownAction } from "./budget-rows";
import { buildDossier } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const below = { message: "sous-le-seuil", severity: "warning" } as const;
const TODAY = "2026-11-24";
const NBSP = "\u00a0";

testRule(rule, {
  compliant: [
    { name: "executed as contracted", asOf: TODAY, execution: {} },
    { name: "at the threshold", asOf: TODAY, execution: { cells: { B4: 104000 } } },
    { name: "one centime above", asOf: TODAY, execution: { cells: { B4: 104000.01 } } },
    { name: "a year that is not over", asOf: "2025-12-31", execution: { cells: { E4: 0 } } },
    { name: "more than contracted", asOf: TODAY, execution: { cells: { B4: 200000 } } },
    {
      name: "a Total that lacks or cannot be read: the parts say it",
      asOf: "2026-11-24",
      execution: { cells: { B4: "nd", E4: "#REF!" } },
    },
    {
      name: "the State's part alone at the threshold",
      asOf: "2025-02-01",
      execution: { cells: { C4: 52000, D4: 78000 } },
    },
    {
      name: "nothing contracted, nothing executed",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { cells: { B7: 0 } },
    },
    {
      name: "another threshold",
      convention: { ...contratIntegre, reglages: { ...contratIntegre.reglages, alerteSousConsommation: 0.333333 } },
      asOf: "2025-02-01",
      execution: { cells: { B4: 43333.29 } },
    },
    {
      name: "an unknown action has no contracted amount",
      asOf: TODAY,
      execution: { rows: (rows) => [...rows, unknownAction("Épicerie mobile", [0, 0])] },
    },
  ],
  discrepancy: [
    {
      name: "three amounts of the order of a thousandth: the table is in thousands",
      asOf: "2025-02-01",
      execution: { cells: { B4: 26, C4: 13, D4: 13, B5: 80, C5: 40, D5: 40, B7: 45, C7: 22, D7: 23 } },
      findings: [
        {
          message: "execution-en-milliers",
          severity: "warning",
          id: "sous-consommation/en-milliers",
          cells: ["Exécution!B4", "Exécution!B5", "Exécution!B7"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    ...[
      { name: "one of three is less than a fifth of a thousandth", first: 25.99, second: 80 },
      { name: "one of three is more than two thousandths", first: 26, second: 80.01 },
      { name: "one of three is nothing at all", first: 0, second: 80 },
    ].map(({ name, first, second }) => ({
      name: `${name}: each is its own`,
      asOf: "2025-02-01",
      execution: {
        cells: { B4: first, C4: first / 2, D4: first / 2, B5: second, C5: 40, D5: 40, B7: 45, C7: 22, D7: 23 },
      },
      findings: [
        { numero: 1, cell: "B4", found: first, expected: 130000 },
        { numero: 2, cell: "B5", found: second, expected: 40000 },
        { numero: 3, cell: "B7", found: 45, expected: 50000 },
      ].map(({ numero, cell, found, expected }) => ({
        ...below,
        id: `sous-consommation/${numero}/2024/total`,
        cells: [`Exécution!${cell}`],
        found,
        expected,
        gap: (found * 100 - expected * 100) / 100,
      })),
    })),
    {
      name: "one centime below, against the contract and not against the budget table",
      asOf: TODAY,
      budget: { cells: { B4: 1 } },
      execution: { cells: { B4: 103999.99, E10: 0 } },
      findings: [
        {
          ...below,
          id: "sous-consommation/1/2024/total",
          cells: ["Exécution!B4"],
          found: 103999.99,
          expected: 130000,
          gap: -26000.01,
        },
        {
          ...below,
          id: "sous-consommation/5/2025/total",
          cells: ["Exécution!E10"],
          found: 0,
          expected: 120000,
          gap: -120000,
        },
      ],
    },
    {
      name: "the State's part alone one centime below, where the whole reaches the threshold",
      asOf: "2025-02-01",
      execution: { cells: { C4: 51999.99, D4: 78000.01 } },
      findings: [
        {
          ...below,
          id: "sous-consommation/1/2024/etat",
          cells: ["Exécution!C4"],
          found: 51999.99,
          expected: 65000,
          gap: -13000.01,
        },
      ],
    },
    {
      name: "one centime below a threshold that is no exact decimal",
      convention: { ...contratIntegre, reglages: { ...contratIntegre.reglages, alerteSousConsommation: 0.333333 } },
      asOf: "2025-02-01",
      execution: { cells: { B4: 43333.28 } },
      findings: [
        {
          ...below,
          id: "sous-consommation/1/2024/total",
          cells: ["Exécution!B4"],
          found: 43333.28,
          expected: 130000,
          gap: -86666.72,
        },
      ],
    },
    {
      name: "the day after a year that ends in June, without Total column, a blank year beside it",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { colonnes: () => ["etat", "collectivite"], cells: { B4: 200, C4: 200.39, D4: null, E4: null } },
      findings: [
        {
          ...below,
          id: "sous-consommation/1/2024/total",
          cells: ["Exécution!B4", "Exécution!C4"],
          found: 400.39,
          expected: 500.5,
          gap: -100.11,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "no closed year", asOf: "2024-12-31", execution: { cells: { B4: 0 } }, notCheckable: 1 },
    { name: "a part that lacks", asOf: "2025-02-01", execution: { cells: { B4: "nd", D4: null } }, notCheckable: 1 },
    { name: "a State's part that lacks", asOf: "2025-02-01", execution: { cells: { C4: null } }, notCheckable: 1 },
    {
      name: "an action on two rows: neither alone says what was executed",
      asOf: "2025-02-01",
      execution: { rows: twice(3), cells: { B7: 25000, B8: 25000 } },
      notCheckable: 1,
    },
  ],
});

describe("the sentence", () => {
  it("shows the threshold as a setting, and a rate that does not look reached", () => {
    const dossier = buildDossier({ asOf: "2025-02-01", execution: { cells: { B4: 103999.99 } } });
    const [finding] = runRules([rule], dossier).findings;
    expect(finding?.message).toContain(`soit 79,999992${NBSP}%${NBSP}; seuil d’alerte réglé à 80${NBSP}%.`);
    expect(finding?.message).not.toContain("seuil du contrat");
  });

  it("says by how much the next year's credits could be reduced, and nothing in the last year", () => {
    const sentence = (asOf: string, cells: Readonly<Record<string, number>>) =>
      runRules([rule], buildDossier({ asOf, execution: { cells } })).findings[0]?.message;
    expect(sentence("2025-02-01", { C4: 40000 })).toContain(`réduits de 25${NBSP}000,00${NBSP}€`);
    expect(sentence("2025-02-01", { B4: 100000 })).not.toContain("réduits de");
    expect(sentence("2028-02-01", { L4: 40000 })).not.toContain("réduits de");
  });
});
