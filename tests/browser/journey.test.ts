// What the list to finish shows, and where it leads. Through the whole of it goes the journey by the keyboard.
import { describe, expect, it } from "vitest";
import { paneViolations } from "./site/axe-violations";
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
    await preview.pane.getByRole("button", { name: "Corriger", exact: true }).first().click();
    await changes(preview, () => preview.pane.getByRole("button", { name: "Appliquer" }).click());
    const undo = preview.pane.getByRole("button", { name: "Annuler la correction" });
    // However far down the list the agent has come, it is said where the eye is.
    await preview.pane.locator("[data-finding]").last().scrollIntoViewIfNeeded();
    expect(await undo.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await changes(preview, () => undo.click());
    expect(await stateLine(preview)).toBe(before);
  });

  it("shows the first discrepancy and its actions without scrolling, at 350 × 600", async () => {
    const preview = await openPreview({ viewport: { width: 1366, height: 768 } });
    await preview.page.locator(".task-pane").evaluate((element) => (element.style.width = "350px"));
    await preview.verify();
    const frame = await preview.page.locator(".task-pane iframe").boundingBox();
    const actions = await preview.pane.getByRole("button", { name: "Pourquoi ?" }).first().boundingBox();
    if (!frame || !actions) throw new Error("no pane");
    expect(actions.y + actions.height - frame.y).toBeLessThan(600);
  });
});
