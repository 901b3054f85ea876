// « Enregistrer l’avenant 2026 » from its card: the form opens with all that the workbook says of it.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import type { ContractDeadline, Finding } from "../../../src/core/verification";
import { avenantOfYear } from "../../../src/taskpane/contrat/avenant-store";
import { contratTexts } from "../../../src/taskpane/contrat/texts";
import { texts } from "../../../src/taskpane/texts";
import { showPane } from "../pane";
import { situation } from "../sample-situation";
import { finding, verification } from "../sample-verification";

const shows = (found: number) => ({
  figures: {
    unit: "montant",
    found: montantFromEuros(found),
    expected: montantFromEuros(1),
    gap: null,
  } as Finding["figures"],
});
const part = (id: string, subject: Finding["subject"], found: number, changes: Partial<Finding> = {}) =>
  finding("montant-contractualise", { id, subject, ...shows(found), ...changes });

const DONE: ContractDeadline = {
  id: "avenant-2026",
  label: "Avenant fixant les montants 2026",
  article: "2.2",
  date: "2026-01-01",
  source: "setting",
  nature: "obligation",
  daysLeft: -300,
  done: true,
  doneOn: "2025-12-15",
  cell: null,
};

const FOUND = verification({
  deadlines: [DONE],
  findings: [
    finding("avenant-annuel", { subject: { year: 2026 }, severity: "warning" }),
    part("state", { action: 8, year: 2026, party: "etat" }, 47_500),
    part("local", { action: 8, year: 2026, party: "collectivite" }, 50_000, { severity: "info" }),
    // Of another year, of a total, and a slip that another correction settles.
    part("other year", { action: 8, year: 2025, party: "etat" }, 1_000),
    part("total", { action: 8, year: 2026, party: "total" }, 97_500),
    part("slip", { action: 1, year: 2026, party: "etat" }, 7, { causedBy: "avenant-annuel" }),
  ],
});

it("takes the day, and the parts that differ from the contract's; no slip, no other year", () => {
  const year = { annee: "2026", statut: "ferme" };
  expect(avenantOfYear(2026, FOUND)).toEqual({
    signeLe: "2025-12-15",
    lignes: [
      { objet: "credits", champs: { ...year, valeur: "" } },
      {
        objet: "montant",
        champs: { ...year, action: "8", partie: "etat", valeur: expect.stringMatching(/^47.500,00.€$/) },
      },
      {
        objet: "montant",
        champs: { ...year, action: "8", partie: "collectivite", valeur: expect.stringMatching(/^50.000,00.€$/) },
      },
    ],
  });
  const envelope = finding("enveloppe-annuelle", { subject: { year: 2026, party: "etat" }, ...shows(362_500) });
  const [credits] = avenantOfYear(2026, { ...FOUND, findings: [envelope] }).lignes ?? [];
  expect(credits?.champs.valeur).toMatch(/^362.500,00.€$/);
  expect(avenantOfYear(2025, verification()).signeLe).toBe("");
});

it("opens filled in: the number, the day, the credits of the contract where the workbook shows no others", async () => {
  const { user } = showPane({
    verify: async () => ({ verification: FOUND, refusals: [] }),
    situate: async () => {
      const sample = situation();
      return { ...sample, contrat: { ...sample.contrat, feuille: "Contrat", source: "workbook" } };
    },
  });
  await user.click(screen.getByRole("button", { name: texts.verify }));
  await user.click(await screen.findByRole("button", { name: /Avenant de l’année/ }));
  await user.click(screen.getByRole("button", { name: /^Enregistrer l’avenant 2026/ }));
  await screen.findByRole("heading", { name: contratTexts.formTitle });
  const value = (label: string | RegExp, at = 0) =>
    screen.getAllByLabelText<HTMLInputElement>(label)[at]?.value.replace(/\s/g, " ");
  expect(value(contratTexts.numero)).toBe("1");
  expect(value(contratTexts.signeLe)).toBe("15/12/2025");
  const amounts = screen
    .getAllByLabelText<HTMLInputElement>(/^Nouveaux? (?:montant|crédits)/)
    .map((input) => input.value.replace(/\s/g, " "));
  expect(amounts).toEqual(["350 000,00 €", "47 500,00 €", "50 000,00 €"]);
});
