import avenantAnnuel from "../../../src/core/rules/avenant-annuel";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Avenant, Convention } from "../../../src/core/contract/convention";
import type { FeuilleContrat } from "../../../src/core/domain/dossier";
import { cellRef } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const avenant: Avenant = {
  numero: 1,
  signeLe: "2025-02-10",
  creditsEtat: [{ annee: 2025, montant: montantFromEuros(350000) }],
  montants: [],
  actionsNouvelles: [],
  indicateursNouveaux: [],
  actionsTerminees: [],
  cibles: [],
};
const amended: Convention = { ...contratIntegre, avenants: [avenant] };
/** Only an action's amount: the year's State amount is not fixed by it. */
const partial: Convention = {
  ...contratIntegre,
  avenants: [
    {
      ...avenant,
      creditsEtat: [],
      montants: [{ action: 1, annee: 2025, partie: "etat", montant: montantFromEuros(65000) }],
    },
  ],
};
const feuilleContrat: FeuilleContrat = {
  range: { sheet: "Contrat", top: 0, left: 0, bottom: 90, right: 11 },
  erreurs: [],
  cellsAnnee: new Map([[2025, cellRef("Contrat", "E40")]]),
};

const signed = (signeLe: string): Convention => ({ ...contratIntegre, avenants: [{ ...avenant, signeLe }] });
const again: Convention = {
  ...contratIntegre,
  avenants: [
    { ...avenant, signeLe: "2024-12-20" },
    { ...avenant, numero: 2, signeLe: "2025-06-30" },
  ],
};
const changed: Convention = {
  ...contratIntegre,
  avenants: [
    {
      ...avenant,
      signeLe: "2024-12-20",
      creditsEtat: [2024, 2025].map((annee) => ({ annee, montant: montantFromEuros(350000), statut: "ferme" })),
    },
  ],
};
/** For 2025, made in December before it; it says again what is foreseen for the years after. */
const restated: Convention = {
  ...contratIntegre,
  avenants: [
    {
      ...avenant,
      signeLe: "2024-12-20",
      creditsEtat: [2025, 2026, 2027].map((annee) => ({ annee, montant: montantFromEuros(350000) })),
    },
  ],
};

const late = (annee: number, cell: string) =>
  ({ message: "tardif", id: `avenant-annuel/${annee}`, severity: "info", cells: [cell] }) as const;
const missing = (annee: number, cell: string) =>
  ({ message: "absent", id: `avenant-annuel/${annee}`, severity: "warning", cells: [cell] }) as const;

testRule(avenantAnnuel, {
  compliant: [
    { name: "in the firm year of the signature" },
    { name: "on the day before the first provisional year", asOf: "2024-12-31" },
    { name: "signed on the first day of its year", convention: signed("2025-01-01"), asOf: "2025-02-10" },
    {
      name: "a later avenant changes the year that the first one fixed in time",
      convention: again,
      asOf: "2025-07-01",
    },
    { name: "a year of the signed contract, changed since", convention: changed, asOf: "2025-01-31" },
    { name: "before a year that begins in July", convention: petitContrat, asOf: "2025-06-30" },
  ],
  discrepancy: [
    { name: "on the first day of the year", asOf: "2025-01-01", findings: [missing(2025, "Budget!E1")] },
    {
      name: "on the day before the avenant is signed",
      convention: amended,
      asOf: "2025-02-09",
      findings: [missing(2025, "Budget!E1")],
    },
    {
      name: "from the day the avenant is signed, late since the year began",
      convention: amended,
      asOf: "2025-02-10",
      findings: [late(2025, "Budget!E1")],
    },
    {
      name: "signed the day after its year began",
      convention: signed("2025-01-02"),
      asOf: "2025-02-10",
      findings: [late(2025, "Budget!E1")],
    },
    {
      name: "what an avenant says again of later years fixes none of them",
      convention: restated,
      asOf: "2026-01-01",
      findings: [missing(2026, "Budget!H1")],
    },
    {
      name: "an avenant that leaves the State's amount open",
      convention: partial,
      asOf: "2025-12-31",
      findings: [missing(2025, "Budget!E1")],
    },
    {
      name: "a year of its own that begins in July",
      convention: petitContrat,
      asOf: "2025-07-01",
      findings: [missing(2025, "Budget!E1")],
    },
    {
      name: "two years, at the cell of the contract sheet where it has one",
      asOf: "2026-11-24",
      feuilleContrat,
      findings: [missing(2025, "Contrat!E40"), missing(2026, "Budget!H1")],
    },
  ],
  notCheckable: [
    { name: "no cell shows the year", asOf: "2025-06-30", budget: null, notCheckable: 1 },
    { name: "the table lacks the year", asOf: "2025-06-30", budget: { annees: [2024] }, notCheckable: 1 },
  ],
});
