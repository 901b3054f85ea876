// Cases of versement-du-contrat: lists of payments by axe, by action and of the whole year, alone and beside a table.
import { contratIntegre } from "../../../src/contracts/built-in";
import { montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import { buildVersements } from "./part-builder";
import type { RuleCases } from "./rule-tester";

const TODAY = "2026-11-24";
const different = { message: "different", severity: "warning" } as const;
const nothing = { message: "sans-credit", severity: "error" } as const;
const AXES = [85000, 45000, 147500, 55000];
const list = (...of: Parameters<typeof buildVersements>) => ({ versements: buildVersements(...of) });
const byAxe = AXES.map((montant, index) => ({ pour: { axe: index + 1 }, montant }));

export const listesJustes: RuleCases["compliant"] = [
  {
    name: "a list of payments by axe",
    asOf: TODAY,
    execution: {},
    parts: list(byAxe, 332500),
    coverage: [6, 6],
  },
  {
    name: "a list of instalments of the whole year, on the day of the last",
    asOf: TODAY,
    execution: {},
    parts: list([{ montant: 300000 }, { montant: 32500, date: TODAY }]),
    coverage: [1, 1],
  },
  {
    name: "one payment of the whole year beside those of axes: only the sum is known",
    asOf: TODAY,
    execution: {},
    parts: list([{ montant: 247500 }, { pour: { axe: 1 }, montant: 85000 }]),
    coverage: [1, 1],
  },
  {
    name: "an axe paid by itself and by its actions",
    asOf: TODAY,
    execution: {},
    parts: list([{ pour: { axe: 1 }, montant: 60000 }, { pour: { action: 1 }, montant: 25000 }, ...byAxe.slice(1)]),
    coverage: [5, 5],
  },
  {
    name: "a list that says again what the table says, of each axe",
    asOf: TODAY,
    execution: { verses: [2024] },
    parts: list(byAxe),
    coverage: [14, 14],
  },
];

export const listesFausses: RuleCases["discrepancy"] = [
  ...[
    { name: "one centime less", montant: 84999.99, gap: -0.01 },
    { name: "one centime more", montant: 85000.01, gap: 0.01 },
  ].map(({ name, montant, gap }) => ({
    name: `a list of payments by axe, ${name}`,
    asOf: TODAY,
    execution: {},
    parts: list([{ pour: { axe: 1 }, montant }, ...byAxe.slice(1)]),
    coverage: [5, 5] as const,
    findings: [
      {
        ...different,
        id: "versement-du-contrat/axe-1/2024/etat/verse",
        cells: ["Versements!C2"],
        found: montant,
        expected: 85000,
        gap,
      },
    ],
  })),
  {
    name: "an axe that a list does not name is told by the sum of the year",
    asOf: TODAY,
    execution: {},
    parts: list(byAxe.slice(1)),
    findings: [
      {
        ...different,
        id: "versement-du-contrat/2024/etat/verse",
        cells: ["Versements!C2", "Versements!C3", "Versements!C4"],
        found: 247500,
        expected: 332500,
        gap: -85000,
      },
    ],
  },
  {
    name: "a list that says otherwise than the table, of one action",
    asOf: TODAY,
    execution: { verses: [2024] },
    parts: list(
      contratIntegre.actions.flatMap(({ numero, montants }) => {
        const etat = montants.find(({ annee }) => annee === 2024)?.etat ?? montantFromEuros(0);
        return { pour: { action: numero }, montant: toEuros(etat) - (numero === 1 ? 1 : 0) };
      }),
    ),
    findings: [
      {
        message: "confronte",
        severity: "warning",
        id: "versement-du-contrat/1/2024/etat/verse-liste",
        cells: ["Versements!C2"],
        found: 64999,
        expected: 65000,
        gap: -1,
      },
    ],
  },
  {
    name: "a payment to come, a total that is wrong, a year that the contract does not have",
    asOf: TODAY,
    execution: {},
    parts: list([{ montant: 332500 }, { montant: 1, date: "2026-11-25" }, { montant: 2, annee: 2031 }], 332500),
    findings: [
      {
        message: "a-venir",
        severity: "info",
        id: "versement-du-contrat/2024/versements-annee-2024-2",
        cells: ["Versements!C3"],
      },
      {
        ...nothing,
        id: "versement-du-contrat/2031/versements-annee-2031",
        cells: ["Versements!C4"],
        found: 2,
        expected: 0,
        gap: 2,
      },
      {
        message: "total-liste",
        severity: "warning",
        id: "versement-du-contrat/total-liste",
        cells: ["Versements!C5"],
        found: 332500,
        expected: 332503,
        gap: -3,
      },
    ],
  },
];
