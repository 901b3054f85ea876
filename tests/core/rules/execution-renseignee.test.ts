// The executed amounts of a closed year are given: its last day and the day after.
import rule from "../../../src/core/rules/execution-renseignee";
import { without } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const incomplete = { message: "incomplete", severity: "warning" } as const;
const TODAY = "2026-11-24";

testRule(rule, {
  compliant: [
    { name: "everything is given", asOf: TODAY, execution: {} },
    {
      name: "a current and a coming year are not due",
      asOf: TODAY,
      execution: { cells: { I4: null, J5: "nd", M7: null } },
    },
    { name: "what cannot be read is given", asOf: TODAY, execution: { cells: { B4: "?", C4: "Entre 200 et 500" } } },
    { name: "zero is given", asOf: TODAY, execution: { cells: { B4: 0, C4: 0, D4: 0 } } },
    {
      name: "an action without amounts that year owes nothing",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { cells: { B7: null, C7: null, D7: null } },
    },
    { name: "coming years need no columns", asOf: TODAY, execution: { annees: [2024, 2025] } },
    {
      name: "a closed year without columns, for which the contract gives nothing",
      convention: { ...petitContrat, actions: petitContrat.actions.map((action) => ({ ...action, montants: [] })) },
      asOf: TODAY,
      execution: { annees: [2024] },
    },
    { name: "no Total column", asOf: TODAY, execution: { colonnes: () => ["etat", "collectivite"] } },
  ],
  discrepancy: [
    {
      name: "one finding a year, with its empty cells",
      asOf: TODAY,
      execution: { cells: { C4: null, D7: "nd", B7: null, E5: null } },
      findings: [
        {
          ...incomplete,
          id: "execution-renseignee/2024",
          cells: ["Exécution!C4", "Exécution!D7", "Exécution!B7"],
          found: 21,
          expected: 24,
          gap: -3,
        },
        { ...incomplete, id: "execution-renseignee/2025", cells: ["Exécution!E5"], found: 23, expected: 24, gap: -1 },
      ],
    },
    {
      name: "the day after a year that ends in June",
      convention: petitContrat,
      asOf: "2025-08-01",
      execution: { cells: { C4: null, F4: null } },
      findings: [
        { ...incomplete, id: "execution-renseignee/2024", cells: ["Exécution!C4"], found: 5, expected: 6, gap: -1 },
      ],
    },
    {
      name: "an action without a row",
      asOf: "2025-02-01",
      execution: { rows: without(3), cells: { C4: null } },
      findings: [
        {
          ...incomplete,
          id: "execution-renseignee/2024",
          cells: ["Exécution!C4", "Exécution!B1"],
          found: 20,
          expected: 24,
          gap: -4,
        },
      ],
    },
    {
      name: "a closed year without columns",
      asOf: TODAY,
      execution: { annees: [2024] },
      findings: [
        {
          message: "absente",
          severity: "warning",
          id: "execution-renseignee/2025",
          cells: ["Exécution!A1"],
          found: 0,
          expected: 16,
          gap: -16,
        },
      ],
    },
    {
      name: "a year without a column for a part hides no other",
      asOf: TODAY,
      execution: {
        colonnes: (annee) => (annee === 2024 ? ["total"] : ["total", "etat", "collectivite"]),
        cells: { D4: null },
      },
      notCheckable: 1,
      findings: [
        { ...incomplete, id: "execution-renseignee/2025", cells: ["Exécution!D4"], found: 23, expected: 24, gap: -1 },
      ],
    },
  ],
  notCheckable: [
    {
      name: "the last day of the first year",
      convention: petitContrat,
      asOf: "2025-06-30",
      execution: { cells: { C4: null } },
      notCheckable: 1,
    },
    { name: "no columns for the parts", asOf: "2025-06-30", execution: { colonnes: () => ["total"] }, notCheckable: 1 },
  ],
});
