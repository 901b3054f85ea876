// Each indicator of the contract stands once under its action.
import rule from "../../../src/core/rules/indicateurs-du-contrat";
import type { IndicatorRow } from "./indicators-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const missing = { message: "absent", severity: "error", found: 0, expected: 1, gap: -1 } as const;
const unknown = { message: "inconnu", severity: "info", found: 1, expected: 0, gap: 1 } as const;

const except =
  (...indexes: readonly number[]) =>
  (rows: readonly IndicatorRow[]): IndicatorRow[] =>
    rows.filter((_, index) => !indexes.includes(index));

/** One row goes under the action of another row, just after it. */
const under =
  (from: number, to: number, change: Partial<IndicatorRow> = {}) =>
  (rows: readonly IndicatorRow[]): IndicatorRow[] =>
    rows.flatMap((row, index) => {
      const moved = rows[from];
      return index === to && moved
        ? [row, { ...moved, action: row.action, actionLabel: row.actionLabel, ...change }]
        : [row];
    });

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "another contract", convention: petitContrat },
    { name: "one sheet per year", indicateurs: { annuel: {} } },
    {
      name: "a national indicator that the definition lists",
      convention: { ...petitContrat, indicateursNationaux: ["Nombre de maraudes"] },
      indicateurs: {
        rows: (rows) => [
          ...rows,
          { action: null, actionLabel: "Nationaux", indicateur: null, label: "Nombre de maraudes" },
        ],
      },
    },
  ],
  discrepancy: [
    {
      name: "an indicator is missing from the sheet of one year, another with its action",
      indicateurs: { annuel: { B2: [2025], B3: [2026], A3: [2026] } },
      findings: [
        {
          ...missing,
          message: "absent-de-l-annee",
          id: "indicateurs-du-contrat/1/indicateur-1/2025",
          cells: ["Indicateurs!A2"],
        },
        {
          ...missing,
          message: "absent-de-l-annee",
          id: "indicateurs-du-contrat/2/indicateur-1/2026",
          cells: ["Indicateurs!A1"],
        },
      ],
    },
    {
      name: "one indicator of two is missing: its action is shown",
      indicateurs: { rows: except(5) },
      findings: [{ ...missing, id: "indicateurs-du-contrat/5/indicateur-2", cells: ["Indicateurs!A6"] }],
    },
    {
      name: "the action is missing too: the heading is shown",
      indicateurs: { rows: except(0) },
      findings: [{ ...missing, id: "indicateurs-du-contrat/1/indicateur-1", cells: ["Indicateurs!A1"] }],
    },
    {
      name: "an indicator stands twice under its action",
      indicateurs: { rows: under(2, 2) },
      findings: [
        {
          message: "repete",
          id: "indicateurs-du-contrat/3/indicateur-1/ligne-2",
          severity: "error",
          cells: ["Indicateurs!B5"],
          found: 2,
          expected: 1,
          gap: 1,
        },
      ],
    },
    {
      name: "an indicator stands under another action only",
      indicateurs: { rows: (rows) => except(0)(under(0, 1)(rows)) },
      findings: [
        { ...missing, id: "indicateurs-du-contrat/1/indicateur-1", cells: ["Indicateurs!A1"], explained: true },
      ],
    },
    {
      name: "the same words under another action too are an indicator of that action",
      convention: petitContrat,
      indicateurs: { rows: under(0, 1) },
      findings: [
        {
          ...unknown,
          id: "indicateurs-du-contrat/2/indicateur-nombre-d-enfants-accueillis",
          cells: ["Indicateurs!B4"],
        },
      ],
    },
    {
      name: "unknown indicators, under a known and under an unknown action",
      convention: petitContrat,
      indicateurs: {
        rows: (rows) => [
          ...rows,
          {
            action: rows[2]?.action ?? null,
            actionLabel: rows[2]?.actionLabel ?? "",
            indicateur: null,
            label: "Nombre de kits",
          },
          { action: null, actionLabel: "Épicerie", indicateur: null, label: "Nombre de kits" },
        ],
      },
      findings: [
        { ...unknown, id: "indicateurs-du-contrat/3/indicateur-nombre-de-kits", cells: ["Indicateurs!B5"] },
        { ...unknown, id: "indicateurs-du-contrat/indicateur-nombre-de-kits", cells: ["Indicateurs!B6"] },
      ],
    },
  ],
});
