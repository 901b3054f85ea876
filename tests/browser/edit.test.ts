// The agent corrects a slip in the grid: the results grow stale, a new run agrees.
import { describe, expect, it } from "vitest";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

describe("editing a cell", () => {
  it("makes the results stale, and the corrected slip disappears from the next run", async () => {
    const preview = await openPreview();
    await preview.verify();
    const finding = preview.finding("Cofinancement sous le minimum");
    await finding.click();
    await preview.cell("G7").dblclick();
    await preview.page.getByLabel("Contenu de G7").fill("65 000");
    await preview.page.keyboard.press("Enter");
    await preview.pane
      .getByText(/périmés/)
      .first()
      .waitFor();
    expect(await preview.cell("E7").textContent()).toMatch(/^130.000$/);
    await preview.pane.getByRole("button", { name: "Vérifier", exact: true }).click();
    await preview.pane
      .getByText(/périmés/)
      .first()
      .waitFor({ state: "hidden" });
    await preview.hasVerified();
    expect(await finding.count()).toBe(0);
  });

  it("computes a formula typed in French", async () => {
    const preview = await openPreview();
    await preview.cell("A24").click();
    await preview.page.getByLabel("Barre de formule").fill("=SOMME(C7:C8)");
    await preview.page.keyboard.press("Enter");
    await preview.cell("A24").getByText("85000").waitFor();
  });

  it("gives up with Escape", async () => {
    const preview = await openPreview();
    await preview.cell("C7").dblclick();
    await preview.page.getByLabel("Contenu de C7").fill("1");
    await preview.page.keyboard.press("Escape");
    expect(await preview.cell("C7").textContent()).toMatch(/^65.000$/);
  });

  it("makes the add-in wait while a cell is being edited, and say so", async () => {
    const preview = await openPreview();
    await preview.cell("C7").dblclick();
    await preview.page.getByLabel("Contenu de C7").waitFor();
    // A click in the pane's frame leaves the cell in edition, as in Excel; only the keyboard of the grid ends it.
    await preview.pane.getByRole("button", { name: "Vérifier", exact: true }).dispatchEvent("click");
    await preview.pane
      .getByText(/validez la cellule/)
      .first()
      .waitFor();
    await preview.page.keyboard.press("Escape");
    await preview.hasVerified();
  });
});
