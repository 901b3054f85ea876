// Subtotals are the sums of the actions under their axe.
import rule from "../../../src/core/rules/sous-total-axe";
import { annexWithSubtotals, moved, twice, unknownAxe } from "./budget-rows";
import type { BudgetRow } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

/** "Volet A" below the two actions of the first axe, "volets" below the first of the second, of all three. */
const withGroups = ([axe, one, two, next, three, ...rows]: readonly BudgetRow[]): readonly BudgetRow[] => [
  ...[axe, one, two].flatMap((row) => row ?? []),
  { kind: "groupe", label: "Sous-total volet A", actions: 2 },
  ...[next, three].flatMap((row) => row ?? []),
  { kind: "groupe", label: "Total volets", actions: 3 },
  ...rows,
];

const wrong = { message: "faux", severity: "error" } as const;

testRule(rule, {
  compliant: [
    { name: "the annex with subtotals", budget: { rows: annexWithSubtotals } },
    { name: "cents", convention: petitContrat, budget: { rows: annexWithSubtotals } },
    {
      name: "what stands under an axe counts there: moved and repeated actions",
      budget: { rows: (rows) => annexWithSubtotals(twice(2)(moved(3, 1)(rows))) },
    },
    {
      name: "subtotals of one column only",
      convention: petitContrat,
      budget: { rows: annexWithSubtotals, cells: { B3: null, D3: null, E3: null, G3: null } },
    },
  ],
  discrepancy: [
    {
      name: "totals of some actions, under an axe and across axes, one centime above and below, and none",
      budget: { rows: withGroups, cells: { C6: 85000.01, H6: null, D9: 149999.99 } },
      execution: { rows: withGroups, cells: { B6: 170000.01 } },
      findings: [
        {
          message: "groupe",
          severity: "error",
          id: "sous-total-axe/axe-1/2024/etat/groupe-sous-total-volet-a",
          cells: ["Budget!C6"],
          found: 85000.01,
          expected: 85000,
          gap: 0.01,
        },
        {
          message: "non-renseigne",
          severity: "error",
          id: "sous-total-axe/axe-1/2026/total/groupe-sous-total-volet-a",
          cells: ["Budget!H6"],
          expected: 170000,
        },
        {
          message: "groupe",
          severity: "error",
          id: "sous-total-axe/2024/metropole/groupe-total-volets",
          cells: ["Budget!D9"],
          found: 149999.99,
          expected: 110000,
          gap: 39999.99,
        },
        {
          message: "groupe",
          severity: "error",
          id: "sous-total-axe/axe-1/2024/total/groupe-sous-total-volet-a-execution",
          cells: ["Exécution!B6"],
          found: 170000.01,
          expected: 170000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "three typed subtotals that leave out the same action",
      budget: { rows: annexWithSubtotals, cells: { B3: 40000, C3: 20000, D3: 20000 } },
      findings: [
        {
          message: "sans-ligne",
          severity: "error",
          id: "sous-total-axe/sans-ligne-1",
          cells: ["Budget!C3", "Budget!D3", "Budget!B3"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Budget!C3", value: 85000 },
            { cell: "Budget!D3", value: 85000 },
            { cell: "Budget!B3", value: 170000 },
          ],
        },
      ],
    },
    {
      name: "one centime above and below, with the contract's amounts",
      budget: { rows: annexWithSubtotals, cells: { C3: 85000.01, G9: 159999.99 } },
      findings: [
        {
          ...wrong,
          id: "sous-total-axe/axe-1/2024/etat",
          cells: ["Budget!C3"],
          found: 85000.01,
          expected: 85000,
          gap: 0.01,
          fix: [{ cell: "Budget!C3", value: 85000 }],
        },
        {
          ...wrong,
          id: "sous-total-axe/axe-3/2025/metropole",
          cells: ["Budget!G9"],
          found: 159999.99,
          expected: 160000,
          gap: -0.01,
          fix: [{ cell: "Budget!G9", value: 160000 }],
        },
      ],
    },
    {
      name: "an amount that is not the contract's may be the wrong one; a formula that misses a row is corrected",
      budget: { rows: annexWithSubtotals, cells: { C4: 64000, B6: { formula: "=B7", euros: 50000 } } },
      findings: [
        {
          ...wrong,
          id: "sous-total-axe/axe-1/2024/etat",
          cells: ["Budget!C3"],
          found: 85000,
          expected: 84000,
          gap: 1000,
          explained: true,
        },
        {
          ...wrong,
          id: "sous-total-axe/axe-2/2024/total",
          cells: ["Budget!B6"],
          found: 50000,
          expected: 90000,
          gap: -40000,
          explained: true,
          fix: [{ cell: "Budget!B6", formula: "=SUM(B7:B8)" }],
        },
      ],
    },
    {
      name: "a recapitulation: a wrong total, and a hole",
      recap: { cells: { C3: 84000, G9: null } },
      findings: [
        {
          ...wrong,
          id: "sous-total-axe/axe-1/2024/etat/recapitulatif",
          cells: ["Synthèse!C3"],
          found: 84000,
          expected: 85000,
          gap: -1000,
          fix: [{ cell: "Synthèse!C3", value: 85000 }],
        },
        {
          message: "non-renseigne",
          id: "sous-total-axe/axe-3/2025/metropole/recapitulatif",
          severity: "error",
          cells: ["Synthèse!G9"],
          expected: 160000,
          fix: [{ cell: "Synthèse!G9", value: 160000 }],
        },
      ],
    },
    {
      name: "a recapitulation in thousands, which nothing says",
      recap: { cells: { C9: 147.5, D9: 148, E9: 320, F9: 160.51 } },
      findings: [
        {
          message: "en-milliers",
          id: "sous-total-axe/recapitulatif-en-milliers",
          severity: "error",
          cells: ["Synthèse!C9", "Synthèse!D9", "Synthèse!E9"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Synthèse!C9", value: 147500 },
            { cell: "Synthèse!D9", value: 147500 },
            { cell: "Synthèse!E9", value: 320000 },
          ],
        },
        {
          ...wrong,
          id: "sous-total-axe/axe-3/2025/etat/recapitulatif",
          cells: ["Synthèse!F9"],
          found: 160.51,
          expected: 160000,
          gap: -159839.49,
          fix: [{ cell: "Synthèse!F9", value: 160000 }],
        },
      ],
    },
    {
      name: "a hole among subtotals, and an axe that is not the contract's",
      convention: petitContrat,
      budget: {
        rows: ([, ...rows]) => annexWithSubtotals([unknownAxe("Axe « Culture »"), ...rows]),
        cells: { C3: null, C5: "nd" },
      },
      findings: [
        {
          message: "non-renseigne",
          id: "sous-total-axe/2024/etat/axe-axe-culture",
          severity: "error",
          cells: ["Budget!C3"],
          expected: 300.3,
          fix: [{ cell: "Budget!C3", value: 300.3 }],
        },
        {
          message: "non-renseigne",
          id: "sous-total-axe/axe-2/2024/etat",
          severity: "error",
          cells: ["Budget!C5"],
          expected: 300.3,
          fix: [{ cell: "Budget!C5", value: 300.3 }],
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "a recapitulation: an unreadable amount of an axe, and an unreadable total",
      budget: { cells: { C4: "?" } },
      recap: { cells: { G9: "#REF!" } },
      notCheckable: 2,
      coverage: [46, 48],
    },
    { name: "no subtotals", notCheckable: 1 },
    {
      name: "a subtotal without amounts",
      convention: petitContrat,
      budget: {
        rows: annexWithSubtotals,
        cells: { B3: null, C3: null, D3: null, E3: null, F3: null, G3: null },
      },
      notCheckable: 1,
    },
    {
      name: "an unreadable amount and an unreadable subtotal",
      budget: { rows: annexWithSubtotals, cells: { C4: "?", M12: "#REF!" } },
      notCheckable: 2,
    },
  ],
});
