// Each year of the contract has its columns once, in both tables.
import rule from "../../../src/core/rules/annees-du-contrat";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const missing = { message: "absente", severity: "error", found: 0, expected: 1, gap: -1 } as const;
const repeated = { message: "repetee", severity: "error", found: 2, expected: 1, gap: 1 } as const;
const outside = { message: "hors-periode", severity: "error", found: 1, expected: 0, gap: 1 } as const;
const lacking = { message: "colonne-absente", severity: "error", found: 0, expected: 1, gap: -1 } as const;

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "without an indicator table", indicateurs: null },
    { name: "another period", convention: petitContrat },
    { name: "an execution table of some years", execution: { annees: [2024, 2025] } },
    { name: "a table that shows no totals at all", budget: { colonnes: () => ["etat", "collectivite"] } },
  ],
  discrepancy: [
    {
      name: "a part that no year has",
      budget: { colonnes: () => ["total", "collectivite"] },
      findings: [
        {
          message: "colonnes-absentes",
          severity: "error",
          id: "annees-du-contrat/etat/colonnes",
          cells: ["Budget!B1", "Budget!D1", "Budget!F1", "Budget!H1"],
          found: 0,
          expected: 4,
          gap: -4,
        },
      ],
    },
    {
      name: "a year is missing from each table",
      budget: { annees: [2024, 2025, 2027] },
      indicateurs: { annees: [2025, 2026, 2027] },
      findings: [
        { ...missing, id: "annees-du-contrat/2026", cells: ["Budget!A1"] },
        { ...missing, id: "annees-du-contrat/2024/indicateurs", cells: ["Indicateurs!A1"] },
      ],
    },
    {
      name: "a year outside the period",
      convention: petitContrat,
      budget: { annees: [2024, 2025, 2026] },
      findings: [{ ...outside, id: "annees-du-contrat/2026", cells: ["Budget!H1"] }],
    },
    {
      name: "a year twice, another outside the period, in the execution table",
      execution: { annees: [2024, 2028], repetees: [{ annee: 2024, cell: "N1" }] },
      findings: [
        { ...repeated, id: "annees-du-contrat/2024/execution", cells: ["Exécution!N1"] },
        { ...outside, id: "annees-du-contrat/2028/execution", cells: ["Exécution!E1"] },
      ],
    },
    {
      name: "a year stands twice",
      budget: { repetees: [{ annee: 2025, cell: "N1" }] },
      indicateurs: { annees: [2024, 2025, 2026, 2027, 2027] },
      findings: [
        { ...repeated, id: "annees-du-contrat/2025", cells: ["Budget!N1"] },
        { ...repeated, id: "annees-du-contrat/2027/indicateurs", cells: ["Indicateurs!H1"] },
      ],
    },
    {
      name: "three years stand twice, in each of two tables",
      budget: { repetees: [2024, 2025, 2026].map((annee, index) => ({ annee, cell: `${"NQT".charAt(index)}1` })) },
      execution: { repetees: [2024, 2025, 2026].map((annee, index) => ({ annee, cell: `${"NQT".charAt(index)}1` })) },
      findings: [
        {
          message: "repetees",
          id: "annees-du-contrat/repetees",
          severity: "error",
          cells: ["Budget!N1", "Budget!Q1", "Budget!T1"],
          found: 3,
          expected: 0,
          gap: 3,
        },
        {
          message: "repetees",
          id: "annees-du-contrat/repetees-execution",
          severity: "error",
          cells: ["Exécution!N1", "Exécution!Q1", "Exécution!T1"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "a column comes again inside its year",
      budget: {
        repetees: [
          { annee: 2025, cell: "N1", colonne: "etat" },
          { annee: 2025, cell: "O1", colonne: "etat" },
        ],
      },
      findings: [
        {
          ...repeated,
          message: "colonne-repetee",
          id: "annees-du-contrat/2025/etat",
          cells: ["Budget!N1", "Budget!O1"],
          found: 3,
          gap: 2,
        },
      ],
    },
    {
      name: "a year lacks a part, another its total",
      budget: {
        colonnes: (annee) =>
          annee === 2025
            ? ["total", "collectivite"]
            : annee === 2026
              ? ["etat", "collectivite"]
              : ["total", "etat", "collectivite"],
      },
      findings: [
        { ...lacking, id: "annees-du-contrat/2025/etat", cells: ["Budget!E1"] },
        { ...lacking, id: "annees-du-contrat/2026/total", cells: ["Budget!G1"] },
      ],
    },
  ],
});
