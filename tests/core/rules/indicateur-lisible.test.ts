// Values of indicators are numbers of at least 0 or missing.
import rule from "../../../src/core/rules/indicateur-lisible";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "zero, decimals and missing values", indicateurs: { cells: { D2: 0, E2: 12.5, F2: null, G2: "nd" } } },
  ],
  discrepancy: [
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
