// Executed above contracted, one centime: said, never blocking.
import rule from "../../../src/core/rules/sur-execution";
import { twice, unknownAction } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const withoutCredit = { message: "etat-sans-credit", severity: "warning" } as const;
const above = { message: "au-dessus", severity: "info" } as const;

testRule(rule, {
  compliant: [
    { name: "executed as contracted", execution: {} },
    { name: "one centime below", execution: { cells: { B4: 129999.99 } } },
  ],
  discrepancy: [
    {
      name: "one centime above, in a closed and in a current year, against the contract and not the budget table",
      asOf: "2025-06-30",
      budget: { cells: { B4: 200000 } },
      execution: { cells: { B4: 130000.01, E5: 50000 } },
      findings: [
        {
          ...above,
          id: "sur-execution/1/2024/total",
          cells: ["Exécution!B4"],
          found: 130000.01,
          expected: 130000,
          gap: 0.01,
        },
        {
          ...above,
          id: "sur-execution/2/2025/total",
          cells: ["Exécution!E5"],
          found: 50000,
          expected: 40000,
          gap: 10000,
        },
      ],
    },
    {
      name: "the State's part one centime above, the Total as contracted",
      execution: { cells: { C4: 65000.01 } },
      findings: [
        {
          message: "etat-au-dessus",
          severity: "info",
          id: "sur-execution/1/2024/etat",
          cells: ["Exécution!C4"],
          found: 65000.01,
          expected: 65000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "the Total and the State's part: one finding",
      execution: { cells: { B4: 130000.01, C4: 65000.01 } },
      findings: [
        {
          message: "au-dessus-avec-l-etat",
          severity: "info",
          id: "sur-execution/1/2024/total",
          cells: ["Exécution!B4"],
          found: 130000.01,
          expected: 130000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "the State's part, one centime, where the contract gives none: in a year of an action, and for no action of the contract",
      convention: petitContrat,
      execution: {
        annees: [2024],
        rows: (rows) => [...rows, unknownAction("9 Épicerie mobile", [0.01, 10])],
        cells: { B7: 0.02, C7: 0.01, D7: 0.01 },
      },
      findings: [
        {
          ...withoutCredit,
          id: "sur-execution/3/2024/etat",
          cells: ["Exécution!C7"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
        {
          ...withoutCredit,
          id: "sur-execution/2024/etat/action-9-epicerie-mobile",
          cells: ["Exécution!C9"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
      ],
    },
    {
      name: "what the local party spends for no action of the contract",
      convention: petitContrat,
      execution: { annees: [2024], rows: (rows) => [...rows, unknownAction("9 Épicerie mobile", [0, 10])] },
      findings: [
        {
          ...above,
          id: "sur-execution/2024/total/action-9-epicerie-mobile",
          cells: ["Exécution!B9"],
          found: 10,
          expected: 0,
          gap: 10,
        },
      ],
    },
    {
      name: "where nothing was contracted",
      convention: petitContrat,
      execution: { cells: { B7: 0.01 } },
      findings: [
        { ...above, id: "sur-execution/3/2024/total", cells: ["Exécution!B7"], found: 0.01, expected: 0, gap: 0.01 },
      ],
    },
  ],
  notCheckable: [
    { name: "an action on two rows, in each year", execution: { rows: twice(3) }, notCheckable: 4 },
    {
      name: "a row that may be of any action, in each year",
      execution: { rows: (rows) => [...rows, unknownAction("Épicerie mobile", [10, 10])] },
      notCheckable: 4,
    },
    { name: "an unreadable Total", execution: { cells: { B4: "?" } }, notCheckable: 1 },
  ],
});
