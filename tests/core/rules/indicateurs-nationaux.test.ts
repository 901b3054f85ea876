// The national indicators that a definition lists are filled; a definition that lists none is not checkable.
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/indicateurs-nationaux";
import type { IndicatorRow } from "./indicators-builder";
import { testRule } from "./rule-tester";

const TODAY = "2026-11-24";
const years = [2024, 2025, 2026];
const convention = { ...contratIntegre, indicateursNationaux: ["Nombre d’enfants repérés", "Nombre de maraudes"] };
const national = (label: string): IndicatorRow => ({ action: null, actionLabel: "Nationaux", indicateur: null, label });
const both = (rows: readonly IndicatorRow[]) => [
  ...rows,
  national("NOMBRE d'enfants repérés"),
  national("Nombre de maraudes"),
];

// The national indicators stand in rows 13 and 14; H to J are the achieved values of 2024 to 2026.
testRule(rule, {
  compliant: [
    { name: "all are filled", convention, asOf: TODAY, indicateurs: { rows: both, realises: years } },
    {
      name: "a current year is not due",
      convention,
      asOf: TODAY,
      indicateurs: { rows: both, realises: years, cells: { J13: null } },
    },
  ],
  discrepancy: [
    {
      name: "one finding an indicator, with its empty cells",
      convention,
      asOf: TODAY,
      indicateurs: { rows: both, realises: years, cells: { H13: null, I13: "nd", I14: null } },
      findings: [
        {
          message: "incomplet",
          severity: "warning",
          id: "indicateurs-nationaux/nombre-d-enfants-reperes",
          cells: ["Indicateurs!H13", "Indicateurs!I13"],
          found: 0,
          expected: 2,
          gap: -2,
        },
        {
          message: "incomplet",
          severity: "warning",
          id: "indicateurs-nationaux/nombre-de-maraudes",
          cells: ["Indicateurs!I14"],
          found: 1,
          expected: 2,
          gap: -1,
        },
      ],
    },
    {
      name: "one has no row, the other no column for a closed year",
      convention,
      asOf: TODAY,
      indicateurs: { rows: (rows) => [...rows, national("Nombre de maraudes")], realises: [2024] },
      findings: [
        {
          message: "absent",
          severity: "warning",
          id: "indicateurs-nationaux/nombre-d-enfants-reperes",
          cells: ["Indicateurs!A1"],
          found: 0,
          expected: 1,
          gap: -1,
        },
        {
          message: "incomplet",
          severity: "warning",
          id: "indicateurs-nationaux/nombre-de-maraudes",
          cells: ["Indicateurs!B13"],
          found: 1,
          expected: 2,
          gap: -1,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "the definition lists none", asOf: TODAY, indicateurs: { realises: years }, notCheckable: 1 },
    { name: "no achieved column", convention, asOf: TODAY, indicateurs: { rows: both }, notCheckable: 1 },
    { name: "no closed year", convention, asOf: "2024-12-31", indicateurs: { realises: years }, notCheckable: 1 },
  ],
});
