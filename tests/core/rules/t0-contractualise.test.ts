// The starting value of each indicator against the contract's, in the least difference that counts.
import rule from "../../../src/core/rules/t0-contractualise";
import { contratIntegre } from "../../../src/contracts/built-in";
import { testRule } from "./rule-tester";

const wrong = { message: "differente", severity: "error" } as const;

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

// In "Indicateurs", column C; row 2 is action 1's (420), row 5 action 4's, which the contract leaves open.
testRule(rule, {
  compliant: [
    { name: "the annex", coverage: [11, 11] },
    { name: "binary noise", indicateurs: { cells: { C2: 420.0000004 } } },
    { name: "an open value still open", indicateurs: { cells: { C5: "nd" } } },
  ],
  discrepancy: [
    {
      name: "other words than the contract's",
      convention: enMots,
      indicateurs: { cells: { C5: "bonne" } },
      coverage: [11, 11],
      findings: [
        {
          message: "autres-mots",
          severity: "error",
          id: "t0-contractualise/4/indicateur-1/t0",
          cells: ["Indicateurs!C5"],
          fix: [{ cell: "Indicateurs!C5", value: "à construire" }],
        },
      ],
    },
    {
      name: "zero where the contract leaves the value open",
      indicateurs: { cells: { C5: 0 } },
      findings: [
        {
          message: "precisee",
          severity: "info",
          id: "t0-contractualise/4/indicateur-1/t0",
          cells: ["Indicateurs!C5"],
          found: 0,
        },
      ],
    },
    {
      name: "three that are not given are one finding",
      indicateurs: { cells: { C2: null, C3: "nd", C7: null } },
      findings: [
        {
          message: "non-renseignees",
          severity: "error",
          id: "t0-contractualise/non-renseignees",
          cells: ["Indicateurs!C2", "Indicateurs!C3", "Indicateurs!C7"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Indicateurs!C2", value: 420 },
            { cell: "Indicateurs!C3", value: 120 },
            { cell: "Indicateurs!C7", value: 126 },
          ],
        },
      ],
    },
    {
      name: "one less, one more, a millionth more, and none",
      indicateurs: { cells: { C2: 419, C3: 121, C7: 126.000001, C4: null } },
      coverage: [11, 11],
      findings: [
        {
          ...wrong,
          id: "t0-contractualise/1/indicateur-1/t0",
          cells: ["Indicateurs!C2"],
          found: 419,
          expected: 420,
          gap: -1,
          fix: [{ cell: "Indicateurs!C2", value: 420 }],
        },
        {
          ...wrong,
          id: "t0-contractualise/2/indicateur-1/t0",
          cells: ["Indicateurs!C3"],
          found: 121,
          expected: 120,
          gap: 1,
          fix: [{ cell: "Indicateurs!C3", value: 120 }],
        },
        {
          message: "non-renseignee",
          severity: "error",
          id: "t0-contractualise/3/indicateur-1/t0",
          cells: ["Indicateurs!C4"],
          expected: 0,
          fix: [{ cell: "Indicateurs!C4", value: 0 }],
        },
        {
          ...wrong,
          id: "t0-contractualise/5/indicateur-2/t0",
          cells: ["Indicateurs!C7"],
          found: 126.000001,
          expected: 126,
          gap: 0.000001,
          fix: [{ cell: "Indicateurs!C7", value: 126 }],
        },
      ],
    },
    {
      name: "a value where the contract leaves it open",
      indicateurs: { cells: { C5: 12 } },
      findings: [
        {
          message: "precisee",
          severity: "info",
          id: "t0-contractualise/4/indicateur-1/t0",
          cells: ["Indicateurs!C5"],
          found: 12,
        },
      ],
    },
  ],
  notCheckable: [
    {
      name: "a value that cannot be read, and a row that lacks",
      indicateurs: { rows: (rows) => rows.slice(0, -1), cells: { C2: "environ 400" } },
      notCheckable: 2,
      coverage: [9, 11],
    },
  ],
});
