// What the State paid against the contract in force, one centime below it, at it and above.
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/versement-du-contrat";
import { testRule } from "./rule-tester";

const TODAY = "2026-11-24";
const different = { message: "different", severity: "warning" } as const;
const provisional = { message: "provisionnel", severity: "warning" } as const;
const signed = {
  ...contratIntegre,
  creditsEtat: contratIntegre.creditsEtat.map((credit) =>
    credit.annee === 2025 ? { ...credit, statut: "ferme" as const } : credit,
  ),
};

// In "Exécution", N and O are what was paid in 2024 and 2025.
testRule(rule, {
  compliant: [
    { name: "paid as the contract says", asOf: TODAY, execution: { verses: [2024, 2025] }, coverage: [16, 16] },
    { name: "paid while the year runs", asOf: "2024-06-30", execution: { verses: [2024] }, coverage: [8, 8] },
  ],
  discrepancy: [
    {
      name: "one centime less and one more, in a year that the contract fixes",
      asOf: TODAY,
      execution: { verses: [2024], cells: { N4: 64999.99, N5: 20000.01 } },
      coverage: [8, 8],
      findings: [
        {
          ...different,
          id: "versement-du-contrat/1/2024/etat/verse",
          cells: ["Exécution!N4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
        },
        {
          ...different,
          id: "versement-du-contrat/2/2024/etat/verse",
          cells: ["Exécution!N5"],
          found: 20000.01,
          expected: 20000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "another amount in a year that is still provisional, and nothing paid",
      asOf: TODAY,
      execution: { verses: [2025], cells: { N4: 60000, N5: null, N7: "soldé" } },
      notCheckable: 2,
      coverage: [6, 8],
      findings: [
        {
          ...provisional,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 60000,
          expected: 65000,
          gap: -5000,
        },
      ],
    },
    {
      name: "nothing at all in a firm year",
      convention: signed,
      asOf: TODAY,
      execution: { verses: [2025], cells: { N4: 0 } },
      findings: [
        {
          ...different,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 0,
          expected: 65000,
          gap: -65000,
        },
      ],
    },
  ],
  notCheckable: [{ name: "no column of payments", asOf: TODAY, execution: {}, notCheckable: 1, coverage: [0, 0] }],
});
