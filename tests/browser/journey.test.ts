// What the list to finish shows, and where it leads. Through the whole of it goes the journey by the keyboard.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { paneViolations } from "./site/axe-violations";
import { cardAction } from "./site/declare";
import { changes, stateLine } from "./site/finish-list";
import { usePreview } from "./site/use-preview";
import { compliantFile } from "./site/workbooks";

const openPreview = usePreview();

describe("the list to finish", () => {
  it("shows what was verified of a conforming workbook, what it has not, and what is next", async () => {
    const preview = await openPreview();
    await preview.openFile(compliantFile());
    await preview.verify();
    expect(await stateLine(preview)).toBe("Conforme");
    for (const name of ["Ce qui a été vérifié", "Ce que le classeur n’a pas", "La suite"]) {
      await preview.pane.getByRole("heading", { name }).waitFor();
    }
    expect(await paneViolations(preview)).toEqual([]);
    await preview.pane.getByRole("button", { name: "Procès-verbal et bilan" }).click();
    await preview.pane.getByRole("tab", { name: "Rapports", selected: true }).waitFor();
  });

  it("goes on to the next one when one is settled, its cell selected and the keyboard on it", async () => {
    const preview = await openPreview();
    await preview.verify();
    const { page, pane } = preview;
    await page.keyboard.press("F8");
    const focusedCard = () => pane.locator("[data-finding]:focus").getAttribute("data-finding");
    await pane.locator("[data-finding]").first().focus();
    await page.keyboard.press("F8");
    const current = await focusedCard();
    await page.keyboard.press("ArrowDown");
    const next = await focusedCard();
    expect(next).not.toBe(current);
    await page.keyboard.press("ArrowUp");
    expect(await focusedCard()).toBe(current);
  });

  it("takes a correction back while its cell still holds it", async () => {
    const preview = await openPreview();
    await preview.verify();
    const before = await stateLine(preview);
    await preview.finding("Total de l’action faux").click();
    await cardAction(preview.pane, "Corriger").click();
    await changes(preview, () => preview.pane.getByRole("button", { name: "Appliquer", exact: true }).click());
    const undo = preview.pane.getByRole("button", { name: /^Annuler : / });
    // However far down the list the agent has come, it is said where the eye is.
    await preview.pane.locator("[data-finding]").last().scrollIntoViewIfNeeded();
    expect(await undo.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await changes(preview, () => undo.click());
    expect(await stateLine(preview)).toBe(before);
  });

  it("shows eight lines without scrolling at 350 × 760, and all of a card that opens, its actions included", async () => {
    const preview = await openPreview({ viewport: { width: 1366, height: 960 } });
    await preview.page.locator(".task-pane").evaluate((element) => (element.style.width = "350px"));
    await preview.verify();
    const frame = await preview.page.locator(".task-pane iframe").boundingBox();
    if (!frame) throw new Error("no pane");
    const bottomOf = async (box: Locator) => {
      const { y, height } = (await box.boundingBox()) ?? { y: Infinity, height: 0 };
      return y + height - frame.y;
    };
    expect(await bottomOf(preview.pane.locator("[data-finding]").nth(7))).toBeLessThan(760);
    await preview.pane.locator("[data-finding]").nth(5).click();
    expect(await bottomOf(cardAction(preview.pane, "Justifier"))).toBeLessThan(760);
  });
});
