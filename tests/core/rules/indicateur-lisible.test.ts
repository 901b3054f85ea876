// Values of indicators are numbers of at least 0 or missing.
import rule from "../../../src/core/rules/indicateur-lisible";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Indicateur } from "../../../src/core/contract/convention";
import { testRule } from "./rule-tester";

/** The first indicator is counted since the beginning of the contract. */
const cumule = (details: Partial<Indicateur> = { cumul: true }) => ({
  ...contratIntegre,
  actions: contratIntegre.actions.map((action) =>
    action.numero === 1
      ? { ...action, indicateurs: action.indicateurs.map((each) => ({ ...each, ...details })) }
      : action,
  ),
});
const realises = [2024, 2025, 2026];

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "zero, decimals and missing values", indicateurs: { cells: { D2: 0, E2: 12.5, F2: null, G2: "nd" } } },
    {
      name: "a total since the beginning that rises, or stays, over a year that is not said",
      convention: cumule(),
      indicateurs: { realises, cells: { H2: 450, I2: "nd", J2: 450 } },
    },
    { name: "a number of each year that falls", indicateurs: { realises, cells: { H2: 450, I2: 449 } } },
    {
      name: "a share since the beginning that falls",
      convention: cumule({ cumul: true, unite: "pourcentage" }),
      indicateurs: { realises, cells: { H2: 45, I2: 44 } },
    },
    {
      name: "a share where the contract asks for words",
      convention: cumule({ unite: "texte" }),
      indicateurs: { cells: { D2: { euros: 0.85, format: "0%" } } },
    },
    {
      name: "a share of an indicator that is not the contract's",
      indicateurs: {
        rows: (rows) => [{ action: null, actionLabel: "Épicerie", indicateur: null, label: "Taux de retour" }, ...rows],
        cells: { D2: { euros: 0.85, format: "0%" } },
      },
    },
  ],
  discrepancy: [
    {
      name: "numbers whose format shows other ones, below three times",
      indicateurs: { cells: { C2: { euros: 4.2, format: "0%" }, D2: { euros: 450, format: "0," } } },
      findings: [
        {
          message: "format",
          id: "indicateur-lisible/1/indicateur-1/t0",
          severity: "warning",
          cells: ["Indicateurs!C2"],
          found: 4.2,
        },
        {
          message: "format",
          id: "indicateur-lisible/1/indicateur-1/2024",
          severity: "warning",
          cells: ["Indicateurs!D2"],
          found: 450,
        },
      ],
    },
    {
      name: "three of them, told once",
      indicateurs: { cells: Object.fromEntries(["C2", "D2", "E2"].map((at) => [at, { euros: 4.5, format: "0%" }])) },
      findings: [
        {
          message: "formats",
          id: "indicateur-lisible/formats",
          severity: "warning",
          cells: ["Indicateurs!C2", "Indicateurs!D2", "Indicateurs!E2"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "totals since the beginning below those before, whatever the target says",
      convention: cumule(),
      indicateurs: { realises, cells: { H2: 950, I2: 949, J2: 948.5 } },
      findings: [
        {
          message: "cumul-en-baisse",
          id: "indicateur-lisible/1/indicateur-1/2025/cumul",
          severity: "warning",
          cells: ["Indicateurs!I2"],
          found: 949,
          expected: 950,
          gap: -1,
        },
        {
          message: "cumul-en-baisse",
          id: "indicateur-lisible/1/indicateur-1/2026/cumul",
          severity: "warning",
          cells: ["Indicateurs!J2"],
          found: 948.5,
          expected: 949,
          gap: -0.5,
        },
      ],
    },
    {
      name: "one below the last that was said, across a year that was not",
      convention: cumule(),
      indicateurs: { realises, cells: { H2: 950, I2: null, J2: 949 } },
      findings: [
        {
          message: "cumul-en-baisse",
          id: "indicateur-lisible/1/indicateur-1/2026/cumul",
          severity: "warning",
          cells: ["Indicateurs!J2"],
          found: 949,
          expected: 950,
          gap: -1,
        },
      ],
    },
    {
      name: "three with the same words around other figures are one finding",
      indicateurs: { cells: { C2: "420 environ", D2: "450 environ", E2: "460 environ" } },
      findings: [
        {
          message: "illisibles",
          severity: "error",
          id: "indicateur-lisible/illisibles-environ",
          cells: ["Indicateurs!C2", "Indicateurs!D2", "Indicateurs!E2"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "texts, in T0 and in a target",
      indicateurs: { cells: { C2: "environ 400", E8: "#DIV/0!" } },
      findings: [
        {
          message: "illisible",
          id: "indicateur-lisible/1/indicateur-1/t0",
          severity: "error",
          cells: ["Indicateurs!C2"],
        },
        {
          message: "illisible",
          id: "indicateur-lisible/6/indicateur-1/2025",
          severity: "error",
          cells: ["Indicateurs!E8"],
        },
      ],
    },
    {
      name: "achieved values, beside the target of the same year",
      indicateurs: { realises: [2024], cells: { D2: "?", H2: "?", H3: -1 } },
      findings: [
        {
          message: "illisible",
          id: "indicateur-lisible/1/indicateur-1/2024",
          severity: "error",
          cells: ["Indicateurs!D2"],
        },
        {
          message: "illisible",
          id: "indicateur-lisible/1/indicateur-1/2024/realise",
          severity: "error",
          cells: ["Indicateurs!H2"],
        },
        {
          message: "negatif",
          id: "indicateur-lisible/2/indicateur-1/2024/realise",
          severity: "error",
          cells: ["Indicateurs!H3"],
          found: -1,
          expected: 0,
          gap: -1,
        },
      ],
    },
    {
      name: "just below zero, for an indicator that is not the contract's",
      indicateurs: {
        rows: (rows) => [{ action: null, actionLabel: "Épicerie", indicateur: null, label: "Kits" }, ...rows],
        cells: { D2: -0.01, C2: -1 },
      },
      findings: [
        {
          message: "negatif",
          id: "indicateur-lisible/indicateur-kits-t0",
          severity: "error",
          cells: ["Indicateurs!C2"],
          found: -1,
          expected: 0,
          gap: -1,
        },
        {
          message: "negatif",
          id: "indicateur-lisible/2024/indicateur-kits",
          severity: "error",
          cells: ["Indicateurs!D2"],
          found: -0.01,
          expected: 0,
          gap: -0.01,
        },
      ],
    },
  ],
});
