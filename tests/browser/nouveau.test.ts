// A contract that nobody knows, from its signed document and its annexes to a sealed workbook that verifies, in the page alone.
import { expect, it } from "vitest";
import { parseConvention } from "../../src/contracts/parse-convention";
import { questionsOuvertes } from "../../src/core/contract/definition/questions";
import { readFileSync } from "node:fs";
import { useAutonomousPage } from "./site/autonomous-page";
import { declare } from "./site/declare";
import { signedContract } from "./site/signed-contract";

const openPage = useAutonomousPage();

it("is read in a thread, answered, read again, sealed, saved and verified, from the disk", async () => {
  const { page, pane, button, hasVerified } = await begin();
  await pane.locator("input[type=file][multiple]").setInputFiles([...(await signedContract())]);
  await pane.getByText("1 feuille", { exact: true }).waitFor();
  await button("Lire ces documents").click();
  await declare(pane, "Claire Martin", "collectivite");
  await pane.getByRole("heading", { name: "Article par article" }).waitFor();
  const asked = pane.getByText(/^(?:Une question|Question \d+ sur)/);
  for (let left = 20; (await asked.count()) > 0 && left > 0; left -= 1) {
    const first = pane.getByRole("radio").first();
    if ((await first.count()) > 0) await first.check();
    await pane
      .getByRole("button", { name: /^(?:Retenir|C’est exact|Le contrat)/ })
      .first()
      .click();
  }
  for (let left = 40; left > 0; left -= 1) {
    const closed = pane.getByRole("button", { name: /à relire$/, expanded: false }).first();
    if ((await closed.count()) === 0) break;
    await closed.click();
    await pane.getByRole("button", { name: /exactes?$/ }).click();
  }
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
