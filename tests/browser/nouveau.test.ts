// A contract that nobody knows, from its signed document and its annexes to a sealed workbook that verifies, in the page alone.
import { expect, it } from "vitest";
import { parseConvention } from "../../src/contracts/parse-convention";
import { questionsOuvertes } from "../../src/core/contract/definition/questions";
import { readFileSync } from "node:fs";
import { useAutonomousPage } from "./site/autonomous-page";
import { declare } from "./site/declare";
import { doubtfulContract, signedContract } from "./site/signed-contract";

const openPage = useAutonomousPage();

it("is read in a thread, answered, read again, sealed, saved and verified, from the disk", async () => {
  const { page, pane, button, hasVerified } = await begin();
  await pane.locator("input[type=file][multiple]").setInputFiles([...(await signedContract())]);
  await pane.getByText("1 feuille", { exact: true }).waitFor();
  // A PDF is opened in the same thread, and one that is broken is said to be.
  const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });
  const files = [
    pdf("lu.pdf", readFileSync("tests/fixtures/contrat-du-bocage.pdf")),
    pdf("casse.pdf", Buffer.from("%PDF-1.4")),
  ];
  await pane.locator("input[type=file][multiple]").setInputFiles(files);
  await pane.getByText("2 pages, 2 articles, 2 tableaux").waitFor();
  await pane.getByText(/ce PDF est abîmé/).waitFor();
  for (const { name } of files) await button(`Retirer ${name}`).click();
  await button("Lire ces documents").click();
  await declare(pane, "Claire Martin", "collectivite");
  await pane.getByRole("heading", { name: "Article par article" }).waitFor();
  // The document stands where the sheet was, its sentences marked.
  const signed = page.getByRole("region", { name: "contrat-signe.docx, annexe-1.xlsx" });
  expect(await signed.locator("mark").count()).toBeGreaterThan(5);
  const asked = pane.getByText(/^(?:Une question|Question \d+ sur)/);
  for (let left = 20; (await asked.count()) > 0 && left > 0; left -= 1) {
    const first = pane.getByRole("radio").first();
    if ((await first.count()) > 0) await first.check();
    await pane
      .getByRole("button", { name: /^(?:Retenir|C’est exact|Le contrat)/ })
      .first()
      .click();
  }
  // What is exact closes, and the next part opens in its place.
  const exact = pane.getByRole("button", { name: /exactes?$/ });
  for (let left = 40; left > 0 && (await exact.count()) > 0; left -= 1) await exact.first().click();
  expect(await pane.getByRole("button", { name: /à relire$/ }).count()).toBe(0);
  // Nothing that was read again is wider than the pane.
  const isTooWide = await pane.evaluate((volet) => volet.scrollWidth > volet.clientWidth);
  expect(isTooWide).toBe(false);
  await button("Passer au sceau").click();
  await button("Sceller dans ce classeur").click();
  await pane.getByText(/^[0-9A-F]{4}(?: [0-9A-F]{4}){3}$/).waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), button("Enregistrer la définition").click()]);
  expect(saved.suggestedFilename()).toBe("contrat.json");
  const parsed = parseConvention(JSON.parse(readFileSync(await saved.path(), "utf8")));
  expect(parsed.ok && questionsOuvertes(parsed.convention)).toEqual([]);
  await button("Vérifier le classeur").click();
  await hasVerified();
  await page.getByRole("tab", { name: "Contrat", exact: true }).last().waitFor();
  await pane
    .getByText(/Tableau du contrat absent/)
    .first()
    .waitFor();
});

it("shows two sentences that may both be right in the document, and takes both", async () => {
  const { page, pane, button } = await begin();
  await pane.locator("input[type=file][multiple]").setInputFiles([doubtfulContract()]);
  await button("Lire ces documents").click();
  await declare(pane, "Claire Martin", "collectivite");
  await pane.getByRole("radio", { name: /^Les deux sont écrits ainsi/ }).check();
  await pane.getByRole("rowheader", { name: "2025 : écart" }).waitFor();
  await button("Garder les deux").click();
  const document = page.getByRole("region", { name: "contrat-signe.txt" });
  await document.getByRole("button", { name: /^Phrase 2/ }).click();
  expect(await pane.getByRole("radio", { name: /40 %, pour l’axe 3$/ }).isChecked()).toBe(true);
  await pane.getByRole("radio", { name: /^Les deux : 50/ }).check();
  await pane.getByText(/les 12 actions du contrat respectent/).waitFor();
  await button("Retenir les deux").click();
  const [saved] = await Promise.all([page.waitForEvent("download"), button("Enregistrer la définition").click()]);
  const { cofinancement } = JSON.parse(readFileSync(await saved.path(), "utf8")) as { cofinancement: unknown };
  expect(cofinancement).toEqual({ seuil: 0.5, seuils: [{ axe: 3, seuil: 0.4 }] });
  // Where the window is narrow, the sentences stand with the questions again.
  await page.setViewportSize({ width: 700, height: 800 });
  await document.waitFor({ state: "detached" });
  await pane
    .getByText(/Elle peut être dénoncée trois mois/)
    .first()
    .waitFor();
});

async function begin() {
  const opened = await openPage("disk");
  const { page, pane } = opened;
  await page.getByRole("button", { name: "Décrire un nouveau contrat" }).click();
  return {
    page,
    pane,
    button: (name: string) => opened.button(name),
    hasVerified: () => opened.hasVerified(),
  };
}
