// By the keyboard alone, through every action that takes away what had it: it is always somewhere in the pane, and somewhere sensible.
import { describe, expect, it } from "vitest";
import { cardAction } from "./site/declare";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { focusedInPane, tabTo, watchFocus } from "./site/watch-focus";
import { compliantFile, foreignFile, twoBudgetsFile } from "./site/workbooks";

const openPreview = usePreview();

/** Tab, then Enter. */
async function press(preview: PreviewPage, name: RegExp): Promise<void> {
  await tabTo(preview, name);
  await preview.page.keyboard.press("Enter");
}

const firstTab = ({ pane }: PreviewPage) => pane.getByRole("tab").first();

/** The arrows lead from one tab to the next; Tab does not, but goes from the tabs of the pane to those of « Documents ». */
async function goToTab(preview: PreviewPage, name: string): Promise<void> {
  const arrowTo = async (tab: string) => {
    for (let presses = 0; (await focusedInPane(preview)) !== tab; presses += 1) {
      expect(presses).toBeLessThan(4);
      await preview.page.keyboard.press("ArrowRight");
    }
    // None is chosen while the help is shown, and the arrows have brought nothing where it was the first.
    await preview.page.keyboard.press("Enter");
  };
  await preview.pane.getByRole("tablist", { name: "Parties du volet" }).locator("[tabindex='0']").focus();
  if (["Écarts", "Contrat"].includes(name)) return arrowTo(name);
  await arrowTo("Documents");
  await preview.pane.getByRole("tablist", { name: "Documents" }).locator("[tabindex='0']").focus();
  await arrowTo(name);
}

const comesTo = (preview: PreviewPage, name: RegExp) => expect.poll(() => focusedInPane(preview)).toMatch(name);

async function verifies(preview: PreviewPage): Promise<void> {
  await firstTab(preview).focus();
  await press(preview, /^Vérifier$/);
  await preview.hasVerified();
}

/** As on a busy machine, where what waits for a timer comes late. */
async function slowDown({ page }: PreviewPage): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 5 });
}

describe("the keyboard is never lost", () => {
  it("from the first opening of a foreign workbook to another tab", async () => {
    const preview = await openPreview();
    await preview.openFile(foreignFile());
    await firstTab(preview).focus();
    const { lost } = await watchFocus(preview);
    await press(preview, /^Aller aux annexes$/);
    await comesTo(preview, /^Annexes$/);
    await preview.pane.getByRole("tabpanel", { name: "Annexes" }).getByRole("radio").first().waitFor();
    expect(await lost()).toEqual([]);
  });

  it("through a correction, its taking back, the page of a rule and stale results", async () => {
    const preview = await openPreview();
    const { page, pane } = preview;
    await slowDown(preview);
    await firstTab(preview).focus();
    const { lost } = await watchFocus(preview);
    await verifies(preview);
    await page.keyboard.press("F8");
    await pane.locator("[data-finding]:focus").waitFor();
    while ((await cardAction(pane, "Corriger").count()) === 0) await page.keyboard.press("F8");
    await press(preview, /^Corriger : /);
    await comesTo(preview, /Cette cellule va changer|Plusieurs corrections/);
    await press(preview, /^Renoncer$/);
    await pane.locator("[data-finding]:focus").waitFor();
    await press(preview, /^Corriger : /);
    await pane.getByRole("button", { name: "Appliquer", exact: true }).waitFor();
    if ((await pane.getByRole("radio").count()) > 0) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    }
    await press(preview, /^Appliquer$/);
    await pane.getByRole("button", { name: /^Annuler : / }).waitFor();
    await preview.hasVerified();
    await pane.locator("[data-finding]:focus").waitFor();
    await goToTab(preview, "Écarts");
    await press(preview, /^Annuler : /);
    await pane.getByRole("button", { name: /^Annuler : / }).waitFor({ state: "detached" });
    await preview.hasVerified();
    await expect.poll(() => focusedInPane(preview)).not.toBe("");

    await page.keyboard.press("F8");
    await pane.locator('[data-finding][aria-expanded="true"]:focus').waitFor();
    await press(preview, /^Lire la règle$/);
    await pane.locator("h2:focus").waitFor();
    await goToTab(preview, "Écarts");
    await press(preview, /^Lire la règle$/);
    await pane.locator("h2:focus").waitFor();
    await page.keyboard.press("Shift+Tab");
    await press(preview, /^Toutes les pages$/);
    await expect.poll(() => focusedInPane(preview)).not.toBe("");

    await goToTab(preview, "Écarts");
    await preview.cell("A24").click();
    await page.keyboard.type("note");
    await page.keyboard.press("Enter");
    await pane
      .getByText(/périmés/)
      .first()
      .waitFor();
    await firstTab(preview).focus();
    await press(preview, /^Vérifier à nouveau$/);
    await preview.hasVerified();
    await comesTo(preview, /à traiter/);
    expect(await lost()).toEqual([]);
  }, 240_000);

  it("when a table is chosen", async () => {
    const preview = await openPreview();
    await preview.openFile(twoBudgetsFile());
    const { pane } = preview;
    await firstTab(preview).focus();
    const { lost } = await watchFocus(preview);
    await press(preview, /^Vérifier$/);
    await press(preview, /^Non, autre chose$/);
    await pane.getByRole("radio", { name: /Ancien budget/ }).focus();
    await preview.page.keyboard.press("Space");
    await press(preview, /^Retenir/);
    await pane.getByLabel("Votre nom").fill("C. Agent");
    await pane.getByRole("radio", { name: /^La collectivité/ }).focus();
    await preview.page.keyboard.press("Space");
    await press(preview, /^Continuer$/);
    await press(preview, /^Voir le résultat$/);
    await preview.hasVerified();
    expect(await lost()).toEqual([]);
  }, 120_000);

  it("from a conforming workbook to its contract, its totals and its reports, each question answered by no and by yes", async () => {
    const preview = await openPreview();
    await preview.openFile(compliantFile());
    const { pane } = preview;
    await firstTab(preview).focus();
    const { lost } = await watchFocus(preview);
    await verifies(preview);
    await press(preview, /^Procès-verbal et bilan$/);
    await comesTo(preview, /^Rapports$/);
    await press(preview, /^Établir le procès-verbal$/);
    await pane.getByRole("heading", { name: "Procès-verbal établi" }).waitFor();
    for (const answer of [/^Ne rien changer$/, /^Le remplacer$/]) {
      await goToTab(preview, "Rapports");
      await press(preview, /^Établir le procès-verbal$/);
      await pane.getByRole("heading", { name: "Un procès-verbal existe déjà" }).waitFor();
      await press(preview, answer);
      await pane.getByRole("heading", { name: "Un procès-verbal existe déjà" }).waitFor({ state: "detached" });
    }
    await pane.getByRole("heading", { name: "Procès-verbal établi" }).waitFor();
    await comesTo(preview, /^Établir le procès-verbal$/);
    expect(await lost()).toEqual([]);
  }, 120_000);

  it("in the contract, the totals and the annexes of the example", async () => {
    const preview = await openPreview();
    const { pane } = preview;
    await firstTab(preview).focus();
    const { lost } = await watchFocus(preview);
    await goToTab(preview, "Contrat");
    await press(preview, /^Insérer la feuille/);
    await comesTo(preview, /^Enregistrer un avenant$/);
    await press(preview, /^Enregistrer un avenant$/);
    await pane.locator("h3:focus").waitFor();
    await press(preview, /^Renoncer$/);
    await comesTo(preview, /^Enregistrer un avenant$/);
    await goToTab(preview, "Totaux");
    await press(preview, /^Actualiser les totaux$/);
    await pane.getByRole("button", { name: /^Remplacer/ }).waitFor();
    await press(preview, /^Renoncer$/);
    await comesTo(preview, /^Actualiser les totaux$/);
    await press(preview, /^Actualiser les totaux$/);
    await press(preview, /^Remplacer/);
    await comesTo(preview, /cellules modifiées$/);
    await goToTab(preview, "Annexes");
    await press(preview, /^Insérer$/);
    await comesTo(preview, /^Le classeur l’a déjà$/);
    await press(preview, /^Ne pas insérer$/);
    await comesTo(preview, /^Insérer$/);
    expect(await lost()).toEqual([]);
  }, 180_000);
});
