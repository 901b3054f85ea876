// The executed Total is the sum of its parts, one centime below, at it and above.
import rule from "../../../src/core/rules/execution-coherente";
import { twice, unknownAction } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const wrong = { message: "faux", severity: "error" } as const;
const blank = Object.fromEntries(["B", "C", "D", "E", "F", "G"].map((column) => [`${column}4`, null]));

testRule(rule, {
  compliant: [
    { name: "executed as contracted", execution: {} },
    { name: "less than contracted", execution: { cells: { B4: 100.3, C4: 50.1, D4: 50.2 } } },
    { name: "a row without any amount, in years that are not over", execution: { cells: blank } },
    {
      name: "a row without any amount in a closed year that owes none",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { cells: { B7: null, C7: null, D7: null } },
    },
    {
      name: "an unknown action whose part is empty",
      execution: { rows: (rows) => [...rows, unknownAction("Épicerie mobile", [10, 0])], cells: { D16: null } },
    },
  ],
  discrepancy: [
    {
      name: "one centime below, one above, in a closed and in a current year",
      asOf: "2025-06-30",
      execution: { cells: { B4: 129999.99, E5: 40000.01 } },
      findings: [
        {
          ...wrong,
          id: "execution-coherente/1/2024/total",
          cells: ["Exécution!B4"],
          found: 129999.99,
          expected: 130000,
          gap: -0.01,
        },
        {
          ...wrong,
          id: "execution-coherente/2/2025/total",
          cells: ["Exécution!E5"],
          found: 40000.01,
          expected: 40000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "a number typed over the formula",
      execution: {
        cells: {
          ...Object.fromEntries(
            [5, 7, 8, 10, 11, 13, 14].map((row) => [`B${row}`, { formula: `=C${row}+D${row}`, euros: 0 }]),
          ),
          ...Object.fromEntries(
            [5, 7, 8, 10, 11, 13, 14].flatMap((row) => [`C${row}`, `D${row}`]).map((at) => [at, 0]),
          ),
          B4: 129000,
        },
      },
      findings: [
        {
          ...wrong,
          id: "execution-coherente/1/2024/total",
          cells: ["Exécution!B4"],
          found: 129000,
          expected: 130000,
          gap: -1000,
          explained: true,
          fix: [{ cell: "Exécution!B4", formula: "=C4+D4" }],
        },
      ],
    },
    {
      name: "each row of a repeated action, and what lacks elsewhere hides nothing",
      execution: { rows: twice(3), cells: { B7: 0, B8: 1, C4: null, D4: "?" } },
      notCheckable: 1,
      findings: [
        {
          ...wrong,
          id: "execution-coherente/3/2024/total",
          cells: ["Exécution!B7"],
          found: 0,
          expected: 50000,
          gap: -50000,
        },
        {
          ...wrong,
          id: "execution-coherente/3/2024/total/ligne-2",
          cells: ["Exécution!B8"],
          found: 1,
          expected: 50000,
          gap: -49999,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable part", execution: { cells: { C4: "Entre 200 et 500" } }, notCheckable: 1 },
    { name: "a part that lacks is not wrong as well", execution: { cells: { D4: null } }, notCheckable: 1 },
    {
      name: "an empty Total that the contract does not owe",
      execution: { rows: (rows) => [...rows, unknownAction("Épicerie mobile", [10, 10])], cells: { B16: null } },
      notCheckable: 1,
    },
    { name: "an empty Total is not wrong as well", execution: { cells: { B4: null } }, notCheckable: 1 },
    {
      name: "a row without any amount in a closed year",
      asOf: "2025-02-01",
      execution: { cells: blank },
      notCheckable: 1,
    },
    { name: "no Total column", execution: { colonnes: () => ["etat", "collectivite"] }, notCheckable: 4 },
    { name: "no year of the contract", execution: { annees: [2031] }, notCheckable: 1 },
    {
      name: "nothing at all",
      execution: { rows: (rows) => rows.filter(({ kind }) => kind !== "action") },
      notCheckable: 1,
    },
  ],
});
