// What the State paid and what was used of it, one centime below, at it and above; and over the years.
import { describe, expect, it } from "vitest";
import rule from "../../../src/core/rules/somme-a-reverser";
import { runRules } from "../../../src/core/rules/run-rules";
import { buildDossier } from "./dossier-builder";
import { buildDecisions } from "./part-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const TODAY = "2026-11-24";
const NBSP = "\u00a0";
const OF_1 = { pour: { action: 1 } } as const;
/** What 2024 leaves of the first action. */
const LEFT = {
  id: "somme-a-reverser/1/2024/etat/verse",
  cells: ["Exécution!N4", "Exécution!C4"],
  found: 65000,
  expected: 40000,
  gap: 25000,
} as const;
const unused = { message: "non-utilise", severity: "warning" } as const;

// In "Exécution", C and F are the State's parts executed in 2024 and 2025, N and O what it paid.
testRule(rule, {
  compliant: [
    { name: "all of it was used", asOf: TODAY, execution: { verses: [2024, 2025] }, coverage: [16, 16] },
    { name: "more was executed than paid", asOf: TODAY, execution: { verses: [2024], cells: { C4: 65000.01 } } },
    { name: "nothing paid, nothing executed", asOf: TODAY, execution: { verses: [2024], cells: { C4: 0, N4: 0 } } },
    {
      name: "nothing was left, and nothing carried over",
      asOf: TODAY,
      execution: { verses: [2024, 2025], cells: { C4: 65000, F4: 65000.01 } },
      parts: { decisions: buildDecisions([{ ...OF_1, suite: "reportee", montant: 0, vers: 2025 }]) },
    },
  ],
  discrepancy: [
    ...(
      [
        ["one centime less than what was left", 24999.99, "non-utilise", "warning"],
        ["what was left", 25000, "decide", "warning"],
        ["one centime more than what was left", 25000.01, "decide-autrement", "warning"],
      ] as const
    ).map(([name, montant, message, severity]) => ({
      name: `a decision on ${name}`,
      asOf: TODAY,
      execution: { verses: [2024], cells: { C4: 40000 } },
      parts: { decisions: buildDecisions([{ ...OF_1, suite: "rendue", montant }]) },
      findings: [
        {
          ...LEFT,
          message,
          severity,
          cells: message === "decide-autrement" ? [...LEFT.cells, "Décisions!B2"] : LEFT.cells,
        },
      ],
    })),
    ...(
      [
        ["without a date", { date: null }],
        ["of the day after", { date: "2026-11-25" }],
      ] as const
    ).map(([name, when]) => ({
      name: `a decision ${name} changes nothing yet`,
      asOf: TODAY,
      execution: { verses: [2024], cells: { C4: 40000 } },
      parts: { decisions: buildDecisions([{ ...OF_1, suite: "rendue", montant: 25000, ...when }]) },
      findings: [{ ...unused, ...LEFT }],
    })),
    ...(
      [
        ["all but one centime", 24999.99, 0.01],
        ["nothing", 0, 25000],
      ] as const
    ).map(([name, used, left]) => ({
      name: `carried over, of which the next year used ${name}`,
      asOf: TODAY,
      execution: { verses: [2024, 2025], cells: { C4: 40000, F4: 65000 + used } },
      parts: { decisions: buildDecisions([{ ...OF_1, suite: "reportee", montant: 25000, vers: 2025 }]) },
      coverage: [17, 17] as const,
      findings: [
        { message: "decide", severity: "warning" as const, ...LEFT },
        {
          message: "report-non-utilise",
          severity: "warning" as const,
          id: "somme-a-reverser/1/2025/etat/report",
          cells: ["Exécution!O4", "Exécution!F4", "Décisions!B2"],
          found: 25000,
          expected: used,
          gap: left,
        },
      ],
    })),
    {
      name: "carried over, not used, and then given back: of both years nothing is left",
      asOf: TODAY,
      execution: { verses: [2024, 2025], cells: { C4: 40000 } },
      parts: {
        decisions: buildDecisions([
          { ...OF_1, suite: "reportee", montant: 25000, vers: 2025 },
          { ...OF_1, suite: "rendue", montant: 25000, annee: 2025, date: "2026-03-12" },
        ]),
      },
      findings: [{ message: "decide", severity: "warning", ...LEFT }],
    },
    {
      name: "paid where the contract gives nothing, and not used",
      convention: petitContrat,
      asOf: TODAY,
      execution: { verses: [2024], cells: { H7: 0.01 } },
      coverage: [3, 3],
      findings: [
        {
          ...unused,
          id: "somme-a-reverser/3/2024/etat/verse",
          cells: ["Exécution!H7", "Exécution!C7"],
          found: 0.01,
          expected: 0,
          gap: 0.01,
        },
      ],
    },
    {
      name: "one centime, and 25 000 €, that were not used",
      asOf: TODAY,
      execution: { verses: [2024], cells: { C4: 40000, C5: 19999.99 } },
      coverage: [8, 8],
      findings: [
        {
          ...unused,
          id: "somme-a-reverser/1/2024/etat/verse",
          cells: ["Exécution!N4", "Exécution!C4"],
          found: 65000,
          expected: 40000,
          gap: 25000,
        },
        {
          ...unused,
          id: "somme-a-reverser/2/2024/etat/verse",
          cells: ["Exécution!N5", "Exécution!C5"],
          found: 20000,
          expected: 19999.99,
          gap: 0.01,
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "a decision on an axe, where the State paid action by action",
      asOf: TODAY,
      execution: { verses: [2024] },
      parts: { decisions: buildDecisions([{ pour: { axe: 1 }, suite: "aucune", montant: 1 }]) },
      notCheckable: 1,
      coverage: [8, 9],
    },
    { name: "no closed year", asOf: "2024-12-31", execution: { verses: [2024], cells: { C4: 0 } }, notCheckable: 1 },
    { name: "no column of payments", asOf: TODAY, execution: {}, notCheckable: 1 },
    {
      name: "an amount that lacks, and one that cannot be read",
      asOf: TODAY,
      execution: { verses: [2024], cells: { C4: null, N5: "soldé" } },
      notCheckable: 2,
      coverage: [6, 8],
    },
  ],
});

describe("the sentence", () => {
  const sentences = (cells: Readonly<Record<string, number>>): readonly (string | undefined)[] =>
    runRules([rule], buildDossier({ asOf: TODAY, execution: { verses: [2024, 2025], cells } })).findings.map(
      ({ message }) => message,
    );

  it("adds up the years where they differ from the year alone", () => {
    const [first, second] = sentences({ C4: 40000, F4: 60000 });
    expect(first).toContain(
      `25${NBSP}000,00${NBSP}€ n’ont pas été utilisés (sur l’ensemble des années closes${NBSP}: 30${NBSP}000,00${NBSP}€).`,
    );
    expect(second).toContain(`5${NBSP}000,00${NBSP}€ n’ont pas été utilisés`);
  });

  it("says that a later year used the rest", () => {
    expect(sentences({ C4: 40000, F4: 95000 })).toEqual([
      expect.stringContaining(`sur l’ensemble des années closes${NBSP}: 0,00${NBSP}€`),
    ]);
    expect(sentences({ C4: 40000 })[0]).not.toContain("ensemble");
  });
});
