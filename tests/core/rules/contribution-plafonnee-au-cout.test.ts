// What the State executed or paid against the cost, one centime below, at it and above.
import rule from "../../../src/core/rules/contribution-plafonnee-au-cout";
import { twice } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const executed = { message: "execute", severity: "warning" } as const;
const paid = { message: "verse", severity: "warning" } as const;
const whole = { message: "cumul", severity: "error" } as const;
const years = [2024, 2025, 2026];

// In "Exécution", N to P are what was paid in 2024 to 2026; no local part, so that the cost is the State's part.
testRule(rule, {
  compliant: [
    { name: "executed as contracted, no payments", asOf: "2026-11-24", execution: {} },
    { name: "at the cost", execution: { cells: { B4: 65000, D4: 0 } } },
    { name: "one centime below", execution: { cells: { B4: 65000.01, D4: 0.01 } } },
    { name: "paid at the cost", asOf: "2026-11-24", execution: { verses: years, cells: { N4: 130000 } } },
    { name: "paid before the year is over", asOf: "2026-11-24", execution: { verses: years, cells: { P4: 200000 } } },
    { name: "no payment yet", asOf: "2026-11-24", execution: { verses: years, cells: { N4: null } } },
    {
      name: "at the cost in all, the day after the contract has ended",
      asOf: "2028-02-01",
      execution: { cells: { B4: 65000, E4: 65000, H4: 65000, K4: 65000 } },
    },
    {
      name: "an unreadable Total: the parts say the cost",
      execution: { cells: { B4: "à venir" } },
    },
    {
      name: "no Total column: the cost is the sum of the parts",
      execution: { colonnes: () => ["etat", "collectivite"], cells: { C4: 0 } },
    },
  ],
  discrepancy: [
    {
      name: "executed where the contract gives nothing, above the cost: in the year and in all",
      convention: petitContrat,
      asOf: "2026-08-01",
      execution: { cells: { C7: 400, B7: 399.99, F7: 0, E7: 0, G7: 0 } },
      findings: [
        {
          ...executed,
          id: "contribution-plafonnee-au-cout/3/2024/etat",
          cells: ["Exécution!C7"],
          found: 400,
          expected: 399.99,
          gap: 0.01,
        },
        {
          ...whole,
          id: "contribution-plafonnee-au-cout/3/etat",
          cells: ["Exécution!C7", "Exécution!F7"],
          found: 400,
          expected: 399.99,
          gap: 0.01,
        },
      ],
    },
    {
      name: "one centime above the cost",
      execution: { cells: { B4: 64999.99 } },
      findings: [
        {
          ...executed,
          id: "contribution-plafonnee-au-cout/1/2024/etat",
          cells: ["Exécution!C4"],
          found: 65000,
          expected: 64999.99,
          gap: 0.01,
        },
      ],
    },
    {
      name: "paid one centime more than the cost of a closed year",
      asOf: "2026-11-24",
      execution: { verses: years, cells: { N4: 130000.01, O5: 50000 } },
      findings: [
        {
          ...paid,
          id: "contribution-plafonnee-au-cout/1/2024/etat/verse",
          cells: ["Exécution!N4", "Exécution!C4"],
          found: 130000.01,
          expected: 130000,
          gap: 0.01,
        },
        {
          ...paid,
          id: "contribution-plafonnee-au-cout/2/2025/etat/verse",
          cells: ["Exécution!O5", "Exécution!F5"],
          found: 50000,
          expected: 40000,
          gap: 10000,
        },
      ],
    },
    {
      name: "a negative local part in a table without Total",
      execution: { colonnes: () => ["etat", "collectivite"], cells: { C7: -1000 } },
      findings: [
        {
          ...executed,
          id: "contribution-plafonnee-au-cout/3/2024/etat",
          cells: ["Exécution!B7"],
          found: 25000,
          expected: 24000,
          gap: 1000,
        },
      ],
    },
    {
      name: "one centime too much in all, the day after the contract has ended: warnings by year, one error on their sum",
      asOf: "2028-02-01",
      // 2024 took 10 centimes too much, and 2025 gave 9 of them back.
      execution: { cells: { B4: 64999.9, E4: 65000.09, H4: 65000, K4: 65000 } },
      findings: [
        {
          ...executed,
          id: "contribution-plafonnee-au-cout/1/2024/etat",
          cells: ["Exécution!C4"],
          found: 65000,
          expected: 64999.9,
          gap: 0.1,
        },
        {
          ...whole,
          id: "contribution-plafonnee-au-cout/1/etat",
          cells: ["Exécution!C4", "Exécution!F4", "Exécution!I4", "Exécution!L4"],
          found: 260000,
          expected: 259999.99,
          gap: 0.01,
        },
      ],
    },
    {
      name: "what cannot be read hides nothing",
      asOf: "2026-11-24",
      execution: { verses: years, cells: { N4: "soldé", N5: 40000.01, N8: null } },
      notCheckable: 1,
      findings: [
        {
          ...paid,
          id: "contribution-plafonnee-au-cout/2/2024/etat/verse",
          cells: ["Exécution!N5", "Exécution!C5"],
          found: 40000.01,
          expected: 40000,
          gap: 0.01,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "a part that cannot be read", execution: { cells: { D4: "à venir", B4: null } }, notCheckable: 1 },
    { name: "no column for the State's part", execution: { colonnes: () => ["total"] }, notCheckable: 4 },
    {
      name: "an action on two rows: neither alone says what it cost",
      execution: { rows: twice(3), colonnes: () => ["etat", "collectivite"], cells: { C8: -1000 } },
      notCheckable: 4,
    },
  ],
});
