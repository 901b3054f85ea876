// Parts are the contract's: firm or provisional, below or above, missing.
import rule from "../../../src/core/rules/montant-contractualise";
import { unknownAction } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "cents, and a year that the contract does not give to an action", convention: petitContrat },
    {
      name: "nothing where the contract gives nothing",
      convention: petitContrat,
      budget: { cells: { C7: null, D7: "nd" } },
    },
    {
      name: "an unknown action has no amount in the contract",
      budget: { rows: (rows) => [...rows, unknownAction("X", [7, 7])] },
    },
    { name: "a year outside the contract", budget: { annees: [2024, 2025, 2026, 2027, 2028], cells: { O4: 1 } } },
  ],
  discrepancy: [
    {
      name: "a firm year: one centime below and above, for the State; below, for the local party",
      budget: { cells: { C4: 64999.99, C5: 20000.01, D7: 24999.99 } },
      findings: [
        {
          message: "different-ferme",
          id: "montant-contractualise/1/2024/etat",
          severity: "error",
          cells: ["Budget!C4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
          fix: [{ cell: "Budget!C4", value: 65000 }],
        },
        {
          message: "different-ferme",
          id: "montant-contractualise/2/2024/etat",
          severity: "error",
          cells: ["Budget!C5"],
          found: 20000.01,
          expected: 20000,
          gap: 0.01,
          fix: [{ cell: "Budget!C5", value: 20000 }],
        },
        {
          message: "different-ferme",
          id: "montant-contractualise/3/2024/metropole",
          severity: "error",
          cells: ["Budget!D7"],
          found: 24999.99,
          expected: 25000,
          gap: -0.01,
          fix: [{ cell: "Budget!D7", value: 25000 }],
        },
      ],
    },
    {
      name: "a provisional year is a warning, without a fix",
      budget: { cells: { F4: 70000, G4: 64000 } },
      findings: [
        {
          message: "different-provisionnel",
          id: "montant-contractualise/1/2025/etat",
          severity: "warning",
          cells: ["Budget!F4"],
          found: 70000,
          expected: 65000,
          gap: 5000,
        },
        {
          message: "different-provisionnel",
          id: "montant-contractualise/1/2025/metropole",
          severity: "warning",
          cells: ["Budget!G4"],
          found: 64000,
          expected: 65000,
          gap: -1000,
        },
      ],
    },
    {
      name: "the local party gives more, in a firm and in a provisional year",
      budget: { cells: { D4: 65000.01, G4: 80000 } },
      findings: [
        {
          message: "collectivite-au-dessus",
          id: "montant-contractualise/1/2024/metropole",
          severity: "info",
          cells: ["Budget!D4"],
          found: 65000.01,
          expected: 65000,
          gap: 0.01,
        },
        {
          message: "collectivite-au-dessus",
          id: "montant-contractualise/1/2025/metropole",
          severity: "info",
          cells: ["Budget!G4"],
          found: 80000,
          expected: 65000,
          gap: 15000,
        },
      ],
    },
    {
      name: "missing amounts",
      budget: { cells: { C4: null, D5: "nd", F4: "nd" } },
      findings: [
        {
          message: "absent-ferme",
          id: "montant-contractualise/1/2024/etat",
          severity: "error",
          cells: ["Budget!C4"],
          expected: 65000,
          fix: [{ cell: "Budget!C4", value: 65000 }],
        },
        {
          message: "absent-provisionnel",
          id: "montant-contractualise/1/2025/etat",
          severity: "warning",
          cells: ["Budget!F4"],
          expected: 65000,
        },
        {
          message: "absent-ferme",
          id: "montant-contractualise/2/2024/metropole",
          severity: "error",
          cells: ["Budget!D5"],
          expected: 20000,
          fix: [{ cell: "Budget!D5", value: 20000 }],
        },
      ],
    },
    {
      name: "an amount for a year that the contract does not give to the action; a formula is left to the agent",
      convention: petitContrat,
      budget: { cells: { C7: 10, C4: { formula: "=300", euros: 300 } } },
      findings: [
        {
          message: "different-ferme",
          id: "montant-contractualise/1/2024/etat",
          severity: "error",
          cells: ["Budget!C4"],
          found: 300,
          expected: 300.3,
          gap: -0.3,
        },
        {
          message: "different-ferme",
          id: "montant-contractualise/3/2024/etat",
          severity: "error",
          cells: ["Budget!C7"],
          found: 10,
          expected: 0,
          gap: 10,
          fix: [{ cell: "Budget!C7", value: 0 }],
        },
      ],
    },
  ],
  notCheckable: [
    { name: "unreadable amounts", budget: { cells: { C4: "?", D4: "#N/A" } }, notCheckable: 2 },
    { name: "no column for a part", budget: { colonnes: () => ["total", "collectivite"] }, notCheckable: 4 },
    { name: "no year of the contract", budget: { annees: [2031] }, notCheckable: 1 },
  ],
});
