// What the pane says of a workbook before it is verified, and of one that is not the contract's.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import { openingTexts } from "../../../src/taskpane/opening/texts";
import { texts } from "../../../src/taskpane/texts";
import { resultTexts } from "../../../src/taskpane/verify/results/texts";
import { expectAccessible } from "../expect-accessible";
import { showPane } from "../pane";
import { situation } from "../sample-situation";
import { verification } from "../sample-verification";

const plain = (text: string) => text.replace(/\s/g, " ");
const isSelected = (name: string) => screen.getByRole("tab", { name }).getAttribute("aria-selected") === "true";

it("names the contract, what of it is there, and the last verification", async () => {
  const derniere = { asOf: "2026-03-02", by: "Mme Roy", causes: ["a", "b"], sheet: "Écarts" };
  const { container } = showPane({ situate: async () => situation({ derniere }) });
  await screen.findByRole("heading", { name: openingTexts.recognised });
  expect(screen.getByText(/feuille « Tableau budgétaire »$/)).toBeTruthy();
  expect(screen.getByText(plain(openingTexts.last(derniere)))).toBeTruthy();
  expect(plain(openingTexts.last(derniere))).toContain("à la date du 02/03/2026, par Mme Roy, 2 écarts.");
  expect(plain(openingTexts.last({ ...derniere, by: null }))).toContain("à la date du 02/03/2026, 2 écarts.");
  await expectAccessible(container);
});

it.each([
  ["vide", openingTexts.empty],
  ["etranger", openingTexts.foreign],
] as const)("says that a workbook is %s, with ways out", async (etat, title) => {
  const { user, container } = showPane({ situate: async () => situation({ etat }) });
  await screen.findByRole("heading", { name: title });
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: openingTexts.toContract }));
  expect(isSelected(texts.tab.contrat)).toBe(true);
  await user.click(screen.getByRole("tab", { name: texts.tab.verify }));
  await user.click(screen.getByRole("button", { name: openingTexts.toAnnexes }));
  expect(isSelected(texts.documents.annexes)).toBe(true);
});

it("says why a workbook is another contract's", async () => {
  const inconnu = "Ce classeur n’est pas celui du contrat de Dijon métropole : ses actions sont autres.";
  const { contrat } = situation({});
  showPane({ situate: async () => situation({ etat: "etranger", contrat: { ...contrat, inconnu } }) });
  await screen.findByRole("heading", { name: openingTexts.foreign });
  expect(screen.getByText(inconnu)).toBeTruthy();
  expect(screen.queryByText(plain(openingTexts.foreignWhat(contrat.intitule)))).toBeNull();
});

it("says that a workbook is a tableau de bord, and offers to make no contract's workbook of it", async () => {
  const { container } = showPane({ situate: async () => situation({ etat: "tableau-de-bord" }) });
  await screen.findByRole("heading", { name: openingTexts.tableau });
  expect(screen.getByText(plain(openingTexts.wayOpenOne))).toBeTruthy();
  for (const name of [openingTexts.toAnnexes, openingTexts.toContract])
    expect(screen.queryByRole("button", { name })).toBeNull();
  await expectAccessible(container);
});

it("shows no list for a workbook that turns out not to be the contract's, but what to do", async () => {
  const verdict = { state: "not-this-contract", sentence: "Pas ce contrat.", covers: [], without: [] } as const;
  const { user } = showPane({
    situate: async () => situation({ etat: "etranger" }),
    verify: async () => ({ verification: verification({ verdict }), refusals: [] }),
  });
  await user.click(screen.getByRole("button", { name: texts.verify }));
  await screen.findByRole("heading", { name: openingTexts.foreign });
  expect(screen.queryByRole("heading", { name: new RegExp(resultTexts.readTitle) })).toBeNull();
});

it("says why the workbook could not be read, and reads it again when asked", async () => {
  let isRefused = true;
  const situate = async () => {
    if (isRefused) throw new WorkbookError("Validez la cellule.");
    return situation();
  };
  const { user } = showPane({ situate });
  await screen.findByText("Validez la cellule.");
  isRefused = false;
  await user.click(screen.getByRole("button", { name: openingTexts.again }));
  await screen.findByRole("heading", { name: openingTexts.recognised });
});
