// The local party brings at least its share, one centime below, at and above the threshold.
import rule from "../../../src/core/rules/cofinancement-minimum";
import { twice, unknownAction } from "./budget-rows";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const below = { message: "insuffisant", severity: "error" } as const;

/** The first action alone is bound to less than the others, in one year to less still. */
const exceptForOne = (niveau?: "contrat"): Convention => ({
  ...contratIntegre,
  cofinancement: {
    seuil: niveau === "contrat" ? 0.4 : 0.5,
    ...(niveau && { niveau }),
    seuils: [
      { axe: 1, seuil: 0.5 },
      { action: 1, seuil: 0.4 },
      { action: 1, annee: 2026, seuil: 0.2 },
    ],
  },
});

testRule(rule, {
  compliant: [
    {
      name: "an action at its own share, above that of its axe",
      convention: exceptForOne(),
      budget: { cells: { G4: 43333.34, J4: 16250 } },
    },
    { name: "a share of the whole contract, and one of an action", convention: exceptForOne("contrat") },
    { name: "the annex, at the threshold everywhere" },
    { name: "one centime above", budget: { cells: { G4: 65000.01 } } },
    { name: "a threshold of 40 % reached to the centime", convention: petitContrat },
    { name: "nothing at all: 0 of 0", budget: { cells: { C4: 0, D4: 0 } } },
    { name: "the State brings nothing", budget: { cells: { C4: 0 } } },
    { name: "a refund: the State's part is negative", budget: { cells: { C4: -1000, D4: 0 } } },
    {
      name: "no threshold",
      convention: { ...contratIntegre, cofinancement: { seuil: 0 } },
      budget: { cells: { D4: 0 } },
    },
  ],
  discrepancy: [
    {
      name: "an action one centime below its own share, and another below that of all",
      convention: exceptForOne(),
      budget: { cells: { G4: 43333.33, G5: 19999.99 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/1/2025/metropole",
          cells: ["Budget!G4"],
          found: 43333.33,
          expected: 43333.34,
          gap: -0.01,
          fix: [{ cell: "Budget!G4", value: 65000 }],
        },
        {
          ...below,
          id: "cofinancement-minimum/2/2025/metropole",
          cells: ["Budget!G5"],
          found: 19999.99,
          expected: 20000,
          gap: -0.01,
          fix: [{ cell: "Budget!G5", value: 20000 }],
        },
      ],
    },
    {
      name: "an action below its own share, of a contract that holds the whole to another",
      convention: exceptForOne("contrat"),
      budget: { cells: { G4: 43333.33 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/1/2025/metropole",
          cells: ["Budget!G4"],
          found: 43333.33,
          expected: 43333.34,
          gap: -0.01,
          fix: [{ cell: "Budget!G4", value: 65000 }],
        },
      ],
    },
    {
      name: "one centime below",
      budget: { cells: { G4: 64999.99 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/1/2025/metropole",
          cells: ["Budget!G4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
          fix: [{ cell: "Budget!G4", value: 65000 }],
        },
      ],
    },
    {
      name: "one centime below 40 %, and a State's part that needs a fraction of a centime more",
      convention: petitContrat,
      budget: { cells: { D4: 200.19, F6: 300.31, G6: 200.2 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/1/2024/metropole",
          cells: ["Budget!D4"],
          found: 200.19,
          expected: 200.2,
          gap: -0.01,
          fix: [{ cell: "Budget!D4", value: 200.2 }],
        },
        {
          ...below,
          id: "cofinancement-minimum/2/2025/metropole",
          cells: ["Budget!G6"],
          found: 200.2,
          expected: 200.21,
          gap: -0.01,
        },
      ],
    },
    {
      name: "a State's part above the contract's: which of the two is wrong is not known",
      budget: { cells: { C5: 25000 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/2/2024/metropole",
          cells: ["Budget!D5"],
          found: 20000,
          expected: 25000,
          gap: -5000,
        },
      ],
    },
    {
      name: "a formula is left to the agent, and each row of a repeated action counts",
      budget: { rows: twice(3), cells: { D7: { formula: "=C7/2", euros: 12500 }, D8: 0 } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/3/2024/metropole",
          cells: ["Budget!D7"],
          found: 12500,
          expected: 25000,
          gap: -12500,
        },
        {
          ...below,
          id: "cofinancement-minimum/3/2024/metropole/ligne-2",
          cells: ["Budget!D8"],
          found: 0,
          expected: 25000,
          gap: -25000,
          fix: [{ cell: "Budget!D8", value: 25000 }],
        },
      ],
    },
    {
      name: "an unknown action without a local part: an empty cell brings nothing",
      budget: { rows: (rows) => [...rows, unknownAction("Épicerie mobile", [10, 10])], cells: { D16: null } },
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/2024/metropole/action-epicerie-mobile",
          cells: ["Budget!D16"],
          found: 0,
          expected: 10,
          gap: -10,
        },
      ],
    },
    {
      name: "what cannot be read hides nothing else",
      budget: { cells: { D4: "?", D5: 0 } },
      notCheckable: 1,
      findings: [
        {
          ...below,
          id: "cofinancement-minimum/2/2024/metropole",
          cells: ["Budget!D5"],
          found: 0,
          expected: 20000,
          gap: -20000,
          fix: [{ cell: "Budget!D5", value: 20000 }],
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable part", budget: { cells: { C4: "Entre 200 et 500" } }, notCheckable: 1 },
    { name: "a part of the contract that is missing", budget: { cells: { D4: null, F5: "nd" } }, notCheckable: 2 },
    { name: "no column for a part", budget: { colonnes: () => ["total", "etat"] }, notCheckable: 4 },
    {
      name: "a threshold that allows no State's part",
      convention: { ...contratIntegre, cofinancement: { seuil: 1 } },
      notCheckable: 1,
    },
    {
      name: "a minimum beyond any amount costs its own comparison, not the rule",
      convention: { ...petitContrat, cofinancement: { seuil: 0.6 } },
      budget: { cells: { C4: 9e13, F4: 0, C6: 0, F6: 0, F7: 0 } },
      notCheckable: 1,
    },
    { name: "no year of the contract", budget: { annees: [2031] }, notCheckable: 1 },
  ],
});
