// Negative amounts are reported, from one centime.
import rule from "../../../src/core/rules/montant-positif";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "zero and one centime", budget: { cells: { C4: 0, D4: 0.01 } } },
    { name: "what is missing", budget: { cells: { D4: null } } },
  ],
  discrepancy: [
    {
      name: "three of a table are one finding",
      budget: { cells: { C4: -1, C5: -2, C7: -3 } },
      findings: [
        {
          message: "negatifs",
          severity: "warning",
          id: "montant-positif/negatifs-tableau-budgetaire",
          cells: ["Budget!C4", "Budget!C5", "Budget!C7"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "the execution table, and what the State has paid",
      execution: { verses: [2024], cells: { D4: -1, N5: -0.01 } },
      findings: [
        {
          message: "negatif",
          id: "montant-positif/1/2024/metropole/execution",
          severity: "warning",
          cells: ["Exécution!D4"],
          found: -1,
          expected: 0,
          gap: -1,
        },
        {
          message: "negatif",
          id: "montant-positif/2/2024/etat/verse",
          severity: "warning",
          cells: ["Exécution!N5"],
          found: -0.01,
          expected: 0,
          gap: -0.01,
        },
      ],
    },
    {
      name: "one centime below zero, in an action and in the TOTAL row",
      budget: { cells: { C4: -0.01, M15: -350000 } },
      findings: [
        {
          message: "negatif",
          id: "montant-positif/1/2024/etat",
          severity: "warning",
          cells: ["Budget!C4"],
          found: -0.01,
          expected: 0,
          gap: -0.01,
        },
        {
          message: "negatif",
          id: "montant-positif/2027/metropole",
          severity: "warning",
          cells: ["Budget!M15"],
          found: -350000,
          expected: 0,
          gap: -350000,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "what cannot be read", budget: { cells: { C4: "moins que rien" } }, notCheckable: 1, coverage: [107, 108] },
  ],
});
