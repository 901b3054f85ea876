// Totals that are typed numbers, told once per table.
import rule from "../../../src/core/rules/total-en-formule";
import { annexWithSubtotals, withoutTotal } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

/** Rows of the small contract's actions, and what the formulas of its table are. */
const formulas = {
  B4: { formula: "=C4+D4", euros: 500.5 },
  E4: { formula: "=F4+G4", euros: 500.5 },
  B6: { formula: "=C6+D6", euros: 600.6 },
  E6: { formula: "=F6+G6", euros: 600.6 },
  B7: { formula: "=C7+D7", euros: 0 },
  E7: { formula: "=F7+G7", euros: 600.6 },
  B8: { formula: "=SUM(B4:B7)", euros: 1101.1 },
  C8: { formula: "=SUM(C4:C7)", euros: 600.6 },
  D8: { formula: "=SUM(D4:D7)", euros: 500.5 },
  E8: { formula: "=E4+E6+E7", euros: 1701.7 },
  F8: { formula: "=SUBTOTAL(9,F4:F7)", euros: 900.9 },
  G8: { formula: "=SUM(G4:G7)", euros: 800.8 },
} as const;

testRule(rule, {
  compliant: [{ name: "formulas everywhere", convention: petitContrat, budget: { cells: formulas } }],
  discrepancy: [
    {
      name: "a total of an action, and a formula that names no cell",
      convention: petitContrat,
      budget: { cells: { ...formulas, B4: 500.5, G8: { formula: "=400.4+400.4", euros: 800.8 } } },
      findings: [
        {
          message: "saisis",
          id: "total-en-formule",
          severity: "info",
          cells: ["Budget!B4", "Budget!G8"],
          found: 2,
          expected: 0,
          gap: 2,
          fix: [
            { cell: "Budget!B4", formula: "=C4+D4" },
            { cell: "Budget!G8", formula: "=SUM(G4,G6:G7)" },
          ],
        },
      ],
    },
    {
      name: "a subtotal; an empty total is not typed",
      convention: petitContrat,
      budget: {
        rows: annexWithSubtotals,
        cells: {
          ...formulas,
          B3: { formula: "=B4", euros: 500.5 },
          C3: { formula: "=C4", euros: 300.3 },
          D3: { formula: "=D4", euros: 200.2 },
          E3: { formula: "=E4", euros: 500.5 },
          F3: { formula: "=F4", euros: 300.3 },
          G3: null,
          B5: { formula: "=B6+B7", euros: 600.6 },
          C5: { formula: "=C6+C7", euros: 300.3 },
          D5: 300.3,
          E5: { formula: "=E6+E7", euros: 1201.2 },
          F5: { formula: "=F6+F7", euros: 600.6 },
          G5: { formula: "=G6+G7", euros: 600.6 },
        },
      },
      findings: [
        {
          message: "saisis",
          id: "total-en-formule",
          severity: "info",
          cells: ["Budget!D5"],
          found: 1,
          expected: 0,
          gap: 1,
          fix: [{ cell: "Budget!D5", formula: "=SUM(D6:D7)" }],
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "no total at all",
      convention: petitContrat,
      budget: { rows: withoutTotal, colonnes: () => ["etat", "collectivite"] },
      notCheckable: 1,
    },
  ],
});
