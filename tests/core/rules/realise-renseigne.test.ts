// The achieved values of a closed year are given: its last day and the day after.
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/realise-renseigne";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const incomplete = { message: "incomplet", severity: "warning" } as const;
const TODAY = "2026-11-24";
const years = [2024, 2025, 2026];

const avenant = {
  numero: 1,
  signeLe: "2025-01-15",
  creditsEtat: [],
  montants: [],
  actionsNouvelles: [],
  indicateursNouveaux: [],
  actionsTerminees: [{ action: 1, aPartirDe: 2025 }],
  cibles: [],
};
const sansAction1 = conventionEnVigueur({ ...contratIntegre, avenants: [avenant] }, TODAY).convention;

// In "Indicateurs", H to J are the achieved values of 2024 to 2026.
testRule(rule, {
  compliant: [
    { name: "everything is given", asOf: TODAY, indicateurs: { realises: years }, coverage: [22, 22] },
    { name: "a current year is not due", asOf: TODAY, indicateurs: { realises: years, cells: { J2: null, J3: "nd" } } },
    { name: "what cannot be read is given", asOf: TODAY, indicateurs: { realises: years, cells: { H2: "?" } } },
    { name: "zero is given", asOf: TODAY, indicateurs: { realises: years, cells: { H2: 0 } } },
    {
      name: "an unknown indicator owes nothing",
      asOf: TODAY,
      indicateurs: {
        realises: years,
        rows: (rows) => [...rows, { action: null, actionLabel: "X", indicateur: null, label: "Y" }],
        cells: { H13: null },
      },
    },
    {
      name: "an action that has ended owes nothing",
      convention: sansAction1,
      asOf: TODAY,
      indicateurs: { realises: years, cells: { I2: null } },
    },
  ],
  discrepancy: [
    {
      name: "one finding a year, with its empty cells; a target left to be set counts",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { H2: null, H5: "nd", I12: null } },
      findings: [
        {
          ...incomplete,
          id: "realise-renseigne/2024",
          cells: ["Indicateurs!H2", "Indicateurs!H5"],
          found: 9,
          expected: 11,
          gap: -2,
        },
        { ...incomplete, id: "realise-renseigne/2025", cells: ["Indicateurs!I12"], found: 10, expected: 11, gap: -1 },
      ],
    },
    {
      name: "beside one without any row, which another rule says once: of those that have one",
      asOf: TODAY,
      indicateurs: {
        realises: [2024, 2025],
        rows: (rows) => rows.filter((_, index) => index !== 2),
        cells: { H2: null },
      },
      notCheckable: 1,
      coverage: [20, 22],
      findings: [
        { ...incomplete, id: "realise-renseigne/2024", cells: ["Indicateurs!H2"], found: 9, expected: 10, gap: -1 },
      ],
    },
    {
      name: "a closed year without achieved column, beside one that has its own",
      asOf: TODAY,
      indicateurs: { realises: [2024] },
      findings: [
        {
          message: "absent",
          severity: "warning",
          id: "realise-renseigne/2025",
          cells: ["Indicateurs!E1"],
          found: 0,
          expected: 11,
          gap: -11,
        },
      ],
    },
    {
      name: "neither target nor achieved column for a closed year",
      asOf: TODAY,
      indicateurs: { annees: [2024], realises: [2024] },
      findings: [
        {
          message: "absent",
          severity: "warning",
          id: "realise-renseigne/2025",
          cells: ["Indicateurs!A1"],
          found: 0,
          expected: 11,
          gap: -11,
        },
      ],
    },
    {
      name: "the day after a year that ends in June",
      convention: petitContrat,
      asOf: "2025-08-01",
      indicateurs: { realises: [2024], cells: { F3: null } },
      findings: [
        { ...incomplete, id: "realise-renseigne/2024", cells: ["Indicateurs!F3"], found: 2, expected: 3, gap: -1 },
      ],
    },
  ],
  notCheckable: [
    {
      name: "an indicator without a target that year owes nothing",
      notCheckable: 1,
      convention: {
        ...petitContrat,
        actions: petitContrat.actions.map((action) => ({
          ...action,
          indicateurs: action.indicateurs.map((indicateur) => ({ ...indicateur, cibles: [] })),
        })),
      },
      asOf: "2025-08-01",
      indicateurs: { realises: [2024], cells: { F2: null, F3: null, F4: null } },
    },
    {
      name: "an indicator without any row, though every row is given",
      asOf: TODAY,
      indicateurs: { realises: [2024, 2025], rows: (rows) => rows.filter((_, index) => index !== 2) },
      notCheckable: 1,
      coverage: [20, 22],
    },
    { name: "no achieved column", asOf: TODAY, notCheckable: 1 },
    {
      name: "the last day of the first year",
      convention: petitContrat,
      asOf: "2025-06-30",
      indicateurs: { realises: [2024], cells: { F3: null } },
      notCheckable: 1,
    },
  ],
});
