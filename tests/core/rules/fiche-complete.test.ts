// fiche-complete: fields that are empty or absent, fiches that are missing.
import { contratIntegre } from "../../../src/contracts/built-in";
import rule from "../../../src/core/rules/fiche-complete";
import { buildFiche, buildFiches } from "./part-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const [action1] = contratIntegre.actions;
if (!action1) throw new Error("no action");
const unknown = { ...buildFiche(action1, { nature: "" }), action: null };

testRule(rule, {
  compliant: [
    { name: "the contract's fiches, without a sous-axe", parts: { fiches: buildFiches() } },
    {
      name: "no linked action and no sous-axe",
      parts: { fiches: buildFiches({ 3: { actionsLiees: null, sousAxe: null }, 5: { actionsLiees: "" } }) },
    },
    { name: "another contract", convention: petitContrat, parts: { fiches: buildFiches({}, petitContrat) } },
  ],
  discrepancy: [
    {
      name: "one empty field",
      parts: { fiches: buildFiches({ 5: { publicCible: "" } }) },
      findings: [
        {
          message: "incomplete",
          id: "fiche-complete/5",
          severity: "warning",
          cells: ["'Fiche 5'!B5"],
          found: 7,
          expected: 8,
          gap: -1,
        },
      ],
    },
    {
      name: "an empty field and two without their label",
      parts: { fiches: buildFiches({ 2: { calendrier: "", pilotage: null, partenaires: null } }) },
      findings: [
        {
          message: "incomplete",
          id: "fiche-complete/2",
          severity: "warning",
          cells: ["'Fiche 2'!B4", "'Fiche 2'!A1"],
          found: 5,
          expected: 8,
          gap: -3,
        },
      ],
    },
    {
      name: "a fiche that is missing, at the action's label",
      parts: { fiches: buildFiches({ 3: null }) },
      findings: [
        {
          message: "absente",
          id: "fiche-complete/3",
          severity: "warning",
          cells: ["Budget!A7"],
          found: 0,
          expected: 1,
          gap: -1,
        },
      ],
    },
    {
      name: "without a budget table, at the label among the indicators; else at the first fiche",
      budget: null,
      indicateurs: { rows: (rows) => rows.filter(({ action }) => action?.numero !== 8) },
      parts: { fiches: buildFiches({ 3: null, 8: null }) },
      findings: [
        {
          message: "absente",
          id: "fiche-complete/3",
          severity: "warning",
          cells: ["Indicateurs!A4"],
          found: 0,
          expected: 1,
          gap: -1,
        },
        {
          message: "absente",
          id: "fiche-complete/8",
          severity: "warning",
          cells: ["'Fiche 1'!A1"],
          found: 0,
          expected: 1,
          gap: -1,
        },
      ],
    },
    {
      name: "two fiches of one action: the second is told, and its own fields",
      parts: { fiches: [...buildFiches(), buildFiche(action1, { nature: "" })] },
      findings: [
        {
          message: "incomplete",
          id: "fiche-complete/1/fiche-2",
          severity: "warning",
          cells: ["'Fiche 1'!B8"],
          found: 7,
          expected: 8,
          gap: -1,
        },
        {
          message: "repetee",
          id: "fiche-complete/1/plusieurs-fiches",
          severity: "warning",
          cells: ["'Fiche 1'!A1"],
          found: 2,
          expected: 1,
          gap: 1,
        },
      ],
    },
    {
      name: "a fiche that is missing, where no table shows its action",
      budget: null,
      indicateurs: null,
      parts: { fiches: buildFiches().slice(1) },
      findings: [
        {
          message: "absente",
          id: "fiche-complete/1",
          severity: "warning",
          cells: ["'Fiche 2'!A1"],
          found: 0,
          expected: 1,
          gap: -1,
        },
      ],
    },
    {
      name: "the fiche of an action that the contract does not know",
      parts: { fiches: [...buildFiches(), unknown] },
      findings: [
        {
          message: "incomplete",
          id: "fiche-complete/fiche-action-n-1-prevenir-le-decrochage-par-une-prevention-special",
          severity: "warning",
          cells: ["'Fiche 1'!B8"],
          found: 7,
          expected: 8,
          gap: -1,
        },
      ],
    },
  ],
});
