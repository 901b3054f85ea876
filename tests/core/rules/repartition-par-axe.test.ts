// The State's parts of each axe follow the contract's split.
import rule from "../../../src/core/rules/repartition-par-axe";
import { annexWithSubtotals, flat, moved, unknownAxe } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { addMontants, montantFromCentimes } from "../../../src/core/domain/values/montant";
import { testRule } from "./rule-tester";

const differs = { message: "differente", severity: "error", explained: true } as const;

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "cents", convention: petitContrat },
    { name: "a table without axes", budget: { rows: flat } },
    { name: "a year without a split", budget: { cells: { F4: 0 } } },
    { name: "a missing year is another rule's matter", convention: petitContrat, budget: { annees: [2024] } },
  ],
  discrepancy: [
    {
      name: "the tables of the contract itself say so, and its articles one cent more: nobody is to blame",
      convention: {
        ...petitContrat,
        creditsEtat: petitContrat.creditsEtat.map((credit) => ({
          ...credit,
          ...(credit.repartition && {
            repartition: credit.repartition.map(({ axe, montant }) => ({
              axe,
              montant: addMontants(montant, montantFromCentimes(axe === 1 ? 1 : 0)),
            })),
          }),
        })),
      },
      findings: [
        {
          message: "dans-le-contrat",
          severity: "info",
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!A3"],
          found: 300.3,
          expected: 300.31,
          gap: -0.01,
        },
      ],
    },
    {
      name: "a provisional year that has a split",
      convention: {
        ...petitContrat,
        creditsEtat: petitContrat.creditsEtat.map((credit) => ({ ...credit, statut: "provisionnel" as const })),
      },
      budget: { cells: { C4: 300.31 } },
      findings: [
        {
          ...differs,
          message: "differente-provisionnelle",
          severity: "warning",
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!A3"],
          found: 300.31,
          expected: 300.3,
          gap: 0.01,
        },
      ],
    },
    {
      name: "one centime below and above; the axe's heading is shown",
      budget: { cells: { C4: 64999.99, C7: 25000.01 } },
      findings: [
        {
          ...differs,
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!A3"],
          found: 84999.99,
          expected: 85000,
          gap: -0.01,
        },
        {
          ...differs,
          id: "repartition-par-axe/axe-2/2024/etat",
          cells: ["Budget!A6"],
          found: 45000.01,
          expected: 45000,
          gap: 0.01,
        },
      ],
    },
    {
      name: "the axe's subtotal is shown where there is one",
      budget: { rows: annexWithSubtotals, cells: { C4: 64000 } },
      findings: [
        {
          ...differs,
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!C3"],
          found: 84000,
          expected: 85000,
          gap: -1000,
        },
      ],
    },
    {
      name: "an action under another axe counts where it stands",
      budget: { rows: moved(3, 1) },
      findings: [
        {
          ...differs,
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!A3"],
          found: 110000,
          expected: 85000,
          gap: 25000,
        },
        {
          ...differs,
          id: "repartition-par-axe/axe-2/2024/etat",
          cells: ["Budget!A7"],
          found: 20000,
          expected: 45000,
          gap: -25000,
        },
      ],
    },
    {
      name: "a table without axes shows the State's column",
      convention: petitContrat,
      budget: { rows: flat, cells: { C3: 300.31 } },
      findings: [
        {
          ...differs,
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!C2"],
          found: 300.31,
          expected: 300.3,
          gap: 0.01,
        },
      ],
    },
    {
      name: "an axe whose heading is gone",
      convention: petitContrat,
      budget: { rows: (rows) => rows.filter((_, index) => index !== 2) },
      findings: [
        {
          ...differs,
          id: "repartition-par-axe/axe-1/2024/etat",
          cells: ["Budget!A3"],
          found: 600.6,
          expected: 300.3,
          gap: 300.3,
        },
        {
          ...differs,
          id: "repartition-par-axe/axe-2/2024/etat",
          cells: ["Budget!C2"],
          found: 0,
          expected: 300.3,
          gap: -300.3,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "an unreadable amount", budget: { cells: { C4: "?" } }, notCheckable: 1 },
    { name: "the only year with a split is missing", budget: { annees: [2025, 2026, 2027] }, notCheckable: 1 },
    { name: "no State column", budget: { colonnes: () => ["total", "collectivite"] }, notCheckable: 1 },
    {
      name: "a heading that is no axe of the contract",
      budget: { rows: ([, ...rows]) => [unknownAxe("Axe « Culture »"), ...rows] },
      notCheckable: 1,
    },
  ],
});
