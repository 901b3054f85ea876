// Targets are the contract's, also when they became nd; a figure where the contract has none is welcome.
import rule from "../../../src/core/rules/cible-contractualisee";
import { contratIntegre } from "../../../src/contracts/built-in";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const differs = { message: "differente", severity: "error" } as const;

/** Action 4's indicator told in words. */
const enMots = {
  ...contratIntegre,
  actions: contratIntegre.actions.map((action) =>
    action.numero === 4
      ? {
          ...action,
          indicateurs: action.indicateurs.map((indicateur) => ({
            ...indicateur,
            unite: "texte" as const,
            t0Texte: "à construire",
            cibles: indicateur.cibles.map((cible) => ({ ...cible, texte: "satisfaisante" })),
          })),
        }
      : action,
  ),
};

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "decimals", convention: petitContrat, indicateurs: { cells: { D2: 12.500000000000002 } } },
    {
      name: "an unknown indicator has no target",
      indicateurs: {
        rows: (rows) => [...rows, { action: null, actionLabel: "X", indicateur: null, label: "Y" }],
        cells: { D13: 3 },
      },
    },
    { name: "T0 is no target", indicateurs: { cells: { C2: 1 } } },
    { name: "an empty cell where the contract says nd", indicateurs: { cells: { D5: null } } },
  ],
  discrepancy: [
    {
      name: "other words, and none",
      convention: enMots,
      indicateurs: { cells: { D5: "excellente", E5: " Satisfaisante", F5: "satisfaisante", G5: null } },
      findings: [
        {
          message: "autres-mots",
          severity: "error",
          id: "cible-contractualisee/4/indicateur-1/2024",
          cells: ["Indicateurs!D5"],
          fix: [{ cell: "Indicateurs!D5", value: "satisfaisante" }],
        },
        {
          message: "autres-mots",
          severity: "error",
          id: "cible-contractualisee/4/indicateur-1/2027",
          cells: ["Indicateurs!G5"],
          fix: [{ cell: "Indicateurs!G5", value: "satisfaisante" }],
        },
      ],
    },
    {
      name: "three that are not given are one finding",
      indicateurs: { cells: { D2: null, E2: "nd", F2: null } },
      findings: [
        {
          message: "non-renseignees",
          severity: "error",
          id: "cible-contractualisee/non-renseignees",
          cells: ["Indicateurs!D2", "Indicateurs!E2", "Indicateurs!F2"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Indicateurs!D2", value: 450 },
            { cell: "Indicateurs!E2", value: 460 },
            { cell: "Indicateurs!F2", value: 480 },
          ],
        },
      ],
    },
    {
      name: "one below and one above, the second by a formula",
      indicateurs: { cells: { D2: 449, E2: { formula: "=D2+12", euros: 461 } } },
      findings: [
        {
          ...differs,
          id: "cible-contractualisee/1/indicateur-1/2024",
          cells: ["Indicateurs!D2"],
          found: 449,
          expected: 450,
          gap: -1,
          fix: [{ cell: "Indicateurs!D2", value: 450 }],
        },
        {
          ...differs,
          id: "cible-contractualisee/1/indicateur-1/2025",
          cells: ["Indicateurs!E2"],
          found: 461,
          expected: 460,
          gap: 1,
        },
      ],
    },
    {
      name: "a figure that became nd, and an empty one",
      indicateurs: { cells: { D7: "nd", E7: null } },
      findings: [
        {
          message: "non-renseignee",
          id: "cible-contractualisee/5/indicateur-2/2024",
          severity: "error",
          cells: ["Indicateurs!D7"],
          expected: 150,
          fix: [{ cell: "Indicateurs!D7", value: 150 }],
        },
        {
          message: "non-renseignee",
          id: "cible-contractualisee/5/indicateur-2/2025",
          severity: "error",
          cells: ["Indicateurs!E7"],
          expected: 180,
          fix: [{ cell: "Indicateurs!E7", value: 180 }],
        },
      ],
    },
    {
      name: "a figure where the contract says nd, and a decimal",
      convention: petitContrat,
      indicateurs: { cells: { D3: 35, D2: 12.4 } },
      findings: [
        {
          ...differs,
          id: "cible-contractualisee/1/indicateur-1/2024",
          cells: ["Indicateurs!D2"],
          found: 12.4,
          expected: 12.5,
          gap: -0.1,
          fix: [{ cell: "Indicateurs!D2", value: 12.5 }],
        },
        {
          message: "precisee",
          id: "cible-contractualisee/2/indicateur-1/2024",
          severity: "info",
          cells: ["Indicateurs!D3"],
          found: 35,
        },
      ],
    },
  ],
  notCheckable: [{ name: "an unreadable target", indicateurs: { cells: { D2: "beaucoup" } }, notCheckable: 1 }],
});
