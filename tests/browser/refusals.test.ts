// What a verification could not write stays where the eye is until it has been read, and hides nothing that the keyboard is on.
import { describe, expect, it } from "vitest";
import { declare } from "./site/declare";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { focusedInPane, tabTo } from "./site/watch-focus";
import { protectedFile } from "./site/workbooks";

const openPreview = usePreview();

/** Of the pane's own window. */
async function placeOf({ pane }: PreviewPage, selector: string): Promise<{ top: number; bottom: number }> {
  return pane
    .locator(selector)
    .last()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    });
}

const REFUSAL = ".fui-MessageBar";

describe("what a verification could not write", () => {
  it("is in sight from the end of the list, also after a card was settled, above the card that is gone to", async () => {
    const preview = await openPreview({ viewport: { width: 1366, height: 768 } });
    const { page, pane } = preview;
    await preview.openFile(protectedFile());
    await preview.verify();
    await pane
      .getByRole("status")
      .getByText(/Tout n’a pas pu être écrit/)
      .first()
      .waitFor({ state: "attached" });
    const refusal = pane.getByText(/est protégée.: son surlignage n’a pas pu être modifié/);
    await pane.locator("[data-finding]").last().scrollIntoViewIfNeeded();
    expect((await placeOf(preview, REFUSAL)).top).toBeGreaterThanOrEqual(0);

    const card = pane.locator("[data-finding]").last();
    const settled = await card.getAttribute("data-finding");
    await card.click();
    await tabTo(preview, /^(?:Justifier|Compléter) : /);
    await page.keyboard.press("Enter");
    await declare(pane, "Mme Roy", "collectivite");
    await page.keyboard.type("Revue au dialogue de gestion");
    await tabTo(preview, /^Enregistrer$/);
    await page.keyboard.press("Enter");
    // The verification went through, whatever it could not write: the next card has the keyboard.
    await pane.locator(`[data-finding]:focus:not([data-finding="${settled ?? ""}"])`).waitFor();
    await preview.hasVerified();
    const { top, bottom } = await placeOf(preview, REFUSAL);
    expect(top).toBeGreaterThanOrEqual(0);
    expect((await placeOf(preview, "[data-finding]:focus")).top).toBeGreaterThanOrEqual(bottom);

    await pane.getByRole("tab", { selected: true }).focus();
    await tabTo(preview, /^Masquer$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedInPane(preview)).toMatch(/à traiter/);
    expect(await pane.getByRole("button", { name: "Masquer" }).count()).toBe(0);
    await pane.locator("[data-finding]").last().scrollIntoViewIfNeeded();
    expect((await placeOf(preview, REFUSAL)).bottom).toBeLessThan(0);
    // It still says so where the results begin.
    expect(await refusal.count()).toBe(1);
  }, 120_000);
});
