// What the State paid against the contract in force, one centime below it, at it and above.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import rule from "../../../src/core/rules/versement-du-contrat";
import { testRule } from "./rule-tester";
import { listesFausses, listesJustes } from "./versements-listes-cases";

const TODAY = "2026-11-24";
const different = { message: "different", severity: "warning" } as const;
const nothing = { message: "sans-credit", severity: "error" } as const;
const unfixed = { message: "sans-avenant", severity: "warning" } as const;
const inPart = { message: "echelonne", severity: "warning" } as const;
const provisional = { message: "provisionnel", severity: "warning" } as const;
const signed = {
  ...contratIntegre,
  creditsEtat: contratIntegre.creditsEtat.map((credit) =>
    credit.annee === 2025 ? { ...credit, statut: "ferme" as const } : credit,
  ),
};

/** Action 1 ends with 2024, action 2 begins with 2025. */
const withEnd: Convention = {
  ...signed,
  creditsEtat: signed.creditsEtat.map((credit) => ({
    ...credit,
    montant: montantFromEuros(toEuros(credit.montant) - (credit.annee === 2024 ? 20000 : 65000)),
  })),
  actions: signed.actions.map((action) => ({
    ...action,
    montants: action.montants.map((one) =>
      (action.numero === 1 && one.annee > 2024) || (action.numero === 2 && one.annee === 2024)
        ? { ...one, etat: montantFromEuros(0), collectivite: montantFromEuros(0) }
        : one,
    ),
  })),
};

/** The rows of the eight actions, and what the contract gives them in 2025. */
const ROWS = [4, 5, 7, 8, 10, 11, 13, 14];
const PAID = [65000, 20000, 25000, 20000, 60000, 100000, 25000, 35000];

type Versement = NonNullable<Convention["versements"]>[number];

/** Four fifths of 2025 at the signature, and the rest. */
const inTwo = (rest: Versement): Convention => ({
  ...signed,
  versements: [{ annee: 2025, part: 0.8, date: "2025-03-01", condition: "à la signature" }, rest],
});
const paidIn2025 = (share: number) =>
  Object.fromEntries(ROWS.map((row, rank) => [`N${row}`, (PAID[rank] ?? 0) * share]));

// In "Exécution", N and O are what was paid in 2024 and 2025.
testRule(rule, {
  compliant: [
    {
      name: "paid as the contract says, each action and each year in all",
      convention: signed,
      asOf: TODAY,
      execution: { verses: [2024, 2025] },
      coverage: [18, 18],
    },
    {
      name: "four fifths of each action, where the rest is not due yet",
      convention: inTwo({ annee: 2025, part: 0.2, date: "2026-12-01" }),
      asOf: TODAY,
      execution: { verses: [2025], cells: paidIn2025(0.8) },
    },
    {
      name: "all of it, before the rest is due",
      convention: inTwo({ annee: 2025, part: 0.2, date: "2026-12-01" }),
      asOf: TODAY,
      execution: { verses: [2025] },
    },
    {
      name: "four fifths, where the rest has no date",
      convention: inTwo({ annee: 2025, part: 0.2, condition: "au vu du bilan" }),
      asOf: TODAY,
      execution: { verses: [2025], cells: paidIn2025(0.8) },
    },
    ...listesJustes,
    { name: "paid while the year runs", asOf: "2024-06-30", execution: { verses: [2024] }, coverage: [9, 9] },
    {
      name: "nothing for an action that has ended, typed or not",
      convention: withEnd,
      asOf: TODAY,
      execution: { verses: [2024, 2025], cells: { O4: null, N5: 0 } },
    },
  ],
  discrepancy: [
    {
      name: "four fifths of one action on the day on which the rest is due",
      convention: inTwo({ annee: 2025, part: 0.2, date: TODAY }),
      asOf: TODAY,
      execution: { verses: [2025], cells: { N4: 52000 } },
      findings: [
        {
          ...inPart,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 52000,
          expected: 65000,
          gap: -13000,
        },
      ],
    },
    {
      name: "a thousand euros more than the first payment, and two centimes of another action",
      asOf: TODAY,
      convention: {
        ...signed,
        versements: [
          { part: 0.8, condition: "à la signature" },
          { part: 0.2, condition: "au vu du bilan" },
        ],
      },
      execution: { verses: [2024], cells: { N4: 53000, N5: 16000.02, N7: 20000.01 } },
      findings: [
        {
          ...inPart,
          id: "versement-du-contrat/1/2024/etat/verse",
          cells: ["Exécution!N4"],
          found: 53000,
          expected: 52000,
          gap: 1000,
        },
        {
          ...inPart,
          id: "versement-du-contrat/2/2024/etat/verse",
          cells: ["Exécution!N5"],
          found: 16000.02,
          expected: 16000,
          gap: 0.02,
        },
      ],
    },
    ...listesFausses,
    {
      name: "one centime less and one more, in a year that the contract fixes",
      asOf: TODAY,
      execution: { verses: [2024], cells: { N4: 64999.99, N5: 20000.01 } },
      coverage: [9, 9],
      findings: [
        {
          ...different,
          id: "versement-du-contrat/1/2024/etat/verse",
          cells: ["Exécution!N4"],
          found: 64999.99,
          expected: 65000,
          gap: -0.01,
        },
        {
          ...different,
          id: "versement-du-contrat/2/2024/etat/verse",
          cells: ["Exécution!N5"],
          found: 20000.01,
          expected: 20000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "another amount in a year that is still provisional, and nothing paid",
      asOf: TODAY,
      execution: { verses: [2025], cells: { N4: 60000, N5: null, N7: "soldé" } },
      notCheckable: 2,
      coverage: [7, 9],
      findings: [
        {
          ...unfixed,
          id: "versement-du-contrat/2025/etat/verse",
          cells: ["Exécution!N4", "Exécution!N8", "Exécution!N10", "Exécution!N11", "Exécution!N13", "Exécution!N14"],
          found: 300000,
          expected: 350000,
          gap: -50000,
        },
        {
          ...provisional,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 60000,
          expected: 65000,
          gap: -5000,
        },
      ],
    },
    {
      name: "as foreseen, one cent even, in a year that no avenant has fixed: once for the year",
      asOf: TODAY,
      execution: { verses: [2025], cells: Object.fromEntries(ROWS.map((row) => [`N${row}`, row === 4 ? 0.01 : 0])) },
      findings: [
        {
          ...provisional,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 0.01,
          expected: PAID[0] ?? 0,
          gap: 0.01 - (PAID[0] ?? 0),
        },
        {
          ...unfixed,
          id: "versement-du-contrat/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 0.01,
          expected: 350000,
          gap: -349999.99,
        },
      ],
    },
    {
      name: "one cent for an action that does not begin yet, for one that has ended, for one that the contract does not have",
      convention: withEnd,
      asOf: TODAY,
      execution: {
        verses: [2024, 2025],
        rows: (rows) => [
          ...rows,
          { kind: "action", action: null, label: "9 Créer une maison des familles", montants: [0.01, 0] },
          { kind: "action", action: null, label: "Frais de gestion", montants: [5000, 0] },
        ],
        cells: { O4: 0.01, N5: 0.01, N16: 0, O16: 0.01, N17: null },
      },
      notCheckable: 1,
      findings: [
        {
          ...nothing,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!O4"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
        {
          ...nothing,
          id: "versement-du-contrat/2/2024/etat/verse",
          cells: ["Exécution!N5"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
        {
          ...nothing,
          id: "versement-du-contrat/2025/etat/action-9-creer-une-maison-des-familles-verse",
          cells: ["Exécution!O16"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
      ],
    },
    {
      name: "nothing at all in a firm year",
      convention: signed,
      asOf: TODAY,
      execution: { verses: [2025], cells: { N4: 0 } },
      findings: [
        {
          ...different,
          id: "versement-du-contrat/1/2025/etat/verse",
          cells: ["Exécution!N4"],
          found: 0,
          expected: 65000,
          gap: -65000,
        },
      ],
    },
  ],
  notCheckable: [{ name: "no column of payments", asOf: TODAY, execution: {}, notCheckable: 1, coverage: [0, 0] }],
});
