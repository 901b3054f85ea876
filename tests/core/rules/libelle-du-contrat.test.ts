// A label that was recognised although it is mistyped is told with the contract's; the same label in another dress is not.
import type { Convention } from "../../../src/core/contract/convention";
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/libelle-du-contrat";
import type { BudgetRow } from "./dossier-builder";
import type { IndicatorRow } from "./indicators-builder";
import { testRule } from "./rule-tester";

const rename = (kind: "axe" | "action", numero: number, label: string) => (rows: readonly BudgetRow[]) =>
  rows.map((row) => {
    if (row.kind === "total" || row.kind !== kind) return row;
    const item = row.kind === "axe" ? row.axe : row.action;
    return item?.numero === numero ? { ...row, label } : row;
  });

const rewrite = (from: RegExp, to: string) => (rows: readonly IndicatorRow[]) =>
  rows.map((row) => ({
    ...row,
    label: row.label.replace(from, to),
    actionLabel: row.actionLabel.replace(from, to),
  }));

const withAlias: Convention = {
  ...contratIntegre,
  actions: contratIntegre.actions.map((action) =>
    action.numero === 5 ? { ...action, alias: ["Ouvrir les droits de chacun"] } : action,
  ),
};

/** Its own words are those that stand before the label of an action in other workbooks. */
const withNumbered: Convention = {
  ...contratIntegre,
  actions: contratIntegre.actions.map((action) =>
    action.numero === 5 ? { ...action, intitule: "Prolonger l’action 3 dans les quartiers" } : action,
  ),
};

const DROITS = "Garantir un accès aux droits pour tous";

testRule(rule, {
  compliant: [
    { name: "the annex, with its numbering", execution: {} },
    {
      name: "other case, accents, spaces, dashes and numbering",
      budget: { rows: rename("action", 5, "ACTION N° 5 –  Garantir un acces\naux droits pour tous *") },
    },
    { name: "an alias of an axe", budget: { rows: rename("axe", 4, "Axe 4 : Transition solidaire") } },
    { name: "an axe that its subtotal names by number", budget: { rows: rename("axe", 2, "Sous-total axe 2") } },
    {
      name: "an axe that its subtotal names by label",
      budget: { rows: rename("axe", 4, "Total de l’axe 4 – Transition solidaire") },
    },
    {
      name: "an alias of an action",
      convention: withAlias,
      budget: { rows: rename("action", 5, "5 Ouvrir les droits de chacun") },
    },
    {
      name: "a label of the contract that names another action by its number",
      convention: withNumbered,
      budget: { rows: rename("action", 5, "Prolonger l’action 3 dans les quartiers") },
    },
    {
      name: "an action that is not the contract's",
      budget: { rows: (rows) => [...rows, { kind: "action", action: null, label: "Une autre action" }] },
    },
  ],
  discrepancy: [
    {
      name: "three actions recognised in the same way",
      budget: {
        rows: (rows) =>
          rows.map((row) =>
            row.kind === "action" && row.action && Number(row.action.numero) < 4
              ? {
                  ...row,
                  label: `${row.label} (CCAS)`,
                  reconnaissance: { comment: "par le début de son intitulé" },
                }
              : row,
          ),
      },
      findings: [
        {
          message: "approchants",
          severity: "info",
          id: "libelle-du-contrat/reconnus-par-le-debut-de-son-intitule",
          cells: ["Budget!A4", "Budget!A5", "Budget!A7"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [4, 5, 7].map((row, index) => ({
            cell: `Budget!A${row}`,
            value: `${index + 1} ${contratIntegre.actions[index]?.intitule ?? ""}`,
          })),
        },
      ],
    },
    {
      name: "an axe mistyped in its subtotal keeps the words before it",
      budget: { rows: rename("axe", 4, "Sous-total de l’axe 4 : Transition solidère") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/axe-4/tableau-budgetaire",
          severity: "info",
          cells: ["Budget!A12"],
          fix: [{ cell: "Budget!A12", value: "Sous-total de l’axe 4 : Transition solidaire" }],
        },
      ],
    },
    {
      name: "an action mistyped in the budget table keeps its numbering",
      budget: { rows: rename("action", 5, "Action n°5 - Garentir un accès aux droits pour tous*") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/5/tableau-budgetaire",
          severity: "info",
          cells: ["Budget!A10"],
          fix: [{ cell: "Budget!A10", value: `Action n°5 - ${DROITS}*` }],
        },
      ],
    },
    {
      name: "in the executed amounts alone",
      execution: { rows: rename("action", 5, "Garantir un accès au droits pour tous") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/5/tableau-d-execution",
          severity: "info",
          cells: ["Exécution!A10"],
          fix: [{ cell: "Exécution!A10", value: DROITS }],
        },
      ],
    },
    {
      name: "an axe, between its quotation marks",
      budget: { rows: rename("axe", 4, "Axe « Construir une transition écologique solidaire »") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/axe-4/tableau-budgetaire",
          severity: "info",
          cells: ["Budget!A12"],
          fix: [{ cell: "Budget!A12", value: "Axe « Construire une transition écologique solidaire »" }],
        },
      ],
    },
    {
      name: "the alias that was meant",
      convention: withAlias,
      budget: { rows: rename("action", 5, "5 Ouvrir les drois de chacun") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/5/tableau-budgetaire",
          severity: "info",
          cells: ["Budget!A10"],
          fix: [{ cell: "Budget!A10", value: "5 Ouvrir les droits de chacun" }],
        },
      ],
    },
    {
      name: "an action and its indicator in the indicator table",
      indicateurs: { rows: rewrite(/moins de 15 ans accompagnés|prévention spécialisée/, "prévension spécialisée") },
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/1/tableau-des-indicateurs",
          severity: "info",
          cells: ["Indicateurs!A2"],
          fix: [
            {
              cell: "Indicateurs!A2",
              value: "Action n°1 - Prévenir le décrochage par une prévention spécialisée renforcée",
            },
          ],
        },
        {
          message: "approchant",
          id: "libelle-du-contrat/1/indicateur-1/tableau-des-indicateurs",
          severity: "info",
          cells: ["Indicateurs!B2"],
          fix: [{ cell: "Indicateurs!B2", value: "Nombre de jeunes de moins de 15 ans accompagnés" }],
        },
      ],
    },
    {
      name: "the table that is there is compared without the other one",
      budget: null,
      indicateurs: { rows: rewrite(/moins de 15 ans/, "moin de 15 ans") },
      notCheckable: 1,
      findings: [
        {
          message: "approchant",
          id: "libelle-du-contrat/1/indicateur-1/tableau-des-indicateurs",
          severity: "info",
          cells: ["Indicateurs!B2"],
          fix: [{ cell: "Indicateurs!B2", value: "Nombre de jeunes de moins de 15 ans accompagnés" }],
        },
      ],
    },
  ],
  notCheckable: [
    { name: "nothing but the number", budget: { rows: rename("action", 5, "Action 5") }, notCheckable: 1 },
    { name: "no table at all", budget: null, indicateurs: null, notCheckable: 2 },
  ],
});
