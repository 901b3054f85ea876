// Achieved against target: below the alert threshold, at it, below and at the target, above.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/cible-atteinte";
import { runRules } from "../../../src/core/rules/run-rules";
import { buildDossier } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const alert = { message: "sous-le-seuil", severity: "warning" } as const;
const short = { message: "sous-la-cible", severity: "info" } as const;
const TODAY = "2026-11-24";
const years = [2024, 2025];
const NBSP = "\u00a0";
const nothingExpected = {
  ...contratIntegre,
  actions: contratIntegre.actions.map((action) => ({
    ...action,
    indicateurs: action.indicateurs.map((indicateur) => ({
      ...indicateur,
      cibles: indicateur.cibles.map(({ annee }) => ({ annee, valeur: 0 })),
    })),
  })),
};

// In "Indicateurs", H and I are the achieved values of 2024 and 2025; the target of H2 is 450.
testRule(rule, {
  compliant: [
    { name: "at the target", asOf: TODAY, indicateurs: { realises: years } },
    { name: "above the target", asOf: TODAY, indicateurs: { realises: years, cells: { H2: 451, I2: 4600 } } },
    { name: "a year that is not over", asOf: "2025-12-31", indicateurs: { realises: years, cells: { I2: 0 } } },
    {
      name: "a target of 0",
      convention: nothingExpected,
      asOf: TODAY,
      indicateurs: { realises: years, cells: { H2: 0 } },
    },
    { name: "a target left to be set", asOf: TODAY, indicateurs: { realises: years, cells: { H5: 0, I5: null } } },
    {
      name: "the contract's target counts, not the one that the table shows instead",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { D2: 1000 } },
    },
    {
      name: "binary noise below a decimal target",
      convention: petitContrat,
      asOf: "2025-08-01",
      indicateurs: { realises: [2024], cells: { F2: 12.499999999999998 } },
    },
  ],
  discrepancy: [
    {
      name: "one below the target, one at the threshold and one below it",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { H2: 449, H4: 200, I4: 199 } },
      findings: [
        {
          ...short,
          id: "cible-atteinte/1/indicateur-1/2024",
          cells: ["Indicateurs!H2"],
          found: 449,
          expected: 450,
          gap: -1,
        },
        {
          ...short,
          id: "cible-atteinte/3/indicateur-1/2024",
          cells: ["Indicateurs!H4"],
          found: 200,
          expected: 250,
          gap: -50,
        },
        {
          ...alert,
          id: "cible-atteinte/3/indicateur-1/2025",
          cells: ["Indicateurs!I4"],
          found: 199,
          expected: 250,
          gap: -51,
        },
      ],
    },
    {
      name: "a target that the table sets where the contract leaves it open",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { D5: 10, H5: 7 } },
      findings: [
        {
          ...alert,
          id: "cible-atteinte/4/indicateur-1/2024",
          cells: ["Indicateurs!H5"],
          found: 7,
          expected: 10,
          gap: -3,
        },
      ],
    },
    {
      name: "the day after a year that ends in June, another threshold, a decimal just below it",
      convention: { ...petitContrat, reglages: { ...petitContrat.reglages, alerteCible: 0.7 } },
      asOf: "2025-08-01",
      indicateurs: { realises: [2024], cells: { F2: 8.749999 } },
      findings: [
        {
          ...alert,
          id: "cible-atteinte/1/indicateur-1/2024",
          cells: ["Indicateurs!F2"],
          found: 8.749999,
          expected: 12.5,
          gap: -3.750001,
        },
      ],
    },
    {
      name: "what cannot be read or lacks hides nothing",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { H2: "?", H3: -1, H4: null, I12: 5, E12: 10 } },
      notCheckable: 2,
      findings: [
        {
          ...alert,
          id: "cible-atteinte/8/indicateur-2/2025",
          cells: ["Indicateurs!I12"],
          found: 5,
          expected: 10,
          gap: -5,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "no achieved column", asOf: TODAY, notCheckable: 1 },
    { name: "no closed year", asOf: "2024-12-31", indicateurs: { realises: years, cells: { H2: 0 } }, notCheckable: 1 },
    { name: "no achieved column for a closed year", asOf: TODAY, indicateurs: { realises: [2026] }, notCheckable: 2 },
    {
      name: "an achieved value that lacks",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { H2: "nd" } },
      notCheckable: 1,
    },
    {
      name: "an unreadable target, where the contract leaves it open",
      asOf: TODAY,
      indicateurs: { realises: years, cells: { D5: "bientôt" } },
      notCheckable: 1,
    },
  ],
});

describe("the sentence", () => {
  it("shows the threshold as a setting", () => {
    const dossier = buildDossier({ asOf: TODAY, indicateurs: { realises: years, cells: { H2: 359.9999 } } });
    const [finding] = runRules([rule], dossier).findings;
    expect(finding?.message).toContain(`soit 79,999978${NBSP}%${NBSP}; seuil d’alerte réglé à 80${NBSP}%.`);
    expect(finding?.message).not.toContain("seuil du contrat");
  });
});
