// The Total of an action is the sum of its parts, to the centime.
import rule from "../../../src/core/rules/total-de-l-action";
import { unknownAction } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const wrong = { message: "faux", severity: "error" } as const;

testRule(rule, {
  compliant: [
    { name: "the annex" },
    {
      name: "cents whose float sum is not exact",
      convention: petitContrat,
      budget: { cells: { C4: 0.1, D4: 0.2, B4: 0.3 } },
    },
    {
      name: "nothing for a year, in empty cells",
      convention: petitContrat,
      budget: { cells: { B7: null, C7: null, D7: null } },
    },
    { name: "a text that gives its amount counts", budget: { cells: { C4: { text: "65 000 €", euros: 65000 } } } },
  ],
  discrepancy: [
    {
      name: "one centime above, with the right parts: the total is to be corrected",
      budget: { cells: { B4: 130000.01 } },
      findings: [
        {
          ...wrong,
          id: "total-de-l-action/1/2024/total",
          cells: ["Budget!B4"],
          found: 130000.01,
          expected: 130000,
          gap: 0.01,
          fix: [{ cell: "Budget!B4", value: 130000 }],
        },
      ],
    },
    {
      name: "one centime below, as a formula, in thousands",
      budget: { unit: "k€", cells: { E14: { formula: "=F14+G14-0.00001", euros: 69999.99 } } },
      findings: [
        {
          ...wrong,
          id: "total-de-l-action/8/2025/total",
          cells: ["Budget!E14"],
          found: 69999.99,
          expected: 70000,
          gap: -0.01,
          explained: true,
          fix: [{ cell: "Budget!E14", formula: "=F14+G14" }],
        },
      ],
    },
    {
      name: "a part differs from the contract: nobody knows which is wrong",
      budget: { cells: { C4: 60000 } },
      findings: [
        {
          ...wrong,
          id: "total-de-l-action/1/2024/total",
          cells: ["Budget!B4"],
          found: 130000,
          expected: 125000,
          gap: 5000,
          explained: true,
        },
      ],
    },
    {
      name: "no total, and an unknown action",
      budget: {
        rows: (rows) => [...rows, unknownAction("Épicerie mobile", [10, 10])],
        cells: { B4: null, B16: 30 },
      },
      findings: [
        {
          message: "non-renseigne",
          id: "total-de-l-action/1/2024/total",
          severity: "error",
          cells: ["Budget!B4"],
          expected: 130000,
          fix: [{ cell: "Budget!B4", value: 130000 }],
        },
        {
          ...wrong,
          id: "total-de-l-action/2024/total/action-epicerie-mobile",
          cells: ["Budget!B16"],
          found: 30,
          expected: 20,
          gap: 10,
          explained: true,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable part is not wrong as well", budget: { cells: { C4: "#REF!" } }, notCheckable: 1 },
    { name: "an unreadable total", budget: { cells: { B4: "?" } }, notCheckable: 1 },
    { name: "a missing part of the contract", budget: { cells: { D4: "nd" } }, notCheckable: 1 },
    {
      name: "no column of totals in one year",
      budget: { colonnes: (annee) => (annee === 2025 ? ["etat", "collectivite"] : ["total", "etat", "collectivite"]) },
      notCheckable: 1,
    },
    { name: "no year of the contract", budget: { annees: [2031] }, notCheckable: 1 },
  ],
});
