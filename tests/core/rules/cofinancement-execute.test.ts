// The executed share of the local party, one centime below, at and above; an error once the year is over.
import rule from "../../../src/core/rules/cofinancement-execute";
import { contratIntegre } from "../../../src/contracts/built-in";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const closed = { message: "insuffisant", severity: "error" } as const;
const current = { message: "insuffisant-a-ce-jour", severity: "warning" } as const;

testRule(rule, {
  compliant: [
    { name: "half, in every year", asOf: "2026-11-24", execution: {} },
    { name: "one centime above", asOf: "2026-11-24", execution: { cells: { D4: 65000.01 } } },
    { name: "nothing executed: 0 of 0", asOf: "2026-11-24", execution: { cells: { C4: 0, D4: 0 } } },
    { name: "40 % to the centime", convention: petitContrat, execution: { cells: { C4: 300, D4: 200 } } },
    {
      name: "a contract without minimum",
      convention: { ...contratIntegre, cofinancement: { seuil: 0 } },
      execution: { cells: { D4: 0 } },
    },
  ],
  discrepancy: [
    {
      name: "one centime below: an error for a closed year, a warning for the current one",
      asOf: "2025-02-01",
      execution: { cells: { D4: 64999.99, G4: 64999.99 } },
      findings: [
        {
          ...closed,
          id: "cofinancement-execute/1/2024/metropole",
          cells: ["Exécution!D4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
        },
        {
          ...current,
          id: "cofinancement-execute/1/2025/metropole",
          cells: ["Exécution!G4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
        },
      ],
    },
    {
      name: "the last day of a year that ends in June, and a fraction of a centime",
      convention: petitContrat,
      asOf: "2025-06-30",
      execution: { cells: { C4: 300.31, D4: 200.2 } },
      findings: [
        {
          ...current,
          id: "cofinancement-execute/1/2024/metropole",
          cells: ["Exécution!D4"],
          found: 200.2,
          expected: 200.21,
          gap: -0.01,
        },
      ],
    },
    {
      name: "the day after, and what cannot be read hides nothing",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { cells: { D4: 200.19, D6: "?" } },
      notCheckable: 1,
      findings: [
        {
          ...closed,
          id: "cofinancement-execute/1/2024/metropole",
          cells: ["Exécution!D4"],
          found: 200.19,
          expected: 200.2,
          gap: -0.01,
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "the local part lacks: no claim that it is 0",
      asOf: "2025-02-01",
      execution: { cells: { D4: null } },
      notCheckable: 1,
    },
    { name: "no column for the local part", execution: { colonnes: () => ["total", "etat"] }, notCheckable: 4 },
    {
      name: "a threshold that allows no State's part",
      convention: { ...contratIntegre, cofinancement: { seuil: 1 } },
      execution: {},
      notCheckable: 1,
    },
  ],
});
