// Amounts with decimals finer than a centime.
import rule from "../../../src/core/rules/centimes-caches";
import { buildImputation } from "./part-builder";
import { testRule } from "./rule-tester";

const hidden = { message: "trop-de-decimales", severity: "info" } as const;

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "cents", budget: { cells: { C4: 64999.99 } } },
    { name: "binary noise", budget: { cells: { C4: 0.1 + 0.2, D4: 4.35 * 100, B4: 65000.0000009 } } },
    { name: "a missing amount", budget: { cells: { D4: null } } },
  ],
  discrepancy: [
    {
      name: "what the State has paid, and what is imputed",
      execution: { verses: [2024], cells: { N5: 20000.004 } },
      parts: { imputation: buildImputation({ total: [332500.004] }) },
      findings: [
        {
          ...hidden,
          id: "centimes-caches/2/2024/etat/verse",
          cells: ["Exécution!N5"],
          found: 20000.004,
          expected: 20000,
          gap: 0.004,
          fix: [{ cell: "Exécution!N5", value: 20000 }],
        },
        {
          ...hidden,
          id: "centimes-caches/2024/imputation-total",
          cells: ["Imputation!C6"],
          found: 332500.004,
          expected: 332500,
          gap: 0.004,
          fix: [{ cell: "Imputation!C6", value: 332500 }],
        },
      ],
    },
    {
      name: "a typed amount and a formula, in any row",
      budget: {
        cells: {
          C4: 65000.004,
          D5: { formula: "=C5/3*3", euros: 20000.125 },
        },
      },
      findings: [
        {
          ...hidden,
          id: "centimes-caches/1/2024/etat",
          cells: ["Budget!C4"],
          found: 65000.004,
          expected: 65000,
          gap: 0.004,
          fix: [{ cell: "Budget!C4", value: 65000 }],
        },
        {
          ...hidden,
          id: "centimes-caches/2/2024/metropole",
          cells: ["Budget!D5"],
          found: 20000.125,
          expected: 20000.13,
          gap: -0.005,
          fix: [{ cell: "Budget!D5", formula: "=ROUND(C5/3*3,2)" }],
        },
      ],
    },
    {
      name: "thousands of euros round to the centime, not to the unit",
      budget: { unit: "k€", cells: { G4: 65000.0049 } },
      findings: [
        {
          ...hidden,
          id: "centimes-caches/1/2025/metropole",
          cells: ["Budget!G4"],
          found: 65000.0049,
          expected: 65000,
          gap: 0.0049,
          fix: [{ cell: "Budget!G4", value: 65 }],
        },
      ],
    },
    {
      name: "two are two, three of a table are one",
      budget: { cells: { C4: 65000.001, D4: 65000.002 } },
      findings: [
        {
          message: "trop-de-decimales",
          id: "centimes-caches/1/2024/etat",
          severity: "info",
          cells: ["Budget!C4"],
          found: 65000.001,
          expected: 65000,
          gap: 0.001,
          fix: [{ cell: "Budget!C4", value: 65000 }],
        },
        {
          message: "trop-de-decimales",
          id: "centimes-caches/1/2024/metropole",
          severity: "info",
          cells: ["Budget!D4"],
          found: 65000.002,
          expected: 65000,
          gap: 0.002,
          fix: [{ cell: "Budget!D4", value: 65000 }],
        },
      ],
    },
    {
      name: "three of a table",
      budget: { cells: { C4: 65000.001, D4: 65000.002, C5: 20000.001 } },
      findings: [
        {
          message: "souvent",
          id: "centimes-caches/montants-tableau-budgetaire",
          severity: "info",
          cells: ["Budget!C4", "Budget!D4", "Budget!C5"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Budget!C4", value: 65000 },
            { cell: "Budget!D4", value: 65000 },
            { cell: "Budget!C5", value: 20000 },
          ],
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable amount", budget: { cells: { C4: "0,001" } }, notCheckable: 1, coverage: [107, 108] },
  ],
});
