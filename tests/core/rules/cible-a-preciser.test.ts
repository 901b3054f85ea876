// Targets left to be set had to be set during the first year: the day before its end, the last day and the day after.
import rule from "../../../src/core/rules/cible-a-preciser";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const four = { found: 4, expected: 0, gap: 4 } as const;
const everyYear = (row: number) => ["D", "E", "F", "G"].map((column) => `Indicateurs!${column}${row}`);
const ids = ["4/indicateur-1", "8/indicateur-1", "8/indicateur-2"].map((place) => `cible-a-preciser/${place}`);
const annex = (message: string, severity: "info" | "warning") =>
  [5, 11, 12].map((row, index) => ({ message, severity, id: ids[index] ?? "", cells: everyYear(row), ...four }));

const given = Object.fromEntries(
  [5, 11, 12].flatMap((row) => ["D", "E", "F", "G"].map((column) => [`${column}${row}`, 1])),
);

testRule(rule, {
  compliant: [
    { name: "all targets are given", asOf: "2026-11-24", indicateurs: { cells: given } },
    {
      name: "a figure of the contract that became nd is another rule's",
      indicateurs: { cells: { ...given, D2: "nd" } },
    },
    { name: "an unreadable target is another rule's", indicateurs: { cells: { ...given, D5: "bientôt" } } },
  ],
  discrepancy: [
    { name: "in the first year", asOf: "2024-06-30", findings: annex("a-venir", "info") },
    { name: "on its last day", asOf: "2024-12-31", findings: annex("a-venir", "info") },
    { name: "the day after", asOf: "2025-01-01", findings: annex("en-retard", "warning") },
    {
      name: "what is still open of an indicator, T0 left out",
      asOf: "2026-11-24",
      indicateurs: { cells: { ...given, D5: null, C5: "nd", G5: "nd" } },
      findings: [
        {
          message: "en-retard",
          id: "cible-a-preciser/4/indicateur-1",
          severity: "warning",
          cells: ["Indicateurs!D5", "Indicateurs!G5"],
          found: 2,
          expected: 0,
          gap: 2,
        },
      ],
    },
    {
      name: "a first year that ends in June",
      convention: petitContrat,
      asOf: "2025-06-30",
      indicateurs: { cells: { D4: 1, E4: 1 } },
      findings: [
        {
          message: "a-venir",
          id: "cible-a-preciser/2/indicateur-1",
          severity: "info",
          cells: ["Indicateurs!D3"],
          found: 1,
          expected: 0,
          gap: 1,
        },
      ],
    },
    {
      name: "the day after that year",
      convention: petitContrat,
      asOf: "2025-07-01",
      indicateurs: { cells: { D4: 1, E4: 1 } },
      findings: [
        {
          message: "en-retard",
          id: "cible-a-preciser/2/indicateur-1",
          severity: "warning",
          cells: ["Indicateurs!D3"],
          found: 1,
          expected: 0,
          gap: 1,
        },
      ],
    },
  ],
});
