// Each action of the contract stands once in the budget table.
import rule from "../../../src/core/rules/actions-du-contrat";
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildFiche, buildFiches } from "./part-builder";
import { flat, twice, unknownAction, without } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const missing = { message: "absente", severity: "error", found: 0, expected: 1, gap: -1 } as const;
const missingOneYear = { ...missing, message: "absente-de-l-annee" } as const;
const repeated = { message: "repetee", severity: "error", expected: 1 } as const;
const funded = { message: "inconnue-financee", severity: "error", found: 1, expected: 0, gap: 1 } as const;
const unknown = { message: "inconnue", severity: "warning", found: 1, expected: 0, gap: 1 } as const;

const [annexAction] = contratIntegre.actions;
if (!annexAction) throw new Error("no action");
const fiche = buildFiche(annexAction);
/** A fiche of an action that the contract does not know. */
const newFiche = {
  ...fiche,
  action: null,
  titre: { ...fiche.titre, text: "Action n°9 - Épicerie mobile" },
};

testRule(rule, {
  compliant: [
    {
      name: "an action created with its fiche",
      budget: { rows: (rows) => [...rows, unknownAction("9 Épicerie mobile", [0, 1])] },
      parts: { fiches: [...buildFiches(), newFiche] },
    },
    { name: "the annex" },
    { name: "another contract", convention: petitContrat },
    { name: "one sheet per year", budget: { annuel: {} } },
    {
      name: "an action twice, each time in other years",
      budget: { rows: twice(3), annuel: { A7: [2026, 2027], A8: [2024, 2025] } },
    },
    {
      name: "an action that has ended needs no row",
      convention: {
        ...petitContrat,
        actions: petitContrat.actions.map((action) => ({
          ...action,
          montants: action.montants.filter(({ annee }) => action.numero !== 1 || annee !== 2025),
        })),
      },
      budget: { annuel: { A4: [2025] } },
    },
  ],
  discrepancy: [
    {
      name: "an action is missing from the sheets of two years, another with its axe",
      budget: { annuel: { A5: [2025, 2027], A6: [2025], A7: [2025] } },
      findings: [
        { ...missingOneYear, id: "actions-du-contrat/2/2025", cells: ["Budget!A3"] },
        { ...missingOneYear, id: "actions-du-contrat/2/2027", cells: ["Budget!A3"] },
        { ...missingOneYear, id: "actions-du-contrat/3/2025", cells: ["Budget!A1"] },
      ],
    },
    {
      name: "an action stands twice on the sheet of one year",
      budget: { rows: twice(3), annuel: { A8: [2024, 2026, 2027] } },
      findings: [{ ...repeated, id: "actions-du-contrat/3/ligne-2", cells: ["Budget!A8"], found: 2, gap: 1 }],
    },
    {
      name: "an action is missing: its axe is shown",
      budget: { rows: without(6) },
      findings: [{ ...missing, id: "actions-du-contrat/6", cells: ["Budget!A9"] }],
    },
    {
      name: "an action is missing from an axe that stands twice: its first heading is shown",
      budget: { rows: (rows) => [...without(6)(rows), ...rows.filter((_, index) => index === 6)] },
      findings: [{ ...missing, id: "actions-du-contrat/6", cells: ["Budget!A9"] }],
    },
    {
      name: "an action is missing from a table without axes: the heading is shown",
      budget: { rows: (rows) => flat(without(6)(rows)) },
      findings: [{ ...missing, id: "actions-du-contrat/6", cells: ["Budget!A1"] }],
    },
    {
      name: "an axe is missing with its actions",
      budget: { rows: (rows) => without(4)(without(3)(rows)) },
      findings: [
        {
          message: "axe-absent",
          severity: "error",
          id: "actions-du-contrat/axe-2",
          cells: ["Budget!A6"],
          found: 0,
          expected: 2,
          gap: -2,
        },
      ],
    },
    {
      name: "every action is retitled: what is missing, and the rows that are nobody's",
      budget: {
        rows: (rows) =>
          rows.map((row) => (row.kind === "action" ? unknownAction(`Projet ${row.action?.numero}`, [1, 1]) : row)),
      },
      findings: [
        {
          message: "aucune",
          severity: "error",
          id: "actions-du-contrat/aucune",
          cells: ["Budget!A3", "Budget!A6", "Budget!A9", "Budget!A12"],
          found: 0,
          expected: 8,
          gap: -8,
        },
        {
          message: "inconnues",
          severity: "error",
          id: "actions-du-contrat/inconnues",
          cells: [4, 5, 7, 8, 10, 11, 13, 14].map((row) => `Budget!A${row}`),
          found: 8,
          expected: 0,
          gap: 8,
        },
      ],
    },
    {
      name: "an action stands twice",
      budget: { rows: twice(3) },
      findings: [{ ...repeated, id: "actions-du-contrat/3/ligne-2", cells: ["Budget!A8"], found: 2, gap: 1 }],
    },
    {
      name: "an action stands three times",
      convention: petitContrat,
      budget: { rows: (rows) => twice(1)(rows).flatMap((row, index) => (index === 1 ? [row, row] : [row])) },
      findings: [
        { ...repeated, id: "actions-du-contrat/1/ligne-2", cells: ["Budget!A5"], found: 3, gap: 2 },
        { ...repeated, id: "actions-du-contrat/1/ligne-3", cells: ["Budget!A6"], found: 3, gap: 2 },
      ],
    },
    {
      name: "an unknown action beside the fiches of others, another one twice with one fiche",
      budget: {
        rows: (rows) => [
          ...rows,
          unknownAction("9 Aider les aidants", [0, 1]),
          unknownAction("9 Épicerie mobile", [0.01, 1]),
          unknownAction("9 Épicerie mobile", [0, 1]),
        ],
      },
      parts: { fiches: [...buildFiches(), newFiche] },
      findings: [
        { ...unknown, id: "actions-du-contrat/action-9-aider-les-aidants", cells: ["Budget!A16"] },
        {
          ...funded,
          message: "creee-financee",
          id: "actions-du-contrat/action-9-epicerie-mobile",
          cells: ["Budget!A17"],
        },
        { ...unknown, id: "actions-du-contrat/action-9-epicerie-mobile-ligne-2", cells: ["Budget!A18"] },
      ],
    },
    {
      name: "unknown actions, two with the same label",
      budget: {
        rows: (rows) => [
          ...rows,
          unknownAction("9 Épicerie mobile", [1, 1]),
          unknownAction("9 Épicerie mobile", [1, 1]),
        ],
      },
      findings: [
        { ...funded, id: "actions-du-contrat/action-9-epicerie-mobile", cells: ["Budget!A16"] },
        { ...funded, id: "actions-du-contrat/action-9-epicerie-mobile-ligne-2", cells: ["Budget!A17"] },
      ],
    },
  ],
});
