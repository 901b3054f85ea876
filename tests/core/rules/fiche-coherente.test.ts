// fiche-coherente: axe by number and label, indicators, linked actions; the two slips of the signed contract.
import rule from "../../../src/core/rules/fiche-coherente";
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildFiche, buildFiches } from "./part-builder";
import { testRule } from "./rule-tester";

const [action1] = contratIntegre.actions;
if (!action1) throw new Error("no action");
const axe = { severity: "warning", cells: ["'Fiche 3'!B2"] } as const;

testRule(rule, {
  compliant: [
    { name: "the contract's fiches", parts: { fiches: buildFiches() } },
    {
      name: "the contract's other words for its axes",
      parts: {
        fiches: buildFiches({
          3: { axe: "Axe 2 - Accès à l’emploi" },
          5: { axe: "Axe 3 : « Accès aux droits essentiels »" },
          6: { axe: "3" },
          7: { axe: "Axe transition écologique solidaire" },
          8: { axe: "Axe 4" },
        }),
      },
    },
    {
      name: "indicators in one sentence, with a comment",
      parts: {
        fiches: buildFiches({
          1: {
            indicateurs:
              "nombre de jeunes de moins de 15 ans accompagnés.\nIl s’agira d’évaluer la qualité des actions.",
          },
          8: {
            indicateurs:
              "nombre de bénéficiaires de produits transformés issus du réseau de transformation local, nombre de participants à une action qui permettent de mieux consommer",
          },
        }),
      },
    },
    {
      name: "linked actions as people write them",
      parts: {
        fiches: buildFiches({
          1: { actionsLiees: "Action n°2" },
          2: { actionsLiees: "actions 1, 3 et 7" },
          5: { actionsLiees: "actions 2 à 4" },
          6: { actionsLiees: "action 5, axe 4" },
          7: { actionsLiees: "fiches 2, 3 & 4" },
          8: { actionsLiees: "Aucune" },
        }),
      },
    },
  ],
  discrepancy: [
    {
      name: "the signed contract's own slips",
      parts: {
        fiches: buildFiches({
          2: { indicateurs: "nombre de jeunes de moins de 15 ans accompagnés" },
          3: { axe: "Axe 3 : amplifier la politique de l’accès à l’emploi pour tous" },
        }),
      },
      findings: [
        {
          message: "indicateurs",
          id: "fiche-coherente/2/indicateurs",
          severity: "warning",
          cells: ["'Fiche 2'!B6"],
          found: 0,
          expected: 1,
          gap: -1,
        },
        {
          ...axe,
          message: "numero-axe",
          id: "fiche-coherente/3/axe",
          found: 3,
          expected: 2,
          fix: [{ cell: "'Fiche 3'!B2", value: "Axe 2 : amplifier la politique de l’accès à l’emploi pour tous" }],
        },
      ],
    },
    {
      name: "the label of another axe",
      parts: { fiches: buildFiches({ 3: { axe: "Axe 2 : Accès aux droits essentiels" } }) },
      findings: [{ ...axe, message: "autre-axe", id: "fiche-coherente/3/axe", found: 3, expected: 2 }],
    },
    {
      name: "a number alone",
      parts: { fiches: buildFiches({ 3: { axe: "Axe 4" } }) },
      findings: [{ ...axe, message: "autre-axe", id: "fiche-coherente/3/axe", found: 4, expected: 2 }],
    },
    {
      name: "a label that is no axe's",
      parts: { fiches: buildFiches({ 3: { axe: "Axe 2 : Culture et sport" } }) },
      findings: [{ ...axe, message: "intitule-axe", id: "fiche-coherente/3/axe", expected: 2 }],
    },
    {
      name: "one of two indicators",
      parts: {
        fiches: buildFiches({ 6: { indicateurs: "Nombre de professionnels de l’action sociale formés" } }),
      },
      findings: [
        {
          message: "indicateurs",
          id: "fiche-coherente/6/indicateurs",
          severity: "warning",
          cells: ["'Fiche 6'!B6"],
          found: 1,
          expected: 2,
          gap: -1,
        },
      ],
    },
    {
      name: "linked actions that differ, or are left out",
      parts: {
        fiches: buildFiches({
          2: { actionsLiees: "actions 1 et 3" },
          6: { actionsLiees: "action 5" },
          7: { actionsLiees: "" },
        }),
      },
      findings: [2, 6, 7].map((numero) => ({
        message: "liens",
        id: `fiche-coherente/${numero}/liens`,
        severity: "warning" as const,
        cells: [`'Fiche ${numero}'!B7`],
      })),
    },
  ],
  notCheckable: [
    {
      name: "empty fields are not this rule's",
      parts: { fiches: buildFiches({ 1: { axe: "", indicateurs: null, actionsLiees: null } }) },
      notCheckable: 2,
    },
    {
      name: "words that name no action",
      parts: { fiches: buildFiches({ 2: { actionsLiees: "voir le projet de territoire" } }) },
      notCheckable: 1,
    },
    {
      name: "an action unknown to the contract",
      parts: { fiches: [{ ...buildFiche(action1), action: null }] },
      notCheckable: 2,
      coverage: [0, 9],
    },
  ],
});
