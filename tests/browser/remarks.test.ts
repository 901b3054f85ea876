// Remarks that have a safe correction are corrected from the pane too, one after the other, and taken back.
import { describe, expect, it } from "vitest";
import { usePreview } from "./site/use-preview";
import { watchFocus } from "./site/watch-focus";

const openPreview = usePreview();

describe("a remark", () => {
  it("is corrected with its preview; the keyboard goes on to the next one; the correction can be taken back", async () => {
    const preview = await openPreview();
    const { pane, page } = preview;
    const heading = pane.getByRole("button", { name: /^Remarques/ });
    const number = async () => Number(/\d+$/.exec((await heading.textContent()) ?? "")?.[0]);
    await preview.verify();
    const before = await number();
    await heading.click();
    const remark = pane.locator("li", { has: pane.getByText(/^Tableau d’exécution.: 1 total saisi en chiffres/) });
    const following = remark.locator("xpath=following-sibling::li[1]").locator("[data-remark]");
    const next = await following.getAttribute("data-remark");
    const { lost } = await watchFocus(preview);
    await remark.getByRole("button", { name: /^Corriger : / }).focus();
    await page.keyboard.press("Enter");
    await remark.getByRole("button", { name: "Appliquer", exact: true }).waitFor();
    expect(await remark.textContent()).toMatch(/Exécution, H13.*Avant198.600,65.€Après198.060,65.€/);
    await remark.getByRole("button", { name: "Renoncer" }).click();
    await pane.locator("[data-remark]:focus").waitFor();
    await remark.getByRole("button", { name: /^Corriger : / }).click();
    await remark.getByRole("button", { name: "Appliquer", exact: true }).click();
    await expect.poll(number).toBe(before - 1);
    await preview.hasVerified();
    await expect.poll(() => pane.locator(":focus").getAttribute("data-remark")).toBe(next);
    await pane.getByRole("button", { name: /^Annuler : / }).click();
    await expect.poll(number).toBe(before);
    expect(await lost()).toEqual([]);
  }, 120_000);
});
