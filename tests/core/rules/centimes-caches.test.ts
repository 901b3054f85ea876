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
    { name: "an unreadable and a missing amount", budget: { cells: { C4: "0,001", D4: null } } },
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
      name: "a typed amount, a formula and a text, in any row",
      budget: {
        cells: {
          C4: 65000.004,
          D5: { formula: "=C5/3*3", euros: 20000.125 },
          C15: { text: "332 500,001", euros: 332500.001 },
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
        {
          ...hidden,
          id: "centimes-caches/2024/etat",
          cells: ["Budget!C15"],
          found: 332500.001,
          expected: 332500,
          gap: 0.001,
          fix: [{ cell: "Budget!C15", value: 332500 }],
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
  ],
});
