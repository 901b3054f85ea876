// Parts are the contract's: firm or provisional, below or above, missing.
import rule from "../../../src/core/rules/montant-contractualise";
import { unknownAction } from "./budget-rows";
import { cofinance } from "./cofinance";
import { wholeInThousands } from "./in-thousands";
import { operatorAbove, operatorAlike } from "./operator-row";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const three = { found: 3, expected: 0, gap: 3 };

testRule(rule, {
  compliant: [
    { name: "the annex" },
    operatorAlike,
    { name: "what others give, together", convention: cofinance, budget: { autres: [2024, 2025] } },
    {
      name: "what others give and the contract does not state",
      convention: petitContrat,
      budget: { autres: [2024], cells: { H4: 12 } },
    },
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
    operatorAbove,
    ...[100.09, 100.11, null].map((value) => ({
      name: `what others give, ${String(value)} €`,
      convention: cofinance,
      budget: { autres: [2024], cells: { H4: value } },
      findings: [
        {
          message: "autres-differents",
          id: "montant-contractualise/1/2024/autres",
          severity: "warning" as const,
          cells: ["Budget!H4"],
          expected: 100.1,
          ...(value !== null && { found: value, gap: Math.round((value - 100.1) * 100) / 100 }),
        },
      ],
    })),
    {
      name: "three amounts in thousands are one finding",
      budget: { cells: { C4: 65, D4: 65, C5: 20 } },
      findings: [
        {
          message: "montants-en-milliers",
          id: "montant-contractualise/en-milliers",
          severity: "error",
          cells: ["Budget!C4", "Budget!D4", "Budget!C5"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    wholeInThousands,
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
      budget: { cells: { C4: null, F4: "nd" } },
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
      ],
    },
    {
      name: "three missing amounts are one finding, an error where a year is firm",
      budget: { cells: { C4: null, D5: "nd", F4: "nd" } },
      findings: [
        {
          message: "absents",
          id: "montant-contractualise/absents",
          severity: "error",
          cells: ["Budget!C4", "Budget!D5", "Budget!F4"],
          ...three,
          fix: [
            { cell: "Budget!C4", value: 65000 },
            { cell: "Budget!D5", value: 20000 },
          ],
        },
      ],
    },
    {
      name: "three missing amounts of provisional years",
      budget: { cells: { F4: null, F5: "nd", G4: "nd" } },
      findings: [
        {
          message: "absents-provisionnels",
          id: "montant-contractualise/absents",
          severity: "warning",
          cells: ["Budget!F4", "Budget!G4", "Budget!F5"],
          ...three,
        },
      ],
    },
    {
      name: "ten times as much, three times",
      budget: { cells: { C4: 650000, C5: 200000, F4: 650000 } },
      findings: [
        {
          message: "systematiques",
          id: "montant-contractualise/fois-10",
          severity: "error",
          cells: ["Budget!C4", "Budget!C5", "Budget!F4"],
          ...three,
          fix: [
            { cell: "Budget!C4", value: 65000 },
            { cell: "Budget!C5", value: 20000 },
          ],
        },
      ],
    },
    {
      name: "the sign, three times in a provisional year",
      budget: { cells: { F4: -65000, F5: -20000, F7: -25000 } },
      findings: [
        {
          message: "systematiques-provisionnels",
          id: "montant-contractualise/signe",
          severity: "warning",
          cells: ["Budget!F4", "Budget!F5", "Budget!F7"],
          ...three,
        },
      ],
    },
    {
      name: "the same rise of a few amounts is each one's own",
      budget: { cells: { C4: 66300, C5: 20400, C7: 25500 } },
      findings: [
        ["1/2024/etat", "C4", 66300, 65000],
        ["2/2024/etat", "C5", 20400, 20000],
        ["3/2024/etat", "C7", 25500, 25000],
      ].map(([id, cell, found, expected]) => ({
        message: "different-ferme",
        id: `montant-contractualise/${id}`,
        severity: "error" as const,
        cells: [`Budget!${cell}`],
        found: Number(found),
        expected: Number(expected),
        gap: Number(found) - Number(expected),
        fix: [{ cell: `Budget!${cell}`, value: Number(expected) }],
      })),
    },
    {
      name: "the local party gives more everywhere",
      budget: { cells: { D4: 66000, D5: 21000, G4: 80000 } },
      findings: [
        {
          message: "collectivite-partout-au-dessus",
          id: "montant-contractualise/au-dessus",
          severity: "info",
          cells: ["Budget!D4", "Budget!D5", "Budget!G4"],
          ...three,
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
