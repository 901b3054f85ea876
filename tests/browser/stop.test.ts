// « Arrêter » in a verification that takes long: between two of its phases, with nothing written, and another one goes through.
import { describe, expect, it } from "vitest";
import type { PreviewWindow } from "../../src/preview/preview-window";
import { dumpSheets } from "./site/dump-sheets";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { focusedInPane, tabTo } from "./site/watch-focus";
import { largeContractFile } from "./site/workbooks";

const openPreview = usePreview();

/** Whatever a half-written workbook would differ by: cells and looks, and the hidden names that say what is ours. */
async function wholeOf(preview: PreviewPage): Promise<readonly unknown[]> {
  const names = await preview.page.evaluate(() =>
    (window as PreviewWindow).session.model.names.map(({ name, formula, hidden }) => [name, formula, hidden]),
  );
  return [await dumpSheets(preview), names];
}

/** Clicks « Arrêter » the moment that the pane says the phase, which a quick machine shows for less than a look takes. */
async function stopDuring({ pane }: PreviewPage, phase: string): Promise<void> {
  await pane.locator("body").evaluate((body, text) => {
    new MutationObserver((_, watch) => {
      const buttons = [...body.querySelectorAll("button")];
      const stop = buttons.find(({ textContent }) => textContent?.trim() === "Arrêter");
      if (!stop || !body.textContent?.includes(text)) return;
      watch.disconnect();
      stop.focus();
      stop.click();
    }).observe(body, { subtree: true, childList: true, characterData: true });
  }, phase);
}

async function begin(preview: PreviewPage): Promise<void> {
  // The tab bears the same name as the button.
  await preview.pane.getByRole("tab", { selected: true }).focus();
  await preview.page.keyboard.press("Tab");
  await tabTo(preview, /^Vérifier$/);
  await preview.page.keyboard.press("Enter");
}

describe("a verification of 720 actions", () => {
  it("is stopped while the workbook is read or checked: nothing is written, the keyboard stays, and the next one goes through", async () => {
    const preview = await openPreview();
    const { page, pane } = preview;
    const file = await largeContractFile();
    await page.getByLabel("Ouvrir un classeur…").setInputFiles(file);
    await page.getByRole("heading", { name: file.name }).waitFor();
    await pane.getByRole("heading", { name: "Ce classeur est reconnu" }).waitFor();
    const before = await wholeOf(preview);
    await pane.getByRole("tab", { selected: true }).focus();
    for (const phase of ["Lecture du classeur…", "Vérification…"]) {
      await stopDuring(preview, phase);
      await begin(preview);
      await pane.getByText(/^Vérification arrêtée.: aucun résultat n’a été écrit/).waitFor();
      expect(await pane.getByRole("button", { name: "Arrêter" }).count()).toBe(0);
      expect(await pane.getByText(/^Vérifié à/).count()).toBe(0);
      expect(await wholeOf(preview)).toEqual(before);
      await expect.poll(() => focusedInPane(preview)).toBe("Vérifier");
    }
    await begin(preview);
    await pane.getByText(/^Vérifié à/).waitFor({ timeout: 120_000 });
    await expect.poll(() => pane.locator("#etat").textContent()).toMatch(/^[1-9]\s?\d{3} à traiter/);
    await preview.tab("Écarts").waitFor();
  }, 300_000);
});
