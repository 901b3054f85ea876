// The TOTAL row is the sum of the actions, subtotals left out.
import rule from "../../../src/core/rules/total-general";
import { annexWithSubtotals, twice, unknownAction, without, withoutTotal } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const wrong = { message: "faux", severity: "error" } as const;

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "cents", convention: petitContrat },
    {
      name: "repeated and unknown actions count",
      budget: { rows: (rows) => [unknownAction("X", [10, 10]), ...twice(3)(rows)] },
    },
    { name: "subtotals do not count", budget: { rows: annexWithSubtotals } },
    { name: "a missing amount adds nothing", budget: { cells: { C4: "nd", C15: 267500 } } },
    { name: "the Total column sums the totals shown", budget: { cells: { B4: 130001, B15: 665001 } } },
  ],
  discrepancy: [
    {
      name: "one centime above and below, with the contract's amounts",
      budget: { cells: { C15: 332500.01, G15: 349999.99 } },
      findings: [
        {
          ...wrong,
          id: "total-general/2024/etat",
          cells: ["Budget!C15"],
          found: 332500.01,
          expected: 332500,
          gap: 0.01,
          fix: [{ cell: "Budget!C15", value: 332500 }],
        },
        {
          ...wrong,
          id: "total-general/2025/metropole",
          cells: ["Budget!G15"],
          found: 349999.99,
          expected: 350000,
          gap: -0.01,
          fix: [{ cell: "Budget!G15", value: 350000 }],
        },
      ],
    },
    {
      name: "three typed totals that leave out the same action",
      budget: { cells: { C15: 267500, D15: 267500, B15: 535000 } },
      findings: [
        {
          message: "sans-ligne",
          severity: "error",
          id: "total-general/sans-ligne-1",
          cells: ["Budget!C15", "Budget!D15", "Budget!B15"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Budget!C15", value: 332500 },
            { cell: "Budget!D15", value: 332500 },
            { cell: "Budget!B15", value: 665000 },
          ],
        },
      ],
    },
    {
      name: "actions counted with their subtotals, by a formula",
      budget: { rows: annexWithSubtotals, cells: { B15: { formula: "=SUM(B3:B14)", euros: 1330000 } } },
      findings: [
        {
          ...wrong,
          id: "total-general/2024/total",
          cells: ["Budget!B15"],
          found: 1330000,
          expected: 665000,
          gap: 665000,
          explained: true,
          fix: [{ cell: "Budget!B15", formula: "=SUM(B4:B5,B7:B8,B10:B11,B13:B14)" }],
        },
      ],
    },
    {
      name: "an action stands twice: the total may be right without it, and nothing is written over it",
      budget: { rows: twice(1), cells: { C16: 332500 } },
      findings: [
        {
          ...wrong,
          id: "total-general/2024/etat",
          cells: ["Budget!C16"],
          found: 332500,
          expected: 397500,
          gap: -65000,
          explained: true,
        },
      ],
    },
    {
      name: "an action is absent: the total may be right with it",
      budget: { rows: without(7), cells: { C14: 332500 } },
      findings: [
        {
          ...wrong,
          id: "total-general/2024/etat",
          cells: ["Budget!C14"],
          found: 332500,
          expected: 307500,
          gap: 25000,
          explained: true,
        },
      ],
    },
    {
      name: "an amount that is not the contract's may be the wrong one",
      budget: { cells: { C4: 64000 } },
      findings: [
        {
          ...wrong,
          id: "total-general/2024/etat",
          cells: ["Budget!C15"],
          found: 332500,
          expected: 331500,
          gap: 1000,
          explained: true,
        },
      ],
    },
    {
      name: "a recapitulation: a wrong TOTAL",
      recap: { cells: { M15: 350000.01 } },
      findings: [
        {
          ...wrong,
          id: "total-general/2027/metropole/recapitulatif",
          cells: ["Synthèse!M15"],
          found: 350000.01,
          expected: 350000,
          gap: 0.01,
          fix: [{ cell: "Synthèse!M15", value: 350000 }],
        },
      ],
    },
    {
      name: "a recapitulation in thousands, which nothing says",
      recap: { cells: { B15: 665, C15: 332.5, D15: 333 } },
      findings: [
        {
          message: "en-milliers",
          id: "total-general/recapitulatif-en-milliers",
          severity: "error",
          cells: ["Synthèse!C15", "Synthèse!D15", "Synthèse!B15"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Synthèse!C15", value: 332500 },
            { cell: "Synthèse!D15", value: 332500 },
            { cell: "Synthèse!B15", value: 665000 },
          ],
        },
      ],
    },
    {
      name: "a hole in the TOTAL row",
      budget: { cells: { K15: null } },
      findings: [
        {
          message: "non-renseigne",
          id: "total-general/2027/total",
          severity: "error",
          cells: ["Budget!K15"],
          expected: 700000,
          fix: [{ cell: "Budget!K15", value: 700000 }],
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "no TOTAL row, nor one in a recapitulation",
      budget: { rows: withoutTotal },
      recap: { rows: withoutTotal },
      notCheckable: 1,
    },
    { name: "no TOTAL row", budget: { rows: withoutTotal }, notCheckable: 1 },
    {
      name: "a TOTAL row without amounts",
      convention: petitContrat,
      budget: { cells: { B8: null, C8: null, D8: null, E8: null, F8: null, G8: null } },
      notCheckable: 1,
    },
    { name: "unreadable: an amount, and a TOTAL cell", budget: { cells: { C4: "?", G15: "#REF!" } }, notCheckable: 2 },
  ],
});
